"""Merging and splitting, an earlier state back, forgetting: acts of two steps, each shown before it is done."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack.errors import TwotrackError
from twotrack.office.forms.deliberate import OTHER, Forget, ForgetSurely, Merge, Restore
from twotrack.office.pages import page
from twotrack.office.shown.consequences import consequences
from twotrack.office.shown.grounds import source_refs
from twotrack.office.shown.named import title_of_entry
from twotrack.office.shown.same import may_be_one_with
from twotrack.office.views.again import identified
from twotrack.office.views.previews import SURE, ask, do
from twotrack.office.views.rows import as_id, found, user_of
from twotrack.record import forget as forgetting
from twotrack.record import merging, restoring
from twotrack.record.confidentiality import Sight, confidentiality_of, is_confidential
from twotrack.record.folder import OpenRecord, current_folder, read_keys
from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.links import typed
from twotrack.record.models import Entry, Group, Merging, Person
from twotrack.vocabulary import ErasureReason, SourceState

_MERGE = (
    "The one that goes stays in the record, empty, with a word where it went; a split moves back what this moved."
    " Where one of the two is confidential nothing is moved: a confidential pointer says that they are the same."
)
_SPLIT = "What the merge had moved goes back, but for what was changed since."
_RESTORE = "The entry says again what it said then. Of a public one the next publication says that it was put right."
_FORGET = "The person goes out of entries, quotes, texts, index and log, in both parts, for good. Nobody can undo it."
_WRONG = "The passphrase does not fit. Nothing was forgotten."


def merge(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Makes two entries one, in either direction."""
    sight = Sight.of_context()
    row = typed(found(sight, Entry, key))
    if not isinstance(row, merging.MERGED):
        return ask(
            request, row, "Merge", None, problem="two persons, groups, cases, agencies or meetings can be merged"
        )
    form = Merge(request.POST or None, options=may_be_one_with(sight, row))
    if not form.is_valid():
        return ask(request, row, "Merge", form, intro=_MERGE)
    other = sight.get(Entry, as_id(form.key()))
    if other is None:
        form.add_error("other_id", "There is no entry of this id.")
        return ask(request, row, "Merge", form, intro=_MERGE)
    other, why, by = typed(other), form.cleaned_data["why"], user_of(request)
    if confidentiality_of(row) != confidentiality_of(other):
        hidden, public = (row, other) if confidentiality_of(row) == CONFIDENTIAL else (other, row)
        return do(request, row, form, "The two are now held to be the same.",
                  lambda: merging.point(hidden, public, why=why, by=by), name="Merge", intro=_MERGE)  # fmt: skip
    kept, gone = (other, row) if form.cleaned_data["keep"] == OTHER else (row, other)
    return do(request, row, form, "Merged.", lambda: merging.merge(kept, gone, why=why, by=by),
              name="Merge", intro=_MERGE, to=kept)  # fmt: skip


def split(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Undoes a merge."""
    sight = Sight.of_context()
    act = found(sight, Merging, key)
    kept = sight.get(Entry, act.kept_id)
    if kept is None:
        raise Http404
    if SURE not in request.POST:
        try:
            effects = consequences(sight, lambda: merging.split(act, by=user_of(request)))
        except TwotrackError as error:
            return ask(request, kept, "Split", None, problem=str(error))
        return page(request, "split.html", intro=_SPLIT, effects=effects, title=title_of_entry(sight, kept),
                    back=kept.pk, key=key, confidential=is_confidential([act]))  # fmt: skip
    merging.split(found(sight, Merging, key), by=user_of(request))
    messages.success(request, "Split: the two are apart again.")
    return redirect("entry", act.merged_id)


def restore(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Lets an entry say again what it said after an earlier change, which `number` names."""
    row = typed(found(Sight.of_context(), Entry, key))
    text = request.POST.get("number", "")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0
    more = [("number", str(number))]
    form = Restore(request.POST if "why" in request.POST else None)
    if not form.is_valid():
        return ask(request, row, "Restore", form, intro=_RESTORE, more=more)
    why = form.cleaned_data["why"]
    return do(request, row, form, "Restored.",
              lambda: restoring.restore(row, number, why=why, by=user_of(request)),
              name="Restore", intro=_RESTORE, more=more)  # fmt: skip


@sensitive_variables("form", "record")
def forget(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Forgets a person or group: first what would go, then, with the passphrase once more, it goes."""
    sight, folder = Sight.of_context(), current_folder()
    row = typed(found(sight, Entry, key))
    keys = read_keys(folder)
    sure = SURE in request.POST
    form = (ForgetSurely if sure else Forget)(request.POST or None, encrypted=keys.encrypted)
    try:
        going = forgetting.what_goes(folder, row)
    except TwotrackError as error:
        return ask(request, row, "Forget", None, problem=str(error))
    if sure and form.is_valid():
        by = user_of(request)
        if identified(request, by.name, form.cleaned_data["password"]) is None:
            form.add_error("password", _WRONG)
        else:
            record = OpenRecord(folder=folder, keys=keys, record_key=None)
            done = forgetting.forget(
                record, row, reason=ErasureReason(form.cleaned_data["reason"]), by=by,
                originals=SourceState(form.cleaned_data["originals"]),
            )  # fmt: skip
            messages.success(
                request, f"Forgotten: {done.entries} entries removed, {done.texts} texts masked, {done.originals} originals "
                f"{done.state.value}. Backups that may still hold the person: {len(done.backups)}.",
            )  # fmt: skip
            return redirect("home")
    first = form.is_bound and (form.is_valid() or sure)
    shown = ForgetSurely(initial=form.cleaned_data, encrypted=keys.encrypted) if first and not sure else form
    entries = [typed(one) for one in going.entries]
    return page(
        request, "forget.html", status=400 if form.is_bound and not form.is_valid() else 200, intro=_FORGET, form=shown,
        title=title_of_entry(sight, row), kind=row.kind, back=row.pk, second=first,
        entries=[(one.kind, title_of_entry(sight, one), is_confidential([one])) for one in entries],
        texts=list(source_refs(sight, (text.source_id for text in going.texts)).values()),
        backups=going.backups,
        similar=[(one.pk, title_of_entry(sight, one)) for key in going.similar
                 for model in (Person, Group) if (one := sight.get(model, key)) is not None],
    )  # fmt: skip
