"""Checking a draft: what is confidential, what has no public ground, which numbers contradict; and nothing is kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clients import CANARY, Visitor, add_confidential_rows, user, without_tokens
from makers import MadeRecord, add_person
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.lists import Line, make_list
from twotrack.record.models import Case, LogEntry, NameSeen
from twotrack.vocabulary import Property


@pytest.fixture
def case(kept: MadeRecord) -> Case:
    case = Case.objects.using(PUBLIC).get()
    add_confidential_rows(case)
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        hidden = add_person(ledger, "高智平")
        ledger.state(hidden, Property.WHEREABOUTS, "the farm at Low Ferry", inference="her sister")
    return case


def section(shown: str, heading: str) -> str:
    """The remarks under a heading, without their marks."""
    return re.sub("<[^>]+>", " ", shown.partition(f"<h2>{heading}")[2].partition("</section>")[0])


def checked(words: str, who: str = "officer") -> str:
    return without_tokens(Visitor(who).sends("/draft", words=words).content).decode()


@pytest.mark.parametrize(
    "words",
    [f"We met {CANARY} Fenn.", f"FENN, {CANARY.upper()} was there.", f"{CANARY}-Fenn", f"It was {CANARY} who wrote."],
)
def test_a_confidential_name_is_marked_in_any_order_and_by_its_rare_part(case: Case, words: str) -> None:
    shown = checked(words)
    assert "a name that is confidential" in section(shown, "Confidential names")
    assert 'class="secret"' in shown


@pytest.mark.parametrize(
    "words", ["We asked about Gao Zhiping again.", "我们问及高智平的情况。", "Kao Chih-p'ing is ill."]
)
def test_it_is_marked_in_other_scripts_and_spellings(case: Case, words: str) -> None:
    assert "高智平" in section(checked(words), "Confidential names")


def test_a_public_name_is_not_taken_for_a_confidential_one(case: Case) -> None:
    assert section(checked("We raised the case of Tamsin Orrel."), "Confidential names") == ""


def test_a_confidential_fact_is_marked(case: Case) -> None:
    assert "whereabouts" in section(checked("She works on the farm at Low Ferry."), "Confidential facts")


def test_words_of_a_confidential_document_are_marked(case: Case) -> None:
    shown = section(
        checked("As we heard, they said that she is held in good health."), "Words of confidential documents"
    )
    assert "they said that she is held in" in shown.lower()


def test_what_no_public_entry_says_is_marked(case: Case) -> None:
    shown = section(
        checked("In March 2025 we raised the case of Dorvan Esk, who is detained."), "Without public ground"
    )
    assert "no public entry has this name" in shown
    assert "no public entry has this name" not in section(
        checked("In March 2025 we raised the case of Tamsin Orrel, who is detained."), "Without public ground"
    )


def test_a_number_of_which_the_record_gives_another_is_marked(case: Case) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        make_list(
            ledger, [Line(name=f"Name {one}") for one in "abcdefghijkl"], name="June list", inference="handed over"
        )
    numbers = "Numbers that contradict the record"
    assert "12 (on a list)" in section(checked("We handed over a list of fifteen names."), numbers)
    assert section(checked("We handed over a list of twelve names."), numbers) == ""


def test_years_that_differ_from_the_sentence_stated_are_marked(case: Case) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        ledger.state(case, Property.SENTENCE, "six years in prison", inference="the court's own word")
    numbers = "Numbers that contradict the record"
    assert "six years in prison" in section(checked("Tamsin Orrel was given seven years."), numbers)
    assert section(checked("Tamsin Orrel was given six years."), numbers) == ""


def test_nothing_of_a_draft_is_kept(case: Case, capfd: pytest.CaptureFixture[str]) -> None:
    def state() -> list[int]:
        return [LogEntry.objects.using(alias).count() for alias in (PUBLIC, CONFIDENTIAL)] + [
            NameSeen.objects.using(CONFIDENTIAL).count()
        ]

    before = state()
    response = Visitor("officer").sends("/draft", words=f"{CANARY} Fenn was raised.")
    assert response.headers["Cache-Control"] == "no-store"
    assert state() == before
    assert CANARY not in "".join(capfd.readouterr())


def test_a_file_is_read_and_its_name_is_not_used(case: Case) -> None:
    file = SimpleUploadedFile("Zangwill.txt", f"We met {CANARY} Fenn.".encode())
    shown = Visitor("officer").client.post("/draft", {"file": file}).content.decode()
    assert "a name that is confidential" in shown
    assert "Zangwill" not in shown


def test_one_without_clearance_learns_nothing_and_is_told_so(kept: MadeRecord) -> None:
    words = f"We met {CANARY} Fenn in Quarry Lane; she is held in {CANARY}."
    before = checked(words, "clerk")
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    assert checked(words, "clerk") == before
    assert "could not be looked for" in before
