"""Meetings told in a clause: each manner with words that it must find and words that it must not."""

import re

import pytest

from twotrack.reading import encounter_words
from twotrack.reading.encounters import people_in
from twotrack.reading.encounters_european import find_in
from twotrack.reading.encounters_han import find_in_han
from twotrack.reading.meeting_words import ordinal
from twotrack.reading.namings import Namings


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            encounter_words.SPOKE,
            ["spoke by phone on Sunday with the Foreign Minister", "will speak with President Abel"],
            ["spoke to reporters", "speaks to the issue"],
        ),
        (
            encounter_words.CONVERSED,
            ["a good call with Premier Abel", "a courtesy call on the Speaker"],
            ["conversations with reporters", "we called on Tarn to act"],
        ),
        (
            encounter_words.MEETS,
            ["meets the Foreign Minister", "sat down with Minister Abel", "the parties are to meet in March"],
            ["meet the needs", "met the standard"],
        ),
        (
            encounter_words.RECEIVES,
            ["was received by President Abel", "received Vice Minister Abel"],
            ["received the letter"],
        ),
        (encounter_words.INVITES, ["invited the Special Rapporteur to visit"], ["invited questions"]),
        (
            encounter_words.VISIT,
            ["will pay an official visit to Tarn", "Prime Minister Abel’s visit", "visit by the High Commissioner"],
            ["the visit was long"],
        ),
        (
            encounter_words.GOES,
            ["went to Tarn in July", "he was in Tarn", "we had been here last month", "will spend a week in Tarn"],
            ["went to school", "was in office", "when it comes to Tarn", "spent a week in prison"],
        ),
        (
            encounter_words.SITE,
            [
                "They visited the women’s prison",
                "we were taken to Penal Colony 6",
                "he went to the military prison at Holm",
                "they sat in on a hearing at the Central Court",
            ],
            [
                "visited Tarn",
                "saw the report",
                "went to school",
                "the case went to the High Court",
                "attended a hearing",
            ],
        ),
        (
            encounter_words.MISSION,
            ["a mission to Tarn", "its first fact-finding mission to Tarn"],
            ["the Permanent Mission to Tarn", "a mission to help"],
        ),
        (
            encounter_words.GATHERING,
            ["the Summit of the Coastal States", "COP27", "the NATO defence ministerial"],
            ["the assembly of parts"],
        ),
        (
            encounter_words.NTH,
            [
                "the fourth human rights dialogue",
                "The tenth round",
                "The eighth took place",
                "our ninth Cooperation Council",
            ],
            ["the first reason"],
        ),
        (
            encounter_words.TALKS,
            ["human rights consultations with Tarn", "direct talks between Tarn and Ostmark"],
            ["talks about money"],
        ),
        (encounter_words.WORKSHOP, ["an expert workshop on forensic documentation"], ["workshops are useful"]),
        (
            encounter_words.REVIEWED,
            [
                "the periodic review of Tarn",
                "the review by the Committee",
                "the Human Rights Committee will examine Tarn’s next report",
            ],
            ["a review of it", "the Committee will examine the matter"],
        ),
        (encounter_words.CIVIL, ["a consultation with civil society organisations"], ["civil society is strong"]),
        (encounter_words.EXPERTS, ["the prison doctors of the two countries will meet in"], ["the doctors will go"]),
        (encounter_words.AGAIN, ["this trip", "tomorrow’s meeting"], ["the trip to Tarn"]),
    ],
)
def test_each_manner_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.search(words)] == []


@pytest.mark.parametrize(
    ("language", "words", "kinds"),
    [
        ("de", "Die nächste Runde des Menschenrechtsdialogs soll 2036 stattfinden.", {"round"}),
        ("de", "Die Ministerin reist im Juni nach Tarn.", {"visit"}),
        ("de", "Der Kanzler hat mit Präsident Abel telefoniert.", {"call"}),
        ("de", "Eine Runde Applaus für alle.", set()),
        ("fr", "La troisième session du dialogue se tiendra lundi.", {"round"}),
        ("fr", "Le ministre se rendra en Tarn.", {"visit"}),
        ("fr", "La session est close.", set()),
        ("fr", "Les parties sont convenues de se retrouver à Holm au printemps.", {"round"}),
        ("fr", "Ils vont se retrouver face à un refus.", set()),
        ("fr", "Elle en parlera lors de leur entretien téléphonique.", {"call"}),
        ("fr", "Le Conseil des affaires étrangères en débattra.", {"other"}),
        ("fr", "Le conseil des ministres en débattra.", set()),
        ("es", "La próxima ronda del diálogo tendrá lugar en Tarn.", {"round"}),
        ("es", "El ministro se reunió con la presidenta Abel.", {"other"}),
        ("en", "La próxima ronda del diálogo tendrá lugar en Tarn.", set()),
    ],
)
def test_other_languages_name_their_meetings(language: str, words: str, kinds: set[str]) -> None:
    assert {str(one.kind) for one in find_in(words, language)} == kinds


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("第七轮临洲—莱茵兰人权对话在海宁举行。", {"round"}),
        ("下一屆諮商後年舉行。", {"round"}),
        ("双方将举办司法制度研讨会。", {"expert-dialogue"}),
        ("外长将访问瑞丹。", {"visit"}),
        ("代表团参观了法律援助中心。", {"site-visit"}),
        ("主席同瑞丹国王通电话。", {"call"}),
        ("部长会见了副首相林德。", {"other"}),
        ("中欧人权对话提出了案件。", {"round"}),
        ("双方将合办关于儿童权利的边会。", {"other"}),
        ("中方是否会允许她会见被关押的人员？", set()),
        ("对话比对抗好。", set()),
        ("no Chinese", set()),
    ],
)
def test_chinese_names_its_meetings_in_both_scripts(words: str, kinds: set[str]) -> None:
    assert {str(one.kind) for one in find_in_han(words)} == kinds


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("The 52nd session of the Human Rights Council opens.", {"other"}),
        ("人权理事会第47届会议开幕。", {"other"}),
        ("The third session of the dialogue opens.", {"round"}),
        ("The visit of the Working Group on Disappearances ended.", {"visit"}),
        ("The working group on law met.", {"expert-dialogue"}),
        ("The Minister received Foreign Minister Abel for the annual consultations.", {"round"}),
        ("The Minister received Foreign Minister Abel.", {"other"}),
    ],
)
def test_who_met_tells_the_kind(words: str, kinds: set[str]) -> None:
    namings = Namings("en", None)
    assert {str(one.kind) for one in (*namings.of(words), *namings.told(words))} == kinds


def test_numbers_in_words_and_figures_are_one() -> None:
    assert [ordinal(word) for word in ("Ninth", "9th", "next")] == ["9", "9", "next"]


def test_those_who_met_are_told_by_their_names_without_titles() -> None:
    assert people_in("the Foreign Minister of Tarn, Leila Haddar") == ["Tarn", "Leila", "Haddar"]


@pytest.mark.parametrize(
    "repeated", ["Foreign Minister ", "visit to ", "the first ", "called on ", "第一轮", "Besuch in "]
)
def test_hostile_repetition_is_searched_to_its_end(repeated: str) -> None:
    words = repeated * (1_500 // len(repeated))
    found = [*Namings("de", None).told(words), *find_in(words, "de")]
    assert all(0 <= one.start < one.end <= len(words) for one in found)
