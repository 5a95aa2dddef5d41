"""What each person who keeps the record may do, and the secret of a second factor."""

from typing import Any

import twotrack.record.models.entry
from django.db import migrations, models


def give_roles(apps: Any, editor: Any) -> None:
    """Who was there keeps what they could do: with clearance everything, without it all but releasing."""
    if editor.connection.alias != "public":
        return
    users = apps.get_model("record", "User").objects.using("public")
    users.filter(clearance=True).update(role="administrator")
    users.filter(clearance=False).update(role="reviewer")


class Migration(migrations.Migration):
    dependencies = [("record", "0004_deepened")]

    operations = [
        migrations.AddField("user", "role", twotrack.record.models.entry.WordField(default="reader", max_length=40)),
        migrations.AddField("user", "second_factor", models.CharField(blank=True, default="", max_length=64)),
        migrations.RunPython(give_roles, migrations.RunPython.noop),
    ]
