"""Cases, and what is entered on them: notes with replies, outcomes, publication decisions."""

import uuid
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.office.dates import in_words
from twotrack.office.forms.cases import Note, Outcome, Publication
from twotrack.office.pages import page
from twotrack.office.shown.case_page import CasePage, case_page, subject_of
from twotrack.office.shown.case_table import cases_page, named_cases
from twotrack.office.shown.meeting_lines import meeting_lines
from twotrack.office.views.rows import chosen, found, user_of
from twotrack.record.confidentiality import Sight
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Meeting, Party, Passage, User
from twotrack.record.notes import take_note
from twotrack.record.publication import decide_publication
from twotrack.record.representations import record_outcome, respond
from twotrack.vocabulary import OutcomeKind, PublicationForm, ResponseType

_LONGEST = 200
_OFFERED = 100  # meetings to choose from, the latest; an earlier one is noted from its own page
_QUOTED = 70  # characters of a passage in the list of what an outcome may stand on


def cases(request: HttpRequest) -> HttpResponse:
    """The cases in sight, a page at a time; words to look for in names come by POST, so that they stand in no address."""
    sight = Sight.of_context()
    words = request.POST.get("words", "").strip()[:_LONGEST]
    shown = named_cases(sight, words) if words else cases_page(sight, request.GET)
    return page(request, "cases.html", cases=shown, words=words)


def case(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One case: names, statements, the ledger, and what may be entered on it."""
    return _show(request, found(Sight.of_context(), Case, key))


def note(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Keeps what was heard, with the reply that was in it."""
    sight = Sight.of_context()
    row = found(sight, Case, key)
    form = _note_form(sight, request.POST)
    if form.is_valid():
        try:
            _take_note(sight, row, form.cleaned_data, by=user_of(request))
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The note was kept.")
            return redirect("case", key)
    return _show(request, row, note=form)


def outcome(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Records what changed for the person."""
    sight = Sight.of_context()
    row = found(sight, Case, key)
    form = _outcome_form(case_page(sight, row, clock.now().date()), sight.clears, request.POST)
    if form.is_valid():
        try:
            _record_outcome(sight, row, form.cleaned_data, by=user_of(request))
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The outcome was recorded.")
            return redirect("case", key)
    return _show(request, row, outcome=form)


def publication(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Decides in which form the person may appear in what is published."""
    sight = Sight.of_context()
    row = found(sight, Case, key)
    form = Publication(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            decide_publication(
                subject_of(sight, row),
                PublicationForm(data["form"]),
                by=user_of(request),
                at=clock.now(),
                why=data["why"].strip() if sight.clears else "",
                consent=data["consent"].strip() if sight.clears else "",
                description=data["description"],
                review_by=data["review_by"],
            )
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The decision holds from the next publication.")
            return redirect("case", key)
    return _show(request, row, publication=form)


def _show(request: HttpRequest, row: Case, **bound: Form) -> HttpResponse:
    """The page of a case; a form that could not be taken is shown again with what was typed."""
    sight = Sight.of_context()
    shown = case_page(sight, row, clock.now().date())
    decision = shown.publication
    forms: dict[str, Any] = {
        "note": _note_form(sight),
        "outcome": _outcome_form(shown, sight.clears),
        "publication": Publication(initial={"form": decision.form if decision else PublicationForm.NOTHING.value}),
    }
    return page(
        request,
        "case.html",
        status=400 if bound else 200,
        case=shown,
        **{f"{name}_form": form for name, form in {**forms, **bound}.items()},
    )


def _note_form(sight: Sight, data: Any = None) -> Note:
    latest = meeting_lines(sight)[::-1][:_OFFERED]
    meetings = [(line.key, f"{line.name} ({in_words(line.when)})" if line.when else line.name) for line in latest]
    parties = sorted(((party.pk, party.name) for party in sight.all(Party)), key=lambda one: one[1])
    return Note(data, clears=sight.clears, meetings=meetings, parties=parties)


def _outcome_form(shown: CasePage, clears: bool, data: Any = None) -> Outcome:
    words = {
        one.passage: f"“{one.quote[:_QUOTED]}{'…' if len(one.quote) > _QUOTED else ''}” {one.source.title}"
        for row in shown.ledger
        for one in row.standing.words
    }
    return Outcome(data, clears=clears, passages=list(words.items()))


def _take_note(sight: Sight, row: Case, data: dict[str, Any], *, by: User) -> None:
    with writing(data["handling"], by=by) as ledger:
        _, passage = take_note(
            ledger,
            data["words"],
            about=row,
            heard_on=data["heard_on"],
            heard_at=data["heard_at"],
            language=data["language"] or "und",
        )
        if data["response"]:
            respond(
                ledger,
                [row],
                ResponseType(data["response"]),
                by=chosen(sight, Party, data["by_party"]),
                meeting=chosen(sight, Meeting, data["meeting"]),
                when=data["heard_on"],
                passage=passage,
            )


def _record_outcome(sight: Sight, row: Case, data: dict[str, Any], *, by: User) -> None:
    with writing(data["handling"], by=by) as ledger:
        record_outcome(
            ledger,
            row,
            OutcomeKind(data["kind"]),
            when=data["when"],
            summary=data["summary"].strip(),
            passage=chosen(sight, Passage, data["ground"]),
            inference=data["inference"].strip(),
        )
