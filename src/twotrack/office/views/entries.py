"""Any entry: its history, and the deliberate acts on it, each shown before it is done."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth import authenticate
from django.db import models
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.office.forms.entries import Correct, Release, Why, Withdraw
from twotrack.office.limits import Try, begin, vouched
from twotrack.office.pages import page
from twotrack.office.rights import reaches
from twotrack.office.shown.entry_page import entry_page
from twotrack.office.shown.history import as_words
from twotrack.office.shown.named import PAGES, address_of_entry, title_of_entry
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
        return _do(
            request, row, form, "Corrected.",
            lambda: corrections.correct(row, form.values(), why=form.cleaned_data["why"], by=user_of(request)),
            intro=_CORRECT,
        )  # fmt: skip
    return _ask(request, row, "Correct", form, intro=_CORRECT)


def take_out(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Removes an entry that should not have been there."""
    row = _entry(key)
    try:
        going = corrections.what_goes(row)
    except LedgerError as error:
        return _ask(request, row, "Take out", None, problem=str(error))
    form = Why(request.POST or None)
    if form.is_valid():
        return _do(
            request, row, form, "Taken out.",
            lambda: corrections.take_out(row, why=form.cleaned_data["why"], by=user_of(request)),
            intro=_TAKE_OUT, going=going, gone=True,
        )  # fmt: skip
    return _ask(request, row, "Take out", form, intro=_TAKE_OUT, going=going)


def withdraw(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Takes a public entry and all that rests on it back into confidence."""
    row = _entry(key)
    try:
        going = withdrawals.what_goes(row).rows
    except LedgerError as error:
        return _ask(request, row, "Withdraw", None, problem=str(error))
    form = Withdraw(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        return _do(
            request, row, form, "Withdrawn: the next publication does not hold it, and does not say so.",
            lambda: withdrawals.withdraw(
                row, reason=WithdrawalReason(data["reason"]), why=data["why"], by=user_of(request)
            ),
            intro=_WITHDRAW, going=going,
        )  # fmt: skip
    return _ask(request, row, "Withdraw", form, intro=_WITHDRAW, going=going)


@sensitive_variables("data", "form")
def release(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Makes chosen fields of a confidential entry public. Nothing is chosen beforehand."""
    row = _entry(key)
    if not is_confidential([row]):
        return _ask(request, row, "Release", None, problem="this entry is public already")
    form = Release(row, _values(row), request.POST or None, second=isinstance(row, Contact))
    if not form.is_valid():
        return _ask(request, row, "Release", form, intro=_RELEASE)
    data = form.cleaned_data
    second = _second(request, data) if isinstance(row, Contact) else None
    if isinstance(row, Contact) and second is None:
        form.add_error(None, _SECOND)
        return _ask(request, row, "Release", form, intro=_RELEASE)
    return _do(
        request, row, form, "Released. The public entry has its own identifier and time.",
        lambda: releases.release(
            row, fields=frozenset(data["fields_to_release"]), why=data["why"], by=user_of(request), at=clock.now(),
            second=second,
        ),
        intro=_RELEASE,
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


def _ask(
    request: HttpRequest,
    row: Entry,
    act: str,
    form: Form | None,
    *,
    intro: str = "",
    problem: str = "",
    going: Sequence[models.Model] = (),
) -> HttpResponse:
    """The form of an act, with what it would do."""
    sight = Sight.of_context()
    note_names_seen([row.subject_id if isinstance(row, Statement) else row.pk], by=user_of(request))
    entries = [typed(one) for one in going if isinstance(one, Entry)]
    return page(
        request,
        "entry_act.html",
        status=400 if problem or (form is not None and form.is_bound) else 200,
        act=act,
        intro=intro,
        problem=problem,
        form=form,
        title=title_of_entry(sight, row),
        kind=row.kind,
        confidential=is_confidential([row]),
        back=row.pk,
        going=[(one.kind, title_of_entry(sight, one)) for one in entries],
        others=len(going) - len(entries),
    )


def _do(
    request: HttpRequest,
    row: Entry,
    form: Form,
    said: str,
    act: Callable[[], object],
    *,
    intro: str,
    going: Sequence[models.Model] = (),
    gone: bool = False,
) -> HttpResponse:
    owner = corrections.about_of(row)
    try:
        act()
    except LedgerError as error:
        form.add_error(None, str(error))
        return _ask(request, row, "Try again", form, intro=intro, going=going)
    messages.success(request, said)
    if not gone:
        return redirect("entry", row.pk)
    return redirect(address_of_entry(owner) if owner.pk != row.pk and owner.kind in PAGES else "home")


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
    one = Try(data["second_name"], request.META.get("REMOTE_ADDR", ""))
    if begin(one):
        return None
    user = authenticate(request, name=data["second_name"], password=data["second_password"])
    if not isinstance(user, User) or not user.clearance or not reaches(user.role, Role.RELEASER):
        return None
    vouched(one)
    return user
