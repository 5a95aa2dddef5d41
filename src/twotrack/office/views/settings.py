"""One's own account: last sign-ins, sessions, second factor; and the way to the settings of the record."""

import uuid

from django.contrib import messages
from django.contrib.auth import authenticate, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from twotrack.office.forms.sign_in import NewPassphrase
from twotrack.office.limits import Try, begin, sign_ins, vouched
from twotrack.office.pages import page
from twotrack.office.sessions import IDLE, KEY, SESSIONS, WHOLE
from twotrack.office.views.rows import user_of
from twotrack.office.views.second_factor import WRONG
from twotrack.office.views.sign_in import address_of, paused
from twotrack.record import users
from twotrack.record.second_factor import codes_left
from twotrack.vocabulary import Role


def settings(request: HttpRequest) -> HttpResponse:
    """The account of whoever asks."""
    user = user_of(request)
    return page(
        request,
        "settings.html",
        role=Role(user.role).label,
        came=sign_ins(user.pk)[:5],
        sessions=SESSIONS.of(user.pk),
        this=_own(request),
        idle=int(IDLE.total_seconds()) // 60,
        whole=int(WHOLE.total_seconds()) // 3600,
        keeper=users.is_keeper(user),
        guarded=bool(user.second_factor),
        codes=codes_left(user) if user.second_factor else 0,
    )


@sensitive_variables("data")
def passphrase(request: HttpRequest) -> HttpResponse:
    """Changes one's passphrase, on the old one; every other session of the account ends."""
    user, form, wrong, status = user_of(request), NewPassphrase(request.POST or None), "", 400 if request.POST else 200
    if users.is_keeper(user):
        return redirect("settings")
    if form.is_valid():
        data, one = form.cleaned_data, Try(user.name, address_of(request))
        if wait := begin(one):
            wrong, status = paused(wait), 429
        elif authenticate(request, name=user.name, password=data["password"]) is None:
            wrong, status = WRONG, 403
        else:
            vouched(one)
            users.set_password(user, data["new"])
            SESSIONS.end_others(user.pk, _own(request))
            update_session_auth_hash(request, user)
            messages.success(request, "Your passphrase was changed.")
            return redirect("settings")
    return page(request, "passphrase.html", form=form, wrong=wrong, status=status)


def end_session(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ends one of one's sessions; somebody else's is as unknown as one that is not there."""
    if not SESSIONS.end(key, user=user_of(request).pk):
        raise Http404
    messages.success(request, "The session was ended.")
    return redirect("settings")


def end_others(request: HttpRequest) -> HttpResponse:
    """Ends all of one's sessions but this one."""
    SESSIONS.end_others(user_of(request).pk, _own(request))
    messages.success(request, "All your other sessions were ended.")
    return redirect("settings")


def _own(request: HttpRequest) -> str:
    return str(request.session.get(KEY, ""))
