"""Settings of the record: when it locks itself, backups, the last check, and what was done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack.errors import ClearanceError
from twotrack.office.checking import CHECKING
from twotrack.office.forms.settings import LockAfter
from twotrack.office.locking import AFTER, lock_after
from twotrack.office.pages import page
from twotrack.office.shown.activity import activity as latest
from twotrack.office.shown.backups import backups
from twotrack.office.views.rows import user_of
from twotrack.record import keyring, proved
from twotrack.record.backup import put_by
from twotrack.record.confidentiality import Sight
from twotrack.record.folder import current_folder
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Setting

_SHOWN = 10
IN_PUBLIC = "you work in public only now; work with confidential entries again, then do this"


def record(request: HttpRequest) -> HttpResponse:
    """The settings of the record; a form sent here says when the office locks itself."""
    form = LockAfter(request.POST or None, initial={"minutes": str(lock_after())})
    if form.is_valid():
        _set(AFTER, int(form.cleaned_data["minutes"]), request)
        messages.success(request, "The setting was kept.")
        return redirect("settings-record")
    clears = keyring.is_cleared()
    known = backups(current_folder()) if clears else []
    return page(
        request,
        "record_settings.html",
        status=400 if form.is_bound else 200,
        form=form,
        encrypted=keyring.KEYS.get(PUBLIC) is not None,
        clears=clears,
        backups=known[:_SHOWN],
        more=max(0, len(known) - _SHOWN),
        proved=proved.last() if clears else None,
        checking=CHECKING.percent(),
    )


def back_up(request: HttpRequest) -> HttpResponse:
    """Makes a backup in the record's own folder."""
    _require_clearance()
    file = put_by(current_folder(), reason="office")
    messages.success(
        request, f"The backup {file.name} was made. Copy it to another computer or disk: it opens there too."
    )
    return redirect("settings-record")


def prove(request: HttpRequest) -> HttpResponse:
    """Begins a check of the record."""
    _require_clearance()
    if CHECKING.start(current_folder(), by=user_of(request).name):
        messages.success(request, "The check has begun. Load this page again to see how far it is.")
    else:
        messages.info(request, "A check is running already.")
    return redirect("settings-record")


def activity(request: HttpRequest) -> HttpResponse:
    """What was done in the record of late, without its words."""
    return page(request, "activity.html", acts=latest(Sight.of_context()))


def _require_clearance() -> None:
    """Whoever works in public only does not touch the confidential part, also where their account might."""
    if not keyring.is_cleared():
        raise ClearanceError(IN_PUBLIC)


def _set(name: str, value: int, request: HttpRequest) -> None:
    rows = Sight.public().all(Setting, name=name)
    with writing(PUBLIC, by=user_of(request)) as ledger:
        if rows:
            ledger.change(rows[0], value=value)
        else:
            ledger.add(Setting(name=name, value=value))
