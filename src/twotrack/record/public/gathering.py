"""Gathering what may be published from the public rows."""

import uuid
from datetime import date, datetime
from functools import cached_property
from typing import Any

from twotrack.record.confidentiality import Sight
from twotrack.record.models import (
    Agency,
    Benchmark,
    BenchmarkJudgement,
    Case,
    Commitment,
    Dialogue,
    DialogueParty,
    Entry,
    Exchange,
    FollowUp,
    Group,
    Meeting,
    MeetingDialogue,
    MeetingTheme,
    Outcome,
    Participation,
    Party,
    Person,
    PublicationDecision,
    RaisedCase,
    Representation,
    ResponseCase,
    Setting,
    Source,
    Statement,
)
from twotrack.record.people import names_of, shown
from twotrack.record.public.values import (
    Concern,
    Fact,
    LedgerLine,
    Participant,
    PublicCase,
    PublicCommitment,
    PublicDialogue,
    PublicExchange,
    PublicMeeting,
    PublicRecord,
    PublicSource,
    Standing,
)
from twotrack.record.public.withholding import Withholding, standing, withholding
from twotrack.record.publication import form_of
from twotrack.vocabulary import Clarity, OutcomeKind, Property, PublicationForm, RepresentationKind, ResponseType

_NOTHING = Standing(quotes=(), inferences=())
_TELLS_NOTHING = {Property.STATUS}  # of these a description leaves the value, without its words


