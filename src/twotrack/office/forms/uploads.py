"""Taking documents in: files, a pasted text, a web address; who may see them, and what they belong to."""

from collections.abc import Sequence
from typing import Any

from django import forms

from twotrack.office.forms.fields import QUIET, handling, line, one_of, words
from twotrack.vocabulary import Confidentiality, Terms

Options = Sequence[tuple[Any, str]]
LARGEST = 25  # MB of one upload, all files together; settings.FILE_UPLOAD_MAX_MEMORY_SIZE


class TakeIn(forms.Form):
    """What is to be read, and how it is to be kept. The files themselves are checked by the view."""

    text = words("Or paste a text", rows=4)
    called = line("What the pasted text is called")
    address = forms.CharField(
        label="Or a web address",
        required=False,
        max_length=2000,
        widget=forms.TextInput({**QUIET, "inputmode": "url"}),
        help_text="Its host sees from where and when it is read. If it must not, save the page and give the file.",
    )
    terms = one_of("May be published of it", Terms, required=False, empty="As before; of a new document quotes alone")

    def __init__(self, *arguments: Any, clears: bool, dialogues: Options, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "take-in-%s", **options})
        self.fields["handling"] = handling(
            clears=clears, what="the document and what is found in it", chosen=Confidentiality.CONFIDENTIAL.value
        )
        if dialogues:
            self.fields["dialogues"] = forms.MultipleChoiceField(
                label="Belongs to",
                required=False,
                choices=[(str(key), name) for key, name in dialogues],
                widget=forms.CheckboxSelectMultiple,
            )

    def clean_address(self) -> str:
        """An address that can be read."""
        address = str(self.cleaned_data["address"]).strip()
        if address and not address.lower().startswith(("http://", "https://")):
            raise forms.ValidationError("An address begins with https:// or http://")
        return address
