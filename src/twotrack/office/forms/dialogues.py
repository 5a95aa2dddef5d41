"""A new dialogue."""

from typing import Any

from django import forms

from twotrack.office.forms.fields import handling, line
from twotrack.office.shown.dialogues import INTERVALS


class NewDialogue(forms.Form):
    """Between whom, and how often they mean to meet."""

    name = line("Name", required=True, help_text="As it is commonly called.")
    our_side = line("Our side", required=True, help_text="The party in whose service this record is kept, in full.")
    other_side = line("The other side", required=True, help_text="Its English short name in full.")
    interval = forms.ChoiceField(label="Rounds are meant to be held", required=False, choices=list(INTERVALS.items()))

    def __init__(self, *arguments: Any, clears: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["handling"] = handling(clears=clears, what="the dialogue")

    def clean(self) -> dict[str, Any]:
        """A dialogue takes two."""
        data = super().clean() or {}
        if data.get("our_side") and data.get("our_side") == data.get("other_side"):
            self.add_error("other_side", "A dialogue takes two parties; name the other one.")
        return data
