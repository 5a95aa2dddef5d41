"""Signing in: the name and passphrase of a user of the record.

Neither database is written to: sessions and the code of an unencrypted record live in this process's memory, the counts of
wrong tries in a file of their own (limits.py).
"""

import hmac
import secrets
import uuid
from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from twotrack.office import sessions as sessions  # begins one whenever somebody signs in
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User

# A record made without a passphrase has an owner without a password. This code, new with each start and printed by
# `twotrack serve`, stands in for it, so that other users of the machine cannot come in by the port.
CODE = "-".join(secrets.token_hex(2) for _ in range(3))


class Backend(BaseBackend):
    """Users of the record, looked up in the public database alone."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002  (Django's signature)
        name: str = "",
        password: str = "",
        **_: Any,
    ) -> User | None:
        """The active user of this name and password. An unknown name takes as long as a wrong password."""
        user = User.objects.using(PUBLIC).filter(name=name).first()
        if user is None:
            User().set_password(password)
            return None
        if not user.is_active:
            User().set_password(password)
            return None
        if not user.has_usable_password():
            return user if hmac.compare_digest(password.encode(), CODE.encode()) else None
        return user if user.check_password(password) else None

    def get_user(self, user_id: uuid.UUID | str) -> User | None:
        """The user of a session; None once the account was ended."""
        return User.objects.using(PUBLIC).filter(pk=user_id, is_active=True).first()
