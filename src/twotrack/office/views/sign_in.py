"""Signing in and out, and the switch "work in public only"."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack import clock
from twotrack.office.accounts import Backend
from twotrack.office.dates import moment
from twotrack.office.forms.sign_in import Code, SignIn
from twotrack.office.limits import Try, begin, right, succeed
from twotrack.office.pages import IN_PUBLIC, accounts_to_try, page
from twotrack.office.sessions import place_of
from twotrack.record import second_factor
from twotrack.record.models import User

WRONG = "Name and passphrase do not fit. Try again."
WRONG_CODE = "This code does not fit, or was used already. Wait for the next one."
HALF = "half-way"  # a session in which the passphrase was right and the code is still to come
HALF_FOR = timedelta(minutes=5)


@sensitive_variables("data", "password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page; after it, the page that asks for a code where the account has a second factor, else the first page."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignIn(request.POST or None)
    wrong, status, wait = "", 200, 0
    if form.is_valid():
        data = form.cleaned_data
        one = Try(data["name"], address_of(request))
        if wait := begin(one):
            wrong, status = paused(wait), 429
        elif isinstance(user := authenticate(request, name=data["name"], password=data["password"]), User):
            return enter(request, user, one)
        else:
            wrong, status = WRONG, 403
    return _waits(
        page(request, "sign_in.html", form=form, wrong=wrong, accounts=accounts_to_try(), status=status), wait
    )


def code(request: HttpRequest) -> HttpResponse:
    """Asks for the one-time code, of whoever typed a right passphrase just before."""
    user, one = _half_way(request)
    if user is None or request.user.is_authenticated:
        return redirect("sign-in")
    form = Code(request.POST or None)
    wrong, status, wait = "", 200, 0
    if form.is_valid():
        if wait := begin(one):
            wrong, status = paused(wait), 429
        elif second_factor.fits(user, form.cleaned_data["code"]):
            return _let_in(request, user, one)
        else:
            wrong, status = WRONG_CODE, 403
    return _waits(page(request, "sign_in_code.html", form=form, wrong=wrong, status=status), wait)


def enter(request: HttpRequest, user: User, one: Try) -> HttpResponse:
    """The passphrase was right: on to the code where the account has a second factor, else in."""
    if not user.second_factor:
        return _let_in(request, user, one)
    right(one)
    request.session.flush()
    request.session[HALF] = {"user": str(user.pk), "name": one.name, "at": clock.now().isoformat()}
    return redirect("sign-in-code")


def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session; the browser is told to drop all that it kept of the office."""
    logout(request)
    response = redirect("sign-in")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def in_public(request: HttpRequest) -> HttpResponse:
    """Switches "work in public only" on and off, for this session."""
    on = not request.session.get(IN_PUBLIC)
    request.session[IN_PUBLIC] = on
    if on:
        messages.info(request, "You now work in public only: no confidential entry is shown or made.")
    return redirect("home")


def address_of(request: HttpRequest) -> str:
    """The address from which a request came."""
    return str(request.META.get("REMOTE_ADDR", ""))


def paused(seconds: int) -> str:
    """What is said to somebody who has to wait."""
    return f"There were several wrong tries. Wait {seconds} second{'' if seconds == 1 else 's'} and try again."


def _let_in(request: HttpRequest, user: User, one: Try) -> HttpResponse:
    came = succeed(one, user.pk, place=place_of(one.address))
    login(request, user, backend=f"{Backend.__module__}.{Backend.__qualname__}")
    messages.info(request, _last_time(came))
    return redirect("home")


def _last_time(came: list[dict[str, Any]]) -> str:
    """When and from where somebody was last here, so that they see whether it was not them."""
    wrong = came[0]["wrong"]
    tries = f" Before this one, {_times(wrong)} under your name with a wrong passphrase or code." if wrong else ""
    if len(came) < 2:
        return f"This is the first sign-in of this account that the record remembers.{tries}"
    when = moment(datetime.fromisoformat(came[1]["at"]))
    return f"You last signed in on {when}, from {came[1]['place']}.{tries}"


def _times(number: int) -> str:
    return "somebody tried once" if number == 1 else f"somebody tried {number} times"


def _half_way(request: HttpRequest) -> tuple[User | None, Try]:
    half = request.session.get(HALF) or {"user": "", "name": "", "at": "1970-01-01T00:00:00+00:00"}
    one = Try(half["name"], address_of(request))
    age = clock.now() - datetime.fromisoformat(half["at"])
    if not half["user"] or age >= HALF_FOR:
        return None, one
    user = Backend().get_user(half["user"])
    return (user if user is not None and user.second_factor else None), one


def _waits(response: HttpResponse, seconds: int) -> HttpResponse:
    if seconds:
        response.headers["Retry-After"] = str(seconds)
    return response
