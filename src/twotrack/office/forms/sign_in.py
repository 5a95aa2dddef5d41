"""Signing in."""

from django import forms

from twotrack.office.forms.fields import QUIET


class SignIn(forms.Form):
    """Name and passphrase."""

    name = forms.CharField(label="Name", max_length=80, widget=forms.TextInput({**QUIET, "autofocus": True}))
    password = forms.CharField(
        label="Passphrase", strip=False, max_length=1000, widget=forms.PasswordInput({"autocomplete": "off"})
    )
