"""Any page as the public would see it: what `twotrack publish` would write of it now, and nothing else."""

import mimetypes
import uuid

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from twotrack import clock
from twotrack.office.pages import page
from twotrack.publish import site
from twotrack.publish.page import style_hash
from twotrack.record.public import public_record

# The page brings its own style within it, known by its hash; it may run nothing and load nothing.
_POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; img-src data:; frame-ancestors 'self'; sandbox allow-same-origin"
)
_NOTHING = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Not published</title><p>Nothing of this page is published."
)


_ENTRIES = ("dialogue", "meeting", "case")
_LISTS = ("home", "dialogues", "meetings", "cases", "commitments")


def as_public(request: HttpRequest, name: str, key: uuid.UUID | None) -> HttpResponse:
    """What the public sees instead of the page `name` of the entry `key`, under a bar. The same words for whatever is not
    published: unknown, confidential, without a decision, or a page that is for the office alone."""
    path = "index.html" if name in _LISTS else ""
    if name in _ENTRIES and key is not None and site.page_of(public_record(clock.now().date()), name, key) is not None:
        path = f"{name}s/{key}.html"
    address = reverse("published", args=[path]) if path else ""
    return page(request, "as_public.html", address=address, back=request.path)


def published(request: HttpRequest, path: str) -> HttpResponse:  # noqa: ARG001  (Django's signature)
    """One file of the publication as it would be written now."""
    files = {file.path: file.content for file in site.render(public_record(clock.now().date()))}
    kind = mimetypes.guess_type(path)[0] or "text/plain"
    kind = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    content = files.get(path)
    response = HttpResponse(
        _NOTHING if content is None else content,
        content_type="text/html; charset=utf-8" if content is None else kind,
        status=404 if content is None else 200,
    )
    response.headers["Content-Security-Policy"] = _POLICY.format(style=style_hash())
    return response
