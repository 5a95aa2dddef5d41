"""What exactly an act would change, and for whom: those without clearance, those with it, and readers of the publication."""

import difflib
import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from twotrack import clock
from twotrack.office.shown.history import MACHINE, as_words, label_of
from twotrack.office.shown.named import title_of_entry
from twotrack.publish import site
from twotrack.record.confidentiality import Sight
from twotrack.record.dry_run import Changed, tried
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Case, Entry
from twotrack.record.public import public_record

COMPARED = 2000  # public cases up to which the publication is written twice and compared
_LINES = 14  # lines of a published page that are shown
_BOOKS = {"release", "withdrawal", "merging", "correction", "ground", "nameseen", "erasure"}  # told by the act itself
_WORDS = {"add": "comes", "change": "changes", "remove": "goes"}
_TAGS = re.compile(r"<(?:script|style)\b[^>]{0,200}>[^<]{0,200000}</(?:script|style)>|<[^<>]{0,2000}>")
_BLOCKS = re.compile(r"</(?:p|li|h[1-6]|td|th|dd|dt|tr|figcaption|blockquote|summary|title)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One entry that comes, changes or goes, as a person reads it."""

    word: str
    kind: str
    title: str
    fields: tuple[tuple[str, str, str], ...]  # the field, what stood there, what will


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEffect:
    """One published page: `word` says whether it comes, changes or goes; the lines that go and come on it."""

    path: str
    word: str
    gone: tuple[str, ...]
    came: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What an act would do. `pages` None: the publication is too large to be compared here; `books`: rows of the record's own
    books beside the entries."""

    public: tuple[Effect, ...]
    confidential: tuple[Effect, ...]
    books: int
    pages: tuple[PageEffect, ...] | None


def consequences(sight: Sight, act: Callable[[], object]) -> Consequences:
    """What an act would change, found by doing it and taking it back. Raises what the act raises."""
    compared = Case.objects.using(PUBLIC).count() <= COMPARED
    before = _published() if compared else {}

    def look(changes: list[Changed]) -> Consequences:
        told = [one for one in changes if one.model not in _BOOKS]
        return Consequences(
            public=tuple(_effect(sight, one) for one in told if one.alias == PUBLIC),
            confidential=tuple(_effect(sight, one) for one in told if one.alias == CONFIDENTIAL),
            books=len(changes) - len(told),
            pages=tuple(_pages(before, _published())) if compared else None,
        )

    return tried(act, look)


def _effect(sight: Sight, one: Changed) -> Effect:
    model: Any = apps.get_model("record", one.model)
    row = model._base_manager.using(one.alias).filter(pk=one.row).first()
    said = {**one.was, **one.now}
    fields = [
        (label_of(field), as_words(sight, field, one.was.get(name, "")), as_words(sight, field, one.now.get(name, "")))
        for name in said
        if (field := _field(model, name)) is not None and field.name not in MACHINE
    ]
    title = title_of_entry(sight, row) if isinstance(row, Entry) else ""
    if one.action == "remove":
        fields = [(label, was, "") for label, was, _ in fields]
    return Effect(
        word=_WORDS.get(one.action, one.action),
        kind=str(model._meta.verbose_name),
        title=title,
        fields=tuple((label, was, now) for label, was, now in fields if was != now),
    )


def _field(model: Any, name: str) -> Any:
    for field in model._meta.concrete_fields:
        if name in (field.attname, field.name):
            return field
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _published() -> dict[str, str]:
    """The pages of the publication as it would be written now, by path."""
    record = public_record(clock.now().date())
    return {one.path: one.content.decode() for one in site.render(record) if one.path.endswith(".html")}


def _pages(before: dict[str, str], after: dict[str, str]) -> list[PageEffect]:
    found = []
    for path in sorted(before.keys() | after.keys()):
        was, now = before.get(path), after.get(path)
        if was == now:
            continue
        old, new = _lines(was or ""), _lines(now or "")
        changes = [line for line in difflib.ndiff(old, new) if line[:2] in ("- ", "+ ")] if was and now else []
        found.append(
            PageEffect(
                path=path,
                word="comes" if was is None else "goes" if now is None else "changes",
                gone=tuple(line[2:] for line in changes if line[0] == "-")[:_LINES],
                came=tuple(line[2:] for line in changes if line[0] == "+")[:_LINES] if was else tuple(new[:_LINES]),
            )
        )
    return found


def _lines(page: str) -> list[str]:
    """A page's words, a line for each of its blocks."""
    text = html.unescape(_TAGS.sub(" ", _BLOCKS.sub("\n", page)))
    return [line for one in text.split("\n") if (line := " ".join(one.split()))]
