"""What is entered on a case: a note with the reply in it, an outcome, a publication decision."""

from collections.abc import Sequence
from typing import Any

from django import forms

from twotrack.office.forms.fields import (
    CHOOSE,
    EdtfField,
    handling,
    language_of,
    line,
    link,
    one_of,
    words,
)
from twotrack.vocabulary import Confidentiality, OutcomeKind, PublicationForm, ResponseType

Options = Sequence[tuple[Any, str]]


class Note(forms.Form):
    """What somebody heard: kept as a source of its own; with the kind of reply, as a response on the case too."""

    words = words(
        "What was said", required=True, rows=5, help_text="In your own words, or theirs. It is kept as typed."
    )
    response = one_of("What came back", ResponseType, required=False, empty="No reply: keep it as a note alone")
    by_party = forms.ChoiceField(label="By", required=False)
    heard_on = EdtfField("When")
    heard_at = line("Where")
    meeting = forms.ChoiceField(label="At the meeting", required=False)
    language = language_of("the note")

    def __init__(self, *arguments: Any, clears: bool, meetings: Options, parties: Options, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "note-%s", **options})
        self.fields["meeting"] = link("At the meeting", meetings, empty="At none")
        self.fields["by_party"] = link("By", parties, empty="Not stated")
        self.fields["handling"] = handling(
            clears=clears, what="the note and the reply", chosen=Confidentiality.CONFIDENTIAL.value
        )


class Outcome(forms.Form):
    """What changed for the person."""

    kind = forms.ChoiceField(label="What changed", choices=[CHOOSE, *OutcomeKind.choices()])
    when = EdtfField("When")
    summary = words("In words", rows=2)
    ground = forms.ChoiceField(label="It stands on", required=False)
    inference = words(
        "How you know", rows=2, help_text="Signed with your name. Needed where it stands on no words above."
    )

    def __init__(self, *arguments: Any, clears: bool, passages: Options, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "outcome-%s", **options})
        self.fields["ground"] = link("It stands on", passages, empty="No words in the record: on what I say below")
        self.fields["handling"] = handling(clears=clears, what="the outcome", chosen=Confidentiality.CONFIDENTIAL.value)

    def clean(self) -> dict[str, Any]:
        """An entry stands on something."""
        data = super().clean() or {}
        if not data.get("ground") and not (data.get("inference") or "").strip():
            self.add_error("inference", "Say how you know, or choose the words that it stands on.")
        return data


class Publication(forms.Form):
    """In which form the person may appear in what is published, and why. The reasons are kept in confidence."""

    form = forms.ChoiceField(
        label="In what is published, the person appears",
        choices=[
            (PublicationForm.NOTHING.value, "Not at all"),
            (PublicationForm.COUNT.value, "As a number alone"),
            (PublicationForm.DESCRIPTION.value, "By a description, without the name"),
            (PublicationForm.NAME.value, "By name"),
        ],
        widget=forms.RadioSelect,
    )
    description = line("Description", help_text="The words that stand for the name, such as: a lawyer.")
    review_by = forms.DateField(
        label="Review by",
        required=False,
        widget=forms.DateInput({"type": "date"}),
        help_text="After this day the person is not published until somebody decides again.",
    )
    why = words("Why", rows=2)
    consent = words("What consent there is", rows=2)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "publication-%s", **options})

    def clean(self) -> dict[str, Any]:
        """A description is words."""
        data = super().clean() or {}
        if data.get("form") == PublicationForm.DESCRIPTION and not (data.get("description") or "").strip():
            self.add_error("description", "Write the words that stand for the name.")
        return data
