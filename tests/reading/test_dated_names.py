"""Words that are a date and part of a name."""

import pytest

from typed_text import reading_of


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("She told the Sunday Mirror about it.", "en", []),
        ("She told the paper on Sunday in Tarn.", "en", ["Sunday"]),
        ("Das hat der Holmer Sonntag berichtet.", "de", []),
        ("Das war am Sonntag.", "de", ["Sonntag"]),
        ("Stimmt es, dass Frau März geht?", "de", []),
        ("Stimmt es, dass Frau März-Albrecht geht?", "de", []),
        ("Im März geht es weiter.", "de", ["März"]),
        ("《明天》周刊记者提问。", "zh", []),
        ("我们明天公布。", "zh", ["明天"]),
        ("他在三月湾被带走。", "zh", []),
        ("他在三月被带走。", "zh", ["三月"]),
        ("The text is in document 2018/77.", "en", []),
        ("The budget of 2018/19 was cut.", "en", ["2018/19"]),
        ("Das Gesetz kommt im nächsten Frühjahr.", "de", ["nächsten Frühjahr"]),
        ("Sie war vergangenen Sommer hier.", "de", ["vergangenen Sommer"]),
    ],
)
def test_a_part_of_a_name_is_no_date(text: str, language: str, found: list[str]) -> None:
    dates = reading_of(text, date="2030-03-06", language=language).dates
    assert [one.quote.removeprefix("im ").removeprefix("Im ") for one in dates] == found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("im nächsten Frühjahr", "2031-21"), ("vergangenen Sommer", "2029-22"), ("nächsten Winter", "2030-24")],
)
def test_german_seasons_are_the_next_and_the_last(text: str, edtf: str) -> None:
    assert [one.edtf for one in reading_of(f"Das war {text}.", date="2030-03-06", language="de").dates] == [edtf]
