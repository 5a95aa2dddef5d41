"""What a person decides of the fictional record: which statement is shown, in which form somebody may appear."""

import re
from datetime import date

from twotrack.demo.builder import Builder
from twotrack.demo.material import Material, Row
from twotrack.record.ingest import current_text
from twotrack.record.models import ShownStatement
from twotrack.record.names_review import mark_reviewed, withhold
from twotrack.record.publication import decide_publication
from twotrack.vocabulary import PublicationForm


def choose_shown(builder: Builder, alias: str, rows: list[Row]) -> None:
    """Record which of several statements is shown."""
    with builder.writing(alias) as ledger:
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


def review_names(builder: Builder, part: Material) -> None:
    """Mark what is to be withheld in the transcripts, wherever it stands there, and say that all names in them were marked."""
    for row in part.rows("marked"):
        text = current_text(builder.sources[row["document"]])
        for found in re.finditer(re.escape(row["words"]), text.text):
            withhold(text, found.start(), found.end(), by=builder.by)
    for row in part.rows("documents"):
        if row["reviewed"]:
            mark_reviewed(current_text(builder.sources[row["id"]]), by=builder.by)
