"""What is withheld in a text that is published: whatever looks like a personal name and is not cleared, and marked spans.

Text is published by permission. Cleared are the names of persons whose decision says `name`, of officials who took part and
are not at issue themselves, of parties and agencies, and the places of meetings. A stretch that looks like a name is shown
only where cleared names cover it wholly: half a name tells the other half.
"""

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twotrack.reading.findings import Span
from twotrack.reading.possible_names import possible_names
from twotrack.record.confidentiality import Sight
from twotrack.record.masking import Form, find, fold, forms_of
from twotrack.record.models import Ground, Passage, Source, WithheldSpan
from twotrack.record.public.values import Quote, Standing
from twotrack.vocabulary import Terms

WITHHELD = "[name withheld]"
WORDS_A_SOURCE = 90
_WORD = re.compile(r"\w+|[^\W\d_]")


@dataclass(slots=True, kw_only=True)
class Withholding:
    """Shows texts with what is to be withheld in them, and keeps to what the sources' terms allow."""

    cleared: list[Form]
    budget: dict[uuid.UUID, int | None] = field(default_factory=dict)  # words left of a source; None: no limit
    shown: dict[uuid.UUID, Quote] = field(default_factory=dict)  # a passage shown twice counts once
    spans: dict[uuid.UUID, list[Span]] = field(default_factory=dict)

    def text(self, words: str) -> str:
        """A text with every name withheld that is not cleared."""
        return _replaced(words, self._uncleared(words))

    def allows(self, words: str) -> bool:
        """Whether a text can be shown whole."""
        return not self._uncleared(words)

    def quote(self, passage: Passage, sight: Sight) -> Quote:
        """A passage as a quote: names withheld, cut to what its source's terms still allow."""
        if passage.pk in self.shown:
            return self.shown[passage.pk]
        source = passage.text.source
        marked = [
            Span(max(0, span.start - passage.start), min(len(passage.quote), span.end - passage.start))
            for span in self._marked(passage.text_id, sight)
            if span.start < passage.end and passage.start < span.end
        ]
        words = _replaced(passage.quote, _merged([*self._uncleared(passage.quote), *marked]))
        quote = Quote(
            words=self._within_terms(words, source),
            language=source.language,
            source=source.pk,
            start=passage.start,
            teller=self.teller(passage),
        )
        self.shown[passage.pk] = quote
        return quote

    def teller(self, passage: Passage) -> str:
        """Whose account a passage is, where that may be said: a party, or a cleared name."""
        account = passage.account
        if account is None:
            return ""
        if account.party is not None:
            return str(account.party.name)
        teller = str(account.teller)
        return teller if find(teller, self.cleared) and self.allows(teller) else ""

    def _uncleared(self, words: str) -> list[Span]:
        cleared = find(words, self.cleared)
        return [
            span
            for span in possible_names(words)
            if not any(one.start <= span.start and span.end <= one.end for one in cleared)
        ]

    def _marked(self, text: uuid.UUID, sight: Sight) -> list[Span]:
        if text not in self.spans:
            self.spans[text] = [Span(row.start, row.end) for row in sight.all(WithheldSpan, text_id=text)]
        return self.spans[text]

    def _within_terms(self, words: str, source: Source) -> str:
        left = self.budget.setdefault(source.pk, _allowed(source))
        if left is None:
            return words
        found = list(_WORD.finditer(words))
        self.budget[source.pk] = max(0, left - len(found))
        if len(found) <= left:
            return words
        return words[: found[left - 1].end()].rstrip() + " …" if left else ""


def withholding(cleared_names: Iterable[str], places: Iterable[str]) -> Withholding:
    """What shows these names, their parts and these places as a whole, and withholds every other name."""
    whole = {Form(key, alone=False) for place in places if (key := fold(place).key)}
    return Withholding(cleared=forms_of(sorted(set(cleared_names))) + sorted(whole))


def standing(entry: uuid.UUID, withhold: Withholding, sight: Sight) -> Standing:
    """The ground of an entry: its quotes in the order of their texts, then the inferences."""
    grounds = sight.all(Ground, entry_id=entry)
    passages = sorted(
        (ground.passage for ground in grounds if ground.passage), key=lambda one: (str(one.text_id), one.start, one.end)
    )
    quotes = [quote for passage in passages if (quote := withhold.quote(passage, sight)).words]
    inferences = [withhold.text(ground.inference) for ground in grounds if ground.inference]
    return Standing(quotes=tuple(quotes), inferences=tuple(dict.fromkeys(inferences)))


def _allowed(source: Source) -> int | None:
    if source.terms in (Terms.FREE, Terms.LICENCE):
        return None
    return WORDS_A_SOURCE if source.terms == Terms.QUOTE_ONLY else 0


def _replaced(words: str, spans: Sequence[Span]) -> str:
    out, last = [], 0
    for span in spans:
        out += [words[last : span.start], WITHHELD]
        last = span.end
    return "".join([*out, words[last:]])


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
