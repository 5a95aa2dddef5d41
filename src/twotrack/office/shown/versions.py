"""The versions of a source: which of them this one is, and what changed since the one before."""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from twotrack.office.shown.proposals import ONE, title_of
from twotrack.reading.changes import Change, Count, in_words
from twotrack.reading.findings import Span
from twotrack.record.confidentiality import Sight
from twotrack.record.ingest import current_text
from twotrack.record.models import Proposal, Source
from twotrack.record.versions import Comparison, compared, versions_of

_AROUND = 90  # code points shown of what is the same on either side of a change
_JOINED = 200  # changes nearer to each other than this are shown in one stretch
_SHOWN = 60  # stretches on one page; a page that changed more is another page
_LONG = 3_000  # code points of one piece
_BLANK_LINES = re.compile(r"\n\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that are the same in both (`kept`), or stand in one of them alone (`gone`, `came`)."""

    state: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherVersion:
    """A version by its number, with the day on which it was got."""

    id: uuid.UUID
    number: int
    got: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyEarlier:
    """A finding of an earlier version that this one does not make, or makes otherwise."""

    one: str
    title: str
    number: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The versions of a source in order, and the changes since the one before (`before`; None for the first).

    `more` is how many stretches are not shown. `latest` is the number of the latest one, where this is not it."""

    all: tuple[OtherVersion, ...]
    number: int
    got: str
    before: OtherVersion | None
    latest: OtherVersion | None
    count: Count
    stretches: tuple[tuple[Piece, ...], ...]
    more: int
    only_earlier: tuple[OnlyEarlier, ...]

    @property
    def differences(self) -> str:
        """The changes as numbers."""
        return self.count.in_words


def versions(sight: Sight, source: Source) -> Versions | None:
    """What is to be said of a source's versions; None where there is one alone. Those of its own confidentiality, always."""
    rows = versions_of(source)
    if len(rows) < 2:
        return None
    shown = tuple(
        OtherVersion(id=row.pk, number=number, got=row.got_at.date().isoformat(), current=row.pk == source.pk)
        for number, row in enumerate(rows, 1)
    )
    at = next(place for place, one in enumerate(shown) if one.current)
    comparison, stretches = None, list[tuple[Piece, ...]]()
    if at:
        comparison = compared(current_text(rows[at - 1]), current_text(source))
        stretches = [
            tuple(pieces(comparison, near)) for near in _near(comparison.changes) if not _blank(comparison, near)
        ]
    return Versions(
        all=shown,
        number=at + 1,
        got=shown[at].got,
        before=shown[at - 1] if at else None,
        latest=None if at + 1 == len(shown) else shown[-1],
        count=comparison.count if comparison else Count(0, 0, 0),
        stretches=tuple(stretches[:_SHOWN]),
        more=max(0, len(stretches) - _SHOWN),
        only_earlier=tuple(_only_earlier(sight, rows[:at])) if at + 1 == len(shown) else (),
    )


def pieces(comparison: Comparison, near: list[Change]) -> Iterator[Piece]:
    """One stretch of the later text with what changed in it, and a little of what is the same around it."""
    new = comparison.new
    start, end = near[0].new.start, near[-1].new.end
    before = new[max(0, start - _AROUND) : start]
    yield from _kept(("… " if start > _AROUND else "") + _from_a_word(before, start > _AROUND))
    last = start
    for change in near:
        yield from _kept(new[last : change.new.start])
        yield from _changed(comparison, change)
        last = change.new.end
    after = new[end : end + _AROUND]
    cut = end + _AROUND < len(new)
    yield from _kept((after.rpartition(" ")[0] or after if cut else after) + (" …" if cut else ""))


def _changed(comparison: Comparison, change: Change) -> Iterator[Piece]:
    """The words that went and came; where hardly one is the same, the whole stretch went and the whole came."""
    old, new = comparison.old, comparison.new
    fine = _beside(new, in_words(old, new, change))
    came = sum(one.new.end - one.new.start for one in fine)
    gone = sum(one.old.end - one.old.start for one in fine)
    if came * 2 > change.new.end - change.new.start or gone * 2 > change.old.end - change.old.start:
        fine = [change]
    last = change.new.start
    for one in fine:
        yield from _kept(new[last : one.new.start])
        for state, words in (("gone", old[one.old.start : one.old.end]), ("came", new[one.new.start : one.new.end])):
            if words:
                yield Piece(state=state, words=_close(words if len(words) <= _LONG else words[:_LONG] + " …"))
        last = one.new.end
    yield from _kept(new[last : change.new.end])


def _beside(new: str, fine: list[Change]) -> list[Change]:
    """Changes with nothing but blanks between them as one: "is held" gone and "was moved" come, not word by word."""
    found: list[Change] = []
    for one in fine:
        if found and new[found[-1].new.end : one.new.start].isspace():
            last = found.pop()
            one = Change(Span(last.old.start, one.old.end), Span(last.new.start, one.new.end))
        found.append(one)
    return found


def _kept(words: str) -> Iterator[Piece]:
    if words:
        yield Piece(state="kept", words=_close(words))


def _close(words: str) -> str:
    """Words without blank lines: a stretch shows what changed, not how it was set."""
    return _BLANK_LINES.sub("\n", words)


def _from_a_word(words: str, cut: bool) -> str:
    """Words without the part of a word with which they begin, where they were cut."""
    return words.partition(" ")[2] or words if cut else words


def _near(found: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes in groups of those that stand near to each other."""
    near: list[Change] = []
    for change in found:
        if near and change.new.start - near[-1].new.end > _JOINED:
            yield near
            near = []
        near.append(change)
    if near:
        yield near


def _blank(comparison: Comparison, near: list[Change]) -> bool:
    """Whether nothing but blanks changed."""
    return not any(
        comparison.old[one.old.start : one.old.end].strip() or comparison.new[one.new.start : one.new.end].strip()
        for one in near
    )


def _only_earlier(sight: Sight, before: list[Source]) -> Iterator[OnlyEarlier]:
    """What still stands at earlier versions: it was not found in the latest, or is said otherwise there."""
    for number, row in enumerate(before, 1):
        for proposal in sight.all(Proposal, source_id=row.pk, vanished=False):
            yield OnlyEarlier(
                one=ONE[proposal.section],
                title=title_of(proposal),
                number=number,
                address=f"{reverse('source', args=[row.pk])}#p-{proposal.pk}",
            )
