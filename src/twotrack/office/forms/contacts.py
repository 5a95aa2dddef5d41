"""Whom one met outside government: confidential always."""

from collections.abc import Sequence
from typing import Any

from django import forms

from twotrack.office.forms.fields import EdtfField, line, link, words

Options = Sequence[tuple[Any, str]]


class Met(forms.Form):
    """Who was met, when, where, and what was said. The person is one of the record's, or a new one by this name."""

    person = forms.ChoiceField(label="Who is meant", required=False, widget=forms.RadioSelect)
    name = line("Whom you met", required=True)
    when = EdtfField("When")
    place = line("Where")
    meeting = forms.ChoiceField(label="Around the meeting", required=False)
    summary = words("What was said", rows=3)
    how = words("How you know", required=True, rows=2, help_text="Such as: I was there. Signed with your name.")
    field_order = ("name", "person", "when", "place", "meeting", "summary", "how")

    def __init__(self, *arguments: Any, meetings: Options, people: Options, **options: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "met-%s", **options})
        self.fields["meeting"] = link("Around the meeting", meetings, empty="Around none")
        if people:
            self.fields["person"] = forms.ChoiceField(label="Who is meant", choices=people, widget=forms.RadioSelect)
        else:
            del self.fields["person"]
        self.order_fields(self.field_order)
