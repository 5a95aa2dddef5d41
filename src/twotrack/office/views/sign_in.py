"""Signing in and out, and the switch "work in public only"."""

from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack.office.accounts import THROTTLE
from twotrack.office.forms.sign_in import SignIn
from twotrack.office.pages import IN_PUBLIC, accounts_to_try, page

WRONG = "Name and passphrase do not fit. Try again."
PAUSED = "There were several wrong tries under this name. Wait five minutes and try again."


@sensitive_variables("data", "password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page; after it, the first page."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignIn(request.POST or None)
    wrong, status = "", 200
    if form.is_valid():
        data = form.cleaned_data
        if not THROTTLE.allows(data["name"]):
            wrong, status = PAUSED, 429
        elif (user := authenticate(request, name=data["name"], password=data["password"])) is None:
            wrong, status = WRONG, 403
        else:
            THROTTLE.forget(data["name"])
            login(request, user)
            return redirect("home")
    return page(request, "sign_in.html", form=form, wrong=wrong, accounts=accounts_to_try(), status=status)


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
