"""Locking the office and unlocking it."""

import threading

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack import clock
from twotrack.errors import PassphraseError
from twotrack.office.forms.sign_in import Unlock
from twotrack.office.limits import Try, begin
from twotrack.office.locking import DOOR
from twotrack.office.pages import page
from twotrack.office.views.sign_in import address_of, enter, paused
from twotrack.record import users
from twotrack.record.models import User

WRONG = "This passphrase does not open the record. Try again, or use the printed recovery key."
_FREE = 5
_LONGEST = 60.0


class Patience:
    """Counts wrong passphrases of the record. In memory: nothing can be read or written while the record is locked, and a
    restart of the program asks for the passphrase anyway."""

    def __init__(self) -> None:
        self._count, self._last = 0, 0.0
        self._hold = threading.Lock()

    def begin(self) -> int:
        """Count one more; returns the seconds to wait, 0 where it may go on."""
        now = clock.now().timestamp()
        with self._hold:
            delay = min(_LONGEST, 2.0 ** min(self._count - _FREE + 1, 10)) if self._count >= _FREE else 0.0
            if delay and 0 <= now - self._last < delay:
                return max(1, int(self._last + delay - now + 0.999))
            self._count, self._last = self._count + 1, now
            return 0

    def forget(self) -> None:
        """It was right."""
        with self._hold:
            self._count = 0


PATIENCE = Patience()


@sensitive_variables("secret")
def unlock(request: HttpRequest) -> HttpResponse:
    """Asks for the passphrase of the record. Where one person keeps it they are then signed in; else the sign-in page comes."""
    if not DOOR.locked:
        return redirect("home")
    form = Unlock(request.POST or None)
    wrong, status, wait = "", 200, 0
    if form.is_valid():
        secret = form.cleaned_data["passphrase"]
        if wait := PATIENCE.begin():
            wrong, status = paused(wait), 429
        else:
            try:
                DOOR.unlock(secret)
            except PassphraseError:
                wrong, status = WRONG, 403
            else:
                PATIENCE.forget()
                return _greet(request, secret)
    response = page(request, "unlock.html", form=form, wrong=wrong, status=status)
    if wait:
        response.headers["Retry-After"] = str(wait)
    return response


def lock(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  (Django's signature)
    """Locks the office for everybody, now."""
    DOOR.lock()
    response = redirect("unlock" if DOOR.locked else "settings-record")
    if DOOR.locked:
        response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@sensitive_variables("secret")
def _greet(request: HttpRequest, secret: str) -> HttpResponse:
    active = users.active()
    if len(active) == 1:
        one = Try(active[0].name, address_of(request))
        if not begin(one):
            user = authenticate(request, name=active[0].name, password=secret)
            if isinstance(user, User):
                return enter(request, user, one)
    return redirect("sign-in")
