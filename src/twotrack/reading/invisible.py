"""Signs that do not show: zero-width blanks and joiners, soft hyphens, marks of direction.

A word is read as a person sees it. Finders are given the text without these signs, and what they find is moved back onto the
text as it is, so that every offset, and every quote, is of the source.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from twotrack.reading.findings import DateFinding, Reading, Span, Turn
from twotrack.sources.raw import Document

_SIGNS = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")


def as_seen(document: Document) -> tuple[Document, Sequence[int]] | None:
    """The document without the signs, and where each of its characters stands in the text; None where there are none."""
    text = document.text
    if text.isascii() or _SIGNS.search(text) is None:
        return None
    places: list[int] = []
    last = 0
    for match in _SIGNS.finditer(text):
        places += range(last, match.start())
        last = match.end()
    places += range(last, len(text))
    body = bisect_left(places, document.body)
    return replace(document, text=_SIGNS.sub("", text), body=body), places


def moved_back(reading: Reading, text: str, places: Sequence[int]) -> Reading:
    """The reading of a document as seen, as one of its text."""
    mover = _Mover(text, places)
    moved = {field.name: mover.of(getattr(reading, field.name)) for field in fields(reading)}
    return Reading(**{**moved, "text": text})


class _Mover:
    def __init__(self, text: str, places: Sequence[int]) -> None:
        self._text, self._places = text, places

    def of(self, value: Any) -> Any:
        """A value with every offset within it moved."""
        if isinstance(value, Span):
            return Span(*self._stretch(value.start, value.end))
        if isinstance(value, tuple):
            return tuple(self.of(item) for item in value)
        if isinstance(value, Turn):
            start, end = self._stretch(value.start, value.end)
            return replace(value, start=start, end=end, words=min(self._start(value.words), end))
        if isinstance(value, DateFinding):
            start, end = self._stretch(value.start, value.end)
            return replace(value, start=start, end=end, quote=self._text[start:end])
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{field.name: self.of(getattr(value, field.name)) for field in fields(value)})
        return value

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        """A stretch with the signs that stand within it, and none at its edges."""
        return self._start(start), self._places[end - 1] + 1 if end > start else self._start(end)

    def _start(self, at: int) -> int:
        return self._places[at] if at < len(self._places) else len(self._text)
