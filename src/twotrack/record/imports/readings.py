"""Readings that `twotrack read --format json` wrote elsewhere -> proposals of a source here; nothing is read anew.

Where the document itself is in this part of the record, with the same text, the findings are its proposals, as after a
re-reading. Else each reading is kept as a source of its own: its bytes are the line as it came, its text is the document's, so
that every passage stands on exact words.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from twotrack.errors import SourceError
from twotrack.reading.as_json import FORMAT, reading_from_json
from twotrack.reading.findings import Reading, Span
from twotrack.record.imports.tables import BadRow
from twotrack.record.ingest import Ingested, current_text, ingest, reread
from twotrack.record.models import Dialogue, Source, User
from twotrack.sources.encoding import clean
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import SourceState

MEDIA_TYPE = "application/x-ndjson"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """One reading and the line it came as."""

    line: int
    content: bytes
    reading: Reading


def is_of_readings(content: bytes) -> bool:
    """Whether a file begins as one of readings does: a JSON object that names the format."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"format"' in head and FORMAT.rpartition("/")[0].encode() in head


def read_lines(content: bytes) -> Iterator[ReadLine | BadRow]:
    """The readings of a file of JSON Lines, each checked: every span lies within the text, as code points."""
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield ReadLine(line=number, content=line, reading=_checked(json.loads(line)))
        except SourceError as error:
            yield BadRow(line=number, start=0, end=0, reason=str(error))
        except (ValueError, RecursionError):
            yield BadRow(line=number, start=0, end=0, reason="it is no JSON object")


def import_reading(
    given: ReadLine, raw: RawSource, *, alias: str, by: User, at: datetime, dialogues: tuple[Dialogue, ...] = ()
) -> Ingested:
    """The findings of one reading as proposals. The same line again changes nothing."""
    reading = given.reading
    document = Document(text=reading.text, extractor=reading.extractor)
    there = Source.objects.using(alias).filter(sha256=reading.sha256, state=SourceState.KEPT.value).first()
    if there is not None and current_text(there).text == reading.text:
        done = reread(there, document, reading, by=by, at=at)
        return Ingested(source=there, already_there=True, proposals=done.proposals)
    line = RawSource(
        content=given.content,
        place=f"{raw.place}, line {given.line}",
        name=raw.name,
        media_type=MEDIA_TYPE,
        got_at=raw.got_at,
    )
    return ingest(line, document, reading, alias=alias, by=by, at=at, dialogues=dialogues)


def _checked(data: Any) -> Reading:
    if not isinstance(data, dict):
        raise SourceError("it is no JSON object")
    if "error" in data and "text" not in data:
        raise SourceError("the document could not be read where this was made")
    reading = reading_from_json(data)
    if reading.text != clean(reading.text):
        raise SourceError("its text has characters that no text here has: read the document again")
    length = len(reading.text)
    if not all(0 <= span.start <= span.end <= length for span in _spans(data)):
        raise SourceError("it names words beyond the end of its text: read the document again")
    return reading


def _spans(value: Any) -> Iterator[Span]:
    """Every pair of whole numbers, which is what a span is in a reading; also the start and end of turns and dates."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield Span(value["start"], value["end"])
        for part in value.values():
            yield from _spans(part)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            yield Span(*value)
        else:
            for part in value:
                yield from _spans(part)
