"""Sources: the text, and what the program found in it."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack.office.pages import page
from twotrack.office.shown.dialogues import all_dialogues
from twotrack.office.shown.proposals import ONE
from twotrack.office.shown.source_page import source_page
from twotrack.office.shown.sources import all_sources
from twotrack.office.views.rows import as_id, found, user_of
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Dialogue, Source, SourceDialogue


def sources(request: HttpRequest) -> HttpResponse:
    """Every source in sight."""
    return page(request, "sources.html", sources=all_sources(Sight.of_context()))


def source(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One source; `words` names the passage to be shown in its text."""
    return show_source(request, found(Sight.of_context(), Source, key))


def show_source(request: HttpRequest, row: Source, *, problem: str = "", at: uuid.UUID | None = None) -> HttpResponse:
    """The page of a source; where a decision failed, with the line that says why at the proposal `at`."""
    sight = Sight.of_context()
    words = request.GET.get("words")
    shown = source_page(sight, row, as_id(words) if words else None)
    mine = {one for one, _ in shown.dialogues}
    return page(
        request,
        "source.html",
        status=400 if problem else 200,
        source=shown,
        problem=problem,
        at=at,
        kinds=[(name, one) for name, one in ONE.items()],
        others=[one for one in all_dialogues(_reach(row)) if one.id not in mine],
    )


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
