"""The index of merged entries holds these alone. Nearly no entry is merged, yet SQLite, which keeps no statistics here, took
"not merged" for a rare thing and read the whole table by that index."""

from django.db import migrations, models

import twotrack.record.models.entry

_OLD = "record_entry_merged_into_id_26ec6a6e"


class Migration(migrations.Migration):
    dependencies = [("record", "0009_accounts")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX IF EXISTS "{_OLD}"',
                    f'CREATE INDEX IF NOT EXISTS "{_OLD}" ON "record_entry" ("merged_into_id")',
                )
            ],
            state_operations=[
                migrations.AlterField(
                    "entry",
                    "merged_into",
                    twotrack.record.models.entry.Link(
                        db_index=False, null=True, on_delete=models.PROTECT, related_name="+", to="record.entry"
                    ),
                )
            ],
        ),
        migrations.AddIndex(
            "entry",
            models.Index(condition=models.Q(merged_into__isnull=False), fields=["merged_into"], name="entries_merged"),
        ),
    ]
