"""The Django app of the record."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RecordConfig(AppConfig):
    """The record: two databases of the same models."""

    name = "twotrack.record"
    label = "record"

    def ready(self) -> None:
        """Rights are clearance alone, so Django's tables of permissions and content types stay empty."""
        post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
        from django.contrib.contenttypes.management import create_contenttypes

        post_migrate.disconnect(create_contenttypes)
