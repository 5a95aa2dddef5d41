"""One walk over the public rows: what an entry stands on and what is stated of it, as it may be shown.

Notes which rows show, for the day of the last public change.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from twotrack.reading.findings import Span, joined
from twotrack.record.models import (
    Account,
    Correction,
    Entry,
    Ground,
    NamesReview,
    Party,
    Passage,
    Proposal,
    PublicationDecision,
    ShownStatement,
    Source,
    SourceText,
    Statement,
    User,
    WithheldSpan,
)
from twotrack.record.people import shown
from twotrack.record.public.naming import naming
from twotrack.record.public.rows import PublicRows
from twotrack.record.public.terms import CUT, Allowance, place_of
from twotrack.record.public.values import Fact, Made, Quote, Standing
from twotrack.record.public.withholding import Withholding, looks_like_names, replaced
from twotrack.record.releases import GROUND
from twotrack.vocabulary import Property

NOTHING = Standing(quotes=(), inferences=())
_CANNOT_NAME = {Property.STATUS}  # of somebody described, these may be shown, without their words
_STATEMENT = Statement._meta.verbose_name
_SHORT_FACT = 12  # words up to which a value is a fact, not a quote that the source's terms limit
_ORDER = {word.value: number for number, word in enumerate(Property)}


class Showing:
    """What may be shown on a day, of the public database alone."""

    def __init__(self, on: date, told: Callable[[int], None] = lambda _: None) -> None:
        self._told = told
        self.rows = PublicRows()
        self.naming = naming(self.rows, on)
        self.withhold = Withholding(self.naming)
        self.cited: set[uuid.UUID] = set()
        self.latest: datetime | None = None
        self._here: datetime | None = None
        self._allowance = Allowance()
        self._quotes: dict[uuid.UUID, Quote] = {}
        self._names_in: dict[uuid.UUID, tuple[Span, ...]] = {}

    def saw(
        self, *rows: Entry | PublicationDecision | Ground | ShownStatement | WithheldSpan | NamesReview | Correction
    ) -> None:
        """Note that rows show."""
        for row in rows:
            moment: datetime = getattr(row, "recorded_at", None) or getattr(row, "at")  # noqa: B009  (of any kind)
            self.latest = moment if self.latest is None else max(self.latest, moment)
            self._here = moment if self._here is None else max(self._here, moment)

    def begin(self) -> None:
        """What shows from now on is of one thing, whose last change `changed` tells."""
        self._here = None
        self._told(1)

    def changed(self) -> date | None:
        """The day of the last change of what showed since `begin`."""
        return self._here.date() if self._here else None

    # -- texts

    def said(self, entry: Entry, words: str) -> str:
        """Words that an entry holds, names withheld; where they are words of a source, within its terms."""
        spans = self.withhold.spans(words, self._marked_words(entry))
        return _cut(words, spans, self._allowed(entry, words))

    def account(self, account: Account | None) -> str:
        """Whose telling it is, where that may be said: a party, or a name that is cleared."""
        if account is None:
            return ""
        if account.party_id is not None:
            return self.party(account.party_id)
        teller = str(account.teller)
        return replaced(teller, ()) if self.withhold.is_named(teller) else ""

    def party(self, key: uuid.UUID | None) -> str:
        """The name of a party, "" for none."""
        party = self.rows.get(Party, key)
        return self.withhold.text(party.name) if party else ""

    def shown(self, subject: uuid.UUID, about: Property) -> Statement | None:
        """The statement of a property that was chosen to be shown, else the earliest."""
        return shown(self.rows, subject, about)

    def value(self, subject: uuid.UUID, about: Property) -> str:
        """The shown value of a property, names withheld; "" where nothing is stated."""
        row = self.shown(subject, about)
        return self.said(row, row.value) if row else ""

    def made(self, entry: Entry) -> Made:
        """How an entry came to be."""
        by = self.rows.get(User, entry.recorded_by_id)
        proposal = self.rows.get(Proposal, entry.proposal_id)
        return Made(
            by=by.pseudonym if by else "",
            rule=proposal.rule if proposal else "",
            confidence=proposal.confidence if proposal else None,
            on=entry.recorded_at.date(),
        )

    # -- what things stand on

    def ground(self, entry: Entry) -> Standing:
        """An entry's quotes in the order of their texts, then the inferences. That something was released is not said."""
        grounds = self.rows.all(Ground, entry_id=entry.pk)
        self.saw(*grounds)
        passages = sorted(self._passages(entry), key=lambda one: (str(one.text_id), one.start, one.end))
        reasons = {row.inference for row in grounds if row.inference and row.inference != GROUND}
        return Standing(
            quotes=tuple({one.pk: self.quote(one) for one in passages}.values()),
            inferences=tuple(sorted(self._reason(entry, reason) for reason in reasons)),
        )

    def quote(self, passage: Passage) -> Quote:
        """A passage as a quote, the same each time: names withheld, cut to what its source's terms still allow."""
        self.saw(*self._marked_in(passage))
        if passage.pk not in self._quotes:
            text = self._text(passage.text_id)
            source = self._source(text)
            self.cited.add(source.pk)
            end = self._allowance.take(source, text.pk, passage.start, passage.quote)
            self._quotes[passage.pk] = Quote(
                words=_cut(passage.quote, self._withheld_in(passage, text), end),
                language=source.language,
                source=source.pk,
                passage=passage.pk,
                start=passage.start,
                teller=self.account(self.rows.get(Account, passage.account_id)),
            )
        return self._quotes[passage.pk]

    def whole(self, text: SourceText) -> str:
        """A whole text with every name withheld that is not cleared, and every stretch that a person marked."""
        rows = self.rows.all(WithheldSpan, text_id=text.pk)
        self.saw(*rows, *self.rows.all(NamesReview, text_id=text.pk))
        spans = self.withhold.spans(text.text, (), looks_like_names(text.text))
        return replaced(text.text, joined([*spans, *(_span(row) for row in rows)]))

    def facts(self, subject: Entry) -> tuple[Fact, ...]:
        """The statements on a subject, the shown one of each property first."""
        rows = self.rows.all(Statement, subject_id=subject.pk)
        chosen = {row.pk for about in Property if (row := self.shown(subject.pk, about))}
        for row in rows:
            self.saw(row, *self.rows.all(ShownStatement, statement_id=row.pk))
        named = self.naming.may_name(subject.pk)
        return _ordered(
            Fact(
                id=row.pk,
                about=row.about,
                value=replaced(row.value, ()) if named and row.about == Property.NAME else self.said(row, row.value),
                language=row.value_language,
                account=self.account(self.rows.get(Account, row.account_id)),
                shown=row.pk in chosen,
                ground=self.ground(row),
                made=self.made(row),
            )
            for row in rows
        )

    def facts_that_cannot_name(self, subject: Entry) -> tuple[Fact, ...]:
        """Of somebody described: statements that hold no name at all, without their words and without whose they are."""
        found = []
        for about in sorted(_CANNOT_NAME):
            row = self.shown(subject.pk, about)
            if row is not None and self.withhold.names_nobody(row.value) and not self._marked_words(row):
                self.saw(row)
                value = self.said(row, row.value)
                found.append(
                    Fact(
                        id=row.pk,
                        about=row.about,
                        value=value,
                        language=row.value_language,
                        account="",
                        shown=True,
                        ground=NOTHING,
                        made=self.made(row),
                    )
                )
        return tuple(fact for fact in found if fact.value)

    # -- small things

    def _passages(self, entry: Entry) -> list[Passage]:
        keys = [row.passage_id for row in self.rows.all(Ground, entry_id=entry.pk) if row.passage_id]
        return [passage for key in keys if (passage := self.rows.get(Passage, key))]

    def _text(self, key: uuid.UUID) -> SourceText:
        text = self.rows.get(SourceText, key)
        assert text is not None, "the engine's foreign keys keep a passage's text"
        return text

    def _source(self, text: SourceText) -> Source:
        source = self.rows.get(Source, text.source_id)
        assert source is not None, "the engine's foreign keys keep a text's source"
        return source

    def _withheld_in(self, passage: Passage, text: SourceText) -> list[Span]:
        """What is withheld of a passage: seen alone, seen in its text, and marked by a person."""
        if text.pk not in self._names_in:
            self._names_in[text.pk] = looks_like_names(text.text)
        around = _within(passage, self._names_in[text.pk])
        marked = _within(passage, [_span(row) for row in self._marked_in(passage)])
        return joined([*self.withhold.spans(passage.quote, (), around), *marked])

    def _marked_in(self, passage: Passage) -> list[WithheldSpan]:
        """What a person marked that lies in a passage."""
        rows = self.rows.all(WithheldSpan, text_id=passage.text_id)
        return [row for row in rows if _within(passage, [_span(row)])]

    def _marked_words(self, entry: Entry) -> tuple[str, ...]:
        """The words that were marked in the texts which an entry stands on."""
        texts = {passage.text_id for passage in self._passages(entry)}
        return tuple(
            self._text(key).text[row.start : row.end]
            for key in texts
            for row in self.rows.all(WithheldSpan, text_id=key)
        )

    def _reason(self, entry: Entry, reason: str) -> str:
        """An inference; who keeps the record is never published."""
        keepers = [user.name for user in self.rows.all(User)]
        return self.withhold.text(reason, [*keepers, *self._marked_words(entry)])

    def _allowed(self, entry: Entry, words: str) -> int:
        """How much of an entry's words its sources' terms allow, as an offset; an editor's own words are free."""
        passages = self._passages(entry)
        short = len(words.split()) <= _SHORT_FACT
        if not passages or (short and entry.kind == _STATEMENT):
            return len(words)
        texts = [self._text(passage.text_id) for passage in passages]
        looked = [(passage.quote, passage.start) for passage in passages] + [(text.text, 0) for text in texts]
        place = place_of(words, looked)
        if place is not None:
            text = [*texts, *texts][place[0]]
            return self._allowance.take(self._source(text), text.pk, place[1], words)
        if short or entry.proposal_id is None:
            return len(words)  # reworded
        return self._allowance.take_unplaced(self._source(texts[0]), words)


def _ordered(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: (_ORDER[fact.about], not fact.shown, fact.value, str(fact.id))))


def _cut(words: str, spans: Sequence[Span], end: int) -> str:
    """The words up to an offset, with what is withheld; a stretch withheld is cut after it."""
    if end <= 0:
        return ""
    for span in spans:
        if span.start < end < span.end:
            end = span.end
    kept = [span for span in spans if span.end <= end]
    whole = end >= len(words)
    return replaced(words[:end], kept) + ("" if whole else CUT)


def _span(row: WithheldSpan) -> Span:
    return Span(row.start, row.end)


def _within(passage: Passage, spans: Sequence[Span]) -> list[Span]:
    """The parts of spans of a text that lie in a passage, as spans of the passage."""
    return [
        Span(max(0, span.start - passage.start), min(passage.end, span.end) - passage.start)
        for span in spans
        if span.start < passage.end and passage.start < span.end
    ]
