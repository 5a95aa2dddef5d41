"""What each person who keeps the record may do."""

from typing import Any

import twotrack.record.models.entry
from django.db import migrations


def give_roles(apps: Any, editor: Any) -> None:
    """Who was there keeps what they could do: with clearance everything, without it all but releasing."""
    if editor.connection.alias != "public":
        return
    users = apps.get_model("record", "User").objects.using("public")
    users.filter(clearance=True).update(role="administrator")
    users.filter(clearance=False).update(role="reviewer")


class Migration(migrations.Migration):
    dependencies = [("record", "0007_search_entries")]

    operations = [
        migrations.AddField("user", "role", twotrack.record.models.entry.WordField(default="reader", max_length=40)),
        migrations.RunPython(give_roles, migrations.RunPython.noop),
    ]
