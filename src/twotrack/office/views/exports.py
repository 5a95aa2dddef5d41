"""A table that leaves the record as a file: noted before it does; with confidential rows encrypted, in memory alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack import clock
from twotrack.office.forms.exports import Export
from twotrack.office.shown.exported import exported
from twotrack.office.views.rows import user_of
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.case_list import WRITE, mark_of
from twotrack.record.exports.encryption import SUFFIX, SealedFor, encrypted
from twotrack.record.exports.leaving import note_downloaded

_KINDS = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@sensitive_variables("form", "data", "to")
def export(request: HttpRequest) -> HttpResponse:
    """The rows that the page leads through, of what is public; with `confidential` all that is in sight, encrypted."""
    form = Export(request.POST)
    if not form.is_valid():
        error = next((line for lines in form.errors.values() for line in lines), "")
        messages.error(request, str(error))
        table = str(form.cleaned_data.get("table", ""))
        return redirect(table or "home")
    data = form.cleaned_data
    cleared = Sight.of_context()
    secret = bool(data["confidential"]) and cleared.clears
    sight, user, now = cleared if secret else Sight.public(), user_of(request), clock.now()
    found = exported(sight, data["table"], request.POST, now.date())
    to = SealedFor(passphrase=data["passphrase"]) if secret else None
    note_downloaded(sight, what=data["table"], names=found.names, sealed_for=to.told if to else [], by=user)
    content = WRITE[data["form"]](found.rows, mark_of(user, now, found.names) if secret else "")
    name = f"{data['table']}{data['form']}"
    response = HttpResponse(
        encrypted(content, to) if to else content,
        content_type="application/octet-stream" if to else _KINDS[data["form"]],
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{name}{SUFFIX if to else ""}"'
    return response
