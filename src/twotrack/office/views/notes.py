"""The note: what I just heard becomes a source of mine, and in the same act what was raised, what came back, what follows."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.office.forms.notes import BOTH, Heard
from twotrack.office.pages import page
from twotrack.office.shown.case_choice import LONGEST, case_choices, chosen_cases
from twotrack.office.shown.meetings import all_meetings
from twotrack.office.shown.our_side import our_side, the_other_side
from twotrack.office.views.rows import as_id, chosen, user_of
from twotrack.record import heard as record
from twotrack.record.confidentiality import Sight
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Meeting, Party, Source, User
from twotrack.record.name_log import note_names_seen
from twotrack.vocabulary import Channel, RepresentationKind, ResponseType

NEW = "new"  # the choice "nobody of these: a person who is not in the record yet"


def note(request: HttpRequest) -> HttpResponse:
    """The form, and keeping it. `about` in the address names a case or a meeting that it is taken on."""
    sight = Sight.of_context()
    if request.method != "POST":
        about = as_id(request.GET.get("about"))
        return _show(request, sight, _form(sight, initial=_first_values(sight, about)), _cases(sight, [about]))
    form = _form(sight, request.POST)
    picked = _cases(sight, map(as_id, request.POST.getlist("case")))
    asked, new = _resolve(sight, form, request.POST, picked)
    if asked:
        form.fields["words"].widget.attrs.pop("autofocus", None)  # who is meant is asked first
    if not form.is_valid() or asked:
        return _show(request, sight, form, picked, new, asked)
    try:
        source = _keep(sight, form.cleaned_data, picked, new, by=user_of(request))
    except LedgerError as error:
        form.add_error(None, str(error))
        return _show(request, sight, form, picked, new)
    messages.success(request, "The note was kept.")
    return redirect("case", picked[0].pk) if len(picked) == 1 else redirect("source", source.pk)


def cases(request: HttpRequest) -> HttpResponse:
    """The cases that may be meant by what is being typed. The words come by POST: a name stands in no address."""
    found = case_choices(Sight.of_context(), request.POST.get("words", "")[:LONGEST])
    note_names_seen((one.subject for one in found), by=user_of(request))
    return page(request, "case_choices.html", choices=found)


def _keep(sight: Sight, data: dict[str, Any], picked: Sequence[Case], new: Sequence[str], *, by: User) -> Source:
    with writing(data["handling"], by=by) as ledger:
        return record.keep(
            ledger,
            record.Heard(
                words=data["words"],
                when=data["heard_on"],
                where=data["heard_at"],
                language=data["language"] or "und",
                cases=picked,
                new_names=new,
                theme=data["theme"],
                raised=RepresentationKind(data["raised"]) if data["raised"] else None,
                by=chosen(sight, Party, data["by_party"]),
                to=chosen(sight, Party, data["to_party"]),
                told_by=data["told_by"],
                meeting=chosen(sight, Meeting, data["meeting"]),
                channel=Channel(data["channel"]),
                response=ResponseType(data["response"]) if data["response"] else None,
                follow_up=_promised(sight, data),
            ),
        )


def _promised(sight: Sight, data: dict[str, Any]) -> record.Promised | None:
    if not data["follow_up"]:
        return None
    both = data["follow_up_by"] == BOTH
    by = None if both else chosen(sight, Party, data["follow_up_by"])
    return record.Promised(what=data["follow_up"], by=by, both=both, due=data["due"])


def _resolve(sight: Sight, form: Heard, data: Any, picked: list[Case]) -> tuple[list[Any], list[str]]:
    """For each name that was typed: the case that was picked for it joins `picked`, a new person's name is returned; where
    nothing was picked yet, who may be meant is to be asked."""
    asked, new = [], []
    for number, name in enumerate(form.name_lines()):
        answer = data.get(f"pick-{number}", "")
        if answer == NEW:
            new.append(name)
        elif answer and (case := sight.get(Case, as_id(answer))) is not None:
            picked += [case] if case not in picked else []
        else:
            asked.append((number, name, case_choices(sight, name)))
    return asked, new


def _show(
    request: HttpRequest,
    sight: Sight,
    form: Heard,
    picked: Sequence[Case],
    new: Sequence[str] = (),
    asked: Sequence[Any] = (),
) -> HttpResponse:
    shown = chosen_cases(sight, [case.pk for case in picked])
    note_names_seen((one.subject for one in shown), by=user_of(request))
    return page(
        request,
        "note.html",
        status=400 if form.is_bound else 200,
        form=form,
        picked=shown,
        asked=asked,
        new=new,
        nobody=NEW,
    )


def _form(sight: Sight, data: Any = None, initial: dict[str, Any] | None = None) -> Heard:
    meetings = [(ref.id, f"{ref.name} ({ref.when})" if ref.when else ref.name) for ref in all_meetings(sight)]
    parties = sorted(((party.pk, party.name) for party in sight.all(Party)), key=lambda one: one[1])
    return Heard(data, initial=initial, clears=sight.clears, meetings=meetings, parties=parties)


def _first_values(sight: Sight, about: uuid.UUID) -> dict[str, Any]:
    """What is so as a rule: today, ours with theirs, by word of mouth; at the meeting that the note is taken on."""
    ours = our_side(sight)
    theirs = the_other_side(sight, ours)
    meeting = sight.get(Meeting, about)
    return {
        "heard_on": clock.now().date().isoformat(),
        "by_party": str(ours.pk) if ours else "",
        "to_party": str(theirs.pk) if theirs else "",
        "channel": (Channel.MEETING if meeting else Channel.CONVERSATION).value,
        "meeting": str(meeting.pk) if meeting else "",
    }


def _cases(sight: Sight, keys: Any) -> list[Case]:
    found = [sight.get(Case, key) for key in keys]
    return list(dict.fromkeys(case for case in found if case is not None))
