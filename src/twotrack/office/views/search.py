"""Searching, as one types. The words go by POST: a name in an address would be kept by the browser. The filters, which are
words of closed lists, stay in the address."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from twotrack.office.pages import page
from twotrack.office.shown.found import LABELS, found
from twotrack.office.views.rows import user_of
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.name_log import note_names_seen

_LONGEST = 200
_PARTS = {"": "All I may see", PUBLIC: "Public", CONFIDENTIAL: "Confidential"}


def search(request: HttpRequest) -> HttpResponse:
    """The form, and what was found; where a script asks for that part, what was found alone."""
    query = request.POST.get("words", "").strip()[:_LONGEST]
    whole = Sight.of_context()
    kind = request.GET.get("kind", "") if request.GET.get("kind", "") in LABELS else ""
    part = request.GET.get("part", "") if request.GET.get("part", "") in whole.aliases and whole.clears else ""
    result = found(Sight((part,)) if part else whole, query, kind) if query else None
    if result is not None:
        note_names_seen((one.subject for one in result.cases), by=user_of(request))
    return page(
        request,
        "search_found.html" if request.headers.get("X-Part") else "search.html",
        query=query,
        found=result,
        address=_address(kind, part),
        kinds=[(label, _address(name, part), name == kind) for name, label in LABELS.items()],
        parts=[(label, _address(kind, name), name == part) for name, label in _PARTS.items()] if whole.clears else [],
    )


def _address(kind: str, part: str) -> str:
    filters = {name: value for name, value in (("kind", kind), ("part", part)) if value}
    return reverse("search") + (f"?{urlencode(filters)}" if filters else "")
