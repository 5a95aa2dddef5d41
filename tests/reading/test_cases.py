"""Cases: persons and groups at issue, what happened to them, and whether they were raised."""

import re

import pytest

from twotrack.reading import case_peoples, case_signs, case_words
from twotrack.reading.finders import read
from twotrack.reading.findings import CaseFinding, Reading
from twotrack.sources.raw import Document

BRIEFING = """Briefing on the Aldmark-Verania Human Rights Dialogue
May 15, 2030

Ministry of Foreign Affairs of Aldmark

MINISTER MARLOW: We met yesterday and today. {words}

QUESTION: I am Marta Quill of the Courier. {asked}

MINISTER MARLOW: {said}
"""


def reading(words: str, asked: str = "Thank you.", said: str = "Thanks.") -> Reading:
    document = Document(text=BRIEFING.format(words=words, asked=asked, said=said), extractor="text/1")
    return read(document, source="a.txt", sha256="0" * 64)


def cases(words: str, asked: str = "Thank you.", said: str = "Thanks.") -> list[CaseFinding]:
    return list(reading(words, asked, said).cases)


@pytest.mark.parametrize(
    ("words", "name", "status"),
    [
        ("We raised the case of Ilka Doran.", "Ilka Doran", None),
        (
            "I can mention Ilka Doran, the lawyer who was sentenced in January to six years in prison.",
            "Ilka Doran",
            "sentenced in January to six years in prison",
        ),
        ("We raised Bo Lund. He has been held in the north since 2029.", "Bo Lund", "held in the north since 2029"),
        ("We raised the lawyers who have been disbarred.", "lawyers who have been disbarred", "disbarred"),
        ("We expressed concern about two detained Americans.", "two detained Americans", "detained"),
    ],
)
def test_a_raised_case_has_its_name_status_party_and_meeting(words: str, name: str, status: str | None) -> None:
    (case,) = cases(words)
    assert (case.name, case.status, case.raised, case.raised_by, case.meeting) == (
        name,
        status,
        "raised",
        "Aldmark",
        "m1",
    )


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("We raised fourteen members of the Dawn Choir.", ["fourteen members of the Dawn Choir"]),
        ("They asked about the two boys who died in Saltmarsh prison.", ["two boys who died in Saltmarsh prison"]),
        ("Among those held are Ilka Doran and Bo Lund.", ["Ilka Doran", "Bo Lund"]),
        ("We work to bring Ilka Doran home from prison.", ["Ilka Doran"]),
        ("The family of Ilka Doran has had no news.", ["Ilka Doran"]),
        ("Our thoughts are with the family of Ilka Doran.", []),
        ("We met two ministers and ten experts.", []),
    ],
    ids=["counted", "asked-after", "among-held", "comes-home", "near-to", "mourned", "officials"],
)
def test_who_is_a_case(words: str, names: list[str]) -> None:
    assert [case.name for case in cases(words)] == names


def test_a_case_for_which_the_answer_presses_is_raised() -> None:
    (case,) = cases("It was good.", "What of the case of Ilka Doran?", "She should be released at once.")
    assert (case.raised, case.raised_by) == ("raised", "Aldmark")


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("I’m not going to get into any names.", "declined-to-discuss"),
        ("No, that was not raised.", "said-not-raised"),
        ("We raised the specific prisoners.", "raised"),
        ("The talks were long and friendly.", "asked-about"),
    ],
)
def test_a_case_only_asked_about_fares_as_the_answer_says(said: str, raised: str) -> None:
    (case,) = cases("It was good.", "Did you raise the case of Ilka Doran?", said)
    assert case.raised == raised


def test_status_words_stand_where_they_are_said() -> None:
    found = reading(
        "Ilka Doran is one who’s in prison or detained because she spoke.", "What are Ilka Doran’s whereabouts?"
    )
    (case,) = found.cases
    assert [found.text[start:end] for start, end in case.status_mentions] == ["in prison or detained", "whereabouts"]
    assert case.status == "in prison or detained; whereabouts asked about"


def test_last_names_and_other_names_are_mentions_of_the_same_case() -> None:
    (case,) = cases(
        "Leo Varga, who is also known as “Tall Leo,” was arrested. Varga pled guilty. Tall Leo is in prison."
    )
    assert (case.name, set(case.aliases), len(case.mentions)) == ("Leo Varga", {"Tall Leo", "Varga"}, 4)


