"""What a person decides of the fictional record: which statement is shown, in which form somebody may appear."""

from datetime import date

from twotrack.demo.builder import Builder
from twotrack.demo.material import Row
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import ShownStatement
from twotrack.record.publication import decide_publication
from twotrack.vocabulary import PublicationForm


def choose_shown(builder: Builder, rows: list[Row]) -> None:
    """Record which of several statements is shown."""
    with builder.writing(PUBLIC) as ledger:
        for row in rows:
            statement = builder.of(row, "statement")
            ledger.add(ShownStatement(statement=statement, why=row["why"], by=builder.by, at=ledger.at))


def decide_forms(builder: Builder, rows: list[Row], reasons: list[Row]) -> None:
    """Decide how each person and group may appear."""
    why = {row["decision"]: row for row in reasons}
    for row in rows:
        reason = why.get(row["id"], Row())
        builder.made[row["id"]] = decide_publication(
            builder.of(row, "subject"), PublicationForm(row["form"]), by=builder.by, at=builder.moment(),
            why=reason["why"], consent=reason["consent"], description=row["description"],
            review_by=date.fromisoformat(row["review_by"]) if row["review_by"] else None,
        )  # fmt: skip
