"""Taking documents in, how far that is, and the original back as a download."""

import uuid

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack.office.forms.uploads import LARGEST, TakeIn
from twotrack.office.pages import page
from twotrack.office.shown.dialogues import all_dialogues
from twotrack.office.shown.upload_page import upload_page
from twotrack.office.uploads import UPLOADS, Given, Order
from twotrack.office.views.rows import found, user_of
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.ingest import original_bytes
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.ledger import writing
from twotrack.record.models import Export, Source
from twotrack.vocabulary import SourceState, Terms

TOO_LARGE = f"These files are larger than {LARGEST} MB together, so nothing was taken in. Give fewer at a time."
NOTHING = "Choose a file, paste a text or give an address."
_DOWNLOADED = "downloaded in the office"
_ENDINGS = {
    "text/plain": "txt",
    "text/html": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "eml",
    "application/vnd.ms-outlook": "msg",
}


def take_in(request: HttpRequest) -> HttpResponse:
    """The form, and putting what was given into the queue."""
    if request.method != "POST":
        return _show(request, _form(None))
    if _length(request) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:  # Django drops such files without a word
        form = _form({})
        form.errors.clear()
        form.add_error(None, TOO_LARGE)
        return _show(request, form, status=413)
    form = _form(request.POST)
    given = [Given(file.name or "a file", file.read()) for file in request.FILES.getlist("files")]
    if form.is_valid():
        data = form.cleaned_data
        if data["text"].strip():
            given.append(Given(data["called"] or "pasted text", data["text"].encode()))
        if data["address"]:
            given.append(Given(data["address"], None))
        if given:
            order = Order(
                by=user_of(request).pk,
                alias=data["handling"],
                cleared=Sight.of_context().clears,
                terms=Terms(data["terms"]) if data["terms"] else None,
                dialogues=tuple(map(uuid.UUID, data.get("dialogues") or ())),
            )
            return redirect("upload", UPLOADS.add(order, given).key)
        form.add_error(None, NOTHING)
    return _show(request, form, status=400)


def upload(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """How far an upload is, and what was found in it. Nobody sees that of another."""
    there = UPLOADS.get(key, user_of(request))
    if there is None:
        raise Http404
    shown = upload_page(Sight.of_context(), there)
    return page(request, "upload_items.html" if request.headers.get("X-Part") else "upload.html", upload=shown)


def original(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The bytes as they came, as a download: never shown in a page. That a confidential one left is noted first."""
    row = found(Sight.of_context(), Source, key)
    if row.state != SourceState.KEPT:
        raise Http404
    if confidentiality_of(row) == CONFIDENTIAL:
        with writing(CONFIDENTIAL, by=user_of(request)) as ledger:
            ledger.add(Export(what="original", path=_DOWNLOADED, names=0, by=ledger.by, at=ledger.at))
    ending = _ENDINGS.get(row.media_type.partition(";")[0], "bin")
    response = HttpResponse(original_bytes(row), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="source-{row.pk}.{ending}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _form(data: object) -> TakeIn:
    sight = Sight.of_context()
    dialogues = [(row.id, row.name) for row in all_dialogues(sight)]
    return TakeIn(data, clears=sight.clears, dialogues=dialogues)


def _show(request: HttpRequest, form: TakeIn, *, status: int = 200) -> HttpResponse:
    return page(request, "take_in.html", form=form, largest=LARGEST, status=status)