def test_names_that_follow_a_number_of_prisoners_are_cases_and_the_number_none() -> None:
    found = cases(
        "Good.",
        "There are three prisoners who are detained there. Did you raise them? Mark Swan, Kai Lund, and Eva Tarn.",
        "No.",
    )
    assert {case.name for case in found} == {"Mark Swan", "Kai Lund", "Eva Tarn"}


@pytest.mark.parametrize(
    "words",
    [
        "I was joined by Ambassador Joost Harren, who spoke of prisons.",
        "President Senn said that prisoners are well treated.",
        "Representatives of Bo Lund spoke of detention.",
        "We discussed prisons and the rights of prisoners.",
        "Marta Quill wrote about a detained lawyer.",
    ],
)
def test_officials_participants_askers_and_communities_are_no_cases(words: str) -> None:
    assert cases(words) == []


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("The Veranian side raised the case of Ilka Doran.", {"Ilka Doran": "Verania"}),
        ("The case of Ilka Doran was raised by our Veranian counterparts.", {"Ilka Doran": "Verania"}),
        ("With Verania we raised the case of Ilka Doran.", {"Ilka Doran": "Aldmark"}),
        ("We raised the cases of Ilka Doran and Bo Lund with Verania.", {"Ilka Doran": "Aldmark", "Bo Lund": "Aldmark"}),
        ("We raised the case of Ilka Doran, and Verania raised that of Bo Lund.", {"Ilka Doran": "Aldmark", "Bo"
            " Lund": "Verania"}),
    ],
)  # fmt: skip
def test_who_raised_a_case_is_the_one_who_acts(words: str, by: dict[str, str]) -> None:
    assert {case.name: case.raised_by for case in cases(words)} == by


def test_two_persons_of_one_name_stay_two() -> None:
    found = cases("We raised the case of Kai Lund, a lawyer. We also raised the case of another Kai Lund, a farmer.")
    assert [case.name for case in found] == ["Kai Lund", "Kai Lund"]


@pytest.mark.parametrize(
    "words",
    [
        "Governor Mott said that they let our people rot in prison.",
        "Clara Benn wrote in her book of the prisons.",
        "Her lawyer, Dana Seit, was not let into the prison.",
        "According to Clara Benn, the prisons are full.",
    ],
)
def test_public_figures_authors_and_lawyers_beside_a_prison_are_no_cases(words: str) -> None:
    assert cases(words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("We raised some 20 cases.", "some 20 cases"),
        ("We called on them to release over 300 political prisoners.", "over 300 political prisoners"),
        ("At least 47 people were detained last week.", "At least 47 people"),
    ],
)
def test_a_number_without_names_is_a_case(words: str, name: str) -> None:
    assert [case.name for case in cases(words)] == [name]


def test_he_in_the_next_sentence_is_the_one_named_last() -> None:
    (case,) = cases("Good.", "What about Gerd Halm? He has been on hunger strike.", "I will not get into names.")
    assert (case.name, case.status, case.raised) == ("Gerd Halm", "on hunger strike", "declined-to-discuss")


