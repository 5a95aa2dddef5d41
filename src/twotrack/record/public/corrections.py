"""Corrections of what was published, as they may be published themselves: what was wrong, since when and until when."""

import uuid

from twotrack.record.models import Case, Correction
from twotrack.record.public.showing import Showing
from twotrack.record.public.values import PublicCase, PublicCorrection, PublicMeeting


def corrections(
    showing: Showing, cases: tuple[PublicCase, ...], meetings: tuple[PublicMeeting, ...], others: set[uuid.UUID]
) -> tuple[PublicCorrection, ...]:
    """The corrections of what is shown, the latest first. One of an entry about somebody who is not named does not show:
    that somebody is in the record is decided by the publication decision alone."""
    shown = {case.id for case in cases if case.form == "name"} | {case.person for case in cases if case.form == "name"}
    shown |= {meeting.id for meeting in meetings} | others
    found = []
    for row in showing.rows.all(Correction):
        if row.about_id not in shown and not _is_shown_case(showing, row, shown):
            continue
        showing.saw(row)
        found.append(
            PublicCorrection(
                id=row.pk,
                entry=row.entry_id,
                kind=row.entry_kind,
                about=row.about_id,
                field=row.field,
                was=showing.withhold.text(row.was),
                now=showing.withhold.text(row.now),
                why=showing.withhold.text(row.why),
                since=row.since.date(),
                on=row.at.date(),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.on, str(one.id)), reverse=True))


def _is_shown_case(showing: Showing, row: Correction, shown: set[uuid.UUID]) -> bool:
    """Whether what was corrected belongs to the case of somebody shown."""
    case = showing.rows.get(Case, row.about_id)
    return case is not None and bool({case.person_id, case.group_id} & shown)
