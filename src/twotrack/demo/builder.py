"""What of the fictional record was made so far, and how a row of a table becomes an entry with its grounds."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from twotrack.demo.material import Quote, Row
from twotrack.record.confidentiality import Sight
from twotrack.record.ingest import current_text
from twotrack.record.ledger import Ledger, writing
from twotrack.record.links import grounds_of
from twotrack.record.models import Account, Entry, Passage, Source, SourceText, Statement, User
from twotrack.record.passages import account_of, passage_at
from twotrack.vocabulary import Property


class Builder:
    """Entries and sources by the ids of the tables, the person who keeps the record, and the time that goes on."""

    def __init__(self, by: User, at: datetime) -> None:
        self.by = by
        self._now = at - timedelta(days=1)
        self.made: dict[str, Any] = {}
        self.sources: dict[str, Source] = {}
        self.told_by: dict[str, Row] = {}
        self._texts: dict[str, SourceText] = {}
        self._passages: dict[Quote, Passage] = {}

    def moment(self) -> datetime:
        """The next moment, so that what was entered later is later."""
        self._now += timedelta(seconds=1)
        return self._now

    @contextmanager
    def writing(self, alias: str) -> Iterator[Ledger]:
        """A ledger at the next moment."""
        with writing(alias, by=self.by, at=self.moment()) as ledger:
            yield ledger

    def of(self, row: Row, heading: str) -> Any:
        """The entry that a cell names, None where it is empty."""
        return self.made[row[heading]] if row[heading] else None

    def passages(self, ledger: Ledger, row: Row) -> list[Passage]:
        """The words that a row stands on."""
        return [self._passage(ledger, quote) for quote in row.quotes()]

    def _passage(self, ledger: Ledger, quote: Quote) -> Passage:
        if quote not in self._passages:
            source = self.sources[quote.document]
            text = self._texts.setdefault(quote.document, current_text(source))
            start = text.text.index(quote.words)
            told = self.account(ledger, self.told_by[quote.document])
            self._passages[quote] = passage_at(ledger, text, start, start + len(quote.words), told)
        return self._passages[quote]

    def account(self, ledger: Ledger, row: Row) -> Account | None:
        """Whose telling a row or document is: a party's, or that of whoever its words name."""
        if row["told_by"]:
            return account_of(ledger, party=self.made[row["told_by"]])
        return account_of(ledger, teller=row["teller"], language="en")

    def ground(self, ledger: Ledger, row: Row, *entries: Entry) -> None:
        """Let new entries stand on what the row says: its quotes and its inference."""
        passages = self.passages(ledger, row)
        for entry in entries:
            for passage in passages:
                ledger.ground(entry, passage=passage)
            if row["inference"]:
                ledger.ground(entry, inference=row["inference"], language="en")

    def ground_too(self, ledger: Ledger, row: Row, entry: Entry) -> None:
        """Let an entry that is there stand on the words of the row too, where it does not already."""
        there = {one.passage_id for one in grounds_of(entry)}
        for passage in self.passages(ledger, row):
            if passage.pk not in there:
                ledger.ground(entry, passage=passage)
        if row["inference"]:
            ledger.ground(entry, inference=row["inference"], language="en")

    def state(self, ledger: Ledger, row: Row, subject: Entry, about: Property, value: str, language: str) -> Statement:
        """A statement on the row's ground; the one that is there where the same document, or nobody in particular, said so."""
        passages = self.passages(ledger, row)
        account = self.account(ledger, row) or (passages[0].account if passages else None)
        texts = {one.text_id for one in passages}
        for same in Sight.of_context().all(Statement, subject_id=subject.pk, about=about.value, value=value):
            if not texts or texts & {one.passage.text_id for one in grounds_of(same) if one.passage}:
                if same.account_id is None and account is not None and same._state.db == ledger.alias:
                    ledger.change(same, account=account)
                return same
        statement = ledger.state(
            subject, about, value, value_language=language, value_form=row["form"], account=account,
            asserted=row["asserted"], grade=row["grade"] or "unknown",
        )  # fmt: skip
        self.ground(ledger, row, statement)
        return statement
