"""Time expressions, resolved from Wednesday 15 May 2030."""

from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from date_expressions import DAY, ENGLISH, NO_DATES, OTHER
from twotrack.edtf import is_valid
from typed_text import reading_of


def found(text: str, day: str = DAY, language: str = "en") -> list[tuple[str, str]]:
    return [(date.quote, date.edtf) for date in reading_of(text, date=day, language=language).dates]


@pytest.mark.parametrize(("words", "quote", "edtf"), ENGLISH, ids=[row[1] for row in ENGLISH])
def test_it_resolves(words: str, quote: str, edtf: str) -> None:
    assert found(words) == [(quote, edtf)]


@pytest.mark.parametrize(("language", "words", "quote", "edtf"), OTHER, ids=[row[2] for row in OTHER])
def test_it_resolves_in_other_languages(language: str, words: str, quote: str, edtf: str) -> None:
    assert found(words, language=language) == [(quote, edtf)]


@pytest.mark.parametrize("words", NO_DATES)
def test_it_is_no_date(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "day", "edtf"),
    [
        ("It fell since last spring.", "2031-01-22", "2030-21"),
        ("It rose last winter.", "2031-12-17", "2030-24"),
        ("They joined in the fall.", "2031-01-24", "2030-23"),
        ("We expect it in the spring.", "2031-01-27", "2031-21"),
        ("We expect it in the spring.", "2030-11-27", "2031-21"),
        ("It happened on the 7th of October.", "2031-08-15", "2030-10-07"),
        ("They met in November.", "2031-01-10", "2030-11"),
        ("What of another strike in January?", "2030-11-21", "2031-01"),
        ("They met on Friday.", "2030-05-17", "2030-05-17"),
        ("They passed it at the end of the year.", "2031-01-22", "2030-12"),
        ("What happens this week?", "2030-05-19", "2030-05-20/2030-05-26"),
        ("去年12月双方会面。", "2031-01-10", "2030-12"),
    ],
)
def test_it_resolves_across_the_turn_of_a_year_or_week(words: str, day: str, edtf: str) -> None:
    assert [value for _, value in found(words, day)] == [edtf]


def test_a_numeric_date_is_read_as_the_document_prints_dates() -> None:
    assert found("On 13 May and 14 May they met. Signed 03/04/2029.")[-1] == ("03/04/2029", "2029-04-03")
    assert found("On May 13 and May 14 they met. Signed 03/04/2029.")[-1] == ("03/04/2029", "2029-03-04")


@pytest.mark.parametrize(
    ("words", "language", "edtf"),
    [
        ("Signed 03/04/2029.", "en", "2029-XX-XX"),
        ("The programme of the defence ministry. Signed 03/04/2029.", "en", "2029-04-03"),
        ("We recognized the defense ministry. Signed 03/04/2029.", "en", "2029-03-04"),
        ("Signé le 03/04/2029.", "fr", "2029-04-03"),
        ("Signed 04/04/2029.", "en", "2029-04-04"),
        ("Signed 13/04/2029.", "en", "2029-04-13"),
    ],
)
def test_a_numeric_date_of_two_readings_is_vague_unless_language_or_spelling_tells(
    words: str, language: str, edtf: str
) -> None:
    assert [value for _, value in found(words, language=language)] == [edtf]


@pytest.mark.parametrize(
    "words",
    [
        "The youth of today is free.",
        "In today’s interconnected world it counts.",
        "It is needed today more than ever.",
        "China as we know it today is new.",
    ],
)
def test_today_that_means_these_times_is_no_day(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "As of today it holds.",
        "The meeting of today was short.",
        "Today’s meeting was short.",
        "They met today in Tarn.",
    ],
)
def test_today_that_is_a_day_is_one(words: str) -> None:
    assert [value for _, value in found(words)] == [DAY]


def test_a_day_of_the_month_is_of_the_month_named_before() -> None:
    assert found("We met on 3 March and again on the 7th.")[-1] == ("the 7th", "2030-03-07")


def test_without_a_day_of_the_document_only_full_dates_are_found() -> None:
    assert [date.edtf for date in reading_of("We met yesterday and on 3 May 2029.").dates] == ["2029-05-03"]


def test_a_day_of_two_readings_is_not_the_day_of_the_document() -> None:
    assert [date.edtf for date in reading_of("Note, 05/04/2029\n\nWe met yesterday.").dates] == ["2029-XX-XX"]


def test_a_day_that_heads_a_text_is_the_day_of_the_document() -> None:
    reading = reading_of("Press conference on 3 May 2029\n\nWe met yesterday and in 2027.")
    assert [date.edtf for date in reading.dates] == ["2029-05-03", "2029-05-02", "2027"]


def test_a_quote_is_the_text_at_its_offsets_over_a_line_end() -> None:
    reading = reading_of("They left on June 13th, last\nyear, together.", date=DAY)
    (date,) = reading.dates
    assert reading.text[date.start : date.end] == date.quote == "June 13th, last\nyear"


WORDS = """
the last next this of in and to from by on week month year days ago first half quarter end 2030 13 31 0 9999 May June Monday
spring Christmas century decade ’s - / . , 年 月 日 去 周 三 前 十 五 世纪 年代 上 个 至 第 13th 2010-05-13 05/13/2010 few two
a within Q3 FY 1 99 mid- early tomorrow today weekend 民國 hier gestern
"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=24)
TEXTS = st.one_of(st.text(max_size=120), PIECES.map(" ".join), PIECES.map("".join))
LANGUAGES = st.sampled_from(["en", "zh", "fr", "de", "es"])


@settings(max_examples=300, deadline=None)
@given(
    text=TEXTS,
    day=st.dates(date(1, 1, 1), date(9999, 12, 31)),
    language=LANGUAGES,
)
def test_any_text_is_read_into_exact_quotes_in_order(text: str, day: date, language: str) -> None:
    reading = reading_of(text, date=day.isoformat(), language=language)
    dates = reading.dates
    assert all(reading.text[one.start : one.end] == one.quote != "" for one in dates)
    assert all(one.end <= other.start for one, other in pairwise(dates))
    assert all(is_valid(one.edtf) for one in dates)
    assert reading_of(text, date=day.isoformat(), language=language).dates == dates


@pytest.mark.parametrize("edtf", sorted({row[2] for row in ENGLISH}))
def test_the_edtf_package_reads_what_is_written(edtf: str) -> None:
    assert parse_edtf(edtf)
