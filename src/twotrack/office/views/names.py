"""Reviewing the names of a public text: what is to be withheld is marked, then a person says that all of it was."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack import clock
from twotrack.office.pages import page
from twotrack.office.shown.names_page import names_page
from twotrack.office.views.rows import found, user_of
from twotrack.record import names_review
from twotrack.record.confidentiality import Sight
from twotrack.record.ingest import current_text
from twotrack.record.masking import Form, find, fold
from twotrack.record.models import Source, SourceText, User, WithheldSpan

_LONGEST = 200


def names(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The names of a public source; what was sent marks, shows again, or says that all are marked. Public acts, all."""
    row = found(Sight.public(), Source, key)
    text = current_text(row)
    if request.method == "POST":
        said = _act(request, text, by=user_of(request))
        messages.success(request, said)
        return redirect("source-names", key)
    return page(request, "names.html", names=names_page(row, clock.now().date()))


def _act(request: HttpRequest, text: SourceText, *, by: User) -> str:
    act, words = request.POST.get("act", ""), request.POST.get("words", "").strip()[:_LONGEST]
    if act == "reviewed":
        names_review.mark_reviewed(text, by=by)
        return "You said that all names of this text that are to be withheld are marked."
    spans = find(text.text, [Form(fold(words).key, alone=False)]) if fold(words).key else []
    if act == "withhold":
        for span in spans:
            names_review.withhold(text, span.start, span.end, by=by)
        return f"Withheld at {len(spans)} place{'s' * (len(spans) != 1)}."
    if act == "show":
        places = {(one.start, one.end) for one in spans}
        marked = Sight.public().all(WithheldSpan, text_id=text.pk)
        for one in marked:
            if (one.start, one.end) in places or any(start <= one.start and one.end <= end for start, end in places):
                names_review.show_again(one, by=by)
        return "The marks were taken back. What looks like a name stays withheld until it is cleared."
    raise Http404
