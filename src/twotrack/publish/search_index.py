"""The texts that the search page looks through, as one classic script: it works from a folder too, where a page may not fetch.

Made from what stands in the pages and nothing else, in sorted order, so its bytes follow from the public record. The index
itself is made in the reader's browser (MiniSearch), with pairs of Han characters as words.
"""

import json
from collections.abc import Iterator

from twotrack import edtf
from twotrack.publish.news import called
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Fact, Standing
from twotrack.themes import theme_label

Entry = tuple[str, str, str, str]  # kind, path, title, text


def search_script(record: PublicRecord) -> str:
    """The script that hands the texts to the search page."""
    rows = sorted(set(_entries(record)))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False).replace("<", "\\u003c") for row in rows)
    return f"window.TWOTRACK_TEXTS = [\n{lines}\n];\n"


def _entries(record: PublicRecord) -> Iterator[Entry]:
    for dialogue in record.dialogues:
        yield "dialogue", f"dialogues/{dialogue.id}.html", dialogue.name, " ".join(dialogue.parties)
    for meeting in record.meetings:
        parts = [meeting.place, *(f"{one.name} {one.title} {one.agency} {one.party}" for one in meeting.participants)]
        parts += [f"{theme_label(one.theme)} {one.raised_by} {_words(one.ground)}" for one in meeting.concerns]
        parts += [f"{one.party} {one.summary} {_words(one.ground)}" for one in meeting.positions]
        parts += [f"{one.words} {_words(one.ground)}" for one in meeting.descriptions]
        yield "meeting", f"meetings/{meeting.id}.html", called(meeting), _joined([*parts, *_facts(meeting.facts)])
    for case in record.cases:
        parts = [case.matter.replace("-", " ")]
        parts += [f"{line.what.replace('-', ' ')} {line.summary} {_words(line.ground)}" for line in case.ledger]
        yield "case", f"cases/{case.id}.html", case.called, _joined([*parts, *_facts(case.facts)])
    for one in record.commitments:
        due = edtf.in_words(one.due) if one.due else ""
        words = _joined([one.who, due, *one.cites, _words(one.ground)])
        yield "promise", f"commitments/{one.id}.html", one.what or "A promise", words
    for asked in record.exchanges:
        words = _joined([asked.outlet, asked.asker, asked.clarity, theme_label(asked.theme), _words(asked.ground)])
        yield "question", f"questions/{asked.id}.html", asked.asks or "A question", words
    for source in record.sources:
        yield "source", f"sources/{source.id}.html", source.title or "An untitled document", source.transcript


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield f"{fact.value} {fact.account}"


def _words(ground: Standing) -> str:
    return " ".join([*(quote.words for quote in ground.quotes), *ground.inferences])


def _joined(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())
