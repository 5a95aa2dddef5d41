"""Cells that hold a date, as people write them in lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack import edtf
from twotrack.record.imports.dates import DayOrder, order_of, to_edtf


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2009/07", "2009-07"), ("1964.0", "1964"), ("about 2010", "2010~"), ("c. 2010", "2010~"), ("约1964年", "1964~"),
        ("2009-07-15", "2009-07-15"), ("2009-07-15 00:00:00", "2009-07-15"), ("15 July 2009", "2009-07-15"),
        ("July 2009", "2009-07"), ("2009年7月15日", "2009-07-15"), ("2009年7月", "2009-07"), ("7/15/2009", "2009-07-15"),
        ("15.7.2009", "2009-07-15"), ("5/5/2009", "2009-05-05"), ("2009?", "2009?"), ("2010 (approx.)", "2010~"),
        ("about 2009?", "2009%"), ("1960s", "196X"), ("2009-2010", "2009/2010"), ("2010-05/..", "2010-05/.."),
        ("unknown", ""), ("不详", ""), ("-", ""),
        ("5/4/2009", None), ("2009-13-40", None), ("12 years", None), ("14 May", None), ("2010-02-30", None),
        ("detained in 2009 and released", None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_a_date_in_a_cell(cell: str, date: str | None) -> None:
    assert to_edtf(cell) == date


def test_a_column_tells_which_comes_first_the_day_or_the_month() -> None:
    assert order_of(["5/4/2009", "15/7/2009"]) is DayOrder.DAY_FIRST
    assert order_of(["5/4/2009", "7/15/2009"]) is DayOrder.MONTH_FIRST
    assert order_of(["15/7/2009", "7/15/2009"]) is DayOrder.NOT_TOLD
    assert to_edtf("5/4/2009", DayOrder.DAY_FIRST) == "2009-04-05"


@given(st.text(max_size=80))
def test_whatever_stands_there_the_date_is_edtf_or_none(cell: str) -> None:
    found = to_edtf(cell)
    assert not found or edtf.is_valid(found)
