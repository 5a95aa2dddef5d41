"""Drawing up a list of names, handing it over, entering what came back."""

from collections.abc import Sequence
from typing import Any

from django import forms

from twotrack.office.forms.fields import QUIET, EdtfField, handling, line, link, one_of, words
from twotrack.vocabulary import Confidentiality, Property, ResponseType

Options = Sequence[tuple[Any, str]]
FIELDS = (Property.STATUS, Property.CHARGE, Property.SENTENCE, Property.DETAINED_ON, Property.WHEREABOUTS,
          Property.BORN_ON, Property.SEX, Property.OCCUPATION, Property.NATIONALITY, Property.FAMILY)  # fmt: skip
ORDERS = (("name", "By name"), ("raised", "Longest without a reply first"), ("picked", "As picked"))
LANGUAGES = (("en", "English"), ("zh", "Chinese"))


class NewList(forms.Form):
    """What the list says of each, in which language and order, and the note that goes with it."""

    name = line("What the list is called", required=True)
    language = forms.ChoiceField(label="Names in", choices=LANGUAGES, widget=forms.RadioSelect, initial="en")
    says = forms.MultipleChoiceField(
        label="Beside the name it says",
        required=False,
        choices=[(one.value, one.label) for one in FIELDS],
        widget=forms.CheckboxSelectMultiple,
    )
    order = forms.ChoiceField(label="Order", choices=ORDERS)
    names = forms.CharField(
        label="Whose cases",
        required=False,
        widget=forms.Textarea({**QUIET, "rows": "2", "data-picks": "case"}),
        help_text="One name a line; pick the case that is offered.",
    )
    by_party = forms.ChoiceField(label="From", required=False)
    to_party = forms.ChoiceField(label="To", required=False)
    meeting = forms.ChoiceField(label="At the meeting", required=False)
    cover = words("Cover note", rows=4, help_text="Kept beside the list, as a note on it.")

    def __init__(self, *arguments: Any, clears: bool, meetings: Options, parties: Options, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "list-%s", **options})
        self.fields["by_party"] = link("From", parties, empty="Not stated")
        self.fields["to_party"] = link("To", parties, empty="Not stated")
        self.fields["meeting"] = link("At the meeting", meetings, empty="At none")
        self.fields["handling"] = handling(clears=clears, what="the list", chosen=Confidentiality.CONFIDENTIAL.value)


class HandOver(forms.Form):
    """On which day it is handed over; it stays as it is from then on."""

    on = EdtfField("Handed over on", required=True)


class Reply(forms.Form):
    """What came back on a list, as it came; by whom, when. Then line by line."""

    words = words(
        "What came back, as it came", rows=8,
        help_text="Paste it whole: names of the list are found in it, line by line. It is kept as a source.",
    )  # fmt: skip
    by_party = forms.ChoiceField(label="By", required=False)
    meeting = forms.ChoiceField(label="At the meeting", required=False)
    when = EdtfField("When")
    count = forms.IntegerField(label="Replies without names: how many", required=False, min_value=1)
    count_words = line("In their words", help_text="Such as: about half of the names.")
    count_type = one_of("And they were", ResponseType, required=False, empty="Not stated")

    def __init__(self, *arguments: Any, clears: bool, meetings: Options, parties: Options, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "reply-%s", **options})
        self.fields["by_party"] = link("By", parties, empty="Not stated")
        self.fields["meeting"] = link("At the meeting", meetings, empty="At none")
        self.fields["handling"] = handling(clears=clears, what="the reply", chosen=Confidentiality.CONFIDENTIAL.value)

    def clean(self) -> dict[str, Any]:
        """A number is kept in the words in which it was said."""
        data = super().clean() or {}
        if data.get("count") and not data.get("count_words"):
            self.add_error("count_words", "A number is kept as it was said; give the words.")
        return data
