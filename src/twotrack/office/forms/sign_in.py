"""Signing in, and unlocking."""

from django import forms

from twotrack.office.forms.fields import QUIET
from twotrack.office.forms.users import new_password


class SignIn(forms.Form):
    """Name and passphrase."""

    name = forms.CharField(label="Name", max_length=80, widget=forms.TextInput({**QUIET, "autofocus": True}))
    password = forms.CharField(
        label="Passphrase", strip=False, max_length=1000, widget=forms.PasswordInput({"autocomplete": "off"})
    )


class Code(forms.Form):
    """A one-time code, or a recovery code."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=forms.TextInput({**QUIET, "autocomplete": "one-time-code", "autofocus": True}),
        help_text="Six digits from your device, or one of your recovery codes.",
    )


class Unlock(forms.Form):
    """The passphrase of the record."""

    passphrase = forms.CharField(
        label="Passphrase of the record",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput({"autocomplete": "off", "autofocus": True}),
        help_text="The passphrase with which the record is opened, or its printed recovery key.",
    )


class NewPassphrase(forms.Form):
    """One's passphrase, and the one that is to take its place."""

    password = forms.CharField(
        label="Your passphrase now",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput({"autocomplete": "off", "autofocus": True}),
    )
    new = new_password("The new one")


class Passphrase(forms.Form):
    """One's own passphrase, before something is given up that guards the account."""

    password = forms.CharField(
        label="Your passphrase", strip=False, max_length=1000, widget=forms.PasswordInput({"autocomplete": "off"})
    )
