"""Filters of the templates: dates in words, the language of a text as an attribute."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from twotrack.office.dates import in_words
from twotrack.office.dates import moment as moment_in_words
from twotrack.office.shown.tables import Heading
from twotrack.themes import theme_label

register = template.Library()


@register.filter
def when(value: str) -> str:
    """A date in EDTF as a person reads it."""
    return in_words(value or "")


@register.filter
def moment(value: datetime | str | None) -> str:
    """A moment (or its ISO 8601 text) as a person reads it; nothing stays nothing."""
    return moment_in_words(datetime.fromisoformat(value) if isinstance(value, str) else value) if value else ""


@register.filter
def lang(tag: str) -> str | SafeString:
    """` lang="zh"` for a BCP 47 tag, nothing where the language is not known. Han gets its own fonts by it."""
    if not tag or tag == "und":
        return ""
    return format_html(' lang="{}"', tag)


@register.filter
def percent(confidence: float) -> str:
    """A confidence between 0 and 1 as whole percent."""
    return f"{round(confidence * 100)} %"


@register.filter
def number(value: int) -> str:
    """A number with its thousands set apart."""
    return f"{value:,}"


@register.filter
def theme(key: str) -> str:
    """A theme as a person reads it."""
    return theme_label(key) if key else ""


@register.filter
def nth(headings: Sequence[Heading], place: int) -> str:
    """The label of the n-th column, counted from 0: for narrow screens, where a cell bears it."""
    return headings[place].label if place < len(headings) else ""


@register.filter
def uuid(key: str) -> UUID:
    """A key without hyphens as the id that addresses take."""
    return UUID(key)


@register.filter
def unlocal(value: float) -> str:
    """A number of a drawing, with a point and no more than it needs."""
    return f"{value:g}"


@register.filter
def add20(value: float) -> str:
    """A place on a time line, from the margin of 20 on."""
    return unlocal(value + 20)


@register.filter
def add16(value: float) -> str:
    """Where a square begins whose middle is at this place."""
    return unlocal(value + 16)


@register.filter
def item(values: Sequence[str], place: int) -> str:
    """The n-th of some words, counted from 0."""
    return values[place] if place < len(values) else ""
