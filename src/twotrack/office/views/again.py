"""Who somebody is, asked once more at a deliberate act: name and passphrase, with tries counted as at the sign-in."""

from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from twotrack.office.limits import Try, begin, vouched
from twotrack.record.models import User


@sensitive_variables("password")
def identified(request: HttpRequest, name: str, password: str) -> User | None:
    """The user of this name and passphrase, None where they do not fit or there were too many tries."""
    one = Try(name, request.META.get("REMOTE_ADDR", ""))
    if begin(one):
        return None
    user = authenticate(request, name=name, password=password)
    if not isinstance(user, User):
        return None
    vouched(one)
    return user
