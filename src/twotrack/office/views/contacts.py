"""Whom one met outside government: confidential always, and released only on a second person's word."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack.errors import LedgerError
from twotrack.office.dates import in_words
from twotrack.office.forms.contacts import Met
from twotrack.office.pages import page
from twotrack.office.shown.meetings import all_meetings, meeting_refs
from twotrack.office.shown.named import title_of_entry
from twotrack.office.shown.same import persons_of_name
from twotrack.office.views.rows import as_id, chosen, user_of
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.keyring import CONFIDENTIAL, require_clearance
from twotrack.record.ledger import writing
from twotrack.record.models import Contact, Meeting, Person, User
from twotrack.record.name_log import note_names_seen
from twotrack.record.talks import meet
from twotrack.vocabulary import Property

NEW = "new"


def contacts(request: HttpRequest) -> HttpResponse:
    """Everybody who was met, and a form for one more."""
    require_clearance(CONFIDENTIAL)
    sight = Sight.of_context()
    people: list[tuple[str, str]] = []
    if request.method == "POST" and (name := request.POST.get("name", "").strip()):
        people = [*persons_of_name(sight, name), (NEW, "Nobody of these: a person who is not in the record yet")]
    form = Met(request.POST or None, meetings=[(ref.id, ref.name) for ref in all_meetings(sight)], people=people)
    if form.is_bound and form.is_valid():
        try:
            _keep(sight, form.cleaned_data, by=user_of(request))
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The contact was kept, in confidence.")
            return redirect("contacts")
    rows = sight.all(Contact)
    note_names_seen((row.person_id for row in rows), by=user_of(request))
    return page(request, "contacts.html", form=form, contacts=_rows(sight, rows), status=400 if form.is_bound else 200)


def _keep(sight: Sight, data: dict[str, Any], *, by: User) -> None:
    with writing(CONFIDENTIAL, by=by) as ledger:
        person = sight.get(Person, as_id(data.get("person"))) if data.get("person") != NEW else None
        if person is None:
            person = ledger.add(Person())
            ledger.ground(person, inference=data["how"].strip())
            ledger.state(person, Property.NAME, data["name"], inference=data["how"].strip())
        meet(
            ledger, person, meeting=chosen(sight, Meeting, data["meeting"]), when=data["when"], place=data["place"],
            summary=data["summary"].strip(), inference=data["how"].strip(),
        )  # fmt: skip


def _rows(sight: Sight, rows: list[Contact]) -> list[dict[str, Any]]:
    meetings = meeting_refs(sight, (row.meeting_id for row in rows))
    people = {row.pk: row for row in sight.among(Person, "pk", (row.person_id for row in rows))}
    return [
        {
            "id": row.pk,
            "name": title_of_entry(sight, people[row.person_id]) if row.person_id in people else "",
            "person": row.person_id,
            "when": in_words(row.when),
            "place": row.place,
            "meeting": meetings.get(row.meeting_id) if row.meeting_id else None,
            "summary": row.summary,
            "confidential": is_confidential([row]),
        }
        for row in reversed(rows)
    ]
