"""The frame around every page: who is signed in, what they see, what must be said on each page."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from twotrack.office.rights import rights_of
from twotrack.record import keyring
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Setting

FICTIONAL = "fictional"
IN_PUBLIC = "in-public"  # the session's switch "work in public only"
AS_PUBLIC = (
    "home",
    "dialogue",
    "dialogues",
    "meeting",
    "meetings",
    "case",
    "cases",
    "commitments",
    "source",
    "sources",
)
_SECTIONS = {
    one: part
    for part, names in {
        "home": ("home",),
        "dialogues": ("dialogue", "dialogues"),
        "meetings": ("meeting", "meetings", "preparing"),
        "cases": ("case", "cases"),
        "commitments": ("commitments", "commitment", "benchmarks"),
        "questions": ("questions", "question"),
        "lists": ("lists", "list"),
        "sources": ("source", "sources", "proposal", "take", "upload"),
        "search": ("search",),
        "settings": ("settings", "users", "user", "activity", "publishing"),
        "note": ("note",),
        "draft": ("draft",),
    }.items()
    for one in names
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a page. `clears`: confidential entries are shown here and now; `may`:
    the addresses that this person may use, so that pages offer no others."""

    user: str
    clearance: bool
    clears: bool
    fictional: bool
    unencrypted: bool
    in_public: bool
    section: str
    as_public: str
    as_public_now: bool
    may: frozenset[str]

    @property
    def may_export(self) -> bool:
        """Whether this person may let a table leave the record."""
        return "export" in self.may


def page(request: HttpRequest, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    """A page of the office."""
    return render(request, f"office/{template}", {**values, "frame": frame(request)}, status=status)


def frame(request: HttpRequest) -> Frame:
    """What stands around this request's page."""
    user = getattr(request, "user", None)  # not there where an error came before the sign-in was looked at
    name = (request.resolver_match.url_name or "") if request.resolver_match else ""
    known = bool(user is not None and user.is_authenticated)
    return Frame(
        user=user.name if user is not None and known else "",
        clearance=bool(user is not None and known and user.clearance),
        clears=Sight.of_context().clears,
        fictional=is_fictional(),
        unencrypted=keyring.KEYS.get(keyring.PUBLIC, b"") is None,
        in_public=bool(known and request.session.get(IN_PUBLIC)),
        section=_SECTIONS.get(name.partition("-")[0], ""),
        as_public=f"{request.path}?as=public" if request.method == "GET" and name in AS_PUBLIC else "",
        as_public_now=wants_public(request),
        may=rights_of(request) if known else frozenset(),
    )


def is_fictional() -> bool:
    """Whether this is the fictional demonstration record: the setting `demonstration` says so; not told while it is locked."""
    return keyring.PUBLIC in keyring.KEYS and any(
        row.value == FICTIONAL for row in Sight.public().all(Setting, name="demonstration")
    )


def accounts_to_try() -> list[dict[str, Any]]:
    """The accounts that a demonstration offers: name, password, and what may be seen with it. Else none."""
    rows = Sight.public().all(Setting, name="accounts")
    return list(rows[0].value) if rows else []


def error_page(request: HttpRequest, status: int, line: str) -> HttpResponse:
    """What went wrong, in one line without words of the record. Of no section: what is not there has none, and is answered as
    what one may not see."""
    around = replace(frame(request), section="", as_public="")
    return render(request, "office/error.html", {"frame": around, "line": line, "code": status}, status=status)


def wants_public(request: HttpRequest) -> bool:
    """Whether the page is asked for as the public sees it."""
    return request.GET.get("as") == "public"
