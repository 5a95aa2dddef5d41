"""Rows and cells of a text, each with its place; what does not fit costs itself alone."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.record.imports.tables import LONGEST, BadRow, TableRow, read_table


def cells(text: str) -> list[list[str]]:
    return [[cell.value for cell in row.cells] for row in read_table(text).rows() if isinstance(row, TableRow)]


def bad(text: str) -> dict[int, str]:
    return {row.line: row.reason for row in read_table(text).rows() if isinstance(row, BadRow)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,b\n1,"x, y"\n', [["1", "x, y"]]),
        ('a,b\n1,"say ""no"""\n', [["1", 'say "no"']]),
        ('a,b\n1,"two\nlines"\n', [["1", "two\nlines"]]),
        ("a;b\n1;2,5\n", [["1", "2,5"]]),
        ("a\tb\n1\t2\n", [["1", "2"]]),
        ("a,b\n 1 ,\u30002\n", [["1", "2"]]),
        ("a,b\n'=1,'x\n", [["=1", "'x"]]),
        ("a,b\n\n,\n1,2", [["1", "2"]]),
        ("a,b\n1,2,,\n", [["1", "2"]]),
        ('a,b\n"open,1\n"1",3\n', [['"open', "1"], ["1", "3"]]),
        ("List of June\n\na,b\n1,2\n", [["1", "2"]]),
    ],
    ids=[
        "quoted",
        "quotes",
        "lines",
        "semicolons",
        "tabs",
        "blanks",
        "guards",
        "empty rows",
        "empty at the end",
        "open quote",
        "title",
    ],
)
def test_rows_are_read_as_people_write_them(text: str, rows: list[list[str]]) -> None:
    assert cells(text) == rows


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a,b\n1\n1,2\n", {2}),
        ("a,b\n1,2,3\n1,2\n", {2}),
        ('a,b\n"open,1,2\n1,2\n"1",3\n', {2}),
        (f"a,b\n{'x' * (LONGEST + 1)},1\n1,2\n", {2}),
        ("a,b\n\ufffd,1\n1,2\n", {2}),
        ("a,b\n" + "," * 2000 + "\n" + "x," * 2000 + "\n1,2\n", {2, 3}),
    ],
    ids=["short", "long", "quote never closed", "endless cell", "unreadable", "thousands of cells"],
)
def test_a_row_that_does_not_fit_costs_itself_alone(text: str, lines: set[int]) -> None:
    assert set(bad(text)) == lines
    assert cells(text)[-1][0] == "1"


def test_headings_that_repeat_are_told_apart() -> None:
    assert read_table("name,name,,name\na,b,c,d\n").headings == ("name", "name (2)", "column 3", "name (3)")


@pytest.mark.parametrize("text", ["", "\n\n", " \n"])
def test_a_text_without_headings_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        read_table(text)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\r\0\ufffd"), max_size=9), min_size=3, max_size=3),
        max_size=6,
    )
)
def test_every_value_is_what_csv_reads_and_stands_where_it_says(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"], *rows])
    text = out.getvalue()
    for row in read_table(text, frozenset("a")).rows():
        assert isinstance(row, TableRow)
        for cell in row.cells:
            assert text[cell.start : cell.end].replace('""', '"') == cell.value
    assert text.count("\n", 0, read_table(text, frozenset("a")).end) == 0


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        table = read_table(text)
    except SourceError:
        return
    assert all(row.start <= row.end <= len(text) for row in table.rows())
