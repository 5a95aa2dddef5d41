"""The interval of a dialogue, from each round held to the next."""

import dataclasses
from datetime import date

import pytest

from published import cleared_record as cleared_record
from twotrack.publish.intervals import after, kept
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import PublicMeeting


def rounds(record: PublicRecord, *days: str, status: str = "held") -> list[PublicMeeting]:
    return [dataclasses.replace(record.meetings[0], when=day, status=status) for day in days]


@pytest.mark.parametrize(
    ("interval", "day", "last"),
    [
        ("P1Y", date(2024, 2, 29), date(2025, 2, 28)),
        ("P6M", date(2024, 8, 31), date(2025, 2, 28)),
        ("P2W", date(2024, 8, 3), date(2024, 8, 17)),
        ("P1Y6M", date(2024, 8, 3), date(2026, 2, 3)),
    ],
)
def test_an_interval_ends_on_the_same_day_or_on_the_last_of_a_shorter_month(
    interval: str, day: date, last: date
) -> None:
    assert after(day, interval) == last


def test_it_counts_how_often_the_next_round_came_in_time(cleared_record: PublicRecord) -> None:
    found = kept("P1Y", rounds(cleared_record, "2004-05", "2002-05-20/2002-05-24", "2003-05-22", "2009-01", ""))
    assert found is not None
    assert (found.within, found.of) == (2, 3)
    assert found.longest == (date(2004, 5, 31), date(2009, 1, 1))


def test_what_is_not_stated_is_not_judged(cleared_record: PublicRecord) -> None:
    assert kept("", rounds(cleared_record, "2002", "2003")) is None
    assert kept("P1Y", rounds(cleared_record, "2002")) is None
    assert kept("P1Y", rounds(cleared_record, "2002", "2003", status="planned")) is None
