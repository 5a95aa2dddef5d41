"""Correcting an entry that was wrong. Of a public one the next publication says what was wrong, and until when.

A confidential entry is changed like any other: the log keeps what stood there, and nobody outside has read it.
"""

from datetime import datetime
from typing import Any

from django.db import models

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.keyring import PUBLIC
from twotrack.record.ledger import Ledger, day_bounds, writing
from twotrack.record.links import own_fields, rests_on, rows_linking_to, typed
from twotrack.record.models import Benchmark, Commitment, Correction, Entry, Statement, User

_BELONGS_TO = ("subject", "case", "commitment", "benchmark", "list", "meeting", "dialogue")
_SAYS = ("value", "what", "measure", "words", "summary", "name", "count_words", "asks", "theme")


def correctable(entry: Entry) -> list[str]:
    """The fields of an entry that may be corrected: its own words, dates and numbers, not what it is linked to."""
    return [
        field.name
        for field in own_fields(typed(entry))
        if not isinstance(field, models.ForeignKey) and not _is_computed(field)
    ]


def correct(entry: Entry, values: dict[str, Any], *, why: str, by: User, language: str = "und") -> Entry:
    """Put right values of an entry. Each that differs is a correction of its own. Raises LedgerError where a field cannot be
    corrected, nothing differs, or no reason is given."""
    entry = typed(entry)
    if unknown := set(values) - set(correctable(entry)):
        raise LedgerError(f"a {entry.kind} has no {', '.join(sorted(unknown))} that can be corrected")
    wrong = {name: value for name, value in values.items() if getattr(entry, name) != value}
    if not wrong:
        raise LedgerError("this is what stands there already; nothing was changed")
    _needs(why)
    was = {name: getattr(entry, name) for name in wrong}
    with writing(confidentiality_of(entry), by=by) as ledger:
        ledger.change(entry, **wrong, **_computed(entry, wrong))
        for name, value in was.items():
            _note(ledger, entry, why, language, field=name, was=_text(value), now=_text(wrong[name]))
    return entry


def take_out(entry: Entry, *, why: str, by: User, language: str = "und") -> None:
    """Remove an entry that should not have been there, with what it stands on and says. Raises LedgerError where other
    entries rest on it: those are put right first."""
    entry = typed(entry)
    _needs(why)
    alias = confidentiality_of(entry)
    parts = _parts(entry, alias)
    with writing(alias, by=by) as ledger:
        _note(ledger, entry, why, language, was=words_of(entry))
        for row in parts:
            ledger.remove(row)
        ledger.remove(entry)


def what_goes(entry: Entry) -> list[models.Model]:
    """What taking an entry out would take along, itself last: to be shown before it is done. Raises LedgerError where other
    entries rest on it."""
    entry = typed(entry)
    return [*_parts(entry, confidentiality_of(entry)), entry]


def corrections(sight: Sight, about: Entry) -> list[Correction]:
    """The corrections of an entry and of what was said of it, the earliest first."""
    found = {row.pk: row for key in ("about_id", "entry_id") for row in sight.all(Correction, **{key: about.pk})}
    return sorted(found.values(), key=lambda row: (row.at, str(row.pk)))


def about_of(entry: Entry) -> Entry:
    """What an entry is said of: the case of an outcome, the meeting of a participation, the subject of a statement; the
    entry itself where it stands for itself."""
    entry = typed(entry)
    for name in _BELONGS_TO:
        if (owner := getattr(entry, name, None)) is not None:
            return typed(owner)
    return entry


def words_of(entry: Entry) -> str:
    """The main words of an entry, "" where it has none."""
    return next((str(words) for name in _SAYS if (words := getattr(typed(entry), name, ""))), "")


def _note(ledger: Ledger, entry: Entry, why: str, language: str, *, was: str, field: str = "", now: str = "") -> None:
    if ledger.alias != PUBLIC:
        return
    owner = about_of(entry)
    taken_out = not field
    ledger.add(
        Correction(
            entry_id=entry.pk,
            entry_kind=entry.kind,
            about_id=None if taken_out and owner.pk == entry.pk else owner.pk,
            field=field,
            was=was or entry.kind,
            now=now,
            why=why.strip(),
            why_language=language,
            since=_since(entry, field),
            by=ledger.by,
            at=ledger.at,
        )
    )


def _since(entry: Entry, field: str) -> datetime:
    """Since when the wrong words had stood: since the correction before, else since the entry was recorded."""
    earlier = Correction.objects.using(PUBLIC).filter(entry_id=entry.pk, field=field).order_by("-at").first()
    return earlier.at if earlier else entry.recorded_at


def _parts(entry: Entry, alias: str) -> list[models.Model]:
    """What goes with an entry: its grounds, the statements on it with theirs. Raises LedgerError where others rest on it."""
    parts: list[models.Model] = []
    for row in rows_linking_to(entry.pk, to=type(entry)):
        if isinstance(row, Correction) or not rests_on(row, entry.pk):
            continue
        kept = isinstance(row, Entry) and not isinstance(row, Statement)
        if kept or str(row._state.db) != alias:
            raise LedgerError("other entries rest on this one; put those right or take them out first")
        parts += [*_parts(row, alias), row] if isinstance(row, Entry) else [row]
    if links := [
        row for row in rows_linking_to(entry.pk, to=type(entry)) if isinstance(row, Entry) and row not in parts
    ]:
        raise LedgerError(f"other entries name this one ({links[0].kind}); put those right first")
    return parts


def _computed(entry: Entry, values: dict[str, Any]) -> dict[str, Any]:
    """The bounds of dates, which follow from what is written."""
    if isinstance(entry, Statement) and "value" in values and entry.first_day is not None:
        first, last = day_bounds(values["value"])
        return {"first_day": first, "last_day": last}
    if "due" in values and isinstance(entry, (Commitment, Benchmark)):
        return {"due_last": day_bounds(values["due"])[1] if values["due"] else None}
    return {}


def _is_computed(field: Any) -> bool:
    return field.name in ("first_day", "last_day", "due_last")


def _needs(why: str) -> None:
    if not why.strip():
        raise LedgerError("say what was wrong; of a public entry the next publication says it too")


def _text(value: Any) -> str:
    return "" if value is None else str(value)
