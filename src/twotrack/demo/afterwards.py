"""What is done with entries that are there: questions given a theme, askers who are one, an entry released, put right, or taken
back."""

from twotrack.demo.builder import Builder
from twotrack.demo.material import Row
from twotrack.record.confidentiality import Sight
from twotrack.record.corrections import correct
from twotrack.record.keyring import PUBLIC
from twotrack.record.merging import merge
from twotrack.record.models import Exchange, Person, Statement
from twotrack.record.releases import release
from twotrack.record.withdrawals import withdraw
from twotrack.vocabulary import Property, WithdrawalReason


def theme_questions(builder: Builder, rows: list[Row]) -> None:
    """Say what questions were about and which side was asked; `asks` are the words with which one begins."""
    with builder.writing(PUBLIC) as ledger:
        for row in rows:
            asked = Sight.public().all(Exchange, source_id=builder.sources[row["document"]].pk)
            for exchange in (one for one in asked if one.asks.startswith(row["asks"])):
                ledger.change(exchange, theme=row["theme"], to_party=builder.of(row, "asked"))


def join_askers(builder: Builder, rows: list[Row]) -> None:
    """Let one who asked several times be one person: the name and the paper agree."""
    sight = Sight.public()
    for row in rows:
        named = {one.subject_id for one in sight.all(Statement, about=Property.NAME.value, value=row["name"])}
        asked = [one.asker_id for one in sight.all(Exchange, outlet=row["outlet"]) if one.asker_id in named]
        persons = list(dict.fromkeys(asked))
        for other in persons[1:]:
            merge(sight.require(Person, persons[0]), sight.require(Person, other), why=row["why"], by=builder.by)


def release_entries(builder: Builder, rows: list[Row]) -> None:
    """Make fields of confidential entries public."""
    for row in rows:
        release(
            builder.of(row, "entry"), fields=frozenset(row.ids("fields")), why=row["why"], by=builder.by, at=builder.moment()
        )  # fmt: skip


def put_right(builder: Builder, rows: list[Row]) -> None:
    """Correct what was entered wrongly; the next publication says so."""
    for row in rows:
        correct(
            builder.of(row, "entry"), {row["field"]: row["value"]}, why=row["why"], by=builder.by, language=row["language"]
        )  # fmt: skip


def take_back(builder: Builder, rows: list[Row]) -> None:
    """Withdraw public entries, silently."""
    for row in rows:
        withdraw(builder.of(row, "entry"), reason=WithdrawalReason(row["reason"]), why=row["why"], by=builder.by)
