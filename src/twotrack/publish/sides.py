"""Things side by side: two accounts of a meeting, and what was said of one theme over the years."""

from collections.abc import Iterable
from dataclasses import dataclass

from twotrack.record.public import PublicRecord
from twotrack.record.public.values import Concern, Fact, PublicExchange, PublicMeeting, PublicPosition
from twotrack.themes import themes
from twotrack.vocabulary import Property

_COMPARED = (Property.WHEN, Property.PLACE, Property.NAME, Property.ROUND_NUMBER, Property.SUMMARY, Property.SIZE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One property of a meeting as each account tells it; `differ` where two tell it otherwise."""

    about: str
    told: tuple[tuple[Fact, ...], ...]
    differ: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The accounts of a meeting side by side."""

    accounts: tuple[str, ...]
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme: at which meetings it was raised or discussed, the positions on it, the questions asked."""

    id: str
    concerns: tuple[tuple[PublicMeeting, Concern], ...]
    positions: tuple[tuple[PublicMeeting, PublicPosition], ...]
    questions: tuple[PublicExchange, ...]


def sides_of(meeting: PublicMeeting) -> Sides | None:
    """The accounts of a meeting; None where there are not two. A side that is silent on a property has an empty place: that
    is neither yes nor no."""
    accounts = tuple(sorted({fact.account for fact in meeting.facts if fact.account}))
    if len(accounts) < 2:
        return None
    rows = []
    for about in _COMPARED:
        facts = [fact for fact in meeting.facts if fact.about == about and fact.account]
        if facts:
            told = tuple(tuple(_once(fact for fact in facts if fact.account == one)) for one in accounts)
            values = {fact.value for fact in facts}
            rows.append(Compared(about=about.value, told=told, differ=len(values) > 1))
    return Sides(accounts=accounts, rows=tuple(rows)) if rows else None


def themes_of(record: PublicRecord) -> tuple[Theme, ...]:
    """The themes of which something is public, in the order of the themes list."""
    order = {key: number for number, key in enumerate(themes())}
    concerns = [(meeting, one) for meeting in record.meetings for one in meeting.concerns]
    positions = [(meeting, one) for meeting in record.meetings for one in meeting.positions]
    found = {one.theme for _, one in concerns} | {one.theme for _, one in positions}
    found |= {one.theme for one in record.exchanges if one.theme}
    return tuple(
        Theme(
            id=key,
            concerns=tuple(pair for pair in concerns if pair[1].theme == key),
            positions=tuple(pair for pair in positions if pair[1].theme == key),
            questions=tuple(one for one in record.exchanges if one.theme == key),
        )
        for key in sorted(found, key=lambda key: (order.get(key, len(order)), key))
        if key in order  # a theme of one's own could be anything: its identifier would be an address
    )


def _once(facts: Iterable[Fact]) -> list[Fact]:
    return list({fact.value: fact for fact in facts}.values())
