"""The search index: an FTS5 table of words and Han bigrams; secure-delete leaves nothing of a removed text in it."""

from typing import Any

from django.db import migrations


def make_index(apps: Any, schema_editor: Any) -> None:
    """Make the table, and index the texts that are there."""
    from twotrack.record.search_index import words_of

    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text UNINDEXED, words, tokenize='unicode61 remove_diacritics 2')"
    )
    schema_editor.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")
    for text in apps.get_model("record", "SourceText").objects.using(schema_editor.connection.alias).all():
        words = words_of(text.text)
        schema_editor.execute("INSERT INTO search (text, words) VALUES (%s, %s)", [text.pk.hex, words])


def drop_index(apps: Any, schema_editor: Any) -> None:
    """Drop the table; it holds nothing that the texts do not."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search")


class Migration(migrations.Migration):
    """After the tables of the models."""

    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(make_index, drop_index)]
