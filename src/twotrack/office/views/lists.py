"""Lists of names that were handed over: all of them, one, and one beside another. Reading only."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse

from twotrack import clock
from twotrack.office.pages import page
from twotrack.office.shown.list_lines import list_lines, list_table
from twotrack.office.shown.list_page import compared, list_page
from twotrack.office.shown.tables import table_page
from twotrack.office.views.rows import as_id, found
from twotrack.record.confidentiality import Sight
from twotrack.record.models import List

_OTHERS = 200  # lists that are offered to compare with


def lists(request: HttpRequest) -> HttpResponse:
    """The lists in sight, a page at a time."""
    sight = Sight.of_context()
    lines = list_lines(sight, clock.now().date())
    return page(request, "lists.html", table=table_page(sight, list_table(lines), lines, request.GET))


def list_(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One list; with `with`, the id of another one, the two side by side."""
    sight, today = Sight.of_context(), clock.now().date()
    row = found(sight, List, key)
    if request.GET.get("with"):
        other = compared(sight, row, found(sight, List, as_id(request.GET["with"])), today)
        if other is None:
            raise Http404
        line = next(one for one in list_lines(sight, today) if one.key == row.pk)
        return page(request, "list_compared.html", line=line, compared=other)
    shown = list_page(
        sight,
        row,
        today,
        after=_number(request.GET.get("after", "")),
        unanswered_only=request.GET.get("show") == "unanswered",
    )
    if shown is None:
        raise Http404
    others = [line for line in list_lines(sight, today) if line.key != row.pk][:_OTHERS]
    return page(request, "list.html", list=shown, others=others)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
