"""What people do in a record, as a table of acts by name: the public ones, and those in confidence, on public rows and beside.

Each takes words, and a number by which it picks among the rows that are there; where there is none it does nothing.
"""

import contextlib
import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model

from canaries import canary_row
from makers import NOW, TEXT, add_person, capture_made, ingest_made, make_reading
from twotrack import clock
from twotrack.record import corrections, promises, representations, talks
from twotrack.record.decisions import decide_all
from twotrack.record.folder import OpenRecord, current_folder, read_keys
from twotrack.record.forget import forget
from twotrack.record.keyring import CONFIDENTIAL, KEYS, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.links import record_models
from twotrack.record.merging import point
from twotrack.record.models import (
    Case,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    Exchange,
    Group,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Party,
    Person,
    Proposal,
    Release,
    Source,
    SourceText,
    Statement,
    User,
)
from twotrack.record.names_review import mark_reviewed, withhold
from twotrack.record.notes import take_note
from twotrack.record.publication import decide_publication
from twotrack.record.releases import release
from twotrack.record.withdrawals import withdraw
from twotrack.vocabulary import (
    Clarity,
    CommitmentStatus,
    ErasureReason,
    OutcomeKind,
    Property,
    PublicationForm,
    ResponseType,
    Strength,
    Terms,
    WithdrawalReason,
)

Act = Callable[[str, int], object]
SECTIONS = ("meetings", "participants", "cases", "commitments")
FORMS = tuple(PublicationForm)
SELDOM = 4  # forgetting rewrites the files, which takes ten times as long as other acts


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def pick(model: type[Model], number: int, alias: str = PUBLIC) -> Any:
    """One of the rows of a model, None where there is none."""
    rows: list[Any] = list(model._default_manager.using(alias).order_by("pk"))
    return rows[number % len(rows)] if rows else None


def accept_all(alias: str, section: str = "") -> None:
    proposals = Proposal.objects.using(alias).order_by("section", "id")
    for one in [section] if section else SECTIONS:
        decide_all(list(proposals.filter(section=one)), by=officer(), at=clock.now())


# -- public acts


def _document(words: str, number: int) -> None:
    reading = make_reading(TEXT.replace("Tamsin Orrel", words), case=words) if number % 2 else make_reading()
    capture_made(PUBLIC, reading, by=officer(), address=f"https://example.org/talks/{number % 3}")
    for source in Source.objects.using(PUBLIC).filter(terms="quote-only"):
        if number % 3 == 0:
            with writing(PUBLIC, by=officer()) as ledger:
                ledger.change(source, terms=Terms.FREE.value)
    accept_all(PUBLIC)


def _somebody(words: str, number: int) -> None:
    with writing(PUBLIC, by=officer()) as ledger:
        if number % 4:
            add_person(ledger, words)
        else:
            group = ledger.add(Group())
            ledger.ground(ledger.add(Case(group=group)), inference="told")
            ledger.state(group, Property.NAME, words, inference="told")


def _decide(words: str, number: int) -> None:
    subject = pick(Person, number) or pick(Group, number)
    if subject is not None:
        form = FORMS[number % len(FORMS)]
        review = date(2026, 5, 3) if number % 7 == 6 else None
        decide_publication(
            subject, form, by=officer(), at=clock.now(), description="a teacher", why=words, review_by=review
        )


def _talks(words: str, number: int) -> None:
    with writing(PUBLIC, by=officer()) as ledger:
        us, them = ledger.add(Party(name="Aldmark")), ledger.add(Party(name=f"Verania {number}"))
        dialogue = ledger.add(Dialogue(name="Aldmark and Verania", interval="P1Y"))
        meeting = ledger.add(Meeting(meeting_kind="round", status="held"))
        links = [ledger.add(DialogueParty(dialogue=dialogue, party=one)) for one in (us, them)]
        theme = ledger.add(MeetingTheme(meeting=meeting, theme=("religion", "torture", words[:60])[number % 3]))
        held = ledger.add(MeetingDialogue(meeting=meeting, dialogue=dialogue))
        ledger.stand(us, them, dialogue, meeting, *links, theme, held, passage=None, inference="told")
        ledger.state(meeting, Property.WHEN, f"20{number % 30:02}-05-04", inference="told")
        talks.take_position(ledger, us, "religion", meeting=meeting, summary=words, inference="told")
        talks.describe(ledger, meeting, words, by=them, inference="told")
        talks.raise_concern(ledger, "torture", by=us, to=them, meeting=meeting, inference=words)


