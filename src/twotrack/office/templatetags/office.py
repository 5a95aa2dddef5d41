"""Filters of the templates: dates in words, the language of a text as an attribute."""

from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from twotrack.office.dates import in_words
from twotrack.office.dates import moment as moment_in_words

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
