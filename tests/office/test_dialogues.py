"""A dialogue: its line of time, whether its interval was kept, its charts with their numbers."""

import re
from datetime import date

import pytest

from clients import Visitor
from record.reports.small_record import Small
from twotrack.office.shown.dialogue_page import interval_of, meeting_rows
from twotrack.office.shown.meeting_lines import meeting_lines
from twotrack.record.confidentiality import Sight

TODAY = date(2026, 5, 4)


def test_a_dialogue_says_how_its_interval_was_kept(small: Small) -> None:
    page = Visitor("clerk").sees(f"/dialogues/{small.yearly.pk}")
    assert "0 of 2 intervals were kept" in page
    assert "The next round is due by 12 July 2026" in page
    assert page.count("interval not kept") == 2


@pytest.mark.parametrize(("months", "kept"), [(12, [None, False, False]), (24, [None, True, True]), (0, [None] * 3)])
def test_a_round_is_within_the_interval_by_the_day(small: Small, months: int, kept: list[bool | None]) -> None:
    lines = [line for line in meeting_lines(Sight.public()) if line.kind == "round" and line.status == "held"]
    assert [row.kept for row in meeting_rows(lines, months, TODAY)] == kept
    assert interval_of(lines, months, TODAY).overdue is False


def test_its_line_of_time_names_each_meeting_and_leads_to_it(small: Small) -> None:
    page = Visitor("clerk").sees(f"/dialogues/{small.yearly.pk}")
    line = page.partition('class="timeline"')[2].partition("</svg>")[0]
    assert re.findall('aria-label="(round .), [^"]*, held"', line) == ["round 1", "round 2", "round 3"]
    assert f"/meetings/{small.round_2.pk}" in line


def test_its_charts_stand_beside_their_numbers(small: Small) -> None:
    page = Visitor("clerk").sees(f"/dialogues/{small.yearly.pk}")
    assert page.count('<section class="chart"') == page.count('<details class="figures">') == 2
    raised = page.partition('id="c-raised"')[2]
    assert re.search(r"round 1, 2023</a></th><td[^>]*>1</td><td[^>]*>1</td>", raised)


def test_what_waits_at_it_is_led_to(small: Small) -> None:
    page = Visitor("officer").sees(f"/dialogues/{small.yearly.pk}")
    assert "Mirel Osk" in page
    assert f"/cases?dialogue={small.yearly.pk.hex}&amp;stands=unanswered" in page
    assert "Mirel Osk" not in Visitor("clerk").sees(f"/dialogues/{small.yearly.pk}")
