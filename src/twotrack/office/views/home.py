"""The first page."""

from django.http import HttpRequest, HttpResponse

from twotrack import clock
from twotrack.office.pages import page
from twotrack.office.shown.home import home_page
from twotrack.record.confidentiality import Sight


def home(request: HttpRequest) -> HttpResponse:
    """What waits, what is due, and the latest of everything."""
    today = clock.now().date()
    return page(request, "home.html", home=home_page(Sight.of_context(), today))
