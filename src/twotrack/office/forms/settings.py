"""Settings of the record."""

from django import forms

_MINUTES = (("0", "never"), ("5", "5 minutes"), ("15", "15 minutes"), ("30", "30 minutes"), ("60", "an hour"))


class LockAfter(forms.Form):
    """After how long without work the office locks itself."""

    minutes = forms.ChoiceField(label="Lock the office when nobody worked for", choices=_MINUTES)
