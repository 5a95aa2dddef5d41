"""What is asked before a table leaves the record."""

from django import forms

from twotrack.office.shown.exported import TABLES
from twotrack.record.exports.case_list import WRITE

SHORTEST = 12  # letters of a passphrase that something confidential leaves under


class Export(forms.Form):
    """Which table, in which form; with confidential rows, under which passphrase it is encrypted."""

    table = forms.ChoiceField(choices=[(name, name) for name in TABLES])
    form = forms.ChoiceField(choices=[(form, form) for form in WRITE])
    confidential = forms.BooleanField(required=False)
    passphrase = forms.CharField(required=False, strip=False)

    def clean_passphrase(self) -> str:
        """Long enough, where it is needed."""
        passphrase = str(self.cleaned_data["passphrase"])
        if self.cleaned_data.get("confidential") and len(passphrase) < SHORTEST:
            raise forms.ValidationError(
                f"What is confidential leaves encrypted. Give a passphrase of {SHORTEST} letters or more."
            )
        return passphrase
