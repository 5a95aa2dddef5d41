"""Questions: what was asked, and whether it was answered."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse

from twotrack.office.pages import page
from twotrack.office.shown.charts import questions_by_theme
from twotrack.office.shown.question_lines import question_lines, question_table
from twotrack.office.shown.question_page import asked_of, question_page
from twotrack.office.shown.tables import in_order, table_page
from twotrack.office.views.rows import found
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Exchange


def questions(request: HttpRequest) -> HttpResponse:
    """The questions in sight, a page at a time, and how those that fit were answered, by theme."""
    sight = Sight.of_context()
    lines = question_lines(sight)
    table = question_table(sight, lines)
    shown = table_page(sight, table, lines, request.GET)
    chart = questions_by_theme(tuple(in_order(sight, table, lines, request.GET)))
    return page(request, "questions.html", table=shown, rows=asked_of(sight, shown.lines), chart=chart)


def question(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One question: its words, the answer's, and the same question over the years."""
    sight = Sight.of_context()
    shown = question_page(sight, found(sight, Exchange, key))
    if shown is None:
        raise Http404
    return page(request, "question.html", question=shown)
