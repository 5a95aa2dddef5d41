"""Checking a draft: pasted or dropped, held against the record on this machine, and kept nowhere: no row, no log, no file."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables

from twotrack import clock
from twotrack.errors import SourceError
from twotrack.office.forms.uploads import LARGEST
from twotrack.office.pages import page
from twotrack.office.shown.draft_page import draft_page
from twotrack.record.confidentiality import Sight
from twotrack.sources.formats import extract, media_type
from twotrack.sources.raw import Document, RawSource
from twotrack.sources.text import extract_text

_LONGEST = 400_000  # code points of a draft: some hundred pages
TOO_LONG = "This text is longer than a draft can be here; check it in parts."
NOTHING = "Paste the text, or drop its file."


@sensitive_variables("document", "words", "content")
def draft(request: HttpRequest) -> HttpResponse:
    """The form, and the draft with its remarks."""
    words, problem, document = request.POST.get("words", ""), "", None
    if request.method == "POST":
        try:
            document = _document(request, words)
        except SourceError as error:
            problem = str(error)
        if document is None and not problem:
            problem = NOTHING
        if document is not None and len(document.text) > _LONGEST:
            document, problem = None, TOO_LONG
    sight = Sight.of_context()
    return page(
        request,
        "draft.html",
        status=400 if problem else 200,
        draft=draft_page(sight, document) if document is not None else None,
        words=words if problem else "",
        problem=problem,
        clears=sight.clears,
        largest=LARGEST,
    )


def _document(request: HttpRequest, words: str) -> Document | None:
    """The text of what was given; of a file by the sealed parser, as of a confidential document. Its name is not used."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise SourceError(f"this file is larger than {LARGEST} MB: check a part of it")
    file = request.FILES.get("file")
    if file is not None:
        content = file.read()
        raw = RawSource(
            content=content, place="the draft", name="draft", media_type=media_type(content), got_at=clock.now()
        )  # fmt: skip
        return extract(raw, confidential=True)
    return extract_text(words.encode()) if words.strip() else None
