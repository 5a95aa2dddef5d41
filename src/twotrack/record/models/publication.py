"""What may be published of whom, and what was made public."""

from django.db import models

from twotrack.record.models.entry import Entry, LanguageField, Link, Row, WordField
from twotrack.vocabulary import ErasureReason, PublicationForm


class PublicationDecision(Row):
    """In which form a person or group at issue may appear in what is published. The latest decision holds; none, or one past
    its `review_by`, counts as `nothing`. Public, unlike its reasons."""

    subject = Link(Entry)
    form = WordField(PublicationForm)
    description = models.TextField(
        blank=True, default=""
    )  # for the form "description": the words that stand for the name
    description_language = LanguageField()
    review_by = models.DateField(null=True)
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class PublicationReason(Row):
    """Why a publication decision was taken and what consent there is: confidential always."""

    decision = Link(PublicationDecision)
    why = models.TextField(blank=True, default="")
    consent = models.TextField(blank=True, default="")

    class Meta:
        default_permissions = ()


class Release(Row):
    """The audited act that makes named fields of a confidential entry public. Confidential always: the public row that it
    made (`public_id`) bears its own identifier and time. Unconfirmed: the half that `twotrack check` reports or finishes."""

    entry = Link(Entry)
    fields = models.JSONField()
    public_id = models.UUIDField()
    why = models.TextField()
    by = Link("record.User")
    second = Link("record.User", null=True)  # who gave the second word, where one is needed
    intended_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()


class Erasure(Row):
    """That somebody was forgotten: when, by whom, for which kind of reason. Says nothing of who it was."""

    reason = WordField(ErasureReason)
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
