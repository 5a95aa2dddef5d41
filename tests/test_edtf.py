"""Our profile of EDTF, held against the edtf package where that is right."""

from datetime import date

import pytest
from edtf import parse_edtf, struct_time_to_date
from hypothesis import given, settings
from hypothesis import strategies as st

from twotrack import edtf
from twotrack.edtf import EdtfError, first_day, is_valid, last_day, parse


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2010", "2010-01-01", "2010-12-31"),
        ("2010-05", "2010-05-01", "2010-05-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2010-05-14", "2010-05-14", "2010-05-14"),
        ("196X", "1960-01-01", "1969-12-31"),
        ("2011-XX", "2011-01-01", "2011-12-31"),
        ("2011-XX-14", "2011-01-14", "2011-12-14"),
        ("2011-02-XX", "2011-02-01", "2011-02-28"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2010-05~", "2010-05-01", "2010-05-31"),
        ("2010-05-13/2010-05-14", "2010-05-13", "2010-05-14"),
        ("2010-05-14/2010-11", "2010-05-14", "2010-11-30"),
        ("../2010-08", None, "2010-08-31"),
        ("2010-08/..", "2010-08-01", None),
        ("/2010-08", None, "2010-08-31"),
        ("2010-08/", "2010-08-01", None),
    ],
)
def test_a_date_lies_between_its_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    found = parse(text)
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May 2010",
        "2010-02-30",
        "2010-13",
        "2010-25",
        "2010-5",
        "2010-21-03",
        "2010-11/2010-05-14",
        "/",
        "../..",
        "2010?-05",
        "0000",
        "٢٠١٠",
        "2010/2011/2012",
    ],
)
def test_what_is_outside_the_profile_is_refused(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(EdtfError):
        parse(text)


def test_one_day_without_doubt_is_whole() -> None:
    assert parse("2010-05-14").whole
    assert not any(parse(text).whole for text in ("2010-05-14?", "2010-05", "2010-05-14/.."))


def test_marks_say_uncertain_and_approximate() -> None:
    marks = {text[-1]: (parse(text).uncertain, parse(text).approximate) for text in ("2010?", "2010~", "2010%")}
    assert marks == {"?": (True, False), "~": (False, True), "%": (True, True)}


DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
FORMS = st.sampled_from(["{:%Y}", "{:%Y-%m}", "{:%Y-%m-%d}", "{:%Y-XX}", "{:%Y-%m-XX}"])


@settings(max_examples=60, deadline=None)
@given(day=DAYS, form=FORMS)
def test_bounds_are_those_of_the_edtf_package(day: date, form: str) -> None:
    text = form.format(day)
    theirs = parse_edtf(text)
    assert first_day(text) == struct_time_to_date(theirs.lower_strict())
    assert last_day(text) == struct_time_to_date(theirs.upper_strict())


@given(days=st.tuples(DAYS, DAYS).map(sorted))
def test_an_interval_spans_its_ends(days: list[date]) -> None:
    found = parse(f"{days[0]}/{days[1]}")
    assert (found.first, found.last, found.interval) == (days[0], days[1], True)


@given(text=st.text(alphabet="0129X-/.?~%T ", max_size=24))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    if is_valid(text):
        first, last = first_day(text), last_day(text)
        assert first is None or last is None or first <= last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2010-05-13", "13 May 2010"),
        ("2010-05-13/2010-05-14", "13 to 14 May 2010"),
        ("2010-05-14/2010-11", "14 May 2010 to November 2010"),
        ("2011", "2011"),
        ("196X", "the 1960s"),
        ("2024-21", "spring 2024"),
        ("../2010-08", "until August 2010"),
        ("2010-05~", "about May 2010"),
        ("2011-XX", "a month of 2011"),
        ("no date", "no date"),
    ],
)
def test_a_date_is_read_out(text: str, words: str) -> None:
    assert edtf.in_words(text) == words
