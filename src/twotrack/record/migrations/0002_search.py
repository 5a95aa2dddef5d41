"""The search index: an FTS5 table of words and Han bigrams; secure-delete leaves nothing of a removed text in it."""

from typing import Any

from django.db import migrations


def make_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            "CREATE VIRTUAL TABLE search USING fts5(text UNINDEXED, words, tokenize='unicode61 remove_diacritics 2')"
        )
        schema_editor.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")


def drop_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search")


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(make_index, drop_index)]
