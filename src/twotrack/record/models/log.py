"""The append-only log: one hash chain in each database."""

from django.db import models

from twotrack.record.models.entry import Link, Row


class LogEntry(models.Model):
    """One change of one row. `digests` holds for each field the SHA-256 of a random salt and the value; the chain's hash
    covers everything here and the hash before, so nothing can be altered or left out unseen."""

    number = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    action = models.CharField(max_length=10)  # add, change, remove, forget
    model = models.CharField(max_length=40)
    row = models.UUIDField(db_index=True)
    digests = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()


class LogValue(models.Model):
    """Salt and value behind one digest. Erased when the value is forgotten; the chain stays whole."""

    entry = models.ForeignKey(LogEntry, models.PROTECT, related_name="values")
    field = models.CharField(max_length=60)
    salt = models.CharField(max_length=32)
    value = models.TextField()

    class Meta:
        default_permissions = ()


class Setting(Row):
    """A setting of the record, such as which party is our side."""

    name = models.CharField(max_length=40, unique=True)
    value = models.JSONField()

    class Meta:
        default_permissions = ()


class Backup(Row):
    """A backup that was made of this record: kept in the confidential database, so that forgetting can name those which
    still hold the person."""

    path = models.TextField()
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Export(Row):
    """That a part of the record left it: what (`cases`, `package`), where to, with the names of how many persons and groups,
    encrypted for whom. Kept where what left is kept, so that forgetting can name who still holds it."""

    what = models.CharField(max_length=40)
    path = models.TextField()
    names = models.PositiveIntegerField()
    sealed_for = models.JSONField(default=list)  # recipients; "passphrase"; empty where it left in plain
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
