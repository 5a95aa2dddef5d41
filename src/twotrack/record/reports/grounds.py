"""What entries stand on: the passages of each, and what to print of a passage."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from twotrack.record.models import Ground, Passage, Source, SourceText
from twotrack.record.reports.report import Footnote, Row
from twotrack.record.reports.seen import Fields, Seen
from twotrack.vocabulary import DocumentKind, Terms

Keys = Iterable[uuid.UUID | None]


def passages_of(seen: Seen, entries: Keys) -> dict[uuid.UUID, tuple[uuid.UUID, ...]]:
    """The passages that each of the entries stands on, in the order in which they were given."""
    found: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    grounds = seen.of(Ground, "entry_id", entries, "entry_id", "passage_id", "at", passage__isnull=False)
    for ground in sorted(grounds, key=lambda one: one.at):
        found[ground.entry_id].append(ground.passage_id)
    return {key: tuple(dict.fromkeys(some)) for key, some in found.items()}


def with_grounds(rows: Iterable[Row], seen: Seen) -> tuple[Row, ...]:
    """The rows with the passages that their entries stand on."""
    rows = list(rows)
    found = passages_of(seen, (key for row in rows for key in row.entries))
    return tuple(
        replace(row, grounds=tuple(dict.fromkeys(one for key in row.entries for one in found.get(key, ()))))
        for row in rows
    )


def quotes(seen: Seen, passages: Keys) -> dict[uuid.UUID, Fields]:
    """Passages by id: their words, their text and whose account they are."""
    return seen.by_id(Passage, passages, "quote", "text_id", "account_id")


def footnotes(seen: Seen, passages: Keys) -> tuple[Footnote, ...]:
    """A footnote for each passage, in the order given. The words stand in it where the source's terms allow to quote them."""
    keys = [key for key in dict.fromkeys(passages) if key is not None]
    rows = quotes(seen, keys)
    texts = seen.by_id(SourceText, (row.text_id for row in rows.values()), "source_id")
    fields = ("title", "name", "dated", "place", "terms", "kind")
    sources = seen.by_id(Source, (row.source_id for row in texts.values()), *fields)
    made = []
    for key in keys:
        passage = rows.get(key)
        text = texts.get(passage.text_id) if passage else None
        source = sources.get(text.source_id) if text else None
        if passage is None or source is None:
            continue
        made.append(
            Footnote(
                passage=key,
                source=source.title or source.name,
                title=source.title,
                kind=DocumentKind(source.kind).label,
                dated=source.dated,
                place=source.place,
                quote="" if source.terms == Terms.NOT_QUOTABLE else passage.quote,
                confidential=passage.confidential or source.confidential,
            )
        )
    return tuple(made)
