"""The style sheet and what else is the same for everybody."""

import mimetypes
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse


def static(request: HttpRequest, path: str) -> HttpResponse:  # noqa: ARG001  (Django's signature)
    """A static file; browsers may keep it for an hour."""
    try:
        found = finders.find(path)
    except SuspiciousFileOperation as error:  # a path that leads out of the folder
        raise Http404 from error
    if not isinstance(found, str) or not Path(found).is_file():
        raise Http404
    kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
    response = HttpResponse(Path(found).read_bytes(), content_type=kind)
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
