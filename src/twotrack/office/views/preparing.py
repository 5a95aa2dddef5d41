"""Preparing a round: the brief, chosen, seen and taken; and a list of names taken as a file."""

import uuid

from django.http import HttpRequest, HttpResponse, QueryDict

from twotrack import clock
from twotrack.office.forms.printing import PrintList, Sealed
from twotrack.office.pages import page
from twotrack.office.shown.meetings import refs_of
from twotrack.office.shown.preparing import Chosen, brief_of, preparing_page
from twotrack.office.views.rows import as_id, found, user_of
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.documents import leaving_document
from twotrack.record.exports.encryption import SUFFIX
from twotrack.record.exports.list_files import TYPES, leaving_list
from twotrack.record.exports.list_told import details_of, list_told
from twotrack.record.lists import lines_of
from twotrack.record.models import List, Meeting
from twotrack.record.name_log import note_names_seen
from twotrack.themes import themes


def preparing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The brief for a meeting with the persons and themes that the address names; sent to it, the brief as a Word file."""
    sight = Sight.of_context()
    meeting = found(sight, Meeting, key)
    chosen = _chosen(request.POST if request.method == "POST" else request.GET)
    form = Sealed(request.POST if request.method == "POST" else None, clears=sight.clears)
    if form.is_valid():
        report = brief_of(sight, meeting, chosen)
        content = leaving_document(report, str(meeting.pk), None, form.to, by=user_of(request))
        return _file(content, "brief", "docx", sealed=form.to is not None)
    shown = preparing_page(sight, meeting, chosen)
    note_names_seen(shown.named, by=user_of(request))
    return page(
        request,
        "preparing.html",
        status=400 if form.is_bound else 200,
        preparing=shown,
        meeting=refs_of(sight, [meeting])[0],
        form=form,
    )


def list_print(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """A list to be taken as a Word file, a PDF or a workbook, in English or Chinese."""
    sight = Sight.of_context()
    row = found(sight, List, key)
    columns = details_of(lines_of(sight, row))
    form = PrintList(request.POST if request.method == "POST" else None, clears=sight.clears, columns=columns)
    if form.is_valid():
        data = form.cleaned_data
        details = tuple(one for one in columns if one in data.get("details", ()))
        told = list_told(sight, row, language=data["language"], details=details, note=data["note"])
        content = leaving_list(told, row, data["form"], form.to, by=user_of(request))
        note_names_seen(told.named, by=user_of(request))
        return _file(content, "list", data["form"], sealed=form.to is not None)
    return page(request, "list_print.html", status=400 if form.is_bound else 200, list=row, form=form)


def _chosen(data: QueryDict) -> Chosen:
    """What the page's form names: `chosen` says that a choice was made, if only of nobody."""
    if "chosen" not in data:
        return Chosen()
    cases = tuple(as_id(one) for one in data.getlist("case"))
    known = themes()
    return Chosen(cases=cases, themes=tuple(one for one in data.getlist("theme") if one in known))


def _file(content: bytes, name: str, form: str, *, sealed: bool) -> HttpResponse:
    """A file to be kept, under a name that says nothing of what is in it."""
    kind = "application/octet-stream" if sealed else TYPES[form]
    answer = HttpResponse(content, content_type=kind)
    dated = f"{name}-{clock.now():%Y-%m-%d}.{form}{SUFFIX if sealed else ''}"
    answer["Content-Disposition"] = f'attachment; filename="{dated}"'
    return answer
