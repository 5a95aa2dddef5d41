"""Sources: the text, and what the program found in it."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from twotrack.errors import LedgerError
from twotrack.office.forms.proposals import Edit, edit_form
from twotrack.office.pages import page
from twotrack.office.shown.dialogues import all_dialogues
from twotrack.office.shown.meetings import all_meetings
from twotrack.office.shown.source_page import source_page
from twotrack.office.shown.sources import all_sources
from twotrack.office.views.rows import as_id, found, user_of
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.decisions import decide_all
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Dialogue, Proposal, Source, SourceDialogue


def sources(request: HttpRequest) -> HttpResponse:
    """Every source in sight."""
    return page(request, "sources.html", sources=all_sources(Sight.of_context()))


def source(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One source; `words` names the passage to be shown in its text."""
    return show_source(request, found(Sight.of_context(), Source, key))


def show_source(
    request: HttpRequest, row: Source, *, problem: str = "", at: uuid.UUID | None = None, bound: Edit | None = None
) -> HttpResponse:
    """The page of a source; where a decision failed, with the line that says why at the proposal `at`, and what was typed."""
    sight = Sight.of_context()
    words = request.GET.get("words")
    shown = source_page(sight, row, as_id(words) if words else None)
    waiting = {card.id for section in shown.sections for card in section.cards if card.waits}
    options = [(ref.id, ref.name) for ref in all_meetings(_reach(row))]
    forms = {
        proposal.pk: edit_form(proposal, options)
        for proposal in sight.all(Proposal, source_id=row.pk)
        if proposal.pk in waiting or proposal.pk == at
    }
    if bound is not None and at is not None:
        forms[at] = bound
    mine = {one for one, _ in shown.dialogues}
    return page(
        request,
        "source.html",
        status=400 if problem or bound is not None else 200,
        source=shown,
        cards=[(section, [(card, forms.get(card.id)) for card in section.cards]) for section in shown.sections],
        problem=problem,
        at=at,
        others=[one for one in all_dialogues(_reach(row)) if one.id not in mine],
    )


def accept_delegations(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Accepts all participants of a source that wait, as a block."""
    sight = Sight.of_context()
    row = found(sight, Source, key)
    delegations = sight.all(Proposal, source_id=row.pk, section="participants", vanished=False)
    try:
        made = decide_all(delegations, by=user_of(request))
    except LedgerError as error:
        return show_source(request, row, problem=str(error))
    messages.success(request, f"The delegations were accepted: {len(made)} entries.")
    return redirect(reverse("source", args=[key]) + "#participants")


def belongs_to(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Says that a source belongs to a dialogue: rounds accepted from it then count towards it."""
    row = found(Sight.of_context(), Source, key)
    dialogue = found(_reach(row), Dialogue, as_id(request.POST.get("dialogue")))
    if not _reach(row).all(SourceDialogue, source_id=row.pk, dialogue_id=dialogue.pk):
        with writing(confidentiality_of(row), by=user_of(request)) as ledger:
            ledger.add(SourceDialogue(source=row, dialogue=dialogue))
        messages.success(request, "The document now belongs to the dialogue.")
    return redirect("source", key)


def _reach(row: Source) -> Sight:
    """What entries from this source may name: from a public one public entries alone."""
    return Sight((PUBLIC, CONFIDENTIAL)) if confidentiality_of(row) == CONFIDENTIAL else Sight.public()
