"""Searching. The words go by POST: a name in an address would be kept by the browser."""

from django.http import HttpRequest, HttpResponse

from twotrack.office.pages import page
from twotrack.office.shown.found import found
from twotrack.record.confidentiality import Sight

_LONGEST = 200


def search(request: HttpRequest) -> HttpResponse:
    """The form, and what was found."""
    query = request.POST.get("words", "").strip()[:_LONGEST]
    result = found(Sight.of_context(), query) if query else None
    return page(request, "search.html", query=query, found=result)
