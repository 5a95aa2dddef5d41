"""Persons and groups whose treatment is at issue, their cases, and the statements about them."""

from django.db import models

from twotrack.record.models.entry import EdtfField, Entry, LanguageField, Link, Row, WordField
from twotrack.vocabulary import Grade, Matter, Property


class Person(Entry):
    """A natural person: at issue, or a participant or asker elsewhere. Names, birth, titles are statements."""


class Group(Entry):
    """A named or described group of persons. Its name and its sizes, as stated by whom, are statements."""


class Case(Entry):
    """One matter of a person or group: a detention, a trial, a disbarment, an exit ban. A person may have several."""

    person = Link(Person, null=True, related_name="cases")
    group = Link(Group, null=True, related_name="cases")
    matter = WordField(Matter, default=Matter.NOT_STATED.value)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, group__isnull=True)
                | models.Q(person__isnull=True, group__isnull=False),
                name="case_of_person_or_group",
            )
        ]


class Statement(Entry):
    """One disputable fact: subject, property, value; whose account; when asserted; its grade. Its passages or the inference
    are its grounds. A value that is a date is EDTF text, its first and last day stand beside it."""

    subject = Link(Entry, related_name="statements")
    about = WordField(Property)
    value = models.TextField()
    value_language = LanguageField()
    value_form = models.CharField(
        max_length=40, blank=True, default=""
    )  # of a name: birth, pen, religious, transliteration
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    account = Link("record.Account", null=True)
    asserted = EdtfField()
    grade = WordField(Grade, default=Grade.UNKNOWN.value)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "about", "first_day"], name="statements_of"),
        ]


class ShownStatement(Row):
    """The recorded choice which of several statements of one property is shown. The latest choice holds."""

    statement = Link(Statement)
    why = models.TextField(blank=True, default="")
    by = Link("record.User")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
