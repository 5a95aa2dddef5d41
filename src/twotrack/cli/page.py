"""One self-contained page of readings: the ledger first, each number opening its sentences, each sentence its words."""

import os
import re
import secrets
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from twotrack import __version__, edtf
from twotrack.cli.transcript import Transcript, printable, transcript_of
from twotrack.errors import UsageError
from twotrack.reading.around import Passage
from twotrack.reading.findings import Reading, Span, joined
from twotrack.reading.ledger import NOT_STATED, Ledger, ledger_of

GENERATOR = "twotrack read"
"""What a page says of itself: only a file that says so is overwritten."""

_OPEN = frozenset({"raised", "asked about", "declined to discuss", "said not raised", "with a date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One document of the page. `prefix` keeps its anchors apart from those of others; `numbers` maps the words that
    something rests on to their anchors."""

    prefix: str
    reading: Reading
    ledger: Ledger
    transcript: Transcript
    numbers: dict[Span, int]

    def pieces(self, passage: Passage) -> Iterator[tuple[str, bool]]:
        """A sentence in pieces: its text, and whether these are the exact words."""
        at = passage.start
        for start, end in joined(passage.words):
            yield printable(self.reading.text[at:start]), False
            yield printable(self.reading.text[start:end]), True
            at = end
        yield printable(self.reading.text[at : passage.end]), False

    def says(self, passage: Passage, label: str) -> bool:
        """Whether a sentence begins with what a label says, so that the label need not be shown above it."""
        letters = re.sub(r"\W+", "", label)
        return re.sub(r"\W+", "", self.reading.text[passage.words[0].start : passage.end]).startswith(letters)

    def cut(self, passage: Passage) -> tuple[bool, bool]:
        """Whether what is shown of a sentence begins, and ends, in the middle of its words."""
        text = self.reading.text
        before = passage.start > 0 and text[passage.start - 1].isalnum()
        behind = passage.end < len(text) and text[passage.end].isalnum()
        return before, behind


def render(readings: Sequence[Reading], only: frozenset[str] | None) -> str:
    """The page of some readings, as HTML. Pure: the same readings make the same page."""
    several = len(readings) > 1
    shown = [_shown(reading, only, f"d{number}-" if several else "") for number, reading in enumerate(readings, 1)]
    return (
        _environment()
        .get_template("reading.html")
        .render(documents=shown, generator=GENERATOR, version=__version__, not_stated=NOT_STATED, opened=_OPEN)
    )


def _shown(reading: Reading, only: frozenset[str] | None, prefix: str) -> Shown:
    ledger = ledger_of(reading, only)
    spans = sorted(
        {
            span
            for section in ledger.sections
            for item in section.items
            for passage in item.passages
            for span in passage.words
        }
    )
    return Shown(
        prefix=prefix,
        reading=reading,
        ledger=ledger,
        transcript=transcript_of(reading, spans),
        numbers={span: number for number, span in enumerate(spans)},
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twotrack.cli", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = edtf.in_words
    environment.filters["printable"] = printable
    environment.filters["names_speaker"] = _names_speaker
    return environment


def _names_speaker(turn: Any) -> bool:
    """Whether a turn's speaker is known by more than its printed label says."""
    return (
        bool(turn.speaker)
        and re.sub(r"\W", "", turn.speaker).casefold() not in re.sub(r"\W", "", turn.label).casefold()
    )


def refuse_other(path: Path) -> None:
    """Raise UsageError where a page cannot be written to this path: something else than such a page is there, or no folder."""
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist: make it, or choose another place for the page")
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not (stat.S_ISREG(mode) and _is_ours(path)):
        raise UsageError(f"{path} is there and is no page that `twotrack read` wrote: choose another name")


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return f'<meta name="generator" content="{GENERATOR}'.encode() in file.read(1000)


def write(path: Path, page: str) -> None:
    """Write a page, whole or not at all, so that its owner alone can read it."""
    refuse_other(path)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(page.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
