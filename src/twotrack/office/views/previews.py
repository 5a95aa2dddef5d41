"""Deliberate acts: each is shown before it is done, with exactly what it changes for whom, and done by a second step."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.db import models
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack.errors import TwotrackError
from twotrack.office.pages import page
from twotrack.office.shown.consequences import Consequences, consequences
from twotrack.office.shown.named import PAGES, address_of_entry, title_of_entry
from twotrack.office.views.rows import user_of
from twotrack.record import corrections
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.links import typed
from twotrack.record.models import Entry, Statement
from twotrack.record.name_log import note_names_seen

SURE = "sure"  # the second step's button


def ask(
    request: HttpRequest,
    row: Entry,
    act: str,
    form: Form | None,
    *,
    intro: str = "",
    problem: str = "",
    going: Sequence[models.Model] = (),
    effects: Consequences | None = None,
    more: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """The form of an act, with what it would do: first as far as that is known beforehand, then exactly (`effects`). `more`
    are hidden fields of the form, ids and numbers."""
    sight = Sight.of_context()
    note_names_seen([row.subject_id if isinstance(row, Statement) else row.pk], by=user_of(request))
    entries = [typed(one) for one in going if isinstance(one, Entry)]
    refused = bool(problem) or (form is not None and form.is_bound and not form.is_valid())
    return page(
        request,
        "entry_act.html",
        status=400 if refused else 200,
        act=act,
        intro=intro,
        problem=problem,
        form=form,
        title=title_of_entry(sight, row),
        kind=row.kind,
        confidential=is_confidential([row]),
        back=row.pk,
        going=[(one.kind, title_of_entry(sight, one)) for one in entries] if effects is None else [],
        others=len(going) - len(entries),
        effects=effects,
        more=more,
    )


def do(
    request: HttpRequest,
    row: Entry,
    form: Form,
    said: str,
    act: Callable[[], object],
    *,
    name: str,
    intro: str,
    going: Sequence[models.Model] = (),
    gone: bool = False,
    trial: Callable[[], object] | None = None,
    second: Form | None = None,
    to: Entry | None = None,
    more: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """The first time: what the act would change, tried (`trial` where that takes other means) and taken back. The second
    time, sure: the act. `second` is the form of the second step, where it asks for more."""
    sight, owner = Sight.of_context(), corrections.about_of(row)
    try:
        if SURE not in request.POST:
            effects = consequences(sight, trial or act)
            return ask(request, row, name, second or form, intro=intro, going=going, effects=effects, more=more)
        act()
    except TwotrackError as error:
        form.add_error(None, str(error))
        return ask(request, row, name, form, intro=intro, going=going, more=more)
    messages.success(request, said)
    if not gone:
        return redirect("entry", (to or row).pk)
    return redirect(address_of_entry(owner) if owner.pk != row.pk and owner.kind in PAGES else "home")
