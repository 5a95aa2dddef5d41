"""Filters of the templates: dates in words, the language of a text as an attribute."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from twotrack.office.dates import in_words

register = template.Library()


@register.filter
def when(value: str) -> str:
    """A date in EDTF as a person reads it."""
    return in_words(value or "")


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
