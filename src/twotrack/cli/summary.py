"""The summary of `twotrack read --summary`: tables of 80 columns, or one object of JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len

from twotrack.cli.plain import plain, shortened
from twotrack.reading.ledger import NOT_STATED
from twotrack.reading.summary import BY, ESTIMATE, Summary, Tally
from twotrack.themes import theme_label
from twotrack.vocabulary import Clarity

FORMAT = "twotrack-summary/1"
SHOWN = 15
_COLUMNS = (Clarity.REPLY, Clarity.AMBIVALENT, Clarity.NON_REPLY, Clarity.UNANSWERED)
_HEADS = ("asked", "clear", "ambivalent", "refused", "unanswered")
_NAMES = 34  # columns of what is counted
_LONG = 66


def print_summary(summary: Summary, out: TextIO) -> None:
    """As text: a table for each of theme, party, speaker and year, then the refusals that recur."""
    out.writelines(f"{line}\n" for line in _lines(summary))


def summary_to_json(summary: Summary) -> str:
    """As one line of JSON."""
    return json.dumps(
        {
            "format": FORMAT,
            "note": ESTIMATE,
            "documents": summary.documents,
            "all": _counts(summary.all),
            **{name: [{name: key, **_counts(tally)} for key, tally in summary.rows(name)] for name in BY},
            "recurring_refusals": [
                {"words": one.words, "times": one.times, "documents": one.documents} for one in summary.recurring()
            ],
        },
        ensure_ascii=False,
    )


def _counts(tally: Tally) -> dict[str, int]:
    return {"asked": tally.asked, **{clarity.value: tally.by_clarity[clarity] for clarity in _COLUMNS}}


def _lines(summary: Summary) -> Iterator[str]:
    yield f"{_number(summary.documents, 'document')}, {_number(summary.all.asked, 'question')}: {ESTIMATE}"
    if not summary.all.asked:
        return
    for name in BY:
        rows = summary.rows(name)
        yield ""
        yield _cells(f"By {name}", _HEADS)
        for key, tally in rows[:SHOWN]:
            counts = (tally.asked, *(tally.by_clarity[clarity] for clarity in _COLUMNS))
            yield _cells(_name(name, key), [str(count or "-") for count in counts])
        if len(rows) > SHOWN:
            yield f"  and {len(rows) - SHOWN} more; --format json has all"
    if any(summary.by["theme"]):
        yield "A question on several themes is counted with each."
    yield ""
    recurring = summary.recurring()
    yield "Refusals that recur in the same words" if recurring else "No refusal recurs in the same words."
    for one in recurring[:SHOWN]:
        words = shortened(plain(one.words), _LONG)
        yield f'{one.times:>4} x  "{words}"'
        yield f"        in {_number(one.documents, 'document')}"


def _cells(name: str, cells: Sequence[str]) -> str:
    widths = (6, 7, 12, 9, 12)
    return _padded(name) + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))


def _padded(name: str) -> str:
    """A name in so many columns: letters of some scripts take two."""
    words = shortened(plain(name), _NAMES)
    while cell_len(words) > _NAMES:
        words = words[:-2].rstrip() + "…"
    return words + " " * (_NAMES - cell_len(words))


def _name(kind: str, key: str | None) -> str:
    if key is None:
        return "none of the list" if kind == "theme" else NOT_STATED
    return theme_label(key) if kind == "theme" else key


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