def test_a_name_lost_in_print_is_a_case() -> None:
    (case,) = cases("It was good.", "A follow-up about the (inaudible) case?", "I’m not going to get into it.")
    assert (case.name, case.raised) == ("(inaudible)", "declined-to-discuss")


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            case_words.AT_ISSUE,
            ["the case of", "was detained", "disbarred", "whereabouts", "被捕"],
            ["in case of rain", "we released the statement"],
        ),
        (case_words.NOT_RAISED, ["that was not raised", "it did not come up"], ["we raised it"]),
        (
            case_words.STATUS,
            ["was sentenced in January", "is in prison", "pled guilty", "held in the north since May"],
            ["was raised", "held a meeting"],
        ),
        (
            case_words.GROUP_BEFORE,
            ["detained American citizens", "20 political prisoners", "the hostages in Gaza"],
            ["political parties"],
        ),
        (
            case_words.GROUP_AFTER,
            ["lawyers who’ve been either disbarred or", "six Americans who have been wrongfully detained"],
            ["people who came"],
        ),
        (case_words.GROUP_OTHER, ["four other Americans"], ["on the other hand"]),
        (
            case_peoples.COUNTED,
            ["fourteen members of the Dawn Choir", "some 400 families on the east coast"],
            ["two ministers"],
        ),
        (case_peoples.LED_TO, ["we raised ", "the situation of the ", "They asked about ", "they hold "], ["we met "]),
        (
            case_peoples.OF_NATION,
            ["Veranian citizens who have been wrongfully detained", "any U.S. national who is held"],
            ["Veranians who travel", "an Aldmark citizen who is held"],
        ),
        (case_peoples.HELD_AT, ["the detention of children at Holm Centre"], ["the treatment of migrants in Holm"]),
        (case_peoples.BODY_CLOSED, ["the closure of the newspaper Dawn"], ["the closure of the road"]),
        (
            case_peoples.EUROPEAN_GROUP,
            ["die beiden verschwundenen Fischer", "douze avocats interpellés", "dos periodistas detenidos"],
            ["zwei Minister", "deux ministres"],
        ),
        (case_peoples.HAN_GROUP, ["三名某公司员工", "两名被扣押的渔民"], ["三名部长"]),
        (case_peoples.HAN_DONE, ["被扣押", "失踪"], ["访问"]),
        (case_peoples.HAN_BODY, ["谈到灯塔教会被取缔"], ["教会的活动"]),
        (case_signs.COMES_HOME, [" home", " and Bo Lund back"], [" said"]),
        (case_signs.FETCHES, ["to bring ", "getting "], ["to meet "]),
        (case_signs.NEAR_TO, ["the families of ", "the sister of "], ["the friends of "]),
        (case_signs.AMONG_HELD, ["Among those held are ", "those arrested include "], ["Among those present are "]),
        (
            case_words.PRESSES_FOR,
            ["we call for his release", "he should be released", "wrongfully detained", "condemn the detention"],
            ["he was released", "we met"],
        ),
        (case_words.LOST_NAME, ["the (inaudible) case"], ["(inaudible) meeting"]),
        (case_words.ALSO_KNOWN, ["also known as “Tall Leo”"], ["known as a friend"]),
        (case_words.HAN_CASE, ["律师多兰的案件"], ["律师的案件"]),
        (case_words.HAN_STATUS, ["被判刑三年"], ["被认为"]),
        (case_signs.ROLE_AFTER, [", the lawyer who", ", an activist"], [", the minister"]),
        (case_signs.MATTER_OF, ["the case of ", "the fate of the lawyer ", "die Fälle der "], ["in case of "]),
        (case_signs.DONE_TO, ["released ", "the jailed lawyer "], ["released by ", "held "]),
        (case_signs.OWN_MATTER, ["’s case", "’s release"], ["’s book"]),
        (
            case_signs.STATE_OF,
            [" was arrested", ", a poet, has been held", ", detained since May", " disappeared"],
            [" was pleased", " held talks", " is facing criticism"],
        ),
        (case_signs.ACTS, [" said", " wrote in", "’s book"], [" was"]),
        (case_signs.ANOTHER, ["another ", "a second "], ["the "]),
        (
            case_words.GROUP_WERE,
            ["at least 47 people were detained", "two Tarnese sailors detained in"],
            ["47 people were there"],
        ),
        (case_words.NUMBER_OF_CASES, ["some 20 cases", "over 300 political prisoners"], ["20 cases of beer"]),
        (case_words.UNNAMED, ["a Veranian businessman was arrested", "a detained journalist"], ["a man was there"]),
        (case_words.FAMILY, ["the Ferris brothers"], ["the American people"]),
        (case_words.RAISED_IT, ["we raised it", "It was raised", "raised the specific prisoners"], ["we raised taxes"]),
        (case_words.OF_LIST, ["These included", "Among them was"], ["Then"]),
        (
            case_words.DECLINES_CASES,
            ["I’m not going to get into names", "we do not discuss individual cases"],
            ["we raised it"],
        ),
    ],
)
def test_each_pattern_matches_what_it_must_and_no_more(
    pattern: re.Pattern[str], matching: list[str], other: list[str]
) -> None:
    assert [words for words in matching if not pattern.search(words)] == []
    assert [words for words in other if pattern.search(words)] == []
