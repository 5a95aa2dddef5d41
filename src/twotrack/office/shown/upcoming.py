"""What comes up in the next 90 days: trials, sentences that end, releases expected, decisions to be looked at again."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from twotrack.office.shown.case_lines import whole
from twotrack.office.shown.facts import shown_values
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Case, PublicationDecision, Statement
from twotrack.record.reports.seen import Seen, keys_of
from twotrack.vocabulary import Property, PublicationForm

AHEAD = timedelta(days=90)
_DAYS = {
    Property.TRIED_ON: "trial",
    Property.SENTENCED_ON: "sentence expected",
    Property.SENTENCE_ENDS_ON: "sentence ends",
    Property.RELEASE_EXPECTED_ON: "release expected",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingDay:
    """Something about a case that is stated to fall within the next 90 days. `when` is EDTF."""

    case: uuid.UUID
    name: str
    language: str
    what: str
    when: str
    first: date
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A publication decision that is to be looked at again; `past`: it already counts as `nothing`."""

    case: uuid.UUID
    name: str
    language: str
    form: str
    by: date
    past: bool


def coming_days(sight: Sight, today: date) -> list[ComingDay]:
    """What is stated to happen from today on within 90 days, the nearest first."""
    wanted = {"about__in": [one.value for one in _DAYS], "first_day__lte": today + AHEAD, "last_day__gte": today}
    found = list(whole(Seen(sight), Statement, "subject_id", "about", "value", "first_day", **wanted))
    cases = _cases_of(sight, keys_of(row[0] for row in found))
    names = shown_values(sight, (case.person_id or case.group_id for case in cases.values()), Property.NAME)  # type: ignore[misc]
    days: dict[tuple[uuid.UUID, str, str], ComingDay] = {}
    for subject, about, value, first, secret in found:
        case = cases.get(keys_of([subject])[0])
        if case is None:
            continue
        name = names.get(case.person_id or case.group_id)  # type: ignore[arg-type]
        one = ComingDay(
            case=case.pk,
            name=name.value if name else "",
            language=name.value_language if name else "",
            what=_DAYS[Property(about)],
            when=value,
            first=max(today, date.fromisoformat(str(first))),
            confidential=secret,
        )
        days.setdefault((one.case, one.what, one.when), one)
    return sorted(days.values(), key=lambda one: (one.first, one.name, str(one.case)))


def reviews(sight: Sight, today: date) -> list[Review]:
    """Publication decisions that are past their date or come to it within 90 days. Decisions are public, whoever asks."""
    latest: dict[uuid.UUID, PublicationDecision] = {}
    for row in Sight.public().all(PublicationDecision, review_by__isnull=False):
        latest[row.subject_id] = row
    for row in Sight.public().among(PublicationDecision, "subject_id", latest):
        latest[row.subject_id] = max(latest[row.subject_id], row, key=lambda one: (one.at, str(one.pk)))
    due = {
        key: row for key, row in latest.items()
        if row.review_by and row.review_by <= today + AHEAD and row.form != PublicationForm.NOTHING
    }  # fmt: skip
    cases = _cases_of(sight, list(due))
    names = shown_values(sight, due, Property.NAME)
    found = [
        Review(
            case=cases[key].pk,
            name=names[key].value if key in names else "",
            language=names[key].value_language if key in names else "",
            form=PublicationForm(row.form).label,
            by=row.review_by,
            past=row.review_by < today,
        )
        for key, row in due.items()
        if key in cases and row.review_by
    ]
    return sorted(found, key=lambda one: (one.by, one.name, str(one.case)))


def _cases_of(sight: Sight, subjects: list[uuid.UUID]) -> dict[uuid.UUID, Case]:
    """A case by its own id, and by its person's or group's."""
    found = {row.pk: row for row in sight.among(Case, "pk", subjects)}
    for link in ("person_id", "group_id"):
        for row in sight.among(Case, link, subjects):
            found.setdefault(getattr(row, link), row)
    return found
