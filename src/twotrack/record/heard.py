"""What somebody just heard, kept in one act: the note as a source, and what follows from it, all standing on its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from twotrack.errors import LedgerError
from twotrack.record.ledger import Ledger
from twotrack.record.models import Case, Dialogue, Entry, Meeting, Party, Passage, Person, Source
from twotrack.record.notes import take_note
from twotrack.record.promises import promise
from twotrack.record.representations import raise_cases, respond
from twotrack.record.talks import raise_concern
from twotrack.vocabulary import Channel, Matter, Property, RepresentationKind, ResponseType, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What is to follow: by a party, or by both; `due` in EDTF."""

    what: str
    by: Party | None = None
    both: bool = False
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was heard: the words, whose cases they are about, what was raised with whom, what came back, what is to follow.

    `when` is EDTF, `where` a place. `new_names` are of persons who are not in the record: each gets a case. `told_by` names
    who said it, where that was not the one who writes."""

    words: str
    when: str = ""
    where: str = ""
    language: str = "und"
    cases: Sequence[Case] = ()
    new_names: Sequence[str] = ()
    theme: str = ""
    raised: RepresentationKind | None = None
    by: Party | None = None
    to: Party | None = None
    told_by: str = ""
    meeting: Meeting | None = None
    channel: Channel = Channel.CONVERSATION
    response: ResponseType | None = None
    follow_up: Promised | None = None
    dialogues: Sequence[Dialogue] = field(default=())


def keep(ledger: Ledger, heard: Heard) -> Source:
    """Keep it. Raises LedgerError where something was raised and nobody says what, and where a link leads the wrong way."""
    if heard.raised and not (heard.cases or heard.new_names or heard.theme):
        raise LedgerError("say whose case was raised, or which theme")
    if heard.response and not (heard.cases or heard.new_names):
        raise LedgerError("say on whose case the reply was")
    source, passage = take_note(
        ledger,
        heard.words,
        about=_about(heard),
        heard_on=heard.when,
        heard_at=heard.where,
        language=heard.language,
        dialogues=heard.dialogues,
        told_by=heard.told_by,
    )
    cases = [*heard.cases, *(_new_case(ledger, name, passage) for name in heard.new_names)]
    if heard.raised and cases:
        raise_cases(
            ledger, cases, by=heard.by, to=heard.to, meeting=heard.meeting, when=heard.when, channel=heard.channel,
            kind=heard.raised, passage=passage,
        )  # fmt: skip
    if heard.raised and heard.theme:
        raise_concern(
            ledger, heard.theme, by=heard.by, to=heard.to, meeting=heard.meeting, when=heard.when, channel=heard.channel,
            kind=heard.raised, passage=passage,
        )  # fmt: skip
    if heard.response:
        respond(
            ledger, cases, heard.response, by=heard.to, meeting=heard.meeting, when=heard.when, passage=passage
        )  # fmt: skip
    if heard.follow_up:
        promise(
            ledger, heard.follow_up.what, strength=Strength.INTENDED, by=heard.follow_up.by, both=heard.follow_up.both,
            due=heard.follow_up.due, meeting=heard.meeting, language=heard.language, passage=passage,
        )  # fmt: skip
    return source


def _about(heard: Heard) -> Entry | None:
    """The one entry that the note was taken on: the only case, else the meeting."""
    if len(heard.cases) == 1 and not heard.new_names:
        return heard.cases[0]
    return heard.meeting


def _new_case(ledger: Ledger, name: str, passage: Passage) -> Case:
    person = ledger.add(Person())
    case = ledger.add(Case(person=person, matter=Matter.NOT_STATED.value))
    ledger.stand(person, case, passage=passage, inference="")
    ledger.state(person, Property.NAME, name, passage=passage, account=passage.account)
    return case
