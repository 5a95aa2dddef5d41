"""Meetings."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack import clock
from twotrack.office.pages import page
from twotrack.office.shown.meeting_lines import dialogue_names, meeting_lines, meeting_table
from twotrack.office.shown.meeting_page import meeting_page
from twotrack.office.shown.tables import table_page
from twotrack.office.views.rows import as_id, found, user_of
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.ledger import writing
from twotrack.record.models import Dialogue, Meeting, MeetingDialogue


def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings in sight, a page at a time, the latest first."""
    sight = Sight.of_context()
    table = table_page(sight, meeting_table(sight), meeting_lines(sight), request.GET)
    return page(request, "meetings.html", table=table)


def meeting(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One meeting: its agenda, who took part, what was raised and came back, what was promised, both accounts."""
    sight = Sight.of_context()
    shown = meeting_page(
        sight, found(sight, Meeting, key), clock.now().date(), compare=request.GET.get("accounts") == "compared"
    )
    if shown is None:
        raise Http404
    counted = {one.hex for one, _ in shown.dialogues}
    return page(
        request,
        "meeting.html",
        meeting=shown,
        others=[(uuid.UUID(one), name) for one, name in dialogue_names(sight) if one not in counted],
    )


def counts_towards(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Says that the meeting counts towards a dialogue; as confidential as the more confidential of the two."""
    sight = Sight.of_context()
    row = found(sight, Meeting, key)
    dialogue = found(sight, Dialogue, as_id(request.POST.get("dialogue")))
    alias = max(confidentiality_of(row), confidentiality_of(dialogue), key=lambda one: one == "confidential")
    if not sight.all(MeetingDialogue, meeting_id=row.pk, dialogue_id=dialogue.pk):
        with writing(alias, by=user_of(request)) as ledger:
            link = ledger.add(MeetingDialogue(meeting=row, dialogue=dialogue))
            ledger.ground(link, inference=f"entered by {ledger.by.name}", language="en")
        messages.success(request, "The meeting now counts towards the dialogue.")
    return redirect("meeting", key)
