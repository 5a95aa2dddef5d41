"""Findings that wait for a person, and what the person did."""

from django.db import models

from twotrack.record.models.entry import Link, Row, WordField
from twotrack.vocabulary import DecisionKind


class Proposal(Row):
    """A finding of a reading. It is known by its source, section, anchor and main value: the anchor is the quote of its
    first mention, the number of that occurrence in the text, and 32 characters either side. `data` is the finding as
    JSON with other proposals named by id; `spans` are its mentions in `text`."""

    source = Link("record.Source")
    text = Link("record.SourceText")
    section = models.CharField(max_length=20)
    anchor_quote = models.TextField()
    anchor_number = models.PositiveIntegerField()
    anchor_prefix = models.TextField(blank=True, default="")
    anchor_suffix = models.TextField(blank=True, default="")
    main_value = models.TextField(blank=True, default="")
    data = models.JSONField()
    spans = models.JSONField()
    confidence = models.FloatField()
    rule = models.CharField(max_length=80)
    vanished = models.BooleanField(default=False)
    earlier = Link("self", null=True)  # the decided proposal whose words these were, under another main value
    made_at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Decision(Row):
    """What a person did with a proposal; the latest one holds. `data` is what was edited, `into` the entry merged into."""

    proposal = Link(Proposal)
    kind = WordField(DecisionKind)
    data = models.JSONField(default=dict)
    into = Link("record.Entry", null=True)
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
