"""Accounts of those who keep the record."""

from django.db import IntegrityError

from twotrack import clock
from twotrack.errors import LedgerError
from twotrack.record import second_factor
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import User
from twotrack.vocabulary import Role


def all_users() -> list[User]:
    """Everybody, in the order in which they came."""
    return list(User.objects.using(PUBLIC).order_by("made_at", "id"))


def add(name: str, password: str, *, clearance: bool, role: Role | None = None) -> User:
    """A new account; raises LedgerError where the name is taken. Without a role: with clearance an administrator, else a
    reviewer."""
    role = role or (Role.ADMINISTRATOR if clearance else Role.REVIEWER)
    user = User(name=name.strip(), clearance=clearance, role=role.value, made_at=clock.now())
    user.set_password(password)
    try:
        user.save(using=PUBLIC)
    except IntegrityError as error:
        raise LedgerError(f"there is a user {name} already; choose another name") from error
    return user


def active() -> list[User]:
    """Those who may sign in."""
    return [user for user in all_users() if user.is_active]


def is_keeper(user: User) -> bool:
    """Whether this is the one who was made with the record: their passphrase is the record's."""
    return all_users()[0].pk == user.pk


def set_password(user: User, password: str) -> None:
    """Give an account another password."""
    user.set_password(password)
    user.save(using=PUBLIC, update_fields=["password"])


def disable(name: str) -> None:
    """End an account: its next request is refused. Raises LedgerError for an unknown name and the last with clearance."""
    user = _named(name)
    others = User.objects.using(PUBLIC).filter(clearance=True, is_active=True).exclude(pk=user.pk)
    if user.clearance and not others.exists():
        raise LedgerError(f"{name} is the last one with clearance; add another first")
    if _last_administrator(user):
        raise LedgerError(f"{name} is the last administrator; make another one first")
    user.is_active = False
    user.save(using=PUBLIC)


def reset_factor(name: str) -> None:
    """Ask an account for its password alone: its person lost device and recovery codes. Raises LedgerError for an unknown
    name."""
    second_factor.drop(_named(name))


def set_role(user: User, role: Role, *, clearance: bool) -> None:
    """Say what a person may do and see. Raises LedgerError where nobody would be left to administer, or with clearance."""
    others = User.objects.using(PUBLIC).filter(clearance=True, is_active=True).exclude(pk=user.pk)
    if user.clearance and not clearance and not others.exists():
        raise LedgerError(f"{user.name} is the last one with clearance; give it to another first")
    if role != Role.ADMINISTRATOR and _last_administrator(user):
        raise LedgerError(f"{user.name} is the last administrator; make another one first")
    user.role, user.clearance = role.value, clearance
    user.save(using=PUBLIC)


def _named(name: str) -> User:
    user = User.objects.using(PUBLIC).filter(name=name).first()
    if user is None:
        raise LedgerError(f"there is no user {name}; see `twotrack user list`")
    return user


def _last_administrator(user: User) -> bool:
    others = User.objects.using(PUBLIC).filter(role=Role.ADMINISTRATOR.value, is_active=True).exclude(pk=user.pk)
    return user.role == Role.ADMINISTRATOR.value and not others.exists()
