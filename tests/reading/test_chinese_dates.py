"""Chinese time expressions, resolved from Wednesday 15 May 2030."""

import pytest

from date_expressions import CHINESE, DAY
from twotrack.reading.chinese_numbers import chinese_number
from typed_text import reading_of


@pytest.mark.parametrize(("words", "quote", "edtf"), CHINESE, ids=[row[1] for row in CHINESE])
def test_it_resolves(words: str, quote: str, edtf: str) -> None:
    assert [(date.quote, date.edtf) for date in reading_of(words, date=DAY).dates] == [(quote, edtf)]


@pytest.mark.parametrize(
    ("text", "value"),
    [("13", 13), ("十", 10), ("十三", 13), ("二十", 20), ("九十九", 99), ("二〇一〇", 2010), ("两", 2), ("几", 6)],
)
def test_a_number_is_read(text: str, value: int) -> None:
    assert chinese_number(text) == value
