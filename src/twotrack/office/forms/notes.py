"""What I just heard: the words, and in the same form what was raised with whom, what came back, what is to follow."""

from collections.abc import Sequence
from typing import Any

from django import forms

from twotrack.office.forms.fields import (
    CHOOSE,
    QUIET,
    EdtfField,
    handling,
    language_of,
    line,
    link,
    one_of,
    theme_choices,
    words,
)
from twotrack.vocabulary import Channel, Confidentiality, RepresentationKind, ResponseType

Options = Sequence[tuple[Any, str]]
BOTH = "both"


class Heard(forms.Form):
    """One form, from top to bottom by the Tab key. Only the words are needed."""

    words = words("What was said", required=True, rows=6, help_text="Theirs or yours. It is kept as typed.")
    names = forms.CharField(
        label="Whose cases",
        required=False,
        strip=True,
        widget=forms.Textarea({**QUIET, "rows": "1", "data-picks": "case"}),
        help_text="One name a line; who is meant is asked where a name fits several.",
    )
    raised = one_of("Was it raised?", RepresentationKind, required=False, empty="No, or not by us")
    theme = forms.ChoiceField(label="Theme", required=False)
    by_party = forms.ChoiceField(label="Raised by", required=False)
    to_party = forms.ChoiceField(label="With whom", required=False)
    told_by = line("Who said it", help_text="Where somebody else than you did: a name, an office.")
    channel = one_of("How", Channel)
    meeting = forms.ChoiceField(label="At the meeting", required=False)
    heard_on = EdtfField("When")
    heard_at = line("Where")
    response = one_of("What came back", ResponseType, required=False, empty="Nothing yet")
    follow_up = line("What is to follow")
    follow_up_by = forms.ChoiceField(label="By whom", required=False)
    due = EdtfField("By when")
    language = language_of("the note")

    def __init__(self, *arguments: Any, clears: bool, meetings: Options, parties: Options, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "note-%s", **options})
        named = [CHOOSE, *theme_choices()]
        self.fields["theme"] = forms.ChoiceField(label="Theme", required=False, choices=named)
        self.fields["by_party"] = link("Raised by", parties, empty="Not stated")
        self.fields["to_party"] = link("With whom", parties, empty="Not stated")
        self.fields["follow_up_by"] = link("By whom", [(BOTH, "Both sides"), *parties], empty="Not stated")
        self.fields["meeting"] = link("At the meeting", meetings, empty="At none")
        self.fields["handling"] = handling(
            clears=clears, what="the note and what follows from it", chosen=Confidentiality.CONFIDENTIAL.value
        )
        self.fields["words"].widget.attrs["autofocus"] = True

    def name_lines(self) -> list[str]:
        """The names that were typed and not picked."""
        return [one for line in self.data.get("names", "").splitlines() if (one := line.strip())]

    def clean(self) -> dict[str, Any]:
        """A date to follow up by is the date of something."""
        data = super().clean() or {}
        if data.get("due") and not data.get("follow_up"):
            self.add_error("follow_up", "Say what is to follow by then.")
        return data
