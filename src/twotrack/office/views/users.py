"""Who keeps the record."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack.errors import LedgerError
from twotrack.office.forms.users import NewUser, Standing
from twotrack.office.limits import sign_ins
from twotrack.office.pages import page
from twotrack.office.views.rows import found
from twotrack.record import second_factor as factors
from twotrack.record import users as accounts
from twotrack.record.confidentiality import Sight
from twotrack.record.models import User
from twotrack.vocabulary import Role


@sensitive_variables("data")
def users(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, and a form for one more."""
    form = NewUser(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            accounts.add(data["name"], data["password"], clearance=data["clearance"], role=Role(data["role"]))
        except LedgerError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, "The account was added.")
            return redirect("users")
    status = 400 if form.is_bound else 200
    people = [(user, _last(user), bool(user.second_factor)) for user in accounts.all_users()]
    return page(request, "users.html", form=form, people=people, roles=Role.choices(), status=status)


def role(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Says what somebody may do and see, from the next request on."""
    form = Standing(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        accounts.set_role(found(Sight.public(), User, key), Role(data["role"]), clearance=data["clearance"])
        messages.success(request, "The account was changed.")
    return redirect("users")


def second_factor(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Lets somebody in by their passphrase alone again, who lost device and recovery codes."""
    factors.drop(found(Sight.public(), User, key))
    messages.success(
        request, "The account is asked for its passphrase alone until its person sets a second factor up anew."
    )
    return redirect("users")


def end(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ends an account: its next request is refused."""
    accounts.disable(found(Sight.public(), User, key).name)
    messages.success(request, "The account was ended.")
    return redirect("users")


def _last(user: User) -> str:
    came = sign_ins(user.pk)
    return str(came[0]["at"]) if came else ""
