"""What may be published of the public rows: who is named, which words show, and what is never said."""

import hashlib
import re
import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connections

from makers import NOW, MadeRecord
from twotrack.publish.site import render
from twotrack.record import keyring
from twotrack.record.ingest import add_text
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.masking import MASK
from twotrack.record.models import (
    Account,
    Agency,
    Case,
    Characterisation,
    Commitment,
    Dialogue,
    Exchange,
    Group,
    Meeting,
    MeetingTheme,
    Outcome,
    Participation,
    Party,
    Passage,
    Person,
    Source,
    User,
    WithheldSpan,
)
from twotrack.record.notes import take_note
from twotrack.record.passages import account_of, passage_at
from twotrack.record.public import PublicRecord, public_record
from twotrack.record.publication import decide_publication
from twotrack.record.releases import release
from twotrack.record.representations import raise_cases, respond
from twotrack.sources.raw import Document
from twotrack.vocabulary import Property, PublicationForm, RepresentationKind, ResponseType, Terms

TODAY = date(2026, 5, 4)
HIDDEN = "Tamsin Orrel"


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def public() -> PublicRecord:
    return public_record(TODAY)


def everything() -> str:
    """All that would be published, as one text."""
    return "\n".join(file.path + file.content.decode(errors="replace") for file in render(public()))


def document(ledger: Ledger, text: str, terms: Terms = Terms.FREE, **values: Any) -> list[Passage]:
    """A public source with this text; its lines as passages."""
    defaults = {"place": "https://example.org/talks", "name": "a.txt", "kind": "briefing", "language": "en"}
    source = ledger.add(
        Source(
            sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain", terms=terms.value,
            got_at=NOW, got_by=officer(), **{**defaults, **values},
        )
    )  # fmt: skip
    kept = add_text(ledger, source, Document(text=text, extractor="text/1"))
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    return [passage_at(ledger, kept, at, at + len(line)) for at, line in zip(starts, text.split("\n"), strict=True)]


def case_of(ledger: Ledger, *names: str) -> Case:
    """A case of a person with these names."""
    person = ledger.add(Person())
    for name in names:
        ledger.state(person, Property.NAME, name, inference="entered by hand")
    return ledger.add(Case(person=person))


def clear(case: Case, form: PublicationForm = PublicationForm.NAME, **more: Any) -> Case:
    assert case.person is not None
    decide_publication(case.person, form, by=officer(), at=NOW, **more)
    return case


def official(ledger: Ledger, name: str, meeting: Meeting, party: Party | None) -> Person:
    """Somebody who took part in a meeting."""
    person = ledger.add(Person())
    ledger.state(person, Property.NAME, name, inference="entered by hand")
    ledger.add(Participation(meeting=meeting, party=party, person=person))
    return person


def held(ledger: Ledger) -> Meeting:
    return ledger.add(Meeting(meeting_kind="round", status="held"))


def shown(text: str, *names: str, cleared: Sequence[str] = ()) -> str:
    """A line of a document as a meeting's quote shows it; `names`: persons at issue; `cleared`: those who may be named."""
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        meeting = held(ledger)
        ledger.ground(meeting, passage=document(ledger, text)[0])
        for name in names:
            case_of(ledger, name)
        cases = [case_of(ledger, name) for name in cleared]
    for case in cases:
        clear(case)
    return public().meetings[0].ground.quotes[0].words


@pytest.mark.parametrize(
    "text",
    [
        "we spoke of tamsin orrel and left",
        "ORREL TAMSIN was on it",
        "we spoke of Tamsin-\nOrrel there".replace("\n", " "),
        "we spoke of Ta\u0301msin Or\u200brel and left",
        "an Orrel was there",
    ],
)
def test_every_form_of_a_hidden_name_is_withheld(record: MadeRecord, text: str) -> None:
    words = shown(text, HIDDEN).casefold()
    assert "rrel" not in words
    assert "rel" not in words.replace("[name withheld]", "")
    assert "msin" not in words


def test_a_hidden_name_that_is_a_common_word_is_withheld_where_it_opens_a_sentence(record: MadeRecord) -> None:
    assert shown("Grace, with her child, was let go.", "Grace Orrel").startswith("[name withheld], with her child")


def test_a_hidden_name_in_chinese_is_withheld(record: MadeRecord) -> None:
    words = shown("会上提到了吴明月的情况", "吴明月")
    assert words.startswith("会上提到了[name withheld]")
    assert not set("吴明月") & set(words)


