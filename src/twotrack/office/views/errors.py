"""What is shown where something went wrong: plain words, nothing of the record, no address."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from twotrack.office.pages import error_page

# One sentence for what is not there and for what this person may not see or do: the two must not be told apart.
NOT_FOUND = (
    "There is no such page here for this account. What you look for may have been removed, the address may be incomplete,"
    " or your role in this record does not reach so far: an administrator can say."
)
BAD = "The office did not understand this request. Go back and try again."
BROKEN = "The office made a mistake and stopped this step; nothing was half written. Go back and try again."


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001  (Django's signature)
    """Status 404."""
    return error_page(request, 404, NOT_FOUND)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    """The same as for what is not there; `refused` says to tests, not to browsers, which of the two it was."""
    response = not_found(request)
    response.refused = True  # type: ignore[attr-defined]
    return response


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    """Status 400. The host may be a stranger's, so nothing but the sentence is shown."""
    return HttpResponse(BAD, status=400, content_type="text/plain; charset=utf-8")


def broken(request: HttpRequest) -> HttpResponse:
    """Status 500."""
    return error_page(request, 500, BROKEN)
