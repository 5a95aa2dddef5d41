"""Commitments as a table and a board, one commitment, and benchmarks."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse

from twotrack import clock
from twotrack.office.pages import page
from twotrack.office.shown.commitment_lines import commitment_lines, commitment_table
from twotrack.office.shown.commitment_page import board, commitment_page, last_words, made_at, promises
from twotrack.office.shown.kept import kept_report
from twotrack.office.shown.report_table import report_page
from twotrack.office.shown.tables import table_page
from twotrack.office.views.rows import found
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Commitment

_BENCHMARKS = 10_000
PROMISES = 30


def commitments(request: HttpRequest) -> HttpResponse:
    """The commitments in sight, a page at a time."""
    sight, today = Sight.of_context(), clock.now().date()
    lines = commitment_lines(sight, today)
    table = table_page(sight, commitment_table(sight, lines, today), lines, request.GET)
    places, words = made_at(sight, table.lines), last_words(sight, table.lines)
    rows = [(line, places.get(line.made_at), words.get(line.id)) for line in table.lines]
    return page(request, "commitments.html", table=table, rows=rows, view="table")


def on_board(request: HttpRequest) -> HttpResponse:
    """The acts by how they stand, and the standing promises as rounds repeated."""
    sight, today = Sight.of_context(), clock.now().date()
    lines = commitment_lines(sight, today)
    standing = promises(sight, lines)
    return page(
        request,
        "commitments_board.html",
        view="board",
        columns=board(lines) if lines else (),
        promises=standing[:PROMISES],
        promises_all=len(standing),
    )


def commitment(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One commitment: its words, and what was said of it at each later meeting."""
    sight = Sight.of_context()
    shown = commitment_page(sight, found(sight, Commitment, key), clock.now().date())
    if shown is None:
        raise Http404
    return page(request, "commitment.html", commitment=shown)


def benchmarks(request: HttpRequest) -> HttpResponse:
    """The yardsticks set beforehand, and how each was judged."""
    sight = Sight.of_context()
    report = kept_report(sight, "benchmarks", today=clock.now().date(), limit=_BENCHMARKS)
    return page(
        request, "benchmarks.html", view="benchmarks", report=report, table=report_page(sight, report, request.GET)
    )
