"""Commitments, open ones first."""

from django.http import HttpRequest, HttpResponse

from twotrack import clock
from twotrack.office.pages import page
from twotrack.office.shown.commitments import all_commitments
from twotrack.record.confidentiality import Sight


def commitments(request: HttpRequest) -> HttpResponse:
    """Every commitment in sight."""
    return page(request, "commitments.html", commitments=all_commitments(Sight.of_context(), clock.now().date()))
