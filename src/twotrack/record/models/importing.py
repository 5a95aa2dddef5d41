"""What a person confirmed about lists that were imported, kept for the next list."""

from django.db import models

from twotrack.record.models.entry import Entry, Link, Row, WordField
from twotrack.vocabulary import RowDecision


class ColumnMapping(Row):
    """Which column of a file means what, as a person confirmed it. Known again by the header row."""

    header = models.JSONField()
    columns = models.JSONField()
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class ImportedRow(Row):
    """What a person decided on one row of an imported list, known by the list's name and the row's own number or key."""

    origin = models.TextField()
    key = models.TextField()
    decision = WordField(RowDecision)
    entry = Link(Entry, null=True)
    data = models.JSONField(default=dict)
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["origin", "key"])]
