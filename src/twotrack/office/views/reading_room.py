"""The reading room: the document left, what was found right. Blocks with exceptions, edits, and what the program missed."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from twotrack.errors import LedgerError
from twotrack.office.forms.proposals import EDITS, Edit, edit_form
from twotrack.office.pages import page
from twotrack.office.shown.meetings import all_meetings
from twotrack.office.shown.proposals import AS_A_BLOCK, HEADINGS, ONE, cards
from twotrack.office.shown.source_page import source_page
from twotrack.office.views.rows import found, user_of
from twotrack.record.added import add_finding, found_by_hand, place_of
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.decisions import decide, decide_all
from twotrack.record.ingest import current_text
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Proposal, Source
from twotrack.record.proposals import decision_on
from twotrack.vocabulary import DecisionKind

_LONGEST = 2000  # code points of words that are selected
_NO_WORDS = "These words do not stand in the document. Copy them exactly, or select them in it."


def answer(
    request: HttpRequest, row: Source, said: str = "", *, at: uuid.UUID | None = None, problem: str = ""
) -> HttpResponse:
    """What is shown after something was done: the findings anew where a script asks for that part, else the page again."""
    if request.headers.get("X-Part"):
        return findings(request, row, said=said, at=at, problem=problem)
    if said:
        messages.success(request, said)
    return redirect(reverse("source", args=[row.pk]) + (f"#p-{at}" if at else "#findings"))


def findings(
    request: HttpRequest, row: Source, *, said: str = "", at: uuid.UUID | None = None, problem: str = ""
) -> HttpResponse:
    """The findings of a source alone, as a part of its page."""
    shown = source_page(Sight.of_context(), row)
    return page(
        request, "findings.html", source=shown, said=said, at=at, problem=problem, status=400 if problem else 200
    )  # fmt: skip


def block(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Takes the meetings, the delegations or the themes of a source together: those that are ticked are accepted; the others
    go on waiting, or are rejected where that was asked for."""
    row = found(Sight.of_context(), Source, key)
    section = request.POST.get("section", "")
    if section not in AS_A_BLOCK:
        return answer(request, row)
    ticked = set(request.POST.getlist("accept"))
    waiting = [
        one
        for one in Sight.of_context().all(Proposal, source_id=row.pk, section=section, vanished=False)
        if decision_on(one) is None
    ]
    try:
        made = decide_all([one for one in waiting if str(one.pk) in ticked], by=user_of(request))
        others = [one for one in waiting if str(one.pk) not in ticked] if request.POST.get("others") == "reject" else []
        for one in others:
            decide(one, DecisionKind.REJECT, by=user_of(request))
    except LedgerError as error:
        from twotrack.office.views.sources import show_source

        if request.headers.get("X-Part"):
            return findings(request, row, problem=str(error))
        return show_source(request, row, problem=str(error))
    said = f"{HEADINGS[section]}: {len(made)} accepted" + (f", {len(others)} rejected." if others else ".")
    return answer(request, row, said)


def edit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The form that changes a finding before it is accepted."""
    row = found(Sight.of_context(), Proposal, key)
    return show_edit(request, row, edit_form(row, _meetings(row.source)))


def show_edit(request: HttpRequest, row: Proposal, form: Edit, *, status: int = 200) -> HttpResponse:
    """A finding with its form: as a page, or as the part of one that a script asks for."""
    part = bool(request.headers.get("X-Part"))
    card = None if part else cards(Sight.of_context(), [row], row.text.text)[0]
    template = "edit_form.html" if part else "edit.html"
    return page(request, template, form=form, card=card, key=row.pk, source=row.source_id, status=status)


def add(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Words that the program missed: first which words and what they are, then what they say."""
    row = found(Sight.of_context(), Source, key)
    section = request.POST.get("section", "")
    text = current_text(row)
    place = _place(text.text, request.POST)
    if place is None or section not in EDITS:
        return answer(request, row, problem=_NO_WORDS) if request.headers.get("X-Part") else _refused(request, row)
    start, end = place
    proposal = found_by_hand(text, section, start, end)
    filled = "filled" in request.POST
    form = edit_form(proposal, _meetings(row), request.POST if filled else None)
    if filled and form.is_valid():
        try:
            add_finding(proposal, form.changes(proposal), by=user_of(request))
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            return answer(request, row, f"Added: a {ONE[section]}.", at=proposal.pk)
    return page(
        request,
        "add_form.html" if request.headers.get("X-Part") else "add.html",
        form=form,
        source=row.pk,
        section=section,
        one=ONE[section],
        words=text.text[start:end],
        start=start,
        end=end,
        before=text.text[max(0, start - 80) : start],
        after=text.text[end : end + 80],
        status=400 if form.is_bound else 200,
    )


def _refused(request: HttpRequest, row: Source) -> HttpResponse:
    from twotrack.office.views.sources import show_source

    return show_source(request, row, problem=_NO_WORDS)


def _place(text: str, data: Any) -> tuple[int, int] | None:
    """Where the selected words stand: where the page says, if they do stand there, else where they stand first."""
    words = str(data.get("words", "")).replace("\r\n", "\n")[:_LONGEST]
    try:
        start, end = int(data.get("start", "")), int(data.get("end", ""))
    except ValueError:
        start = end = -1
    if 0 <= start < end <= len(text) and end - start <= _LONGEST and text[start:end].strip() == words.strip():
        start += len(text[start:end]) - len(text[start:end].lstrip())
        return start, start + len(words.strip())
    return place_of(text, words.strip())


def _meetings(row: Source) -> list[tuple[Any, str]]:
    """The meetings that a finding of this source may name: for a public one public ones alone."""
    reach = Sight((PUBLIC, CONFIDENTIAL)) if confidentiality_of(row) == CONFIDENTIAL else Sight.public()
    return [(ref.id, ref.name) for ref in all_meetings(reach)]
