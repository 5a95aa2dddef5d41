"""The search index in two tables, of texts and of what entries say; every row that is there is indexed."""

from typing import Any

from django.db import migrations

_AT_ONCE = 2_000


def make_index(apps: Any, schema_editor: Any) -> None:
    """Make the tables in place of the one that held texts alone, and index the rows that are there."""
    from twotrack.record.search_index import MAKE, add_rows, fields_of

    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute("DROP TABLE search")
    for statement in MAKE:
        schema_editor.execute(statement)
    alias = schema_editor.connection.alias
    for model in apps.get_app_config("record").get_models():
        if fields_of(model):
            rows = list(model._base_manager.using(alias).order_by("pk"))
            for start in range(0, len(rows), _AT_ONCE):
                add_rows(alias, rows[start : start + _AT_ONCE])


def drop_index(apps: Any, schema_editor: Any) -> None:
    """Back to one table of texts; it holds nothing that the texts do not."""
    from twotrack.record.search_index import DROP, words_of

    if schema_editor.connection.vendor != "sqlite":
        return
    for statement in DROP:
        schema_editor.execute(statement)
    schema_editor.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text UNINDEXED, words, tokenize='unicode61 remove_diacritics 2')"
    )
    schema_editor.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")
    for text in apps.get_model("record", "SourceText").objects.using(schema_editor.connection.alias).all():
        schema_editor.execute("INSERT INTO search (text, words) VALUES (%s, %s)", [text.pk.hex, words_of(text.text)])


class Migration(migrations.Migration):
    """After the tables whose rows are indexed."""

    dependencies = [("record", "0006_exports")]
    operations = [migrations.RunPython(make_index, drop_index)]
