"""Any entry: its history, and the deliberate acts on it, each shown before it is done."""

import uuid
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.office.forms.entries import Correct, Release, Why, Withdraw
from twotrack.office.pages import page
from twotrack.office.rights import reaches
from twotrack.office.shown.entry_page import entry_page
from twotrack.office.shown.history import as_words
from twotrack.office.views.again import identified
from twotrack.office.views.previews import SURE, ask, do
from twotrack.office.views.rows import found, user_of
from twotrack.record import choices, corrections, releases, withdrawals
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.links import typed
from twotrack.record.models import Contact, Entry, Statement, User
from twotrack.record.name_log import note_names_seen
from twotrack.vocabulary import Role, WithdrawalReason

_SECOND = "The second person's name and passphrase do not fit, or that person may not release."


def entry(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What an entry says, what it stands on, who wrote it when."""
    return _show(request, _entry(key))


def correct(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Puts right what an entry says. From the history an earlier value comes as `field` and `value`."""
    row = _entry(key)
    form = Correct(row, request.POST or None)
    if form.is_valid():
        return do(
            request, row, form, "Corrected.",
            lambda: corrections.correct(row, form.values(), why=form.cleaned_data["why"], by=user_of(request)),
            name="Correct", intro=_CORRECT,
        )  # fmt: skip
    return ask(request, row, "Correct", form, intro=_CORRECT)


def take_out(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Removes an entry that should not have been there."""
    row = _entry(key)
    try:
        going = corrections.what_goes(row)
    except LedgerError as error:
        return ask(request, row, "Take out", None, problem=str(error))
    form = Why(request.POST or None)
    if form.is_valid():
        return do(
            request, row, form, "Taken out.",
            lambda: corrections.take_out(row, why=form.cleaned_data["why"], by=user_of(request)),
            name="Take out", intro=_TAKE_OUT, going=going, gone=True,
        )  # fmt: skip
    return ask(request, row, "Take out", form, intro=_TAKE_OUT, going=going)


def withdraw(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Takes a public entry and all that rests on it back into confidence."""
    row = _entry(key)
    try:
        going = withdrawals.what_goes(row).rows
    except LedgerError as error:
        return ask(request, row, "Withdraw", None, problem=str(error))
    form = Withdraw(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        return do(
            request, row, form, "Withdrawn: the next publication does not hold it, and does not say so.",
            lambda: withdrawals.withdraw(
                row, reason=WithdrawalReason(data["reason"]), why=data["why"], by=user_of(request)
            ),
            name="Withdraw", intro=_WITHDRAW, going=going,
        )  # fmt: skip
    return ask(request, row, "Withdraw", form, intro=_WITHDRAW, going=going)


@sensitive_variables("data", "form")
def release(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Makes chosen fields of a confidential entry public. Nothing is chosen beforehand."""
    row = _entry(key)
    if not is_confidential([row]):
        return ask(request, row, "Release", None, problem="this entry is public already")
    contact, sure = isinstance(row, Contact), SURE in request.POST
    form = Release(row, _values(row), request.POST or None, second=contact and sure)
    if not form.is_valid():
        return ask(request, row, "Release", form, intro=_RELEASE)
    data, by, second = form.cleaned_data, user_of(request), None
    if contact and sure and (second := _second(request, data)) is None:
        form.add_error(None, _SECOND)
        return ask(request, row, "Release", form, intro=_RELEASE)

    def act(word: User | None) -> object:
        fields = frozenset(data["fields_to_release"])
        return releases.release(row, fields=fields, why=data["why"], by=by, at=clock.now(), second=word)

    return do(
        request, row, form, "Released. The public entry has its own identifier and time.", lambda: act(second),
        name="Release", intro=_RELEASE, trial=lambda: act(User() if contact else None),
        second=Release(row, _values(row), initial=data, second=True) if contact else None,
    )  # fmt: skip


def show(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Chooses this statement to be the one that other pages show."""
    row = found(Sight.of_context(), Statement, key)
    form = Why(request.POST)
    if form.is_valid():
        try:
            choices.choose(row, why=form.cleaned_data["why"], by=user_of(request))
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "This statement is shown from now on.")
            return redirect("entry", key)
    return _show(request, row, form)


_CORRECT = "Of a public entry the next publication says what was wrong, and until when."
_TAKE_OUT = "For what should not have been there. Of a public entry the next publication says that it was taken out."
_WITHDRAW = "For harm, or on request. It goes into the confidential part, silently."
_RELEASE = "What you tick becomes public, exactly as it stands here; what you do not tick stays confidential."


def _entry(key: uuid.UUID) -> Entry:
    return typed(found(Sight.of_context(), Entry, key))


def _show(request: HttpRequest, row: Entry, choice: Form | None = None) -> HttpResponse:
    shown = entry_page(Sight.of_context(), row)
    note_names_seen([row.subject_id if isinstance(row, Statement) else row.pk], by=user_of(request))
    return page(request, "entry.html", entry=shown, choice=choice or Why(), status=400 if choice else 200)


def _values(row: Entry) -> dict[str, str]:
    """The fields that hold something, as they would read in public."""
    sight = Sight.of_context()
    values = {
        field.name: as_words(sight, field, str(value))
        for field in type(row)._meta.concrete_fields
        if (value := getattr(row, field.attname)) not in (None, "", [], {}, False)
    }
    return {name: value for name, value in values.items() if value}


def _second(request: HttpRequest, data: dict[str, Any]) -> User | None:
    """The second person, who types name and passphrase here; tries are counted as at the sign-in."""
    user = identified(request, data["second_name"], data["second_password"])
    if user is None or not user.clearance or not reaches(user.role, Role.RELEASER):
        return None
    return user
