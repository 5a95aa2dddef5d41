"""What was promised, the yardsticks set, and what became of both."""

from django.db import models

from twotrack.record.models.entry import EdtfField, Entry, LanguageField, Link, WordField
from twotrack.vocabulary import CommitmentNature, CommitmentStatus, Judgement, Strength, Track


class Commitment(Entry):
    """What a party (or both) said it will do. `due` as EDTF, `due_last` its last day: overdue is computed from it."""

    by_party = Link("record.Party", null=True)
    by_both = models.BooleanField(default=False)
    by_words = models.TextField(blank=True, default="")
    what = models.TextField()
    what_language = LanguageField()
    nature = WordField(CommitmentNature, default=CommitmentNature.ACT.value)
    strength = WordField(Strength)
    track = WordField(Track, blank=True, default="")
    due = EdtfField()
    due_last = models.DateField(null=True)
    made_at_meeting = Link("record.Meeting", null=True, related_name="commitments")
    promises_meeting = Link("record.Meeting", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_last", "nature", "entry_ptr"], name="commitments_due"),
        ]


class FollowUp(Entry):
    """What became of a commitment, as a person judged it, at which later meeting."""

    commitment = Link(Commitment, related_name="follow_ups")
    status = WordField(CommitmentStatus)
    meeting = Link("record.Meeting", null=True)
    when = EdtfField()
    summary = models.TextField(blank=True, default="")
    summary_language = LanguageField()

    class Meta:
        verbose_name = "follow-up"
        indexes = [
            models.Index(fields=["commitment", "status", "entry_ptr"], name="follow_ups_status"),
        ]


class Benchmark(Entry):
    """A yardstick set beforehand: by whom, the measure, by when."""

    by_party = Link("record.Party", null=True)
    by_words = models.TextField(blank=True, default="")
    measure = models.TextField()
    measure_language = LanguageField()
    due = EdtfField()
    due_last = models.DateField(null=True)
    set_at_meeting = Link("record.Meeting", null=True, related_name="benchmarks")

    class Meta:
        indexes = [
            models.Index(fields=["due_last", "entry_ptr"], name="benchmarks_due"),
        ]


class BenchmarkJudgement(Entry):
    """How a benchmark was judged, on the passages that are its grounds."""

    benchmark = Link(Benchmark, related_name="judgements")
    judgement = WordField(Judgement)
    when = EdtfField()

    class Meta:
        verbose_name = "judgement"
        indexes = [
            models.Index(fields=["benchmark", "judgement", "entry_ptr"], name="judgements_word"),
        ]
