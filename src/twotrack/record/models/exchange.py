"""What was asked, and what was said to it."""

from django.db import models

from twotrack.record.models.entry import Entry, LanguageField, Link, WordField
from twotrack.vocabulary import Clarity, Technique


class Exchange(Entry):
    """One thing asked and what was said to it, with its clarity as a person decided it."""

    source = Link("record.Source")
    meeting = Link("record.Meeting", null=True, related_name="exchanges")
    asker = Link("record.Person", null=True)
    outlet = models.TextField(blank=True, default="")
    to_party = Link("record.Party", null=True)  # whose spokesperson was asked
    theme = models.CharField(max_length=60, blank=True, default="")
    asks = models.TextField()
    asks_language = LanguageField()
    clarity = WordField(Clarity)
    technique = WordField(Technique, blank=True, default="")
    follow_up_to = Link("self", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["theme", "clarity", "source", "meeting"], name="exchanges_answered"),
        ]
