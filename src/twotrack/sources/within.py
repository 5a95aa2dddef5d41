"""What lies within a source: the files of an archive, the attachments of a mail, each a source of its own."""

from collections.abc import Iterator
from dataclasses import replace

from twotrack.errors import SourceError
from twotrack.sources import limits, sandbox
from twotrack.sources.formats import FORMATS, Format, media_type
from twotrack.sources.frames import Answer
from twotrack.sources.limits import MB, Allowance
from twotrack.sources.raw import Document, Failure, Member, RawSource

_ALLOWANCE = Allowance(output=limits.UNPACKED + 10 * MB)


def unfolded(raw: RawSource, *, sealed: bool = False) -> Iterator[RawSource | Failure]:
    """The source, if it has a text of its own, then what lies within it, to `limits.DEPTH` archives within one another.

    Their places are paths below the source's. `sealed`: open it only where its parser is shut off."""
    yield from _unfolded(raw, sealed=sealed, depth=0, left=[limits.UNPACKED])


def _unfolded(raw: RawSource, *, sealed: bool, depth: int, left: list[int]) -> Iterator[RawSource | Failure]:
    """`left` holds the bytes that all of it may still take: one number, counted down across all that lies within."""
    form = FORMATS.get(raw.media_type)
    if form is None or form.document:
        yield raw
    if form is None or not form.members:
        return
    if depth >= limits.DEPTH and not form.document:
        yield _failure(raw.place, "lies too deep, in an archive within an archive: unpack it first")
        return
    try:
        found = _members(form, raw.content, sealed=sealed, left=left[0])
    except SourceError as error:
        if not form.document:  # what keeps a mail from being opened is said where it is read
            yield _failure(raw.place, str(error))
        return
    if depth >= limits.DEPTH and found:
        yield _failure(raw.place, f"has {len(found)} files attached too deep to be opened: save them first")
        return
    left[0] -= sum(len(one.content) for one in found if isinstance(one, Member))
    found.reverse()
    while found:  # each is let go when it is handed on
        yield from _one(raw, found.pop(), sealed=sealed, depth=depth, left=left)


def _one(raw: RawSource, one: Answer, *, sealed: bool, depth: int, left: list[int]) -> Iterator[RawSource | Failure]:
    if isinstance(one, Failure):
        yield _failure(f"{raw.place}/{one.place}", one.error)
    elif isinstance(one, Member) and not one.content.strip():
        yield _failure(f"{raw.place}/{one.name}", "is empty: nothing to read")
    elif isinstance(one, Member):
        place, name = f"{raw.place}/{one.name}", one.name.rsplit("/", 1)[-1]
        inside = replace(raw, content=one.content, place=place, name=name, media_type=media_type(one.content))
        yield from _unfolded(inside, sealed=sealed, depth=depth + 1, left=left)


def _members(form: Format, content: bytes, *, sealed: bool, left: int) -> list[Answer]:
    arguments = {} if form.document else {"budget": left}
    task = sandbox.Task(
        module=form.module, function=form.members, arguments=arguments, allowance=_ALLOWANCE, sealed=sealed
    )
    answers = sandbox.ask(task, content)
    if any(isinstance(answer, Document) for answer in answers):
        raise SourceError("is damaged or unusual and cannot be read: save it as text first")
    return answers


def _failure(place: str, error: str) -> Failure:
    return Failure(place=place, error=f"{place} {error}")
