"""A new account."""

from django import forms

from twotrack.office.forms.fields import QUIET, one_of
from twotrack.vocabulary import Role

MINIMUM = 8


def new_password(label: str) -> forms.CharField:
    """A passphrase that is to be one from now on: long enough, of whatever characters."""
    return forms.CharField(
        label=label,
        strip=False,
        min_length=MINIMUM,
        max_length=1000,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text="At least eight characters; several words are best.",
        error_messages={"min_length": "A password has at least eight characters; several words are best."},
    )


class NewUser(forms.Form):
    """Name, password, and whether with clearance."""

    name = forms.CharField(label="Name", max_length=80, widget=forms.TextInput(QUIET))
    password = new_password("Password")
    clearance = forms.BooleanField(label="With clearance: sees confidential entries", required=False)
    role = one_of("What this person may do", Role)
    field_order = ("name", "password", "role", "clearance")


class Standing(forms.Form):
    """What somebody who has an account may do and see."""

    role = one_of("Role", Role)
    clearance = forms.BooleanField(required=False)
