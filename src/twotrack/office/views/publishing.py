"""What the next publication would change, entry by entry, before it does."""

from collections.abc import Iterable
from pathlib import Path

from django.http import HttpRequest, HttpResponse

from twotrack import clock
from twotrack.office.pages import page
from twotrack.publish.earlier import FILE, Earlier
from twotrack.publish.pages import Pages
from twotrack.record.folder import current_folder
from twotrack.record.keyring import KEYS, PUBLIC
from twotrack.record.public import public_record
from twotrack.record.suspects import suspects

_SHOWN = 200  # of what would change; the rest as a number


def publishing(request: HttpRequest) -> HttpResponse:
    """The entries whose pages would be new, changed or gone since the last publication, and the places where public words
    match a confidential name."""
    today = clock.now().date()
    record = public_record(today)
    notes = current_folder() / FILE
    earlier = Earlier(Path(), notes.read_text("utf-8", "replace") if notes.is_file() else "", KEYS[PUBLIC] or b"")
    changes = earlier.changes(Pages(record))
    return page(
        request,
        "publishing.html",
        changes=changes[:_SHOWN],
        more=max(0, len(changes) - _SHOWN),
        before=notes.is_file(),
        suspects=_by_page(suspects(record, today)),
    )


def _by_page(places: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The places by the page or file in which they stand: "PAGE: where in it"."""
    found: dict[str, list[str]] = {}
    for place in places:
        path, _, rest = place.partition(": ")
        found.setdefault(path, []).append(rest or path)
    return list(found.items())