class Gathering:
    """One walk over the public rows; notes which entries show, for the day of the last change."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.sight = Sight.public()
        self.latest: datetime | None = None

    def record(self) -> PublicRecord:
        """Everything, in a fixed order."""
        cases = self.cases()
        meetings = self.meetings({case.id for case in cases})
        commitments = self.commitments()
        exchanges = self.exchanges()
        return PublicRecord(
            dialogues=self.dialogues(),
            meetings=meetings,
            cases=cases,
            commitments=commitments,
            exchanges=exchanges,
            sources=self.sources(),
            fictional=any(row.value == "fictional" for row in self.sight.all(Setting, name="demonstration")),
            last_changed=self.latest.date() if self.latest else None,
        )

    # -- who may be named

    @cached_property
    def decisions(self) -> dict[uuid.UUID, PublicationDecision]:
        """The latest decision on each person and group."""
        rows = sorted(self.sight.all(PublicationDecision), key=lambda row: (row.at, str(row.pk)))
        return {row.subject_id: row for row in rows}

    def form(self, subject: uuid.UUID) -> PublicationForm:
        """In which form a person or group may appear today."""
        return form_of(self.decisions.get(subject), self.on)

    @cached_property
    def officials(self) -> set[uuid.UUID]:
        """Persons who took part in meetings and are not at issue themselves: they may be named."""
        at_issue = {case.person_id for case in self.sight.all(Case)}
        took_part = {row.person_id for row in self.sight.all(Participation) if row.person_id}
        return took_part - at_issue - set(self.decisions)

    @cached_property
    def withhold(self) -> Withholding:
        """Shows the names that are cleared, withholds every other."""
        named = {key for key in self.decisions if self.form(key) == PublicationForm.NAME} | self.officials
        names = [name for key in sorted(named) for name in names_of(self.sight, key)]
        names += [row.name for row in self.sight.all(Party)] + [row.name for row in self.sight.all(Agency)]
        meetings = {row.pk for row in self.sight.all(Meeting)}
        places = [
            row.value for row in self.sight.all(Statement, about=Property.PLACE.value) if row.subject_id in meetings
        ]
        return withholding(names, places)

    # -- what shows

    def saw(self, *entries: Entry | PublicationDecision) -> None:
        """Note that entries show."""
        for entry in entries:
            moment = entry.at if isinstance(entry, PublicationDecision) else entry.recorded_at
            self.latest = moment if self.latest is None else max(self.latest, moment)

    def ground(self, entry: Entry) -> Standing:
        """What an entry stands on."""
        return standing(entry.pk, self.withhold, self.sight)

    def facts(self, subject: uuid.UUID, *, bare: bool = False) -> tuple[Fact, ...]:
        """The statements on a subject; `bare`: only those that cannot name anybody, and without their words."""
        rows = self.sight.all(Statement, subject_id=subject)
        chosen = {row.pk for about in Property if (row := shown(self.sight, subject, about))}
        facts = []
        for row in rows:
            if bare and (row.about not in _TELLS_NOTHING or not self.withhold.allows(row.value)):
                continue
            self.saw(row)
            facts.append(
                Fact(
                    id=row.pk,
                    about=row.about,
                    value=row.value
                    if row.about == Property.NAME and self._may_name(subject)
                    else self.withhold.text(row.value),
                    language=row.value_language,
                    account=self._account(row),
                    shown=row.pk in chosen,
                    ground=_NOTHING if bare else self.ground(row),
                )
            )
        order = [word.value for word in Property]
        return tuple(
            sorted(facts, key=lambda fact: (order.index(fact.about), not fact.shown, fact.value, str(fact.id)))
        )

    def shown_value(self, subject: uuid.UUID, about: Property) -> str:
        """The shown value of a property, names withheld."""
        row = shown(self.sight, subject, about)
        return self.withhold.text(row.value) if row else ""

    def dialogues(self) -> tuple[PublicDialogue, ...]:
        """All dialogues, by name."""
        found = []
        for row in self.sight.all(Dialogue):
            self.saw(row)
            parties = sorted(link.party.name for link in self.sight.all(DialogueParty, dialogue_id=row.pk))
            meetings = [link.meeting for link in self.sight.all(MeetingDialogue, dialogue_id=row.pk)]
            found.append(
                PublicDialogue(
                    id=row.pk,
                    name=self.withhold.text(row.name),
                    language=row.name_language,
                    interval=row.interval,
                    parties=tuple(parties),
                    meetings=tuple(meeting.pk for meeting in sorted(meetings, key=self._meeting_order)),
                )
            )
        return tuple(sorted(found, key=lambda one: (one.name, str(one.id))))

    def meetings(self, cases: set[uuid.UUID]) -> tuple[PublicMeeting, ...]:
        """All meetings in the order of time; `cases` are those that have a page."""
        return tuple(self._meeting(row, cases) for row in sorted(self.sight.all(Meeting), key=self._meeting_order))

    def _meeting(self, row: Meeting, published: set[uuid.UUID]) -> PublicMeeting:
        self.saw(row)
        raised = {
            link.case_id
            for act in self.sight.all(Representation, meeting_id=row.pk)
            if act.representation_kind == RepresentationKind.RAISED
            for link in self.sight.all(RaisedCase, representation_id=act.pk)
        }
        counted = [key for key in raised - published if self._case_form(key) == PublicationForm.COUNT]
        own = [one for one in self.sight.all(Commitment) if row.pk in (one.made_at_meeting_id, one.promises_meeting_id)]
        return PublicMeeting(
            id=row.pk,
            kind=row.meeting_kind,
            status=row.status,
            called=self._called(row),
            when=self.shown_value(row.pk, Property.WHEN),
            place=self.shown_value(row.pk, Property.PLACE),
            dialogues=tuple(sorted(link.dialogue_id for link in self.sight.all(MeetingDialogue, meeting_id=row.pk))),
            facts=self.facts(row.pk),
            participants=self._participants(row),
            concerns=self._concerns(row),
            cases=tuple(sorted(raised & published)),
            not_named=len(counted),
            commitments=tuple(sorted(one.pk for one in own)),
            ground=self.ground(row),
        )

    def _called(self, row: Meeting) -> str:
        """The shown name of a meeting, else its kind and number ("round 25"), else nothing."""
        number = self.shown_value(row.pk, Property.ROUND_NUMBER)
        return self.shown_value(row.pk, Property.NAME) or (
            f"{row.meeting_kind} {number}".replace("-", " ") if number else ""
        )

    def _participants(self, meeting: Meeting) -> tuple[Participant, ...]:
        found = []
        for row in self.sight.all(Participation, meeting_id=meeting.pk):
            name = title = ""
            if row.person is not None:
                if row.person_id not in self.officials and self.form(row.person.pk) != PublicationForm.NAME:
                    continue
                statement = shown(self.sight, row.person.pk, Property.NAME)
                name = statement.value if statement else ""
                title = self.shown_value(row.person.pk, Property.TITLE)
            self.saw(row)
            found.append(
                Participant(
                    party=row.party.name if row.party else "",
                    name=name,
                    title=title,
                    agency=row.agency.name if row.agency else "",
                    role=row.role,
                    count=row.count,
                    ground=self.ground(row),
                )
            )
        return tuple(sorted(found, key=lambda one: (one.party, one.role != "head", not one.name, one.name, one.agency)))

    def _concerns(self, meeting: Meeting) -> tuple[Concern, ...]:
        acts = [row for row in self.sight.all(Representation, meeting_id=meeting.pk) if row.theme]
        themes = self.sight.all(MeetingTheme, meeting_id=meeting.pk)
        self.saw(*acts, *themes)
        found = [
            Concern(theme=row.theme, raised_by=row.by_party.name if row.by_party else "", ground=self.ground(row))
            for row in acts
        ]
        found += [Concern(theme=row.theme, raised_by="", ground=self.ground(row)) for row in themes]
        return tuple(
            sorted(found, key=lambda one: (one.theme, one.raised_by, [quote.start for quote in one.ground.quotes]))
        )

    # -- cases

    def cases(self) -> tuple[PublicCase, ...]:
        """The cases of those who may be named or described."""
        found = [self._case(row, form) for row in self.sight.all(Case) if (form := self._case_form(row.pk)) in _APPEARS]
        return tuple(sorted(found, key=lambda case: (case.called, str(case.id))))

    def _case(self, row: Case, form: PublicationForm) -> PublicCase:
        subject = _subject(row)
        decision = self.decisions[subject.pk]
        self.saw(row, subject, decision)
        named = form == PublicationForm.NAME
        name = shown(self.sight, subject.pk, Property.NAME) if named else None
        facts = (self.facts(subject.pk) if named else ()) + self.facts(row.pk, bare=not named)
        return PublicCase(
            id=row.pk,
            called=name.value if name else self.withhold.text(decision.description),
            form=form.value,
            matter=row.matter,
            facts=facts,
            ledger=tuple(sorted(self._ledger(row, named), key=self._ledger_order)),
        )

    def _ledger(self, case: Case, named: bool) -> list[LedgerLine]:
        lines = []
        for raised in self.sight.all(RaisedCase, case_id=case.pk):
            act = raised.representation
            lines.append(
                self._line(act, "raised", RepresentationKind(act.representation_kind).label, named, to=act.to_party)
            )
        for answered in self.sight.all(ResponseCase, case_id=case.pk):
            response = answered.response
            lines.append(self._line(response, "reply", ResponseType(response.response_type).label, named))
        for outcome in self.sight.all(Outcome, case_id=case.pk):
            lines.append(self._line(outcome, "outcome", OutcomeKind(outcome.outcome_kind).label, named))
        return lines

    def _line(self, entry: Any, step: str, what: str, named: bool, *, to: Party | None = None) -> LedgerLine:
        self.saw(entry)
        by = getattr(entry, "by_party", None)
        meeting = getattr(entry, "meeting", None)
        return LedgerLine(
            id=entry.pk,
            step=step,
            what=what,
            by=by.name if by else "",
            to=to.name if to else "",
            when=entry.when or (self.shown_value(meeting.pk, Property.WHEN) if meeting else ""),
            meeting=meeting.pk if meeting else None,
            summary=self.withhold.text(getattr(entry, "summary", "")) if named else "",
            ground=self.ground(entry) if named else _NOTHING,
        )

    # -- promises, questions, sources

    def commitments(self) -> tuple[PublicCommitment, ...]:
        """Commitments and benchmarks, by when they are due."""
        found = []
        for row in self.sight.all(Commitment):
            self.saw(row)
            who = "both" if row.by_both else row.by_party.name if row.by_party else self.withhold.text(row.by_words)
            latest = max(self.sight.all(FollowUp, commitment_id=row.pk), key=lambda one: one.recorded_at, default=None)
            found.append(
                self._promise(
                    row, who, row.what, row.what_language, row.nature, row.strength, latest.status if latest else ""
                )
            )
        for mark in self.sight.all(Benchmark):
            self.saw(mark)
            who = mark.by_party.name if mark.by_party else self.withhold.text(mark.by_words)
            judged = max(
                self.sight.all(BenchmarkJudgement, benchmark_id=mark.pk), key=lambda one: one.recorded_at, default=None
            )
            status = judged.judgement if judged else ""
            found.append(self._promise(mark, who, mark.measure, mark.measure_language, "benchmark", "", status))
        return tuple(sorted(found, key=lambda one: (one.due == "", one.due, one.what, str(one.id))))

    def _promise(
        self, row: Commitment | Benchmark, who: str, what: str, language: str, nature: str, strength: str, status: str
    ) -> PublicCommitment:
        return PublicCommitment(
            id=row.pk,
            who=who,
            what=self.withhold.text(what),
            language=language,
            nature=nature,
            strength=strength,
            due=row.due,
            status=status,
            promises=row.promises_meeting_id if isinstance(row, Commitment) else None,
            benchmark=isinstance(row, Benchmark),
            ground=self.ground(row),
        )

    def exchanges(self) -> tuple[PublicExchange, ...]:
        """Questions and how they fared, in the order of their sources."""
        found = []
        for row in self.sight.all(Exchange):
            self.saw(row)
            asker = shown(self.sight, row.asker.pk, Property.NAME) if row.asker else None
            may = asker is not None and self.form(asker.subject_id) == PublicationForm.NAME
            found.append(
                PublicExchange(
                    id=row.pk,
                    meeting=row.meeting_id,
                    source=row.source_id,
                    asks=self.withhold.text(row.asks),
                    language=row.asks_language,
                    asker=asker.value if asker and may else "",
                    outlet=row.outlet,
                    clarity=Clarity(row.clarity).label,
                    technique=row.technique,
                    ground=self.ground(row),
                )
            )
        return tuple(
            sorted(found, key=lambda one: (str(one.source), [quote.start for quote in one.ground.quotes], str(one.id)))
        )

    def sources(self) -> tuple[PublicSource, ...]:
        """The sources of the quotes that show."""
        cited = {quote.source for quote in self.withhold.shown.values() if quote.words}
        found = [
            PublicSource(
                id=row.pk,
                title=self.withhold.text(row.title),
                kind=row.kind,
                dated=row.dated,
                got_on=row.got_at.date(),
                sha256=row.sha256,
                address=row.place
                if row.place.startswith(("https://", "http://")) and self.withhold.allows(row.place)
                else "",
                language=row.language,
            )
            for row in self.sight.all(Source)
            if row.pk in cited
        ]
        return tuple(sorted(found, key=lambda one: (one.dated, one.title, str(one.id))))

    # -- small things

    def _case_form(self, key: uuid.UUID) -> PublicationForm:
        case = self.sight.get(Case, key)
        return self.form(_subject(case).pk) if case else PublicationForm.NOTHING

    def _may_name(self, subject: uuid.UUID) -> bool:
        return subject in self.officials or self.form(subject) == PublicationForm.NAME

    def _account(self, row: Statement) -> str:
        if row.account is None:
            return ""
        if row.account.party is not None:
            return str(row.account.party.name)
        teller = str(row.account.teller)
        return teller if self.withhold.allows(teller) else ""

    def _meeting_order(self, row: Meeting) -> tuple[str, str]:
        when = shown(self.sight, row.pk, Property.WHEN)
        return (str(when.first_day) if when and when.first_day else "9999", str(row.pk))

    def _ledger_order(self, line: LedgerLine) -> tuple[str, int, str]:
        return (line.when or "9999", ("raised", "reply", "outcome").index(line.step), str(line.id))


_APPEARS = (PublicationForm.NAME, PublicationForm.DESCRIPTION)


def _subject(case: Case) -> Person | Group:
    subject: Person | Group | None = case.person or case.group
    assert subject is not None, "a case is of a person or a group"
    return subject
