"""What takes place, who takes part, and what is said of it."""

from django.db import models

from twotrack.record.models.entry import Entry, LanguageField, Link, WordField
from twotrack.vocabulary import MeetingKind, MeetingStatus, ParticipationRole, Track


class Meeting(Entry):
    """A round, session, expert dialogue, site visit ... Its name, dates, place and round number are statements."""

    meeting_kind = WordField(MeetingKind)
    status = WordField(MeetingStatus)
    track = WordField(Track, blank=True, default="")
    part_of = Link("self", null=True)
    agreed_at = Link("self", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["meeting_kind", "status", "entry_ptr"], name="meetings_by_kind"),
        ]


class MeetingDialogue(Entry):
    """That a meeting counts towards a dialogue."""

    meeting = Link(Meeting, related_name="dialogues")
    dialogue = Link("record.Dialogue", related_name="meetings")

    class Meta:
        verbose_name = "meeting's dialogue"


class Participation(Entry):
    """A person or agency at a meeting, for a party, in a role; or a number of unnamed ones ("nine agencies")."""

    meeting = Link(Meeting, related_name="participations")
    party = Link("record.Party", null=True)
    person = Link("record.Person", null=True)
    agency = Link("record.Agency", null=True)
    role = WordField(ParticipationRole, default=ParticipationRole.MEMBER.value)
    count = models.PositiveIntegerField(null=True)
    count_words = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["agency", "meeting", "party"], name="agencies_present"),
        ]


class MeetingTheme(Entry):
    """That a theme was discussed at a meeting, where nobody is said to have raised it. `theme`: an id of themes.tsv."""

    meeting = Link(Meeting, related_name="themes")
    theme = models.CharField(max_length=60)
    track = WordField(Track, blank=True, default="")

    class Meta:
        verbose_name = "meeting's theme"


class Position(Entry):
    """What a party said on a theme at a meeting; its words are the passages it stands on."""

    party = Link("record.Party")
    meeting = Link(Meeting, related_name="positions", null=True)
    theme = models.CharField(max_length=60)
    summary = models.TextField(blank=True, default="")
    summary_language = LanguageField()

    class Meta:
        indexes = [
            models.Index(fields=["theme", "meeting", "party"], name="positions_on_theme"),
        ]


class Characterisation(Entry):
    """How a side describes a meeting ("candid", "scripted")."""

    party = Link("record.Party", null=True)
    meeting = Link(Meeting, related_name="characterisations")
    words = models.TextField()
    words_language = LanguageField()
