"""Deciding proposals."""

import uuid

from django.http import HttpRequest, HttpResponse

from twotrack.errors import LedgerError
from twotrack.office.forms.proposals import edit_form
from twotrack.office.pages import page
from twotrack.office.shown.meetings import all_meetings
from twotrack.office.shown.merging import candidates, entry_to_merge_into
from twotrack.office.shown.proposals import MERGEABLE, cards
from twotrack.office.views.reading_room import answer, findings, show_edit
from twotrack.office.views.rows import as_id, found, user_of
from twotrack.office.views.sources import show_source
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.decisions import decide
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Proposal
from twotrack.vocabulary import DecisionKind

_SAID = {
    DecisionKind.ACCEPT: "Accepted.",
    DecisionKind.EDIT: "Accepted as changed.",
    DecisionKind.REJECT: "Rejected.",
    DecisionKind.MERGE: "Merged.",
}


def proposal(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One proposal beside the entries that it may be merged into."""
    return _show_merge(request, found(Sight.of_context(), Proposal, key))


def _show_merge(request: HttpRequest, row: Proposal, problem: str = "") -> HttpResponse:
    sight = Sight.of_context()
    card = cards(sight, [row], row.text.text)[0]
    options = candidates(sight, row) if row.section in MERGEABLE else []
    return page(
        request,
        "merge.html",
        status=400 if problem else 200,
        card=card,
        source=row.source_id,
        candidates=options,
        problem=problem,
        before=row.anchor_prefix,
        after=row.anchor_suffix,
    )


def decide_one(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Accepts, changes, rejects or merges one proposal, then shows it in its source."""
    row = found(Sight.of_context(), Proposal, key)
    word = request.POST.get("decision", "")
    if word == DecisionKind.MERGE:
        return _merge(request, row)
    if word == DecisionKind.EDIT:
        return _edit(request, row)
    if word not in (DecisionKind.ACCEPT, DecisionKind.REJECT):
        return _failed(request, row, "Choose: accept, edit, reject or merge.")
    try:
        decide(row, DecisionKind(word), by=user_of(request))
    except LedgerError as error:
        return _failed(request, row, str(error))
    return _done(request, row, DecisionKind(word))


def _failed(request: HttpRequest, row: Proposal, why: str) -> HttpResponse:
    if request.headers.get("X-Part"):
        return findings(request, row.source, at=row.pk, problem=why)
    return show_source(request, row.source, problem=why, at=row.pk)


def _edit(request: HttpRequest, row: Proposal) -> HttpResponse:
    sight = Sight.public() if confidentiality_of(row) == PUBLIC else Sight.of_context()
    options = [(ref.id, ref.name) for ref in all_meetings(sight)]
    form = edit_form(row, options, request.POST)
    if form.is_valid():
        changes = form.changes(row)
        kind = DecisionKind.EDIT if changes else DecisionKind.ACCEPT
        try:
            decide(row, kind, by=user_of(request), data=changes)
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            return _done(request, row, kind)
    return show_edit(request, row, form, status=400)


def _merge(request: HttpRequest, row: Proposal) -> HttpResponse:
    sight = Sight.of_context()
    key = as_id(request.POST.get("other", "").strip() or request.POST.get("into"))
    into = entry_to_merge_into(sight, row, key)
    if into is None:
        return _show_merge(request, row, "Choose the entry to merge into.")
    try:
        decide(row, DecisionKind.MERGE, by=user_of(request), into=into)
    except LedgerError as error:
        return _show_merge(request, row, str(error))
    return _done(request, row, DecisionKind.MERGE)


def _done(request: HttpRequest, row: Proposal, kind: DecisionKind) -> HttpResponse:
    return answer(request, row.source, _SAID[kind], at=row.pk)
