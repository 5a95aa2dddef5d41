"""What can be said in public of a year: from public entries alone, persons as their publication decision says, each sentence
with its source."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from twotrack import edtf
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import (
    Case,
    Commitment,
    Exchange,
    FollowUp,
    List,
    ListItem,
    Meeting,
    Outcome,
    PublicationDecision,
    RaisedCase,
    Representation,
    Source,
)
from twotrack.record.reports import answers, called
from twotrack.record.reports.called import Met
from twotrack.record.reports.cleared import Cleared, cleared
from twotrack.record.reports.in_time import in_time
from twotrack.record.reports.readout import NOTES, who_was_raised
from twotrack.record.reports.report import Asked, Report, Total
from twotrack.record.reports.seen import Seen, among, keys_of, raw
from twotrack.record.reports.sentences import NOTES_EACH, Sentence, public_document, times
from twotrack.vocabulary import (
    Clarity,
    CommitmentStatus,
    MeetingStatus,
    OutcomeKind,
    PublicationForm,
    RepresentationKind,
)

MEETINGS, CHANGED, LISTS, PROMISED, ASKED = (
    "Meetings, and what was raised there", "What changed for persons", "Lists of names", "Promises", "Questions of the press",
)  # fmt: skip
NAMED = 10  # names in one sentence
_AT_ONCE = 40  # entries whose sources one sentence looks at


def make(asked: Asked) -> Report:
    """The report `annual`, about a year."""
    seen, year = asked.seen, asked.about
    met = [one for one in in_time(seen, seen.distinct(Meeting, "pk", *asked.only(Meeting))) if _within(one, int(year))]
    raised = _Raised(seen, met, asked.today)
    outcomes = _outcomes(seen, asked, year)
    may = cleared(seen, [*raised.to_name(), *outcomes.to_name()], [one.id for one in met], asked.today)
    parts = [
        *_meetings(met[: asked.limit], raised, may),
        *outcomes.sentences(may),
        *_lists(seen, asked, year),
        *_promises(seen, asked, met, may),
        *_asked(seen, asked, year),
    ]
    return public_document(
        seen,
        parts,
        may.text,
        name="annual",
        title=f"The year {year}",
        totals=(
            Total(label="meetings", value=len(met)),
            Total(label="acts of raising", value=sum(raised.acts.values())),
            Total(label="cases that may be told of", value=len(raised.countable())),
        ),
        notes=NOTES,
        more=len(met) > asked.limit,
    )


def _within(one: Met, year: int) -> bool:
    """Whether a meeting was, or may have been, in a year; one that is only planned is not told of."""
    if one.day is None or one.status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED):
        return False
    last = edtf.last_day(one.when) or one.day
    return one.day <= date(year, 12, 31) and last >= date(year, 1, 1)


class _Raised:
    """What was raised at some meetings: acts, their cases, and whom the decisions allow to be counted or named."""

    def __init__(self, seen: Seen, met: list[Met], on: date) -> None:
        keys = [one.id for one in met]
        self.cases: dict[str, set[str]] = defaultdict(set)  # by meeting, as the database holds them
        self.some: dict[str, list[str]] = defaultdict(list)  # by meeting some of the acts
        self.acts: Counter[str] = Counter()
        self.said: dict[str, list[str]] = defaultdict(list)
        self.subject: dict[str, str] = {}
        at: dict[str, str] = {}
        fields = ("meeting_id", "pk", "representation_kind", "count_words", "count")
        for _, rows in seen.rows(Representation, meeting_id__in=keys):
            for meeting, act, kind, words, count in raw(PUBLIC, rows.order_by("pk").values_list(*fields)):
                if kind != _RAISED:  # chosen here: by a condition the database would look up every act of this kind
                    continue
                at[act] = meeting
                self.acts[meeting] += 1
                if len(self.some[meeting]) < _AT_ONCE:
                    self.some[meeting].append(act)
                if words or count is not None:
                    self.said[meeting].append(words or str(count))
        for _, rows in seen.rows(RaisedCase, representation_id__in=among(at)):
            for act, case in raw(PUBLIC, rows.order_by().values_list("representation_id", "case_id")):
                self.cases[at[act]].add(case)
        self.subject = _subjects(seen, {case for some in self.cases.values() for case in some})
        self.forms = forms_of(self.subject.values(), on)

    def countable(self) -> set[str]:
        """The cases that may be told of, if only as one of a number."""
        return {case for case, subject in self.subject.items() if self.forms.get(subject, _NOTHING) != _NOTHING}

    def to_name(self) -> list[uuid.UUID]:
        """The cases of each meeting whose names or descriptions are told, at most so many."""
        told = (PublicationForm.NAME, PublicationForm.DESCRIPTION)
        return keys_of(
            case
            for cases in self.cases.values()
            for case in sorted(one for one in cases if self.forms.get(self.subject[one]) in told)[:NAMED]
        )


def _subjects(seen: Seen, cases: Iterable[str]) -> dict[str, str]:
    """By case its person or group; keys as the database holds them."""
    return {
        case: person or group
        for _, rows in seen.rows(Case, pk__in=among(cases))
        for case, person, group in raw(PUBLIC, rows.order_by().values_list("pk", "person_id", "group_id"))
    }


def forms_of(subjects: Iterable[str], on: date) -> dict[str, PublicationForm]:
    """By person or group the form that its latest decision allows on a day; keys as the database holds them."""
    keys = sorted({str(one) for one in subjects if one})
    rows = PublicationDecision.objects.using(PUBLIC).filter(subject_id__in=among(keys)).order_by("at", "id")
    found: dict[str, PublicationForm] = {}
    for subject, form, review in raw(PUBLIC, rows.values_list("subject_id", "form", "review_by")):
        past = review is not None and str(review) < on.isoformat()
        found[str(subject)] = PublicationForm.NOTHING if past else PublicationForm(form)
    return found


def _meetings(met: list[Met], raised: _Raised, may: Cleared) -> Iterator[Sentence]:
    countable = raised.countable()
    for one in met:
        key = _opaque(one.id, raised.acts)
        cases = raised.cases.get(key, set()) & countable
        keys = set(keys_of(cases))
        named = {case for case in keys if may.case(case)}
        words = who_was_raised(named, raised.said.get(key, []), may, NAMED)
        further = len(keys) - len(named)
        if further > 0:
            words = "; and ".join(filter(None, (words, times(further, "further case" if named else "case"))))
        acts = f" {times(raised.acts[key], 'act')} of raising" if raised.acts[key] else ""
        told = f":{acts}{f', of {words}' if words else ''}" if acts else ""
        yield Sentence(
            part=MEETINGS,
            words=f"{may.text(one.label)}, {MeetingStatus(one.status).label}{told}.",
            entries=(one.id, *keys_of(raised.some.get(key, []))),
        )


class _Outcomes:
    """What changed in a year."""

    def __init__(
        self, rows: list[tuple[str, str, str, str]], subject: dict[str, str], forms: dict[str, PublicationForm]
    ) -> None:
        self.rows, self.subject, self.forms = rows, subject, forms

    def to_name(self) -> list[uuid.UUID]:
        """The cases that are told of by name."""
        return keys_of(case for _, case, _, _ in self.rows if self._form(case) == PublicationForm.NAME)[: NAMED * 10]

    def sentences(self, may: Cleared) -> Iterator[Sentence]:
        """A sentence for each that is named; one with a number for the others that may be counted."""
        counted: Counter[str] = Counter()
        some: dict[str, list[str]] = defaultdict(list)
        for key, case, kind, when in self.rows:
            name = may.case(keys_of([case])[0]) if self._form(case) == PublicationForm.NAME else ""
            if name:
                words = f"{name}: {OutcomeKind(kind).label} ({edtf.in_words(when)})."
                yield Sentence(part=CHANGED, words=words, entries=tuple(keys_of([key])))
            elif self._form(case) != PublicationForm.NOTHING:
                counted[kind] += 1
                some[kind].append(key)
        for kind, number in sorted(counted.items()):
            words = f"{OutcomeKind(kind).label.capitalize()}: {times(number, 'person')}, not named here."
            yield Sentence(part=CHANGED, words=words, entries=tuple(keys_of(some[kind][:_AT_ONCE])))

    def _form(self, case: str) -> PublicationForm:
        return self.forms.get(self.subject.get(case, ""), PublicationForm.NOTHING)


def _outcomes(seen: Seen, asked: Asked, year: str) -> _Outcomes:
    found: list[tuple[str, str, str, str]] = []
    for _, rows in seen.rows(Outcome, when__startswith=year):
        fields = ("pk", "case_id", "outcome_kind", "when")
        found += [row for row in raw(PUBLIC, rows.order_by("when", "pk").values_list(*fields)) if row[2] != _NO_CHANGE]
    if asked.within is not None:
        raised = answers.times_raised(seen, asked.within)[0]
        found = [row for row in found if row[1] in raised]
    subject = _subjects(seen, {row[1] for row in found})
    return _Outcomes(found, subject, forms_of(subject.values(), asked.today))


def _lists(seen: Seen, asked: Asked, year: str) -> Iterator[Sentence]:
    found = seen.first(List, ("handed_on", "pk"), asked.limit, *asked.only(List), Q(handed_on__startswith=year))
    rows = seen.by_id(List, [key for _, key, _ in found], "name", "from_party_id", "to_party_id", "handed_on")
    names = called.parties(seen, (key for row in rows.values() for key in (row.from_party_id, row.to_party_id)))
    items = seen.tally(ListItem, "list_id", list_id__in=list(rows))
    for _, key, _ in found:
        row = rows[key]
        way = " to ".join(filter(None, (names.get(row.from_party_id), names.get(row.to_party_id))))
        number = items.all[key,]
        count = f": {times(number, 'name')}" if number else ""
        words = f"A list{f' from {way}' if way else ''}, {edtf.in_words(row.handed_on)}{count}."
        yield Sentence(part=LISTS, words=words, entries=(key,))


def _promises(seen: Seen, asked: Asked, met: list[Met], may: Cleared) -> Iterator[Sentence]:
    labels = {one.id: one.label for one in met}
    rows = seen.of(
        Commitment,
        "made_at_meeting_id",
        labels,
        "what",
        "by_party_id",
        "by_both",
        "strength",
        "due",
        "made_at_meeting_id",
    )
    names = called.parties(seen, (row.by_party_id for row in rows))
    judged = seen.of(FollowUp, "meeting_id", labels, "commitment_id", "status", "meeting_id")
    older = seen.by_id(Commitment, (row.commitment_id for row in judged[: asked.limit]), "what")
    for row in sorted(rows, key=lambda row: (list(labels).index(row.made_at_meeting_id), row.pk.hex))[: asked.limit]:
        who = "Both sides" if row.by_both else names.get(row.by_party_id, "One side")
        due = f", by {edtf.in_words(row.due)}" if row.due else ""
        yield Sentence(part=PROMISED, words=f"{who} ({row.strength}): {may.text(row.what)}{due}.", entries=(row.pk,))
    for row in judged[: asked.limit]:
        if row.status != CommitmentStatus.OPEN and row.commitment_id in older:
            words = f"{CommitmentStatus(row.status).label.capitalize()}: {may.text(older[row.commitment_id].what)}."
            yield Sentence(part=PROMISED, words=words, entries=(row.pk, row.commitment_id))


def _asked(seen: Seen, asked: Asked, year: str) -> Iterator[Sentence]:
    some: dict[str, list[str]] = defaultdict(list)
    counts: Counter[str] = Counter()
    of_year = seen.distinct(Source, "pk", dated__startswith=year)
    for _, rows in seen.rows(Exchange, *asked.only(Exchange), source_id__in=among(key.hex for key in of_year)):
        for key, clarity in raw(PUBLIC, rows.order_by("pk").values_list("pk", "clarity")):
            counts[clarity] += 1
            if len(some[clarity]) < NOTES_EACH:
                some[clarity].append(key)
    for one in Clarity:
        if counts[one]:
            words = f"{one.label.capitalize()}: {times(counts[one], 'question')} in the documents of the year."
            yield Sentence(part=ASKED, words=words, entries=tuple(keys_of(some[one])))


def _opaque(key: uuid.UUID, among_these: Counter[str]) -> str:
    return key.hex if key.hex in among_these or str(key) not in among_these else str(key)


_NO_CHANGE = OutcomeKind.NO_CHANGE.value
_RAISED = RepresentationKind.RAISED.value
_NOTHING = PublicationForm.NOTHING
