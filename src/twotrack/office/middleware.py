"""What happens around every page: headers, and the one place where a request gets sight of confidential rows."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

from twotrack.errors import TwotrackError
from twotrack.office.locking import DOOR, LockedError
from twotrack.office.pages import IN_PUBLIC, error_page, wants_public
from twotrack.office.rights import RIGHTS, Right, may, who_may
from twotrack.office.sessions import KEY, SESSIONS
from twotrack.office.views.errors import forbidden
from twotrack.office.views.published import as_public
from twotrack.record import keyring

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",  # no-referrer would make Chromium send "Origin: null", which Django refuses
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}

_NO_FACE = ("sign-in", "sign-in-code", "unlock", "static", "published")  # nobody asks how the public sees these

Next = Callable[[HttpRequest], HttpResponse]


class SecurityHeaders:
    """Puts the headers on every response; a view that set one itself keeps its own."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, with the headers."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class Locked:
    """Sends everybody to the page that asks for the record's passphrase while the office is locked, and keeps it from being
    locked in the middle of a request."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self._always = (reverse("unlock"), reverse("static", args=["x"]).removesuffix("x"))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, or the way to unlock."""
        if request.path.startswith(self._always):
            return self.get_response(request)
        try:
            with DOOR.inside():
                return self.get_response(request)
        except LockedError:
            return redirect("unlock")


class LiveSession:
    """Ends a session whose time is over or that its person ended; what comes with it is then a stranger's request."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, made for somebody whose session lasts or for a stranger."""
        if SESSION_KEY in request.session:
            if SESSIONS.touch(str(request.session.get(KEY, ""))):
                DOOR.work()
            else:
                request.session.flush()
        return self.get_response(request)


class Clearance:
    """Lets a request open the confidential database only where the signed-in user has clearance and did not choose to
    work in public; asks the table of rights before each view. Views, templates and error pages run inside."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, made within a cleared or an uncleared context."""
        with keyring.cleared() if sees_confidential(request) else keyring.uncleared():
            return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Nothing where the one who asks may; else the way to the sign-in page, or a refusal. `?as=public` is answered
        here, for every page alike."""
        name = request.resolver_match.url_name if request.resolver_match else None
        who = who_may(name, request.method)
        if who is None:
            right = RIGHTS.get(name or "", Right(None))
            return HttpResponseNotAllowed(
                [method for method, one in (("GET", right.read), ("POST", right.write)) if one]
            )
        if may(request, who):
            return (
                self._as_public(request)
                if request.method == "GET" and wants_public(request) and name not in _NO_FACE
                else None
            )
        return forbidden(request) if request.user.is_authenticated else redirect("sign-in")

    def _as_public(self, request: HttpRequest) -> HttpResponse:
        match = request.resolver_match
        assert match is not None
        return as_public(request, match.url_name or "", match.kwargs.get("key"))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A rule of the record that no form caught, as one line; its message holds no words of an entry."""
        return error_page(request, 400, str(error)) if isinstance(error, TwotrackError) else None


def sees_confidential(request: HttpRequest) -> bool:
    """Whether this request may see confidential rows."""
    user = request.user
    return bool(
        user.is_authenticated and user.clearance and not request.session.get(IN_PUBLIC) and not wants_public(request)
    )
