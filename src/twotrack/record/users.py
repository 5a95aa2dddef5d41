"""Accounts of those who keep the record."""

from django.db import IntegrityError

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User


def all_users() -> list[User]:
    """Everybody, in the order in which they came."""
    return list(User.objects.using(PUBLIC).order_by("made_at", "id"))


def add(name: str, password: str, *, clearance: bool) -> User:
    """A new account; raises LedgerError where the name is taken."""
    user = User(name=name.strip(), clearance=clearance, made_at=clock.now())
    user.set_password(password)
    try:
        user.save(using=PUBLIC)
    except IntegrityError as error:
        raise LedgerError(f"there is a user {name} already; choose another name") from error
    return user


def disable(name: str) -> None:
    """End an account: its next request is refused. Raises LedgerError for an unknown name and the last with clearance."""
    user = User.objects.using(PUBLIC).filter(name=name).first()
    if user is None:
        raise LedgerError(f"there is no user {name}; see `twotrack user list`")
    others = User.objects.using(PUBLIC).filter(clearance=True, is_active=True).exclude(pk=user.pk)
    if user.clearance and not others.exists():
        raise LedgerError(f"{name} is the last one with clearance; add another first")
    user.is_active = False
    user.save(using=PUBLIC)
