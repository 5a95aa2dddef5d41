"""What was changed in the record afterwards, and how it can be undone: corrections, withdrawals, merges, sights of a name."""

from django.db import models

from twotrack.record.models.entry import Entry, LanguageField, Link, Row, WordField
from twotrack.vocabulary import WithdrawalReason


class Correction(Row):
    """That a public entry was wrong: what stood there (`was`), until when (`at`), and what stands now; empty `now` says that
    the entry was taken out, and then only its identifier is left. `about` is what it was said of: the case of an outcome,
    the meeting of a participation. Loud: the next publication shows it."""

    entry_id = models.UUIDField(db_index=True)
    entry_kind = models.CharField(max_length=40)
    about = Link(Entry, null=True)
    field = models.CharField(max_length=60, blank=True, default="")
    was = models.TextField()
    now = models.TextField(blank=True, default="")
    why = models.TextField(blank=True, default="")
    why_language = LanguageField()
    since = models.DateTimeField()  # since when the wrong words had stood
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Withdrawal(Row):
    """That public entries went back into confidence: for harm, or on request. Silent, and confidential itself."""

    entry = Link(Entry)
    reason = WordField(WithdrawalReason)
    why = models.TextField()
    rows = models.JSONField()  # [model, row] of all that went with it, what others rest on first
    emptied = models.JSONField()  # [model, row, field, key] of the links that stayed behind and were emptied
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Merging(Row):
    """That two entries of one kind turned out to be one: which was kept, which row's which link was moved. Undone by a
    split, which leaves the row and says when."""

    kept = Link(Entry)
    merged = Link(Entry)
    moved = models.JSONField()  # [model, row, field] of each link that was moved from `merged` to `kept`
    why = models.TextField()
    by = Link("record.User")
    at = models.DateTimeField()
    split_by = Link("record.User", null=True)
    split_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()


class NameSeen(Row):
    """That somebody read a confidential name: who, when, of which entry; never the name. Confidential."""

    entry_id = models.UUIDField(db_index=True)
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
