"""Lists as they are made: drawn up, handed over (from then on they stay as they are), and answered."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.office.forms.lists import HandOver, NewList, Reply
from twotrack.office.pages import page
from twotrack.office.shown.case_choice import chosen_cases
from twotrack.office.shown.list_made import ReplyLine, lines_to_hand, reply_lines
from twotrack.office.shown.meetings import all_meetings
from twotrack.office.shown.our_side import our_side, the_other_side
from twotrack.office.views.rows import as_id, chosen, found, user_of
from twotrack.record import lists
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.ingest import current_text
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import Case, List, Meeting, Party, Passage, SourceText
from twotrack.record.name_log import note_names_seen
from twotrack.record.notes import take_note
from twotrack.record.passages import passage_at
from twotrack.vocabulary import ResponseType

COVER = "Cover note"


def new(request: HttpRequest) -> HttpResponse:
    """Draws up a list of the cases that were picked."""
    sight = Sight.of_context()
    form = NewList(request.POST or None, initial=_sides(sight), **_options(sight))
    picked = _picked(sight, request)
    if form.is_valid():
        data = form.cleaned_data
        reach = Sight.public() if data["handling"] == PUBLIC else sight
        if not picked:
            form.add_error("names", "Pick the cases that are to stand on it.")
        else:
            lines = lines_to_hand(reach, picked, data["says"], language=data["language"], order=data["order"])
            try:
                with writing(data["handling"], by=user_of(request)) as ledger:
                    made = lists.make_list(
                        ledger, lines, name=data["name"], language=data["language"],
                        by=chosen(sight, Party, data["by_party"]), to=chosen(sight, Party, data["to_party"]),
                        meeting=chosen(sight, Meeting, data["meeting"]), inference=f"drawn up by {ledger.by.name}",
                    )  # fmt: skip
                    _cover(ledger, made, data["cover"], data["language"])
            except LedgerError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, "The list was drawn up. It can be changed until it is handed over.")
                return redirect("list", made.pk)
    shown = chosen_cases(sight, [case.pk for case in picked])
    note_names_seen((one.subject for one in shown), by=user_of(request))
    return page(request, "list_new.html", form=form, picked=shown, status=400 if form.is_bound else 200)


def lines(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Adds cases at the end of a list that was not handed over."""
    sight = Sight.of_context()
    row = found(sight, List, key)
    if request.method == "POST":
        picked = _picked(sight, request)
        there = {item.case_id for item in lists.lines_of(sight, row)}
        reach = Sight.public() if confidentiality_of(row) == PUBLIC else sight
        added = lines_to_hand(
            reach, [case for case in picked if case.pk not in there], [], language=row.name_language, order="picked"
        )
        with writing(confidentiality_of(row), by=user_of(request)) as ledger:
            lists.add_lines(ledger, row, added, inference=f"added by {ledger.by.name}")
        messages.success(request, f"{len(added)} added.")
        return redirect("list", key)
    return page(request, "list_lines.html", list=row)


def hand_over(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Freezes a list as it is handed over, after what that means was shown."""
    sight = Sight.of_context()
    row = found(sight, List, key)
    form = HandOver(request.POST or None, initial={"on": clock.now().date().isoformat()})
    if form.is_valid():
        try:
            with writing(confidentiality_of(row), by=user_of(request)) as ledger:
                lists.hand_over(ledger, row, on=form.cleaned_data["on"])
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Handed over: the list stays as it is from now on.")
            return redirect("list", key)
    return page(
        request, "list_hand_over.html", list=row, form=form, lines=lists.lines_of(sight, row),
        status=400 if form.is_bound else 200,
    )  # fmt: skip


def reply(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What came back: first as it came, then line by line as the person says it is."""
    sight = Sight.of_context()
    row = found(sight, List, key)
    form = Reply(request.POST or None, initial=_sides(sight, answering=True), **_options(sight))
    words = request.POST.get("words", "").replace("\r\n", "\n")
    read = reply_lines(sight, row, words)
    valid = form.is_valid()
    if valid and request.POST.get("step") == "enter":
        told = [(line, request.POST.get(f"line-{line.item}", "")) for line in read]
        told = [(line, kind) for line, kind in told if kind in ResponseType._value2member_map_]
        try:
            number = _enter(request, sight, row, form.cleaned_data, words, told)
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{number} replies were entered.")
            return redirect("list", key)
    return page(
        request, "list_reply.html", list=row, form=form, lines=read if form.is_bound else [],
        types=ResponseType.choices(), status=400 if form.is_bound and not valid else 200,
    )  # fmt: skip


def _enter(
    request: HttpRequest, sight: Sight, row: List, data: dict[str, Any], words: str, told: list[tuple[ReplyLine, str]]
) -> int:
    common: dict[str, Any] = {
        "by": chosen(sight, Party, data["by_party"]),
        "meeting": chosen(sight, Meeting, data["meeting"]),
        "when": data["when"],
    }
    if not told and not data["count"]:
        raise LedgerError("say of at least one line what came back, or how many were answered")
    with writing(data["handling"], by=user_of(request)) as ledger:
        text, whole = _kept(ledger, row, words, data["when"])
        said = f"entered by {ledger.by.name}"
        for line, kind in told:
            case = sight.get(Case, line.case) if line.case else None
            if case is None:
                raise LedgerError(f"line {line.number} is not held to be any case; say on its page which one it is")
            passage = (
                passage_at(ledger, text, line.start, line.end, whole.account)
                if text and whole and line.words
                else whole
            )
            lists.reply(
                ledger, row, ResponseType(kind), cases=[case], summary=line.words, passage=passage,
                inference="" if passage else said, **common,
            )  # fmt: skip
        if data["count"]:
            kind = data["count_type"] or ResponseType.OTHER.value
            lists.reply(
                ledger, row, ResponseType(kind), count=data["count"], count_words=data["count_words"], passage=whole,
                inference="" if whole else said, **common,
            )  # fmt: skip
    return len(told) + bool(data["count"])


def _kept(ledger: Ledger, row: List, words: str, when: str) -> tuple[SourceText | None, Passage | None]:
    """The reply as a source of its own; nothing where it was entered without its words."""
    if not words.strip():
        return None, None
    source, passage = take_note(ledger, words, about=row, heard_on=when)
    return current_text(source), passage


def _cover(ledger: Ledger, made: List, words: str, language: str) -> None:
    if words.strip():
        source, _ = take_note(ledger, words, about=made, language=language)
        ledger.change(source, title=COVER)


def _picked(sight: Sight, request: HttpRequest) -> list[Case]:
    rows = [sight.get(Case, as_id(one)) for one in request.POST.getlist("case")]
    return list(dict.fromkeys(row for row in rows if row is not None))


def _options(sight: Sight) -> dict[str, Any]:
    meetings = [(ref.id, f"{ref.name} ({ref.when})" if ref.when else ref.name) for ref in all_meetings(sight)]
    parties = sorted(((party.pk, party.name) for party in sight.all(Party)), key=lambda one: one[1])
    return {"clears": sight.clears, "meetings": meetings, "parties": parties}


def _sides(sight: Sight, *, answering: bool = False) -> dict[str, Any]:
    ours = our_side(sight)
    theirs = the_other_side(sight, ours)
    by, to = (theirs, ours) if answering else (ours, theirs)
    return {"by_party": str(by.pk) if by else "", "to_party": str(to.pk) if to else ""}
