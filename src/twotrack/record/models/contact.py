"""Who was met outside government, and what was done to them for it."""

from django.db import models

from twotrack.record.models.entry import EdtfField, Entry, LanguageField, Link


class Contact(Entry):
    """A person met outside government. Confidential always; released only with a second person's word."""

    person = Link("record.Person", related_name="contacts")
    by_party = Link("record.Party", null=True)
    meeting = Link("record.Meeting", null=True)
    when = EdtfField()
    place = models.TextField(blank=True, default="")
    summary = models.TextField(blank=True, default="")
    summary_language = LanguageField()


class Reprisal(Entry):
    """That a case is held to be a reprisal for a contact. As confidential as the contact."""

    case = Link("record.Case", related_name="reprisals")
    contact = Link(Contact, related_name="reprisals")


class SameAs(Entry):
    """The pointer across the line: a confidential entry that is held to be one with a public one. Nothing is merged there."""

    entry = Link(Entry, related_name="same_as")
    public = Link(Entry)

    class Meta:
        verbose_name = "same as"
