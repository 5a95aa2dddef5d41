"""What every row of the record has, and the ground that entries stand on."""

import re
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models

from twotrack import clock, edtf
from twotrack.record.confidentiality import AcrossDescriptor

_BCP47 = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


def check_language(value: str) -> None:
    """Refuse what does not look like a BCP 47 tag (RFC 5646); "und" says that the language is not known."""
    if not _BCP47.match(value):
        raise ValidationError("a language is a BCP 47 tag such as en, zh-Hans or ug")


def check_edtf(value: str) -> None:
    """Refuse what is not a date in EDTF, the Library of Congress' Extended Date/Time Format."""
    try:
        edtf.parse(value)
    except ValueError as error:
        raise ValidationError("a date is written in EDTF, such as 2010-05-13, 2011 or 2010-05-14/2010-11") from error


class Link(models.ForeignKey):  # type: ignore[type-arg]  # the stubs' type arguments are those of each use
    """A link to another row. From a confidential row it may lead to a public one, never the reverse."""

    forward_related_accessor_class = AcrossDescriptor

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **options: Any) -> None:
        options.setdefault("related_name", "+")
        super().__init__(to, on_delete, **options)


class LanguageField(models.CharField):  # type: ignore[type-arg]
    """The language of a text beside it, as a BCP 47 tag."""

    def __init__(self, **options: Any) -> None:
        options = {"max_length": 35, "default": "und", "validators": [check_language], **options}
        super().__init__(**options)


class EdtfField(models.CharField):  # type: ignore[type-arg]
    """What a document says about time, as EDTF text; empty where it is not stated."""

    def __init__(self, **options: Any) -> None:
        options = {"max_length": 64, "blank": True, "default": "", "validators": [check_edtf], **options}
        super().__init__(**options)


class WordField(models.CharField):  # type: ignore[type-arg]
    """One word of a closed list of vocabulary.py."""

    def __init__(self, words: Any = None, **options: Any) -> None:
        if words is not None:
            options["choices"] = words.choices()
        options.setdefault("max_length", 40)
        super().__init__(**options)

    def deconstruct(self) -> Any:
        """Without the choices: a new word needs no migration."""
        name, path, args, options = super().deconstruct()
        options.pop("choices", None)
        return name, path, args, options


class Row(models.Model):
    """A row with a random identifier (UUIDv4), which says nothing of order or count."""

    id = models.UUIDField(primary_key=True, default=clock.new_id, editable=False)

    class Meta:
        abstract = True


class Standing(models.Manager):  # type: ignore[type-arg]  # the stubs' type argument is each entry's own class
    """The entries that stand for themselves: not those that turned out to be another one and were merged into it."""

    def get_queryset(self) -> Any:
        """All but the merged ones; `_base_manager` has these too."""
        # Not `filter(merged_into__isnull=True)`: SQLite would take the index on that column, which finds every entry.
        return super().get_queryset().exclude(merged_into__isnull=False)


class Entry(Row):
    """Anything that the record holds to be so. One table keeps the identity of all entries, so that a ground, a
    statement or a release can name any of them and the database itself proves that it exists."""

    kind = models.CharField(max_length=40, editable=False)
    recorded_at = models.DateTimeField()
    recorded_by = Link("record.User")
    proposal = Link("record.Proposal", null=True)
    merged_into = Link(
        "self", null=True, db_index=False
    )  # the entry that this one turned out to be; a Merging says by whom and why

    objects: ClassVar["models.Manager[Self]"] = Standing()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "recorded_at"]),
            # of the merged alone: by an index of all, "not merged" would be looked up, which is nearly every entry
            models.Index(fields=["merged_into"], condition=models.Q(merged_into__isnull=False), name="entries_merged"),
        ]

    def save(self, *args: Any, **options: Any) -> None:
        """Note the kind of the entry, the word of DESIGN for its class."""
        self.kind = str(self._meta.verbose_name)
        super().save(*args, **options)


class Ground(Row):
    """What an entry stands on: a passage, or an inference signed by the person who made it."""

    entry = Link(Entry, related_name="grounds")
    passage = Link("record.Passage", null=True)
    inference = models.TextField(blank=True, default="")
    inference_language = LanguageField()
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(passage__isnull=False, inference="")
                | (models.Q(passage__isnull=True) & ~models.Q(inference="")),
                name="ground_is_passage_or_inference",
            )
        ]
