from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("record", "0004_deepened"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="benchmark",
            index=models.Index(fields=["due_last", "entry_ptr"], name="benchmarks_due"),
        ),
        migrations.AddIndex(
            model_name="benchmarkjudgement",
            index=models.Index(fields=["benchmark", "judgement", "entry_ptr"], name="judgements_word"),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(fields=["due_last", "nature", "entry_ptr"], name="commitments_due"),
        ),
        migrations.AddIndex(
            model_name="exchange",
            index=models.Index(fields=["theme", "clarity", "source", "meeting"], name="exchanges_answered"),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["commitment", "status", "entry_ptr"], name="follow_ups_status"),
        ),
        migrations.AddIndex(
            model_name="list",
            index=models.Index(fields=["handed_on", "entry_ptr"], name="lists_in_time"),
        ),
        migrations.AddIndex(
            model_name="listitem",
            index=models.Index(fields=["list", "case"], name="items_by_list"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["meeting_kind", "status", "entry_ptr"], name="meetings_by_kind"),
        ),
        migrations.AddIndex(
            model_name="outcome",
            index=models.Index(fields=["outcome_kind", "case"], name="outcomes_by_kind"),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(fields=["agency", "meeting", "party"], name="agencies_present"),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(fields=["theme", "meeting", "party"], name="positions_on_theme"),
        ),
        migrations.AddIndex(
            model_name="representation",
            index=models.Index(fields=["representation_kind", "entry_ptr"], name="acts_by_kind"),
        ),
        migrations.AddIndex(
            model_name="representation",
            index=models.Index(fields=["meeting", "theme", "entry_ptr"], name="acts_at_meeting"),
        ),
        migrations.AddIndex(
            model_name="representation",
            index=models.Index(fields=["meeting", "representation_kind", "track"], name="acts_tracks"),
        ),
        migrations.AddIndex(
            model_name="representation",
            index=models.Index(
                fields=["by_party", "to_party", "about_party", "representation_kind"], name="acts_between"
            ),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(fields=["response_type", "entry_ptr"], name="responses_by_type"),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(fields=["subject", "about", "first_day"], name="statements_of"),
        ),
    ]
