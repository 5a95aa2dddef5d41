"""Documents: reports whose rows are sentences, each under its part and what it tells of, with footnotes to its sources."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from twotrack import edtf
from twotrack.record.reports.grounds import footnotes, with_grounds
from twotrack.record.reports.report import Footnote, Report, Row, Total
from twotrack.record.reports.seen import Seen

COLUMNS = ("part", "about", "sentence")
NOTES_EACH = 4  # footnotes of one sentence; what stands on more is told by its first ones
IN_WORDS = 400  # characters of a quote within a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: the part it stands in, what within the part it tells of ("" for the part itself), its words, the entries
    that it tells of, the most telling first."""

    part: str
    words: str
    about: str = ""
    entries: tuple[uuid.UUID, ...] = ()
    confidential: bool = False


def document(
    seen: Seen,
    sentences: Iterable[Sentence],
    *,
    name: str,
    title: str,
    totals: Sequence[Total] = (),
    notes: Sequence[str] = (),
    more: bool = False,
) -> Report:
    """The sentences as a report, in the order given, with a footnote for each passage that they stand on."""
    rows = [
        Row(cells=(one.part, one.about or None, one.words), entries=one.entries, confidential=one.confidential)
        for one in sentences
    ]
    grounded = tuple(replace(row, grounds=row.grounds[:NOTES_EACH]) for row in with_grounds(rows, seen))
    return Report(
        name=name,
        title=title,
        columns=COLUMNS,
        rows=grounded,
        totals=tuple(totals),
        notes=tuple(notes),
        more=more,
        sections=True,
        footnotes=footnotes(seen, (key for row in grounded for key in row.grounds)),
    )


def public_document(
    seen: Seen,
    sentences: Iterable[Sentence],
    show: Callable[[str], str],
    *,
    name: str,
    title: str,
    totals: Sequence[Total] = (),
    notes: Sequence[str] = (),
    more: bool = False,
) -> Report:
    """As `document`, for what goes out: a sentence that stands on no source is left out; footnotes name sources and quote
    nothing, each source once; `show` withholds names in their titles."""
    made = document(seen, sentences, name=name, title=title, totals=totals, notes=notes, more=more)
    first: dict[tuple[str, str, str], Footnote] = {}
    of: dict[uuid.UUID, uuid.UUID] = {}
    for note in made.footnotes:
        place = note.place if note.place.startswith(("https://", "http://")) else ""
        kept = replace(note, source=show(note.title) or f"a {note.kind}", place=place, quote="")
        of[note.passage] = first.setdefault((note.source, note.dated, note.place), kept).passage
    sourced = [row for row in made.rows if row.grounds]
    rows = tuple(
        replace(row, grounds=tuple(dict.fromkeys(of[key] for key in row.grounds if key in of))) for row in sourced
    )
    left_out = len(made.rows) - len(sourced)
    said = (f"{times(left_out, 'sentence')} that stand on no source are left out.",) if left_out else ()
    return replace(made, rows=rows, footnotes=tuple(first.values()), notes=(*notes, *said))


def on_day(day: date) -> str:
    """A day as a person reads it."""
    return edtf.in_words(day.isoformat())


def quoted(words: str) -> str:
    """Words of a source within a sentence, cut where they are long; the footnote has them whole."""
    words = " ".join(words.split())
    return f"“{words}”" if len(words) <= IN_WORDS else f"“{words[:IN_WORDS].rstrip()} …”"


def ended(words: str) -> str:
    """Words with a full stop, but where they end with one inside quotation marks."""
    return words if words.endswith((".”", "?”", "!”", "…”", "。”")) else f"{words}."


def joined(words: Sequence[str]) -> str:
    """Words as a list within a sentence: `one, two and three`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def how_often(number: int) -> str:
    """A number of times: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def times(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 case`, `3 cases`."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"
