"""From finding to entries: what accepting a proposal makes. One function a section; the table stands at the end.

    meeting -> meeting, with its name, dates and place as statements
    participant -> participation, and person or agency
    topic -> representation of a concern, or theme of the meeting where nobody raised it
    case -> person or group, case, a statement of the status, and a representation where it was raised
    commitment -> commitment or benchmark
    position -> position of a party on a theme; characterisation -> how a meeting is described
    exchange -> exchange with its clarity

Nobody is recognised by name alone: a person is new unless the decision merges the proposal into one that is there.
Agencies and parties are no persons; they are found again by their names.
"""

import unicodedata
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from twotrack.errors import LedgerError
from twotrack.reading.sentences import sentences
from twotrack.record.confidentiality import Sight
from twotrack.record.ledger import Ledger, day_bounds
from twotrack.record.models import (
    Account,
    Agency,
    Benchmark,
    Case,
    Characterisation,
    Commitment,
    DialogueParty,
    Entry,
    Exchange,
    Group,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Participation,
    Party,
    Passage,
    Person,
    Position,
    Proposal,
    RaisedCase,
    Representation,
    SourceDialogue,
)
from twotrack.record.passages import account_of, passage_at
from twotrack.vocabulary import (
    CommitmentNature,
    Matter,
    MeetingKind,
    ParticipationRole,
    Property,
    Raised,
    RepresentationKind,
    Strength,
)

E = TypeVar("E", bound=Entry)
LONGEST = 400  # code points of a sentence that is still quoted whole

