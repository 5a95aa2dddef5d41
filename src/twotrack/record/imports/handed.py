"""A list as it was handed: frozen, line by line, before anything is made of its rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from twotrack.record.imports.plan import Planned
from twotrack.record.imports.tables import BadRow, Table, TableRow
from twotrack.record.ledger import Ledger
from twotrack.record.models import Case, Ground, List, ListItem, Passage, SourceText

_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What is said of the list as a whole: its name, who handed it, when (EDTF)."""

    name: str
    from_words: str = ""
    handed_on: str = ""


def freeze(ledger: Ledger, text: SourceText, table: Table, planned: Iterable[Planned], handed: Handed) -> List:
    """The list of this file and name, made with an item for each row, bad ones too, unless it is there."""
    if (known := _known(ledger.alias, text, handed.name)) is not None:
        return known
    made = ledger.add(
        List(
            name=handed.name, from_words=handed.from_words, handed_on=handed.handed_on, frozen_at=ledger.at,
        )
    )  # fmt: skip
    ledger.ground(made, passage=row_passage(ledger, text, table.start, table.end))
    names = {one.line: one.row.names[0] for one in planned if one.row and one.row.names}
    for number, row in enumerate(table.rows(), 1):
        item = ledger.add(
            ListItem(
                list=made,
                number=number,
                name=names.get(row.line) or f"line {row.line}",
                details=_details(row, table),
            )
        )
        ledger.ground(item, passage=row_passage(ledger, text, row.start, row.end))
    return made


def items_by_line(made: List, table: Table) -> dict[int, ListItem]:
    """The items of a list by the line that each stands on."""
    items = {one.number: one for one in ListItem.objects.using(made._state.db).filter(list_id=made.pk)}
    return {row.line: items[number] for number, row in enumerate(table.rows(), 1) if number in items}


def tell_case(ledger: Ledger, item: ListItem | None, case: Case) -> None:
    """Say which case a line is held to be. What was handed stays as it was."""
    if item is not None and item.case_id != case.pk:
        ledger.change(item, case=case)


def row_passage(ledger: Ledger, text: SourceText, start: int, end: int) -> Passage:
    """The passage of a row or cell. Made without looking for it: passages.passage_at looks through all passages of the text,
    which takes too long where it has a million; each row is written once."""
    words = text.text
    return ledger.add(
        Passage(
            text=text,
            start=start,
            end=end,
            quote=words[start:end],
            prefix=words[max(0, start - 32) : start],
            suffix=words[end : end + 32],
        )
    )


def _details(row: TableRow | BadRow, table: Table) -> dict[str, str]:
    if isinstance(row, BadRow):
        return {"line": table.text[row.start : row.end]}
    return {heading: cell.value for heading, cell in zip(table.headings, row.cells, strict=True) if cell.value}


def _known(alias: str, text: SourceText, name: str) -> List | None:
    for one in List.objects.using(alias).filter(name=name, frozen_at__isnull=False):
        if Ground.objects.using(alias).filter(entry_id=one.pk, passage__text__source_id=text.source_id).exists():
            return one
    return None