def _ledger_line(words: str, number: int) -> None:
    case = pick(Case, number)
    if case is None:
        return
    with writing(PUBLIC, by=officer()) as ledger:
        meeting = pick(Meeting, number)
        representations.raise_cases(ledger, [case], by=None, to=None, meeting=meeting, inference=words)
        representations.respond(ledger, [case], ResponseType.WILL_LOOK_INTO, summary=words, inference="told")
        representations.record_outcome(ledger, case, OutcomeKind.RELEASED, when="2026-01-01", inference="told")
        ledger.state(case, Property.STATUS, words, inference="told")


def _asked(words: str, number: int) -> None:
    source = pick(Source, number)
    if source is not None:
        with writing(PUBLIC, by=officer()) as ledger:
            clarity = list(Clarity)[number % len(Clarity)].value
            asked = ledger.add(
                Exchange(
                    source=source, asks=words, outlet="Harbour Post", clarity=clarity, theme="religion",
                    asker=pick(Person, number),
                )
            )  # fmt: skip
            ledger.ground(asked, inference="told")


def _promise(words: str, number: int) -> None:
    with writing(PUBLIC, by=officer()) as ledger:
        made = promises.promise(
            ledger,
            words,
            strength=Strength.AGREED,
            both=True,
            due="2027",
            meeting=pick(Meeting, number),
            inference="told",
        )
        if number % 2:
            promises.follow_up(ledger, made, CommitmentStatus.KEPT, summary=words, inference="told")


def _correct(words: str, number: int) -> None:
    row = pick(Statement, number)
    if row is not None and row.about in (Property.STATUS, Property.NAME, Property.PLACE):
        corrections.correct(row, {"value": words}, why=f"misheard: {words}", by=officer())


def _take_back(words: str, number: int) -> None:
    row = pick((Case, Statement, Commitment)[number % 3], number)
    if row is not None:
        withdraw(row, reason=WithdrawalReason.HARM, why=words, by=officer())


def _mark(words: str, number: int) -> None:
    text = pick(SourceText, number)
    if text is not None:
        withhold(text, number % 20, number % 20 + 12, by=officer())
        mark_reviewed(text, by=officer())


def _forget_one(words: str, number: int) -> None:
    person = pick(Person, number)
    if person is not None and number % SELDOM == 0:
        forget(open_record(), person, reason=ErasureReason.REQUEST, by=officer())


def open_record() -> OpenRecord:
    """The record as a command has it, its record key aside."""
    folder = current_folder()
    return OpenRecord(folder=folder, keys=read_keys(folder), record_key=KEYS[PUBLIC])


PUBLIC_ACTS: dict[str, Act] = {
    "document": _document,
    "somebody": _somebody,
    "decide": _decide,
    "talks": _talks,
    "ledger line": _ledger_line,
    "asked": _asked,
    "promise": _promise,
    "correct": _correct,
    "withdraw": _take_back,
    "mark": _mark,
    "forget": _forget_one,
}


# -- acts in confidence


def _note(words: str, number: int) -> None:
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        take_note(ledger, f"They said {words}", about=pick(Case, number), heard_at=words, language="zh-Hans")


def _same_bytes(words: str, number: int) -> None:
    ingest_made(CONFIDENTIAL, make_reading(), by=officer())
    accept_all(CONFIDENTIAL, SECTIONS[number % len(SECTIONS)])


def _same_address(words: str, number: int) -> None:
    reading = make_reading(f"{words}. {TEXT}")
    capture_made(CONFIDENTIAL, reading, by=officer(), day=number % 9, address=f"https://example.org/talks/{number % 3}")
    accept_all(CONFIDENTIAL)


