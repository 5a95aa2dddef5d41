"""Editing a finding before it is accepted: its main fields, one form a section. The finding itself stays as it was."""

from typing import Any

from django import forms

from twotrack.office.forms.fields import EdtfField, line, link, one_of, theme_choices, words
from twotrack.record.models import Proposal
from twotrack.vocabulary import Clarity, Matter, MeetingKind, MeetingStatus, Raised, Strength, Technique


class Edit(forms.Form):
    """The fields of a finding. Each is named as in the finding, so that what changed can be told."""

    def changes(self, proposal: Proposal) -> dict[str, Any]:
        """What differs from the finding; an emptied field means that it is not stated."""
        changed = {}
        for name, value in self.cleaned_data.items():
            new = value if isinstance(value, (bool, int, list)) else (value or None)
            if name == "meeting_entry":
                if new:
                    changed[name] = new
            elif new != _before(proposal, name):
                changed[name] = new
        return changed


class EditMeeting(Edit):
    """A meeting."""

    name = line("Name")
    kind = one_of("Kind", MeetingKind)
    when = EdtfField("When")
    place = line("Place")
    status = one_of("Status", MeetingStatus)


class EditParticipant(Edit):
    """One who took part."""

    name = line("Name")
    title = line("Title")
    organisation = line("Agency")
    side = line("For which party")
    head = forms.BooleanField(label="Heads the delegation", required=False)
    count = forms.IntegerField(label="Number of unnamed ones", required=False, min_value=1)


class EditTopic(Edit):
    """A topic."""

    theme = forms.ChoiceField(label="Theme", choices=theme_choices)
    raised_by = line("Raised by which party")


class EditCase(Edit):
    """A case."""

    name = line("Name", required=True)
    aliases = words("Other names, one a line", rows=2)
    group = forms.BooleanField(label="A group of persons", required=False)
    matter = one_of("Matter", Matter)
    status = line("Status, in the document's words")
    raised = one_of("In the document the case is", Raised)
    raised_by = line("Raised by which party")

    def clean_aliases(self) -> list[str]:
        """The other names as a list."""
        return [one.strip() for one in self.cleaned_data["aliases"].splitlines() if one.strip()]


class EditCommitment(Edit):
    """A commitment or benchmark."""

    what = words("What", required=True, rows=2)
    who = line("Who promised it", required=True, help_text="A party, or: both.")
    due = EdtfField("Due")
    strength = one_of("How firm", Strength)
    standing = forms.BooleanField(label="A standing promise, no act one can check", required=False)
    benchmark = forms.BooleanField(label="A benchmark: a yardstick set beforehand", required=False)


class EditPosition(Edit):
    """What a party said on a theme."""

    theme = forms.ChoiceField(label="Theme", choices=theme_choices)
    party = line("Of which party", required=True)


class EditCharacterisation(Edit):
    """How a side describes a meeting."""

    words = line("In its words", required=True)
    party = line("Of which party", help_text="A party, or nothing where it is not told.")


class EditExchange(Edit):
    """One thing asked and what was said to it."""

    asks = words("What was asked", required=True, rows=2)
    asker = line("Asked by")
    outlet = line("Of")
    clarity = one_of("The answer is", Clarity)
    technique = one_of("How", Technique, required=False, empty="Not stated")


EDITS: dict[str, type[Edit]] = {
    "meetings": EditMeeting,
    "participants": EditParticipant,
    "topics": EditTopic,
    "cases": EditCase,
    "commitments": EditCommitment,
    "positions": EditPosition,
    "characterisations": EditCharacterisation,
    "exchanges": EditExchange,
}
_WITH_MEETING = ("participants", "topics", "cases", "positions", "characterisations")


def edit_form(proposal: Proposal, meetings: list[tuple[Any, str]], data: Any = None) -> Edit:
    """The form that edits a proposal, bound where there is data."""
    kind = EDITS[proposal.section]
    initial = {name: _as_text(_before(proposal, name)) for name in kind.base_fields}
    form = kind(data, initial=initial, auto_id=f"{proposal.pk}-%s")
    if proposal.section in _WITH_MEETING:
        form.fields["meeting_entry"] = link("At the meeting", meetings, empty="As found in the document")
    return form


def _before(proposal: Proposal, name: str) -> Any:
    """The value of the finding, empty ones as the form's fields have them."""
    value = proposal.data.get(name)
    if name == "matter":
        return value or Matter.NOT_STATED.value
    return list(value) if isinstance(value, (list, tuple)) else value


def _as_text(value: Any) -> Any:
    return "\n".join(value) if isinstance(value, list) else value
