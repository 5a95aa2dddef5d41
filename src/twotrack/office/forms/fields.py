"""Fields that several forms share. No field lets the browser keep or check what is typed: it may be confidential."""

from collections.abc import Iterable
from typing import Any

from django import forms

from twotrack import edtf
from twotrack.record.models.entry import check_language
from twotrack.themes import themes
from twotrack.vocabulary import Confidentiality, Word

QUIET = {"autocomplete": "off", "spellcheck": "false", "autocorrect": "off", "autocapitalize": "off"}
EDTF_HELP = "Such as 2010-05-14, 2010-05 or 2011."
CHOOSE = ("", "Choose")


def line(label: str, *, required: bool = False, help_text: str = "", **attributes: str) -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput({**QUIET, **attributes})
    return forms.CharField(label=label, required=required, help_text=help_text, widget=widget)


def words(label: str, *, required: bool = False, help_text: str = "", rows: int = 3) -> forms.CharField:
    """Several lines of text, kept as typed."""
    widget = forms.Textarea({**QUIET, "rows": str(rows)})
    return forms.CharField(label=label, required=required, help_text=help_text, widget=widget, strip=False)


def language_of(what: str) -> forms.CharField:
    """The language of a text, as BCP 47 names it."""
    return forms.CharField(
        label=f"Language of {what}",
        required=False,
        validators=[check_language],
        help_text="Such as en, zh-Hans or ug.",
        widget=forms.TextInput(QUIET),
    )


def theme_choices() -> list[tuple[str, str]]:
    """The themes of the list, each by its id, as people call it."""
    return [(key, label) for key, (label, _) in themes().items()]


def one_of(label: str, choices: type[Word], *, required: bool = True, empty: str = "") -> forms.ChoiceField:
    """A word of a closed list; `empty` is what the empty choice says, where there is one."""
    first = [("", empty)] if empty else []
    return forms.ChoiceField(label=label, required=required, choices=[*first, *choices.choices()])


def link(label: str, options: Iterable[tuple[Any, str]], *, empty: str) -> forms.ChoiceField:
    """A link to another entry; the options are its id and how it is named."""
    return forms.ChoiceField(
        label=label, required=False, choices=[("", empty), *((str(key), name) for key, name in options)]
    )


class EdtfField(forms.CharField):
    """A date in EDTF."""

    def __init__(self, label: str, *, required: bool = False, help_text: str = EDTF_HELP) -> None:
        super().__init__(label=label, required=required, help_text=help_text, widget=forms.TextInput(QUIET))

    def clean(self, value: Any) -> str:
        """The date, checked."""
        text = str(super().clean(value))
        if text and not edtf.is_valid(text):
            raise forms.ValidationError("Write the date as 2010-05-14, 2010-05, 2011 or 2010-05-13/2010-05-14.")
        return text


def handling(*, clears: bool, what: str, chosen: str | None = None) -> forms.ChoiceField:
    """Public or confidential. Who cannot see confidential entries makes public ones, and says so."""
    public = (Confidentiality.PUBLIC.value, f"Public: {what} can be seen without clearance, and may be published")
    hidden = (Confidentiality.CONFIDENTIAL.value, f"Confidential: {what} can be seen with clearance alone")
    return forms.ChoiceField(
        label="Who may see it",
        choices=[hidden, public] if clears else [public],
        initial=chosen if clears else None,
        widget=forms.RadioSelect,
    )
