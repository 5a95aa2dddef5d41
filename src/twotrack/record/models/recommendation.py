"""What United Nations bodies recommended, and what in the record cites it."""

from django.db import models

from twotrack.record.models.entry import EdtfField, Entry, LanguageField, Link, WordField
from twotrack.vocabulary import RecommendationBody, RecommendationReply


class Recommendation(Entry):
    """One recommendation of the Universal Periodic Review, a treaty body or a special procedure, to a State. `reference` is
    the mechanism's own ("136.27"), `document` the report's symbol ("A/HRC/40/6"); the reply is the State's own word."""

    body = WordField(RecommendationBody)
    body_words = models.TextField(blank=True, default="")  # which treaty body, which mandate
    cycle = models.CharField(max_length=40, blank=True, default="")
    document = models.CharField(max_length=80, blank=True, default="")
    reference = models.CharField(max_length=80)
    to_party = Link("record.Party", null=True)
    from_words = models.TextField(blank=True, default="")  # the recommending State, or the committee
    text = models.TextField()
    text_language = LanguageField(default="en")
    reply = WordField(RecommendationReply, default=RecommendationReply.NOT_STATED.value)
    dated = EdtfField()
    address = models.TextField(blank=True, default="")


class CitedRecommendation(Entry):
    """That a theme of a meeting, a position, a commitment or a benchmark cites a recommendation."""

    entry = Link(Entry, related_name="cites")
    recommendation = Link(Recommendation, related_name="cited_by")

    class Meta:
        verbose_name = "cited recommendation"
