"""Who talks with whom."""

from django.db import models

from twotrack.record.models.entry import EdtfField, Entry, LanguageField, Link, WordField
from twotrack.vocabulary import PartyKind


class Party(Entry):
    """A State or organisation. It bears its English short name in full ("United States")."""

    party_kind = WordField(PartyKind, default=PartyKind.STATE.value)
    name = models.TextField()
    name_language = LanguageField(default="en")


class ActsFor(Entry):
    """That one party acts for another, between two days."""

    party = Link(Party)
    acts_for = Link(Party)
    since = EdtfField()
    until = EdtfField()

    class Meta:
        verbose_name = "acting for"


class Agency(Entry):
    """A body of a party that takes part in meetings. May be named in what is published."""

    party = Link(Party, null=True)
    name = models.TextField()
    name_language = LanguageField()

    class Meta:
        verbose_name_plural = "agencies"


class Dialogue(Entry):
    """The standing process between parties. `interval` is the one it is meant to keep, as an ISO 8601 duration (P1Y)."""

    name = models.TextField()
    name_language = LanguageField(default="en")
    interval = models.CharField(max_length=20, blank=True, default="")


class DialogueParty(Entry):
    """That a party holds this dialogue."""

    dialogue = Link(Dialogue, related_name="parties")
    party = Link(Party)

    class Meta:
        verbose_name = "dialogue's party"
