"""The lists of the fictional record: that a list was handed over is public, what is on it confidential."""

from twotrack.demo.builder import Builder
from twotrack.demo.material import Material, Row
from twotrack.record.ledger import Ledger
from twotrack.record.models import List, ListItem


def enter_lists(builder: Builder, material: Material) -> None:
    """Lists, then their lines, then which list was taken up in which."""
    for table, make in (("lists", _list), ("list_items", _item)):
        with builder.writing(material.alias) as ledger:
            for row in material.rows(table):
                builder.made[row["id"]] = entry = ledger.add(make(row, builder, ledger))
                builder.ground(ledger, row, entry)


def _list(row: Row, builder: Builder, ledger: Ledger) -> List:
    return List(
        name=row["name"], name_language=row["language"], from_party=builder.made.get(row["from"]),
        from_words="" if row["from"] in builder.made else row["from"], to_party=builder.of(row, "to"),
        handed_on=row["handed_on"], meeting=builder.of(row, "meeting"), frozen_at=ledger.at,
        taken_up_in=builder.of(row, "taken_up_in"),
    )  # fmt: skip


def _item(row: Row, builder: Builder, _: Ledger) -> ListItem:
    details = {"occupation": row["occupation"], "place": row["place"]}
    return ListItem(
        list=builder.of(row, "list"), number=int(row["number"]), name=row["name"], name_language=row["language"],
        details={key: value for key, value in details.items() if value}, case=builder.of(row, "case"),
    )  # fmt: skip
