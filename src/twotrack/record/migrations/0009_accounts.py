"""A second factor of an account, encrypted for itself."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0008_roles")]

    operations = [migrations.AddField("user", "second_factor", models.TextField(blank=True, default=""))]
