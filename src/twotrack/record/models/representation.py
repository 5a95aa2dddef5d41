"""The ledger: what was raised, what came back, what changed."""

from django.db import models

from twotrack.record.models.entry import EdtfField, Entry, LanguageField, Link, WordField
from twotrack.vocabulary import Channel, OutcomeKind, RepresentationKind, ResponseType, Track


class Representation(Entry):
    """One act of raising cases, a concern (`theme`) or a number of cases ("some 20"): by, to, about the State whose conduct
    is at issue, at a meeting or otherwise, through a channel. Also a party's word that it did not, or would not say."""

    representation_kind = WordField(RepresentationKind, default=RepresentationKind.RAISED.value)
    by_party = Link("record.Party", null=True)
    to_party = Link("record.Party", null=True)
    about_party = Link("record.Party", null=True)
    meeting = Link("record.Meeting", null=True, related_name="representations")
    when = EdtfField()
    channel = WordField(Channel, default=Channel.MEETING.value)
    theme = models.CharField(max_length=60, blank=True, default="")
    track = WordField(Track, blank=True, default="")
    count = models.PositiveIntegerField(null=True)
    count_words = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["representation_kind", "entry_ptr"], name="acts_by_kind"),
            models.Index(fields=["meeting", "theme", "entry_ptr"], name="acts_at_meeting"),
            models.Index(fields=["meeting", "representation_kind", "track"], name="acts_tracks"),
            models.Index(fields=["by_party", "to_party", "about_party", "representation_kind"], name="acts_between"),
        ]


class RaisedCase(Entry):
    """That a representation was about this case. An entry of its own: a case may have been raised in private at an act that
    is public."""

    representation = Link(Representation, related_name="cases")
    case = Link("record.Case", related_name="raised")

    class Meta:
        verbose_name = "raised case"


class List(Entry):
    """Names handed over, frozen as handed; `taken_up_in` is the next list of the chain (NGO, ministry, other side, back)."""

    name = models.TextField(blank=True, default="")
    name_language = LanguageField()
    from_party = Link("record.Party", null=True)
    from_words = models.TextField(blank=True, default="")  # who handed it, where that is no party (an NGO)
    to_party = Link("record.Party", null=True)
    handed_on = EdtfField()
    meeting = Link("record.Meeting", null=True)
    frozen_at = models.DateTimeField(null=True)
    taken_up_in = Link("self", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["handed_on", "entry_ptr"], name="lists_in_time"),
        ]


class ListItem(Entry):
    """One line of a list, as it was handed, and the case it is held to be."""

    list = Link(List, related_name="items")
    number = models.PositiveIntegerField()
    name = models.TextField()
    name_language = LanguageField()
    details = models.JSONField(default=dict)  # the other columns of the line, as handed
    case = Link("record.Case", null=True, related_name="on_lists")

    class Meta:
        verbose_name = "list item"
        indexes = [
            models.Index(fields=["list", "case"], name="items_by_list"),
        ]


class Response(Entry):
    """What came back on cases or on a list, by a party; or a number of replies without names ("25 of the June list")."""

    response_type = WordField(ResponseType)
    local_term = models.TextField(blank=True, default="")  # the desk's own word, where it has one for this type
    by_party = Link("record.Party", null=True)
    representation = Link(Representation, null=True)
    list = Link(List, null=True, related_name="responses")
    meeting = Link("record.Meeting", null=True)
    when = EdtfField()
    summary = models.TextField(blank=True, default="")
    summary_language = LanguageField()
    count = models.PositiveIntegerField(null=True)
    count_words = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["response_type", "entry_ptr"], name="responses_by_type"),
        ]


class ResponseCase(Entry):
    """That a response was about this case."""

    response = Link(Response, related_name="cases")
    case = Link("record.Case", related_name="responses")

    class Meta:
        verbose_name = "answered case"


class Outcome(Entry):
    """What changed for the person. That the dialogue caused it is somebody's claim (`linked_by`), never the program's."""

    case = Link("record.Case", related_name="outcomes")
    outcome_kind = WordField(OutcomeKind)
    when = EdtfField()
    summary = models.TextField(blank=True, default="")
    summary_language = LanguageField()
    linked_by = Link("record.Account", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["outcome_kind", "case"], name="outcomes_by_kind"),
        ]
