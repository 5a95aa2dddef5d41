"""All finders on any text: none raises, every finding stands on words of the text. On long texts: test_hostile.py."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twotrack.reading.finders import read
from twotrack.reading.findings import Reading, Span
from twotrack.sources.raw import Document

# what findings are made of, in scripts and with signs that do not belong together
PIECES = st.lists(
    st.sampled_from(
        [
            "MS. TEVE: ", "QUESTION: ", "\n\n", "Ilka Doran", "X", "高志远", "إلكا دوران", "I\u200blka", "\u202eDoran\u202c",
            " was detained on ", "31 February 2030", "the year 0", "0000-00-00", "2030-02-31", "99 May", ". ", "?", "，",
            " raised the case of ", "torture", " will ", "publish ", "by the end of ", "the talks were candid", "“", "（",
            "Minister ", "Aldmark", "–", "被捕", "we did not raise ", "I'm not going to get into that",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def reading_of(text: str) -> Reading:
    return read(
        Document(text=text, extractor="text/1", metadata={"date": "2030-05-15"}), source="typed", sha256="0" * 64
    )


def spans(reading: Reading) -> Iterator[Span]:
    """The spans of all findings."""
    names = "exchanges meetings participants topics cases commitments positions characterisations"
    for name in names.split():
        for finding in getattr(reading, name):
            yield from finding.mentions


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), PIECES))
def test_no_text_makes_a_finder_raise_and_every_finding_has_words(text: str) -> None:
    reading = reading_of(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans(reading))
    assert all(one.mentions for name in ("meetings", "cases", "commitments") for one in getattr(reading, name))
    assert all(one.mentions for one in reading.participants)


@pytest.mark.parametrize("day", ["31 February 2031", "0 May 2031", "2031-13-40", "the 99th of June 2031"])
def test_a_day_that_there_is_not_is_no_day(day: str) -> None:
    assert [
        one.edtf for one in reading_of(f"We met on {day} in Vell.").dates if len(one.edtf) == len("2031-02-31")
    ] == []


@pytest.mark.parametrize(
    "name",
    ["Ilka\u200b Doran", "Il\u200bka Doran", "Ilka \u202eDoran\u202c", "\u2066Ilka Doran\u2069", "Ilka Do\u00adran"],
)
def test_a_name_is_read_through_signs_that_do_not_show(name: str) -> None:
    text = f"We raised the case of {name}, who is detained."
    (case,) = reading_of(text).cases
    assert case.name == "Ilka Doran"
    (mention,) = case.mentions
    assert text[mention.start : mention.end].strip("\u2066\u2069\u202c") == name.strip("\u2066\u2069\u202c")


@given(PIECES, st.lists(st.tuples(st.integers(0, 400), st.sampled_from("\u200b\u00ad\u202e\u2066\ufeff")), max_size=8))
@settings(deadline=None)
def test_signs_that_do_not_show_change_no_finding_but_its_place(text: str, signs: list[tuple[int, str]]) -> None:
    text = "".join(char for char in text if char not in "\u200b\u202e\u202c")
    with_signs = text
    for at, sign in signs:
        with_signs = with_signs[:at] + sign + with_signs[at:]
    plain, marked = reading_of(text), reading_of(with_signs)
    assert [one.name for one in marked.cases] == [one.name for one in plain.cases]
    assert [one.edtf for one in marked.dates] == [one.edtf for one in plain.dates]
    assert all(with_signs[one.start : one.end] == one.quote for one in marked.dates)
    assert [(one.label, one.role) for one in marked.turns] == [(one.label, one.role) for one in plain.turns]


def test_ten_thousand_names_in_a_row_are_read() -> None:
    starts, ends = (
        ["Bel", "Cor", "Dal", "Fen", "Gor", "Hal", "Jar", "Kel", "Lor", "Mar"],
        ["ra", "vin", "mok", "tis", "dan"],
    )
    names = [
        f"{a}{b} {c}{d}{e}" for a in starts for b in ends for c in starts for d in ends for e in ("", "s", "n", "k")
    ]
    text = "We raised the cases of " + ", ".join(names) + "."
    assert len(names) == 10_000
    assert reading_of(text).text == text
