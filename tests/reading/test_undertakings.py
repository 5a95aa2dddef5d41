"""Acts to come in verbs of doing: what is one, whose it is and by when; talk, wishes, conditions and refusals are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading.finders import read
from twotrack.reading.findings import CommitmentFinding
from twotrack.reading.terms import term_of
from twotrack.reading.undertakings import find_undertakings
from twotrack.reading.undertakings_beyond import find_beyond
from twotrack.sources.raw import Document

READOUT = """Aldmark and Verania hold the third Human Rights Dialogue

Press release
13 March 2031

Aldmark and Verania held the third Human Rights Dialogue in Sarnholm on 12 March 2031. {words}
"""


def promises(words: str) -> list[CommitmentFinding]:
    document = Document(text=READOUT.format(words=words), extractor="text/1")
    return list(read(document, source="a.txt", sha256="0" * 64).commitments)


@pytest.mark.parametrize(
    ("words", "who", "due"),
    [
        ("Verania will reopen its consulate by 1 June 2031.", "Verania", "2031-06-01"),
        ("Aldmark will provide two buses to the school.", "Aldmark", None),
        ("The two sides agreed to exchange lists of prisoners by 15 June 2031.", "both", "2031-06-15"),
        ("Verania announced that it would ratify the Protocol in 2032.", "Verania", "2032"),
        ("The delegation of Verania promised to send a list within ten days.", "Verania", "2031-03-23"),
        ("The Veranian authorities have promised to lift the ban within two months.", "Verania", "2031-03-13/2031-05"),
        ("The fourth round will be hosted by Verania in 2032.", "Verania", "2032"),
        ("Tomorrow the ministers will sign the accord.", "both", "2031-03-14"),
    ],
)
def test_an_act_to_come_has_its_party_and_its_day(words: str, who: str, due: str | None) -> None:
    assert [(one.who, one.due) for one in promises(words)] == [(who, due)]


@pytest.mark.parametrize(
    "words",
    [
        "If Verania will sign the accord, the ban ends.",
        "Verania will not send the list.",
        "Aldmark hopes that Verania will release him.",
        "Aldmark urged Verania to release him.",
        "Will Verania publish the list?",
        "Our job is to support them.",
        "Verania will pay a severe price.",
        "Verania published the list in 2030.",
    ],
)
def test_talk_wishes_conditions_and_refusals_are_none(words: str) -> None:
    assert promises(words) == []


def test_two_acts_of_one_agreement_are_two_promises() -> None:
    words = "The two sides agreed to exchange lists and to reopen the coastal road."
    assert [one.what.split()[-1] for one in promises(words)] == ["lists", "road"]


def test_items_of_a_list_are_what_was_agreed() -> None:
    words = "The two sides agreed:\n\n(a) to publish the laws;\n\n(b) to send experts in 2032."
    assert [(one.who, one.due) for one in promises(words)] == [("both", None), ("both", "2032")]


@pytest.mark.parametrize(
    ("language", "words", "signs"),
    [
        ("de", "Unser Botschafter wird am Freitag erneut um einen Haftbesuch ersuchen.", ["wird"]),
        ("de", "Die tarnische Seite sagte zu, bis Ende Oktober zu berichten.", ["sagte zu"]),
        ("de", "Wir hoffen, dass sich die Lage verbessert.", []),
        ("fr", "Le prochain dialogue aura lieu en Soranie en 2037.", ["aura"]),
        ("fr", "La Soranie a remis une liste.", []),
        ("es", "La próxima ronda tendrá lugar en Tarn en mayo.", ["tendrá"]),
        ("zh", "法務部將於今年底前公布報告。", ["将"]),
        ("zh", "希望对方将尽快释放他。", []),
        ("zh", "中方必将作出坚决反应。", []),
    ],
)
def test_other_languages_have_their_signs(language: str, words: str, signs: list[str]) -> None:
    assert [one.sign for one in find_beyond(words, language)] == signs


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("within 48 hours", "2031-03-13/2031-03-15"),
        ("within three months", "2031-03-13/2031-06"),
        ("innerhalb von zwei Wochen", "2031-03-13/2031-03-27"),
        ("三個月內", "2031-03-13/2031-06"),
        ("within reach", None),
        ("within 999 years", "2031-03-13/2081-03"),
    ],
)
def test_a_term_counts_from_the_document(words: str, term: str | None) -> None:
    assert term_of(words, "2031-03-13") == term


def test_a_term_without_a_day_to_count_from_is_none() -> None:
    assert term_of("within ten days", None) is None


@given(st.text(alphabet="I will send the, and that agreed to; Abel’s 将年。", max_size=300))
def test_no_text_is_too_odd_to_be_searched(words: str) -> None:
    for one in (*find_undertakings(words), *find_beyond(words, "de"), *find_beyond(words, "fr")):
        assert 0 <= one.start <= one.verb_at <= len(words)
