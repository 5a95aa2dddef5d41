"""Two entries that are one, and forgetting a person: what has to be said for it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from twotrack.office.forms.entries import Why
from twotrack.office.forms.fields import QUIET, one_of, words
from twotrack.vocabulary import ErasureReason, SourceState

Options = Sequence[tuple[str, str]]
THIS, OTHER = "this", "other"


class Merge(forms.Form):
    """With which entry, which of the two stays, and what else than the name agrees."""

    other = forms.ChoiceField(label="Is one with", required=False, widget=forms.RadioSelect)
    other_id = forms.CharField(label="Or the id of another entry", required=False, widget=forms.TextInput(QUIET))
    keep = forms.ChoiceField(
        label="Which of the two stays",
        choices=[(THIS, "This one: what is said of the other becomes said of this one"),
                 (OTHER, "The other one: what is said of this one becomes said of the other")],
        widget=forms.RadioSelect,
        initial=THIS,
    )  # fmt: skip
    why = words("What else than the name agrees", required=True, rows=2)

    def __init__(self, *arguments: Any, options: Options, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["other"] = forms.ChoiceField(
            label="Is one with", required=False, choices=options, widget=forms.RadioSelect
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One of the two ways in which the other entry is named."""
        data = super().clean() or {}
        if not (data.get("other") or (data.get("other_id") or "").strip()):
            self.add_error("other_id", "Choose the entry, or give its id.")
        return data

    def key(self) -> str:
        """The id of the other entry."""
        return str((self.cleaned_data["other_id"] or "").strip() or self.cleaned_data["other"])


class Restore(Why):
    """Why an earlier state comes back."""


class Forget(forms.Form):
    """Why a person is forgotten, and what becomes of the documents."""

    reason = one_of("Because of", ErasureReason)
    originals = forms.ChoiceField(label="The documents that name the person", widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, encrypted: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        sealed = (SourceState.SEALED.value, "Are sealed: the printed recovery key alone opens them")
        destroyed = (SourceState.DESTROYED.value, "Are destroyed: their hash stays, so that they do not come back")
        self.fields["originals"] = forms.ChoiceField(
            label="The documents that name the person",
            choices=[sealed, destroyed] if encrypted else [destroyed],
            initial=(sealed if encrypted else destroyed)[0],
            widget=forms.RadioSelect,
        )


class ForgetSurely(Forget):
    """The second step: the passphrase of the one who does it, once more."""

    password = forms.CharField(
        label="Your passphrase", strip=False, max_length=1000, widget=forms.PasswordInput({"autocomplete": "off"})
    )
