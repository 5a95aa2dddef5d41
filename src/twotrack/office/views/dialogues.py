"""Dialogues, and making one."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.office.forms.dialogues import NewDialogue
from twotrack.office.pages import page
from twotrack.office.shown.dialogue_page import dialogue_page
from twotrack.office.shown.dialogues import OUR_SIDE, all_dialogues
from twotrack.office.views.rows import found, user_of
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import Dialogue, DialogueParty, Party, Setting, User


def dialogues(request: HttpRequest) -> HttpResponse:
    """Every dialogue in sight."""
    return page(request, "dialogues.html", dialogues=all_dialogues(Sight.of_context()))


def dialogue(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One dialogue: its meetings, what was raised and promised at them, its documents."""
    sight = Sight.of_context()
    shown = dialogue_page(sight, found(sight, Dialogue, key), clock.now().date())
    return page(request, "dialogue.html", dialogue=shown)


def new(request: HttpRequest) -> HttpResponse:
    """The form that makes a dialogue."""
    form = NewDialogue(request.POST or None, clears=Sight.of_context().clears)
    if form.is_valid():
        try:
            made = make_dialogue(form.cleaned_data, by=user_of(request))
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The dialogue was made.")
            return redirect("dialogue", made.pk)
    return page(request, "dialogue_new.html", form=form, status=400 if form.is_bound else 200)


def make_dialogue(data: dict[str, Any], *, by: User) -> Dialogue:
    """A dialogue between our side and another, entered by a person; parties that are there are found again by name."""
    with writing(data["handling"], by=by) as ledger:
        said = f"entered by {by.name}"
        made = ledger.add(Dialogue(name=data["name"], interval=data["interval"]))
        ledger.ground(made, inference=said, language="en")
        ours, theirs = (_party(ledger, data[side], said) for side in ("our_side", "other_side"))
        for party in (ours, theirs):
            link = ledger.add(DialogueParty(dialogue=made, party=party))
            ledger.ground(link, inference=said, language="en")
        if not _reach(ledger).all(Setting, name=OUR_SIDE):
            ledger.add(Setting(name=OUR_SIDE, value={"party": str(ours.pk)}))
    return made


def _party(ledger: Ledger, name: str, said: str) -> Party:
    for party in _reach(ledger).all(Party):
        if party.name == name:
            return party
    made = ledger.add(Party(name=name))
    ledger.ground(made, inference=said, language="en")
    return made


def _reach(ledger: Ledger) -> Sight:
    """What a row of the ledger's database may name: public rows from both, confidential ones from their own."""
    return Sight.public() if ledger.alias == PUBLIC else Sight.of_context()
