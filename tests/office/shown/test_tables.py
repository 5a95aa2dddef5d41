"""Tables: sorted, filtered, a page at a time from a key on."""

import uuid
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import MadeRecord
from twotrack.office.shown.tables import Filter, Table, table_page
from twotrack.record.confidentiality import Sight


@dataclass(frozen=True)
class Row:
    id: str
    size: int


def table(name: str) -> Table[Row]:
    return Table(
        name=name,
        headings=(("-size", "Size"), ("", "Other")),
        sorts={"size": lambda row: row.size, "id": lambda row: row.id},
        first="-size",
        filters={
            "odd": Filter(label="Odd", options=(("yes", "odd"),), fits=lambda row, _value: row.size % 2 == 1),
            "not": Filter(label="Not", by_id=True, fits=lambda row, value: row.id != value),
        },
    )


def made(sizes: list[int]) -> tuple[Row, ...]:
    return tuple(Row(id=uuid.UUID(int=number).hex, size=size) for number, size in enumerate(sizes))


@given(sizes=st.lists(st.integers(0, 5), max_size=23), rows=st.integers(1, 7), odd=st.booleans())
def test_the_pages_lead_through_every_row_once_and_back(
    record_of_tables: Sight, sizes: list[int], rows: int, odd: bool
) -> None:
    lines, kind = made(sizes), table(str(uuid.uuid4()))
    asked = {"odd": "yes"} if odd else {}
    seen: list[Row] = []
    backwards: list[tuple[Row, ...]] = []
    page = table_page(record_of_tables, kind, lines, asked, rows)
    while True:
        seen += page.lines
        if not page.after:
            break
        page = table_page(record_of_tables, kind, lines, _read(page.after), rows)
    while page.before:
        page = table_page(record_of_tables, kind, lines, _read(page.before), rows)
        backwards.append(page.lines)
    fitting = [one for one in lines if one.size % 2 or not odd]
    assert seen == sorted(fitting, key=lambda one: one.size, reverse=True)  # of one size in the order of their ids
    assert len(backwards) == max(0, -(-len(seen) // rows) - 1)


@pytest.mark.parametrize(
    "asked", [{"sort": "secret"}, {"odd": "perhaps"}, {"not": "Tamsin Orrel"}, {"after": "x"}, {"z": "1"}]
)
def test_a_word_that_is_none_is_not_heard_and_stands_in_no_address(
    record_of_tables: Sight, asked: dict[str, str]
) -> None:
    page = table_page(record_of_tables, table(str(uuid.uuid4())), made([3, 1, 2]), asked, 2)
    assert [one.size for one in page.lines] == [3, 2]
    assert not any(value in page.after + "".join(one.address for one in page.headings) for value in asked.values())


def test_a_row_that_went_leads_to_the_first_page(record_of_tables: Sight) -> None:
    page = table_page(record_of_tables, table(str(uuid.uuid4())), made([1, 2]), {"after": uuid.uuid4().hex}, 1)
    assert page.number == 1


def _read(address: str) -> dict[str, str]:
    from urllib.parse import parse_qsl

    return dict(parse_qsl(address.removeprefix("?")))


@pytest.fixture(scope="module")
def record_of_tables(made_record: MadeRecord):  # type: ignore[no-untyped-def]
    """The sight of an open record: tables are kept by the state of its logs."""
    from twotrack.record import folder, keyring

    folder.attach(made_record.folder, made_record.record_key)
    with keyring.cleared():
        yield Sight.public()
    folder.detach()
