"""Documents as they came, their texts, and the exact words in them."""

from django.db import models

from twotrack.record.models.entry import EdtfField, LanguageField, Link, Row, WordField
from twotrack.vocabulary import DocumentKind, SourceState, Terms, TextRelation


class Source(Row):
    """A document as it came: its bytes lie in chunks beside it, its SHA-256 stays even where the bytes are destroyed. A later
    capture of a web address, with other bytes, is a source of its own: a version, which names the first capture."""

    sha256 = models.CharField(max_length=64, db_index=True)
    media_type = models.CharField(max_length=100)  # by its bytes; with the charset that the host named, if it did
    place = models.TextField()  # path or address as it was given; "typed" for a note
    addresses = models.JSONField(null=True)  # those by which a web page came, redirects in order; none for a file
    name = models.TextField()
    title = models.TextField(blank=True, default="")
    kind = WordField(DocumentKind)
    dated = EdtfField()
    language = LanguageField()
    terms = WordField(Terms, default=Terms.QUOTE_ONLY.value)
    archived_at = models.TextField(blank=True, default="")
    got_at = models.DateTimeField()
    got_by = Link("record.User")
    last_seen = models.DateTimeField(null=True)  # when the address last gave the same bytes again
    version_of = Link("self", null=True)  # the first capture of the address; never across the two databases
    same_text_as = Link("self", null=True)  # a translation or copy of that one's text: counts once
    text_relation = WordField(TextRelation, blank=True, default="")
    about = Link("record.Entry", null=True)  # of a note: the case or meeting that it was taken on
    state = WordField(SourceState, default=SourceState.KEPT.value)

    class Meta:
        default_permissions = ()


class SourceChunk(Row):
    """A part of a source's bytes, at most 256 kB, in order of `number`; ciphertext where the source is sealed."""

    source = Link(Source)
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="chunk_once")]


class SourceDialogue(Row):
    """That a source belongs to a dialogue."""

    source = Link(Source)
    dialogue = Link("record.Dialogue")

    class Meta:
        default_permissions = ()


class SourceText(Row):
    """The text of a source that offsets refer to, with the version of the extractor and the convention that made it.
    Where somebody was forgotten it is masked; a mask keeps its length in code points."""

    source = Link(Source)
    text = models.TextField()
    extractor = models.CharField(max_length=40)
    made_at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Account(Row):
    """Whose telling a passage or statement is; a chain where it is quoted ("the Mission, quoted by an NGO")."""

    party = Link("record.Party", null=True)
    teller = models.TextField(blank=True, default="")
    teller_language = LanguageField()
    quoted_by = Link("self", null=True)

    class Meta:
        default_permissions = ()


class Passage(Row):
    """Exact words in a source's text: W3C TextPosition (start, end in code points) and TextQuote (quote, prefix, suffix)."""

    text = Link(SourceText)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.TextField(blank=True, default="")
    suffix = models.TextField(blank=True, default="")
    account = Link(Account, null=True)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="passage_not_empty")]


class NamesReview(Row):
    """That a person read this text version and marked every name in it that is to be withheld."""

    text = Link(SourceText)
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class WithheldSpan(Row):
    """Words of a text that are not to be published. Marking one is a public act; so is the row."""

    text = Link(SourceText)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
