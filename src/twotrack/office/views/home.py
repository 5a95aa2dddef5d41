"""The first page."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from twotrack import clock
from twotrack.office.pages import page
from twotrack.office.shown.changes import changes
from twotrack.office.shown.home import home_page
from twotrack.office.views.rows import user_of
from twotrack.office.visits import WEEK, last_here
from twotrack.record.confidentiality import Sight

SINCE = {"week": WEEK, "month": timedelta(days=30)}


def home(request: HttpRequest) -> HttpResponse:
    """What waits, what is due, and what changed; `since` says since when: the last visit, a week, a month."""
    sight, now = Sight.of_context(), clock.now()
    before = last_here(request, user_of(request), sight)
    word = request.GET.get("since", "")
    if word in SINCE or before is None:
        word = word if word in SINCE else "week"
        since = now - SINCE[word]
    else:
        word, since = "visit", before
    shown = home_page(sight, now.date())
    return page(
        request,
        "home.html",
        home=shown,
        changes=changes(sight, since, now.date()),
        since=word,
        visited=before is not None,
    )
