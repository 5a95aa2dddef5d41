"""What is done with an entry that is there: put right, take out, withdraw, release, choose."""

from typing import Any

from django import forms
from django.db import models

from twotrack.office.forms.fields import EdtfField, line, one_of, words
from twotrack.record.corrections import correctable
from twotrack.record.links import typed
from twotrack.record.models import Entry
from twotrack.record.models.entry import EdtfField as StoredDate
from twotrack.record.releases import releasable
from twotrack.vocabulary import WithdrawalReason

_NOT_BY_FORM = (models.JSONField, models.DateTimeField)
_SHORT = 80  # characters; a longer text gets several lines


class Why(forms.Form):
    """Why something is done."""

    why = words("Why", required=True, rows=2)


class Correct(Why):
    """The fields of an entry that may be put right, as they stand."""

    field_order = None

    def __init__(self, entry: Entry, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        entry = typed(entry)
        self.names = []
        for name in correctable(entry):
            field = type(entry)._meta.get_field(name)
            if not isinstance(field, _NOT_BY_FORM):
                self.fields[name] = _field_for(field, getattr(entry, name))
                self.names.append(name)
        self.order_fields([*self.names, "why"])

    def values(self) -> dict[str, Any]:
        """What the fields are to say."""
        return {name: self.cleaned_data[name] for name in self.names}


class Withdraw(Why):
    """Why a public entry goes back into confidence."""

    reason = one_of("Because of", WithdrawalReason)
    field_order = ("reason", "why")


class Release(Why):
    """Which fields become public, and why; a contact takes a second person's word, given here by that person."""

    fields_to_release = forms.MultipleChoiceField(label="Becomes public", widget=forms.CheckboxSelectMultiple)
    field_order = ("fields_to_release", "why")

    def __init__(self, entry: Entry, shown: dict[str, str], *arguments: Any, second: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        names = [name for name in releasable(entry) if name in shown]
        self.fields["fields_to_release"] = forms.MultipleChoiceField(
            label="Becomes public",
            choices=[(name, f"{name.replace('_', ' ')}: {shown[name]}") for name in names],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        if second:
            self.fields["second_name"] = line("The second person's name", required=True)
            self.fields["second_password"] = forms.CharField(
                label="The second person's passphrase",
                strip=False,
                widget=forms.PasswordInput({"autocomplete": "off"}),
            )


def _field_for(field: Any, value: Any) -> forms.Field:
    label = str(field.verbose_name).replace("_", " ")
    if field.choices:
        return forms.ChoiceField(label=label, choices=field.choices, initial=value, required=not field.blank)
    if isinstance(field, StoredDate):
        return _with(EdtfField(label), value)
    if isinstance(field, models.BooleanField):
        return forms.BooleanField(label=label, initial=value, required=False)
    if isinstance(field, models.IntegerField):
        return forms.IntegerField(label=label, initial=value, required=not field.null, min_value=0)
    text = "" if value is None else str(value)
    made = words(label, required=not field.blank) if len(text) > _SHORT else line(label, required=not field.blank)
    return _with(made, text)


def _with(field: forms.Field, value: Any) -> forms.Field:
    field.initial = value
    return field
