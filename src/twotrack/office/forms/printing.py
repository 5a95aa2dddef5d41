"""What is to be printed: a brief for chosen persons and themes, a list in a form and a language."""

from typing import Any

from django import forms

from twotrack.office.forms.fields import QUIET, words
from twotrack.record.exports.encryption import SealedFor
from twotrack.record.exports.list_told import LANGUAGES

SHORTEST = 12  # characters of a passphrase: the file is open to guessing for as long as it exists
_SECRET = {**QUIET, "autocomplete": "new-password"}


class Sealed(forms.Form):
    """For whom what leaves is encrypted. Asked where confidential entries are in sight; else the file is in plain."""

    passphrase = forms.CharField(
        label="Passphrase for the file",
        min_length=SHORTEST,
        strip=False,
        widget=forms.PasswordInput(_SECRET),
        help_text="The file leaves encrypted by age (age-encryption.org); send the passphrase by another way.",
    )
    again = forms.CharField(label="Once more", strip=False, widget=forms.PasswordInput(_SECRET))

    def __init__(self, *arguments: Any, clears: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not clears:
            del self.fields["passphrase"], self.fields["again"]

    def clean(self) -> dict[str, Any]:
        """Both passphrases are the same."""
        data = super().clean() or {}
        if "again" in data and data.get("passphrase") != data["again"]:
            self.add_error("again", "The two passphrases differ; type both again.")
        return data

    @property
    def to(self) -> SealedFor | None:
        """For whom the file is encrypted; None for one in plain."""
        secret = self.cleaned_data.get("passphrase")
        return SealedFor(passphrase=secret) if secret else None


class PrintList(Sealed):
    """A list as a file."""

    form = forms.ChoiceField(
        label="As",
        choices=[
            ("docx", "Word file (DOCX), to be edited"),
            ("pdf", "PDF, to be handed over"),
            ("xlsx", "Workbook (XLSX)"),
        ],
    )
    language = forms.ChoiceField(label="Headings and dates in", choices=list(LANGUAGES.items()))
    note = words("Cover note", help_text="Stands before the names in this file; it is not kept in the record.")
    details = forms.MultipleChoiceField(label="Further columns", required=False, widget=forms.CheckboxSelectMultiple)

    field_order = ("form", "language", "details", "note", "passphrase", "again")

    def __init__(self, *arguments: Any, columns: tuple[str, ...], **options: Any) -> None:
        super().__init__(*arguments, **options)
        if columns:
            chosen: Any = self.fields["details"]
            chosen.choices = [(one, one) for one in columns]
            chosen.initial = list(columns)
        else:
            del self.fields["details"]
