"""One's own account: last sign-ins, sessions, second factor; and the way to the settings of the record."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from twotrack.office.limits import sign_ins
from twotrack.office.pages import page
from twotrack.office.sessions import IDLE, KEY, SESSIONS, WHOLE
from twotrack.office.views.rows import user_of
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
        guarded=bool(user.second_factor),
        codes=codes_left(user) if user.second_factor else 0,
    )


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