@pytest.mark.parametrize("text", ["write to t.orrel@example.org", "ask @tamsino there", "call +44 20 7946 0991 now"])
def test_what_reaches_a_person_is_withheld(record: MadeRecord, text: str) -> None:
    assert "[name withheld]" in shown(text)
    assert not {"orrel", "tamsino", "7946"} & set(shown(text).replace("@", " ").replace(".", " ").split())


def test_a_date_is_no_telephone_number(record: MadeRecord) -> None:
    words = "the round of March 2026 (20 to 21 March), that of 2025-03-14 and that of 14/03/2025"
    assert shown(words) == words


def test_a_name_broken_at_a_lines_end_is_withheld_whole(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        text = document(ledger, "they met Corin Ves-\nper twice")[0].text
        meeting = held(ledger)
        ledger.ground(meeting, passage=passage_at(ledger, text, 0, len(text.text)))
    assert public().meetings[0].ground.quotes[0].words == "they met [name withheld] twice"


@pytest.mark.parametrize(
    ("outlet", "expected"), [("Corin Vesper", "[name withheld]"), ("Radio Vesper", "Radio Vesper"), ("VNA", "VNA")]
)
def test_an_outlet_is_shown_unless_it_could_be_whoever_asked(record: MadeRecord, outlet: str, expected: str) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        line = document(ledger, "was it raised")[0]
        exchange = Exchange(source=line.text.source, outlet=outlet, asks="was it raised", clarity="reply")
        ledger.ground(ledger.add(exchange), passage=line)
    assert public().exchanges[0].outlet == expected


def test_what_a_forgetting_masked_looks_like_any_other_name_withheld(record: MadeRecord) -> None:
    assert shown(f"we spoke of {MASK * 6} {MASK * 5} there") == "we spoke of [name withheld] there"


def test_somebody_cleared_is_named_and_whoever_stands_beside_is_not(record: MadeRecord) -> None:
    words = shown("We raised Tamsin Orrel and Corin Vesper.", cleared=[HIDDEN])
    assert words == "We raised Tamsin Orrel and [name withheld]."


def test_half_a_name_is_not_shown_because_somebody_cleared_has_it(record: MadeRecord) -> None:
    assert shown("We raised Joss Orrel.", cleared=[HIDDEN]) == "We raised [name withheld]."


def test_a_name_that_somebody_hidden_shares_is_withheld(record: MadeRecord) -> None:
    assert shown("We raised Tamsin Orrel.", HIDDEN, cleared=[HIDDEN]) == "We raised [name withheld]."


def test_a_surname_that_somebody_hidden_shares_is_withheld_but_not_the_cleared_name(record: MadeRecord) -> None:
    words = shown("We raised Mila Orrel. Orrel is ill.", HIDDEN, cleared=["Mila Orrel"])
    assert words == "We raised Mila Orrel. [name withheld] is ill."


def test_an_agency_that_bears_a_name_clears_nobody(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        ledger.add(Agency(name="Vesper Foundation"))
    assert shown("The Vesper Foundation spoke of Vesper.") == "The Vesper Foundation spoke of [name withheld]."


def test_a_hidden_name_takes_the_body_that_bears_it_along(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        ledger.add(Agency(name="Orrel Foundation"))
    assert shown("The Orrel Foundation spoke.", HIDDEN) == "The [name withheld] spoke."


def test_who_took_part_for_a_party_is_named_and_who_took_part_for_nobody_is_not(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        meeting, party = held(ledger), ledger.add(Party(name="Verania"))
        official(ledger, "Ilsa Tarn", meeting, party)
        official(ledger, "Mira Goss", meeting, None)
    assert [one.name for one in public().meetings[0].participants] == ["Ilsa Tarn"]
    assert "Goss" not in everything()


def test_an_official_who_is_at_issue_appears_only_as_decided(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        person = official(ledger, "Ilsa Tarn", held(ledger), ledger.add(Party(name="Verania")))
        case = ledger.add(Case(person=person))
    assert "Tarn" not in everything()
    clear(case)
    assert "Ilsa Tarn" in everything()


def test_an_asker_appears_only_as_decided(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        asker = ledger.add(Person())
        ledger.state(asker, Property.NAME, "Corin Vesper", inference="heard")
        lines = document(ledger, "Will you raise it, asked Corin Vesper")
        exchange = Exchange(source=lines[0].text.source, asker=asker, asks="Will you raise it", clarity="non-reply")
        ledger.ground(ledger.add(exchange), passage=lines[0])
    assert "Vesper" not in everything()
    decide_publication(asker, PublicationForm.NAME, by=officer(), at=NOW)
    assert public().exchanges[0].asker == "Corin Vesper"


def test_somebody_described_is_shown_without_any_words_that_could_name(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case, lines = case_of(ledger, HIDDEN), document(ledger, "the lawyer is in prison\nsent to Karvuld with others")
        ledger.state(case, Property.STATUS, "in prison", passage=lines[0])
        ledger.state(case, Property.WHEREABOUTS, "the third prison of Karvuld", passage=lines[1])
        ledger.state(case.person, Property.OCCUPATION, "a lawyer of the miners", passage=lines[1])
        respond(ledger, [case], ResponseType.OTHER, summary="she is in the third prison", passage=lines[1])
    clear(case, PublicationForm.DESCRIPTION, description="a lawyer")
    shown_case = public().cases[0]
    assert shown_case.called == "a lawyer"
    assert [fact.value for fact in shown_case.facts] == ["in prison"]
    assert all(not line.summary and not line.ground.quotes for line in shown_case.ledger)
    assert not any(word in everything() for word in ("third prison", "miners", "Karvuld"))


@pytest.mark.parametrize("status", ["held with Mila Goss", "held at Tarn's", "held as the barefoot one"])
def test_a_status_that_could_tell_who_is_described_is_left_out(record: MadeRecord, status: str) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case, line = case_of(ledger, HIDDEN), document(ledger, f"she is {status}, the barefoot one")[0]
        at = line.quote.rindex("the barefoot one")
        ledger.add(WithheldSpan(text=line.text, start=at, end=at + 16, by=officer(), at=NOW))
        other = case_of(ledger, "Mila Goss")
        ledger.state(case, Property.STATUS, status, passage=line)
    clear(other)
    clear(case, PublicationForm.DESCRIPTION, description="a lawyer")
    assert {one.called: one.facts for one in public().cases}["a lawyer"] == ()


def test_the_ledger_stands_in_time_and_on_one_day_what_was_raised_comes_first(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case = case_of(ledger, HIDDEN)
        respond(ledger, [case], ResponseType.OTHER, when="2025-03-13", inference="heard")
        raise_cases(ledger, [case], by=None, to=None, when="2025-03-13/2025-03-14", inference="heard")
        respond(ledger, [case], ResponseType.OTHER, when="2024", inference="heard")
    clear(case)
    lines = [(one.step, one.when[:4]) for one in public().cases[0].ledger]
    assert lines == [("reply", "2024"), ("raised", "2025"), ("reply", "2025")]


def test_a_description_cannot_name(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case = case_of(ledger, HIDDEN)
    clear(case, PublicationForm.DESCRIPTION, description="a lawyer called Orrel")
    assert public().cases[0].called == "a lawyer called [name withheld]"


def test_a_group_appears_only_as_decided(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        group = ledger.add(Group())
        lines = document(ledger, "we raised the miners of the valley")
        ledger.state(group, Property.NAME, "the miners of the valley", passage=lines[0])
        case = ledger.add(Case(group=group))
        ledger.ground(held(ledger), passage=lines[0])
    assert "miners" not in everything()
    assert str(case.pk) not in everything()
    decide_publication(group, PublicationForm.NAME, by=officer(), at=NOW)
    assert public().cases[0].called == "the miners of the valley"


def test_nothing_of_the_undecided_is_counted_and_a_number_only_where_so_decided(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        cases, meeting = [case_of(ledger, name) for name in (HIDDEN, "Corin Vesper")], held(ledger)
        raise_cases(ledger, cases, by=None, to=None, meeting=meeting, inference="heard")
    assert (public().meetings[0].not_named, public().not_named) == (0, 0)
    clear(cases[0], PublicationForm.COUNT)
    assert (public().meetings[0].not_named, public().not_named) == (1, 1)
    assert not any(str(case.pk) in everything() for case in cases)


def test_what_was_said_not_to_be_raised_is_not_counted_as_raised(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        case, meeting = case_of(ledger, HIDDEN), held(ledger)
        kind = RepresentationKind.SAID_NOT_RAISED
        raise_cases(ledger, [case], by=None, to=None, meeting=meeting, kind=kind, inference="heard")
    clear(case)
    assert public().meetings[0].cases == ()
    assert "<b>0</b> of these raised" in everything()


def test_a_quote_only_source_shows_at_most_ninety_words_in_all(record: MadeRecord) -> None:
    lines = [" ".join(f"word{line}x{number}" for number in range(30)) for line in range(6)]
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        passages = document(ledger, "\n".join(lines), Terms.QUOTE_ONLY)
        for passage in passages:
            commitment = Commitment(what=passage.quote, strength="agreed", by_words="")
            ledger.ground(ledger.add(commitment), passage=passage)
    shown_words = set(re.findall(r"word\dx\d+", everything()))
    assert len(shown_words) <= 90
    assert len(shown_words) > 60


def test_words_that_two_passages_share_count_once(record: MadeRecord) -> None:
    line = " ".join(f"w{number}" for number in range(39))
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        text = document(ledger, line + "\n" + "more " * 30, Terms.QUOTE_ONLY)[0].text
        for end in (len(line), len(line) - 4, len(line) - 8):
            ledger.ground(held(ledger), passage=passage_at(ledger, text, 0, end))
    assert all(not quote.words.endswith("…") for meeting in public().meetings for quote in meeting.ground.quotes)


def test_a_source_that_may_not_be_quoted_is_cited_without_words(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        lines = document(ledger, "the talks were long and slow", Terms.NOT_QUOTABLE, title="A report")
        ledger.ground(held(ledger), passage=lines[0])
        commitment = ledger.add(Commitment(what="the talks were long and slow", strength="agreed"))
        ledger.ground(commitment, passage=lines[0])
    assert "long and slow" not in everything()
    assert "A report" in everything()


def test_a_quote_that_is_cut_shows_no_half_of_a_name(record: MadeRecord) -> None:
    words = " ".join(["word"] * 39) + " Corin Vesper and others"
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        ledger.ground(held(ledger), passage=document(ledger, words, Terms.QUOTE_ONLY)[0])
    assert public().meetings[0].ground.quotes[0].words.endswith("word [name withheld] …")


def test_marked_words_are_withheld_in_quotes_and_in_what_was_taken_from_them(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        line = document(ledger, "they spoke of the barefoot one again")[0]
        at = line.quote.index("the barefoot one")
        ledger.add(WithheldSpan(text=line.text, start=at, end=at + 16, by=officer(), at=NOW))
        ledger.ground(ledger.add(Commitment(what="speak of the barefoot one", strength="agreed")), passage=line)
    one = public().commitments[0]
    assert one.what == "speak of [name withheld]"
    assert one.ground.quotes[0].words == "they spoke of [name withheld] again"


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("https://example.org/talks/2025/141899.htm", "https://example.org/talks/2025/141899.htm"),
        ("https://example.org/j/drl/rls/rm/2010/#top", "https://example.org/j/drl/rls/rm/2010/"),
        ("https://example.org/release-of-corin-vesper", "https://example.org/"),
        ("https://example.org/people/vesper", "https://example.org/"),
        ("https://example.org/talks?about=tamsin", "https://example.org/"),
        ("https://example.org/%E5%90%B4", "https://example.org/"),
        ("https://me:secret@example.org/talks", ""),
        ("/home/me/orrel/talks.txt", ""),
        ("file:///home/me/talks.txt", ""),
    ],
)
def test_an_address_is_shown_where_it_names_nobody(record: MadeRecord, place: str, address: str) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        ledger.ground(held(ledger), passage=document(ledger, "the talks", place=place, name="orrel.txt")[0])
        case_of(ledger, HIDDEN)
    assert public().sources[0].address == address


@pytest.mark.parametrize("more", ["", " and more" * 300], ids=["short", "long"])
def test_the_hash_of_a_note_is_not_published_for_it_would_prove_a_guess(record: MadeRecord, more: str) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        source, passage = take_note(ledger, f"They said that Tamsin Orrel is well{more}")
        ledger.ground(held(ledger), passage=passage)
        case_of(ledger, HIDDEN)
    assert source.sha256 not in everything()
    assert "They said that [name withheld] is well" in everything()


def test_who_keeps_the_record_is_never_published(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        _, passage = take_note(ledger, "they were well")
        meeting = held(ledger)
        ledger.ground(meeting, passage=passage)
        ledger.state(meeting, Property.PLACE, "Karvuld", inference="entered by officer", account=passage.account)
    assert "officer" not in everything()
    assert "keeper" not in everything()


@pytest.mark.parametrize("teller", ["a nurse of the prison", "Corin Vesper", "a friend of Ilsa Tarn"])
def test_whose_account_it_is_is_said_only_of_those_who_may_be_named(record: MadeRecord, teller: str) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        meeting, line = held(ledger), document(ledger, "it was long")[0]
        official(ledger, "Ilsa Tarn", meeting, ledger.add(Party(name="Verania")))
        for name in (teller, "Minister Ilsa Tarn"):
            ledger.state(
                meeting, Property.SUMMARY, "it was long", passage=line, account=account_of(ledger, teller=name)
            )
    assert {fact.account for fact in public().meetings[0].facts} == {"", "Minister Ilsa Tarn"}
    assert teller not in everything()


def test_that_something_was_released_is_not_published(record: MadeRecord) -> None:
    with writing(CONFIDENTIAL, by=officer(), at=NOW) as ledger:
        meeting = held(ledger)
    release(meeting, fields=frozenset({"meeting_kind", "status"}), why="agreed", by=officer(), at=NOW)
    assert len(public().meetings) == 1
    assert "confidential" not in everything()
    assert "released from" not in everything()


def test_the_day_of_the_last_change_is_that_of_a_public_row_that_shows(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        held(ledger)
    with writing(PUBLIC, by=officer(), at=NOW + timedelta(days=9)) as ledger:
        case_of(ledger, HIDDEN)
    with writing(CONFIDENTIAL, by=officer(), at=NOW + timedelta(days=19)) as ledger:
        held(ledger)
    assert public().last_changed == NOW.date()
    assert public_record(TODAY + timedelta(days=400)).last_changed == NOW.date()


def test_a_hidden_name_in_any_public_text_field_is_published_nowhere(record: MadeRecord) -> None:
    name: Any = HIDDEN
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        hidden, other = case_of(ledger, name), case_of(ledger, "Mila Goss")
        title = f"On {name}"
        line = document(
            ledger, f"We raised {name} and Mila Goss", title=title, name=name, place=f"https://a.org/{name}"
        )[0]
        party, meeting = ledger.add(Party(name=f"{name} Party")), held(ledger)
        account = ledger.add(Account(teller=name))
        rows: list[Any] = [
            Agency(name=f"{name} Society", party=party), Dialogue(name=f"The {name} talks", interval=name),
            MeetingTheme(meeting=meeting, theme=name), Characterisation(meeting=meeting, words=f"about {name}"),
            Commitment(what=f"release {name}", by_words=name, strength="agreed"),
            Exchange(source=line.text.source, meeting=meeting, outlet=name, asks=f"what of {name}?", clarity="reply"),
            Outcome(case=other, outcome_kind="released", summary=f"with {name}", linked_by=account),
        ]  # fmt: skip
        for row in rows:
            ledger.ground(ledger.add(row), passage=line)
        for about in (Property.NAME, Property.PLACE, Property.SUMMARY, Property.TITLE):
            ledger.state(meeting, about, f"that of {name}", passage=line, account=account)
            if about != Property.NAME:
                ledger.state(other, about, f"that of {name}", inference=f"said {name}", account=account)
        ledger.add(Participation(meeting=meeting, party=party, agency=Agency.objects.using(PUBLIC).get()))
        raise_cases(ledger, [hidden, other], by=party, to=party, meeting=meeting, inference=f"of {name}")
        respond(ledger, [other, hidden], ResponseType.OTHER, by=party, summary=f"on {name}", inference=f"of {name}")
    clear(other)
    text = everything()
    assert "Mila Goss" in text
    assert not {"tamsin", "orrel"} & set(text.casefold().replace("/", " ").replace("%20", " ").split())
    assert "orrel" not in text.casefold()


def test_a_public_record_has_no_id_of_a_row_that_is_not_published(record: MadeRecord) -> None:
    with writing(PUBLIC, by=officer(), at=NOW) as ledger:
        hidden = case_of(ledger, HIDDEN)
        line = document(ledger, "nothing", Terms.NOT_QUOTABLE)[0]
        response = respond(ledger, [hidden], ResponseType.OTHER, summary="x", passage=line)
        outcome = ledger.add(Outcome(case=hidden, outcome_kind="died"))
    unpublished: list[uuid.UUID | None] = [hidden.pk, hidden.person_id, response.pk, outcome.pk, line.pk]
    assert not any(str(key) in everything() for key in [*unpublished, line.text.source_id])


def test_the_confidential_database_is_shut_while_the_public_one_is_read(record: MadeRecord) -> None:
    cleared = set()

    def watch(execute: Any, *query: Any) -> Any:
        cleared.add(keyring.is_cleared())
        return execute(*query)

    with connections[PUBLIC].execute_wrapper(watch):
        public()
    assert keyring.is_cleared()
    assert cleared == {False}