def _same_person(words: str, number: int) -> None:
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        case = add_person(ledger, words)
    public = pick(Person, number)
    if public is not None and case.person is not None:
        point(case.person, public, why=words, by=officer())


def _on_a_case(words: str, number: int) -> None:
    case = pick(Case, number)
    if case is not None:
        with writing(CONFIDENTIAL, by=officer()) as ledger:
            ledger.state(case, Property.STATUS, words, value_language="ug", inference=words)
            ledger.state(case, Property.WHEREABOUTS, words, inference=words)
            representations.raise_cases(
                ledger, [case], by=None, to=None, meeting=pick(Meeting, number), inference=words
            )
            representations.respond(ledger, [case], ResponseType.WILL_LOOK_INTO, summary=words, inference=words)
            representations.record_outcome(ledger, case, OutcomeKind.RELEASED, when="2026-01-01", inference=words)


def _on_a_meeting(words: str, number: int) -> None:
    meeting = pick(Meeting, number)
    if meeting is not None:
        with writing(CONFIDENTIAL, by=officer()) as ledger:
            party = ledger.add(Party(name=words))
            ledger.ground(party, inference=words)
            theme = ledger.add(MeetingTheme(meeting=meeting, theme=words[:60]))
            ledger.ground(theme, inference=words)
            ledger.state(meeting, Property.WHEN, "2026-05-04", inference=words)
            talks.take_position(ledger, party, words[:60], meeting=meeting, summary=words, inference=words)


def _any_row(words: str, number: int) -> None:
    kinds = [model for model in record_models() if model not in (User, Entry)]
    canary_row(kinds[number % len(kinds)], words[:40]).save(using=CONFIDENTIAL, force_insert=True)


def _half_a_release(words: str, number: int) -> None:
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        case = add_person(ledger, words)
        ledger.add(
            Release(
                entry_id=case.pk, fields=["matter"], public_id=clock.new_id(), why=words, by=officer(),
                intended_at=clock.now(),
            )
        )  # fmt: skip


def _cut_off(words: str, number: int) -> None:
    with contextlib.suppress(IndexError), writing(CONFIDENTIAL, by=officer()) as ledger:
        add_person(ledger, words)
        [][number]


def _forget_in_confidence(words: str, number: int) -> None:
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        case = add_person(ledger, f"Zorvath Quimble{number}")
    if number % SELDOM == 0:
        forget(open_record(), case.person, reason=ErasureReason.HARM, by=officer())


SECRET_ACTS: dict[str, Act] = {
    "note": _note,
    "same bytes": _same_bytes,
    "same address": _same_address,
    "same person": _same_person,
    "on a case": _on_a_case,
    "on a meeting": _on_a_meeting,
    "any row": _any_row,
    "half a release": _half_a_release,
    "cut off": _cut_off,
    "forget": _forget_in_confidence,
}


def tell(case: Case, words: str, secret: str) -> Statement:
    """In confidence: a statement of which a part may be released."""
    with writing(CONFIDENTIAL, by=officer()) as ledger:
        return ledger.state(case, Property.STATUS, words, value_language="und", inference=secret)


def make_public(said: Statement, secret: str, *, at: datetime) -> None:
    """Release what was said, its source and language aside."""
    release(said, fields=frozenset({"subject", "about", "value"}), why=secret, by=officer(), at=at)


def unconfirm() -> None:
    """Leave the releases as they are when cut off before their confirmation."""
    for row in Release.objects.using(CONFIDENTIAL).filter(confirmed_at__isnull=False):
        with writing(CONFIDENTIAL, by=officer()) as ledger:
            ledger.change(row, confirmed_at=None)


def moment(number: int, minutes: int = 0) -> datetime:
    """When the act of this number takes place."""
    return NOW + timedelta(hours=number, minutes=minutes)


def digest(words: str) -> int:
    """A number that follows from words alone."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")
