"""A reading as a ledger: each number is the number of things it counts, each thing stands on its words."""

from dataclasses import replace

import pytest

from makers import TEXT, make_reading, span
from twotrack.reading.findings import Exchange, ParticipantFinding, Reading, Span
from twotrack.reading.ledger import Item, Section, ledger_of, main_meeting
from twotrack.vocabulary import Clarity, MeetingStatus, Technique
from typed_text import reading_of

NOTHING = reading_of("Nothing of the kind stands here.")


def section(reading: Reading, key: str) -> Section:
    return next(one for one in ledger_of(reading).sections if one.key == key)


def labels(items: tuple[Item, ...]) -> list[str]:
    return [item.label for item in items]


def numbers(held: Section) -> dict[str, int]:
    return {count.label: count.number for count in held.counts}


def participant(name: str | None, *, count: int | None = None, meeting: str | None = "m1") -> ParticipantFinding:
    return ParticipantFinding(
        name=name, title=None, organisation=None if name else "agencies", side="Verania", meeting=meeting, head=False,
        count=count, mentions=(span("delegation"),), confidence=0.5, rule="made-by-hand",
    )  # fmt: skip


def exchange(key: str, clarity: Clarity) -> Exchange:
    return Exchange(
        id=key, question_turns=("t1",), answer_turns=("t2",), asker="Marta Quill", outlet=None, follow_up_to=None,
        asks="where she is", clarity=clarity, technique=Technique.DECLINING, evidence=(), mentions=(), confidence=0.5,
        rule="made-by-hand",
    )  # fmt: skip


def test_the_questions_stand_in_their_order() -> None:
    keys = [one.key for one in ledger_of(make_reading()).sections]
    assert keys == ["meeting", "participants", "cases", "commitments", "exchanges", "topics", "other-meetings"]


def test_the_meeting_is_said_with_day_and_place() -> None:
    (item,) = section(make_reading(), "meeting").items
    assert item.label == "round of March 2025"
    assert item.facts == ("3 to 4 March 2025", "Dunmarrow", "round")


def test_a_missing_day_or_place_is_not_stated_in_this_document() -> None:
    reading = make_reading()
    (item,) = section(
        replace(reading, meetings=(replace(reading.meetings[0], when=None, place=None),)), "meeting"
    ).items
    assert item.facts[:2] == ("date not stated in this document", "place not stated in this document")


def test_nothing_found_counts_nothing() -> None:
    assert all(not one.counts for one in ledger_of(NOTHING).sections)


def test_held_goes_before_planned_and_what_more_findings_name_before_the_rest() -> None:
    reading = make_reading()
    first, planned = reading.meetings
    other = replace(first, id="m3", mentions=(Span(0, 2),))
    assert main_meeting(replace(reading, meetings=(planned, other, first))) is first
    assert main_meeting(replace(reading, meetings=(planned,))) is planned
    assert main_meeting(replace(reading, meetings=())) is None
    assert labels(section(reading, "other-meetings").items) == ["next round"]
    assert numbers(section(reading, "other-meetings")) == {MeetingStatus.PLANNED.label: 1}


def test_persons_agencies_and_numbers_are_counted_apart() -> None:
    people = (participant("Ilsa Tarn"), participant("Pavo Senn"), participant(None, count=9), participant(None))
    held = section(replace(make_reading(), participants=people), "participants")
    assert numbers(held) == {"persons named": 2, "agencies named": 1, "given as a number": 9}
    assert [side for side, _ in held.groups] == ["Verania"]


def test_who_was_at_another_meeting_did_not_take_part() -> None:
    people = (participant("Ilsa Tarn"), participant("Pavo Senn", meeting="m2"))
    assert labels(section(replace(make_reading(), participants=people), "participants").items) == ["Ilsa Tarn"]


def test_a_case_says_what_happened_and_by_whom_it_was_raised() -> None:
    (item,) = section(make_reading(), "cases").items
    assert item.label == "Tamsin Orrel"
    assert item.facts == ("detained", "raised by Aldmark")
    assert [passage.of for passage in item.passages] == ["", "status"]


def test_what_is_promised_with_a_date_comes_first_and_by_date() -> None:
    reading = make_reading()
    (one,) = reading.commitments
    held = tuple(replace(one, what=due or "some day", due=due) for due in (None, "2027", "2026-03"))
    shown = section(replace(reading, commitments=held), "commitments")
    assert labels(shown.items) == ["2026-03", "2027", "some day"]
    assert numbers(shown) == {"with a date": 2, "without a date": 1}


def test_requests_are_counted_by_how_they_fared() -> None:
    reading = reading_of("QUESTION: Where is she?\n\nMINISTER X: I will not say. Next.")
    asked = tuple(
        exchange(f"e{number}", clarity)
        for number, clarity in enumerate([Clarity.NON_REPLY, Clarity.REPLY, Clarity.NON_REPLY])
    )
    held = section(replace(reading, exchanges=asked), "exchanges")
    assert numbers(held) == {"reply": 1, "non-reply": 2}
    assert held.items[0].facts == ("declining", "asked by Marta Quill")
    said = [reading.text[passage.start : passage.end] for passage in held.items[0].passages]
    assert said == ["Where is she?", "I will not say."]


def test_every_passage_holds_its_exact_words() -> None:
    reading = make_reading()
    for one in ledger_of(reading).sections:
        for passage in (passage for item in one.items for passage in item.passages):
            assert passage.words
            assert all(passage.start <= start < end <= passage.end for start, end in passage.words)
    (case,) = section(reading, "cases").items
    sentence = case.passages[0]
    assert TEXT[sentence.start : sentence.end] == "We raised the case of Tamsin Orrel, who is detained."


def test_words_in_one_sentence_stand_together() -> None:
    reading = make_reading()
    both = (span("Tamsin Orrel"), span("who is detained"))
    (item,) = section(
        replace(reading, cases=(replace(reading.cases[0], mentions=both, status_mentions=()),)), "cases"
    ).items
    assert [passage.words for passage in item.passages] == [both]


def test_of_a_sentence_without_end_what_is_near_is_shown() -> None:
    text = "word " * 9000 + "Tamsin Orrel" + " word" * 9000 + TEXT
    (item,) = section(make_reading(text), "cases").items
    assert item.passages[0].end - item.passages[0].start < 700
    assert "Tamsin Orrel" in text[item.passages[0].start : item.passages[0].end]


def test_a_sentence_never_crosses_a_turn() -> None:
    reading = reading_of("MINISTER X: We raised it\n\nMINISTER Y: and they answered.")
    start = reading.text.index("raised")
    case = replace(make_reading().cases[0], mentions=(Span(start, start + 6),), status_mentions=(), meeting=None)
    (passage,) = section(replace(reading, cases=(case,)), "cases").items[0].passages
    assert reading.text[passage.start : passage.end] == "We raised it"


@pytest.mark.parametrize(("part", "keys"), [("cases", ["cases"]), ("meetings", ["meeting", "other-meetings"])])
def test_of_what_was_not_looked_for_nothing_is_said(part: str, keys: list[str]) -> None:
    assert [one.key for one in ledger_of(make_reading(), frozenset({part})).sections] == keys
