"""Who keeps the record."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from twotrack import clock
from twotrack.record.models.entry import WordField
from twotrack.vocabulary import Role


class User(AbstractBaseUser):
    """A person who keeps the record, with or without clearance to see confidential entries. Held in the public database,
    never published but under a random `pseudonym`, which is drawn with the first public entry. Signing in writes nothing:
    the public file must not tell when somebody worked in confidence."""

    id = models.UUIDField(primary_key=True, default=clock.new_id, editable=False)
    name = models.CharField(max_length=80, unique=True)
    clearance = models.BooleanField(default=False)
    role = WordField(Role, default=Role.READER.value)
    second_factor = models.TextField(blank=True, default="")  # encrypted for itself: record/second_factor.py
    pseudonym = models.CharField(max_length=20, blank=True, default="")
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    last_login = None

    USERNAME_FIELD = "name"
    objects = BaseUserManager()

    class Meta:
        default_permissions = ()
