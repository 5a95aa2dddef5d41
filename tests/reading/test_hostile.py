"""Time grows with the length of a text, whatever the text: hostile repetition is read as fast as plain words."""

import pytest

from twotrack.reading.finders import read
from twotrack.sources.raw import Document
from typed_text import reading_of

SIZE = 200_000
HOSTILE = [
    "A" * SIZE,
    "a " * (SIZE // 2),
    "A. " * (SIZE // 3),
    "MR. " * (SIZE // 4),
    "Q " * (SIZE // 2),
    "Q\n\n" * (SIZE // 3),
    "MR. A: \n" * (SIZE // 8),
    " " * SIZE,
    "\n" * SIZE,
    "\u00a0\n" * (SIZE // 2),
    "the " * (SIZE // 4),
    "May " * (SIZE // 4),
    "in May of last " * (SIZE // 15),
    "12 " * (SIZE // 3),
    "2010-" * (SIZE // 5),
    "(inaudible" * (SIZE // 10),
    "QUESTION: " + "and then also " * (SIZE // 14) + "?",
    "QUESTION: " + "thank you, " * (SIZE // 11) + "?",
    "MR. A: x\n\nQUESTION: " + "? " * (SIZE // 2),
    "".join(f"MR. A{number}: x\n" for number in range(SIZE // 12)),
    "问：" * (SIZE // 2),
    "2010年" * (SIZE // 5),
    "Ana Ruiz with the " * (SIZE // 18),
    "the end of the " * (SIZE // 15),
    "the first half of the last 2 " * (SIZE // 29),
    "13, 14, " * (SIZE // 8),
    "13 May to " * (SIZE // 10),
    "1/" * (SIZE // 2),
    "the next few days and weeks " * (SIZE // 28),
    "今年上半" * (SIZE // 4),
    "5月13日至" * (SIZE // 6),
    "十" * SIZE,
    "# " * (SIZE // 2),
    "*" * SIZE,
    "The case of Ilka Doran was raised. " * (SIZE // 35),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:24]))
def test_hostile_repetition_is_read_to_its_end(text: str) -> None:
    reading = reading_of(text, date="2030-05-15")
    assert reading.text == text


OF_ALL = 20_000  # characters that all finders are given: a hundredth of a second to a fifth each
REPEATED = [
    "Ilka Doran, ",
    "A, B, C and ",
    "We raised torture and the death penalty. ",
    "We will release Ilka Doran by the end of May. ",
    "被捕高志远，",
    "The talks were candid, frank, open, honest, ",
    "candid, ",
    "Minister Ilsa Tarn of Verania, ",
    "between Aldmark and Verania ",
    "the President ",
    "“",
    "We met on 3 May in Vell. ",
    "\u202eIlka Doran\u202c was detained. ",
    "I\u200blka D\u200boran wurde verhaftet. ",
]


@pytest.mark.parametrize("text", [*HOSTILE, *REPEATED], ids=lambda text: repr(text[:24]))
def test_all_finders_read_it_to_its_end(text: str) -> None:
    text = (text * (OF_ALL // len(text) + 1))[:OF_ALL]
    document = Document(text=text, extractor="text/1", metadata={"date": "2030-05-15"})
    assert read(document, source="typed", sha256="0" * 64).text == text