_REPRESENTED = {
    Raised.RAISED: RepresentationKind.RAISED,
    Raised.SAID_NOT_RAISED: RepresentationKind.SAID_NOT_RAISED,
    Raised.DECLINED_TO_DISCUSS: RepresentationKind.WOULD_NOT_SAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """One proposal being accepted: where to, what it says (after editing), what it refers to, what it merges into."""

    ledger: Ledger
    sight: Sight
    proposal: Proposal
    data: dict[str, Any]
    meeting: Meeting | None
    into: Entry | None

    @property
    def account(self) -> Account | None:
        """Whose telling the words are: the speaker's."""
        return account_of(self.ledger, teller=self.data.get("teller") or "")

    def passages(self) -> list[Passage]:
        """The proposal's mentions as passages."""
        account = self.account
        return [passage_at(self.ledger, self.proposal.text, start, end, account) for start, end in self.proposal.spans]

    def sentence(self, passage: Passage) -> Passage:
        """The sentence around a passage: a name alone does not show that somebody was raised. The passage itself where the
        sentence is longer than a reader wants."""
        text = self.proposal.text.text
        start = max(text.rfind("\n\n", 0, passage.start) + 2, passage.start - 2 * LONGEST, 0)
        end = text.find("\n\n", passage.end)
        for span in sentences(text, start, end if end != -1 else len(text)):
            if span.start <= passage.start and passage.end <= span.end <= span.start + LONGEST:
                return passage_at(self.ledger, self.proposal.text, span.start, span.end, passage.account)
        return passage

    def add(self, entry: E, passages: list[Passage]) -> E:
        """Write an entry that came from this proposal, on its passages."""
        entry.proposal = self.proposal
        made = self.ledger.add(entry)
        for passage in passages:
            self.ledger.ground(made, passage=passage)
        return made

    def state(self, subject: Entry, about: Property, value: str | None, passage: Passage) -> None:
        """Write a statement that came from this proposal, where there is a value."""
        if value:
            language = _script_language(value) if about in (Property.NAME, Property.STATUS, Property.PLACE) else "und"
            self.ledger.state(
                subject,
                about,
                value,
                passage=passage,
                account=passage.account,
                proposal=self.proposal,
                value_language=language,
            )


def accept_meeting(act: Acceptance) -> Entry:
    """A meeting; merged into one that is there, it adds its statements to that one."""
    data, passages = act.data, act.passages()
    if act.into is not None:
        meeting: Entry = act.into
        for passage in passages:
            act.ledger.ground(meeting, passage=passage)
    else:
        meeting = act.add(
            Meeting(meeting_kind=data["kind"], status=data["status"], part_of=act.meeting, track=data.get("track", "")),
            passages,
        )
        if data["kind"] in (MeetingKind.ROUND, MeetingKind.SESSION):
            for link in SourceDialogue.objects.using(act.ledger.alias).filter(source_id=act.proposal.source_id):
                act.add(MeetingDialogue(meeting=meeting, dialogue_id=link.dialogue_id), passages[:1])
    act.state(meeting, Property.NAME, data.get("name"), passages[0])
    act.state(meeting, Property.WHEN, data.get("when"), passages[0])
    act.state(meeting, Property.PLACE, data.get("place"), passages[0])
    return meeting


def accept_participant(act: Acceptance) -> Entry:
    """A participation, with the person (new, or the one merged into) or the agency (found again by name and party)."""
    data, passages = act.data, act.passages()
    party = find_party(act, data.get("side"))
    person = agency = None
    if data.get("name"):
        person = act.into if isinstance(act.into, Person) else act.add(Person(), passages)
        act.state(person, Property.NAME, data["name"], passages[0])
        act.state(person, Property.TITLE, data.get("title"), passages[0])
    if data.get("organisation") and not data.get("count"):
        agency = _agency(act, data["organisation"], party, passages)
    if act.meeting is None:
        return person or agency or act.add(Person(), passages)
    role = ParticipationRole.HEAD if data.get("head") else ParticipationRole.MEMBER
    count = data.get("count")
    return act.add(
        Participation(
            meeting=act.meeting,
            party=party,
            person=person,
            agency=agency,
            role=role.value,
            count=count,
            count_words=passages[0].quote if count else "",
        ),
        passages,
    )


def accept_topic(act: Acceptance) -> Entry:
    """A concern raised by a party, or a theme of the meeting where nobody is said to have raised it."""
    data, passages = act.data, act.passages()
    party = find_party(act, data.get("raised_by"))
    if party is None and act.meeting is not None:
        return act.add(MeetingTheme(meeting=act.meeting, theme=data["theme"], track=data.get("track", "")), passages)
    other = _other_side(act, party)
    return act.add(
        Representation(
            by_party=party,
            to_party=other,
            about_party=None,
            meeting=act.meeting,
            theme=data["theme"],
            track=data.get("track", ""),
        ),
        passages,
    )


def accept_case(act: Acceptance) -> Entry:
    """A case of a person or group (new, or the one merged into), its names and status, and the representation it came in."""
    data, passages = act.data, act.passages()
    if isinstance(act.into, Case):
        case, subject = act.into, act.into.person or act.into.group
    else:
        subject = (
            act.into
            if isinstance(act.into, (Person, Group))
            else act.add(Group() if data.get("group") else Person(), passages)
        )
        matter = data.get("matter") or Matter.NOT_STATED.value
        at_issue = {"group": subject} if isinstance(subject, Group) else {"person": subject}
        case = act.add(Case(matter=matter, **at_issue), passages)
    assert subject is not None
    for name in (data["name"], *data.get("aliases", ())):
        act.state(subject, Property.NAME, name, passages[0])
    if data.get("status"):
        spans = data.get("status_mentions") or [[passages[0].start, passages[0].end]]
        for start, end in spans[:1]:
            act.state(
                case,
                Property.STATUS,
                data["status"],
                passage_at(act.ledger, act.proposal.text, start, end, act.account),
            )
    kind = _REPRESENTED.get(Raised(data["raised"]))
    if kind is not None:
        by = find_party(act, data.get("raised_by"))
        other = _other_side(act, by)
        raised_in = [act.sentence(passages[0])]
        representation = act.add(
            Representation(
                representation_kind=kind.value,
                by_party=by,
                to_party=other,
                about_party=other,
                meeting=act.meeting,
                track="difference",
            ),
            raised_in,
        )
        act.add(RaisedCase(representation=representation, case=case), raised_in)
    return case


def accept_commitment(act: Acceptance) -> Entry:
    """A commitment with the meeting that it promises, or a benchmark."""
    data, passages = act.data, act.passages()
    due = data.get("due") or ""
    due_last = day_bounds(due)[1] if due else None
    party = find_party(act, data.get("who"))
    words = "" if party else data.get("who") or ""
    if data.get("benchmark"):
        return act.add(
            Benchmark(
                by_party=party,
                by_words=words,
                measure=data["what"],
                measure_language=_script_language(data["what"]),
                due=due,
                due_last=due_last,
            ),
            passages,
        )
    return act.add(
        Commitment(
            by_party=party,
            by_both=data.get("who") == "both",
            by_words="" if words == "both" else words,
            what=data["what"],
            what_language=_script_language(data["what"]),
            nature=(CommitmentNature.STANDING if data.get("standing") else CommitmentNature.ACT).value,
            strength=Strength(data["strength"]).value,
            due=due,
            due_last=due_last,
            promises_meeting=act.meeting,
        ),
        passages,
    )


def accept_position(act: Acceptance) -> Entry:
    """What a party said on a theme, at the meeting where one is told."""
    party = find_party(act, act.data.get("party"))
    if party is None:
        raise LedgerError("a position is one side's; say which")
    return act.add(Position(party=party, meeting=act.meeting, theme=act.data["theme"]), act.passages())


def accept_characterisation(act: Acceptance) -> Entry:
    """How a side, or nobody in particular, describes a meeting."""
    if act.meeting is None:
        raise LedgerError("a description is of a meeting; accept that first, or say which")
    words = act.data["words"]
    party = find_party(act, act.data.get("party"))
    described = Characterisation(party=party, meeting=act.meeting, words=words, words_language=_script_language(words))
    return act.add(described, act.passages())


def accept_exchange(act: Acceptance) -> Entry:
    """An exchange with its clarity as decided; the words that decide it are grounds beside the request's own."""
    data, passages = act.data, act.passages()
    passages += [passage_at(act.ledger, act.proposal.text, start, end) for start, end in data.get("evidence", ())]
    asker = act.add(Person(), passages[:1]) if data.get("asker") else None
    if asker is not None:
        act.state(asker, Property.NAME, data["asker"], passages[0])
    return act.add(
        Exchange(
            source_id=act.proposal.source_id,
            meeting=act.meeting,
            asker=asker,
            outlet=data.get("outlet") or "",
            asks=data["asks"],
            asks_language=act.proposal.source.language,
            clarity=data["clarity"],
            technique=data.get("technique") or "",
        ),
        passages,
    )


ACCEPT: dict[str, Callable[[Acceptance], Entry]] = {
    "meetings": accept_meeting,
    "participants": accept_participant,
    "topics": accept_topic,
    "cases": accept_case,
    "commitments": accept_commitment,
    "positions": accept_position,
    "characterisations": accept_characterisation,
    "exchanges": accept_exchange,
}


def find_party(act: Acceptance, name: str | None) -> Party | None:
    """The party of this name in sight of the database written to, made if it is not there; None for nobody and for both."""
    if not name or name == "both" or name == act.data.get("name"):
        return None
    for party in act.sight.all(Party):
        if party.name == name:
            return party
    return act.add(Party(name=name), act.passages()[:1]) if _names_a_party(act, name) else None


def _names_a_party(act: Acceptance, name: str) -> bool:
    """Whether `name` is that of a party rather than of a person who promised something."""
    speakers = {act.data.get("teller"), act.data.get("asker")}
    return name not in speakers and (act.proposal.section != "commitments" or name in _sides(act))


def _sides(act: Acceptance) -> set[str]:
    others = Proposal.objects.using(act.ledger.alias).filter(source_id=act.proposal.source_id, section="participants")
    return {side for proposal in others if (side := proposal.data.get("side"))}


def _other_side(act: Acceptance, party: Party | None) -> Party | None:
    """The party across the table: of a dialogue between two, the one that is not `party`."""
    if party is None or act.meeting is None:
        return None
    dialogues = [link.dialogue_id for link in act.sight.all(MeetingDialogue, meeting_id=act.meeting.pk)]
    parties: dict[uuid.UUID, Party] = {
        link.party_id: link.party
        for dialogue in dialogues
        for link in act.sight.all(DialogueParty, dialogue_id=dialogue)
    }
    if not parties:
        rows = act.sight.all(Participation, meeting_id=act.meeting.pk)
        parties = {row.party_id: row.party for row in rows if row.party_id}
    others = [other for key, other in parties.items() if key != party.pk]
    return others[0] if len(others) == 1 else None


def _agency(act: Acceptance, name: str, party: Party | None, passages: list[Passage]) -> Agency:
    for agency in act.sight.all(Agency, name=name):
        if agency.party_id == (party.pk if party else None):
            return agency
    return act.add(Agency(name=name, party=party, name_language=_script_language(name)), passages)


def _script_language(value: str) -> str:
    """What the script alone tells of a value's language: Han or Latin letters, else undetermined."""
    if any("CJK" in unicodedata.name(letter, "") for letter in value):
        return "zh"
    return "und-Latn" if any(letter.isascii() and letter.isalpha() for letter in value) else "und"
