"""Whether a dialogue kept the interval that it is meant to keep: from the last day of each round held to the first of the
next. From the rows alone: how long ago the last one was is left to whoever reads, for the day of reading is not known here."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from twotrack import edtf
from twotrack.record.public.values import PublicMeeting
from twotrack.vocabulary import MeetingKind, MeetingStatus

_PART = re.compile(r"(\d{1,3})([YMWD])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How often the next round came within the interval, of how many times, and between which days the longest gap lay."""

    within: int
    of: int
    longest: tuple[date, date]


def kept(interval: str, meetings: Iterable[PublicMeeting]) -> Kept | None:
    """None where no interval is stated or fewer than two rounds held have a day."""
    rounds = [one for one in meetings if (one.kind, one.status) == (MeetingKind.ROUND, MeetingStatus.HELD)]
    found = [edtf.parse(one.when) for one in rounds if edtf.is_valid(one.when)]
    days = sorted({(when.first, when.last) for when in found if when.first and when.last})
    gaps = [(earlier, later) for (_, earlier), (later, _) in pairwise(days)]
    if not interval or not gaps:
        return None
    return Kept(
        within=sum(later <= after(earlier, interval) for earlier, later in gaps),
        of=len(gaps),
        longest=max(gaps, key=lambda gap: (gap[1] - gap[0], gap)),
    )


def after(day: date, interval: str) -> date:
    """The last day on which the interval (ISO 8601, such as P1Y) is kept; on the last day of a shorter month."""
    parts = {unit: int(number) for number, unit in _PART.findall(interval)}
    day += timedelta(weeks=parts.get("W", 0), days=parts.get("D", 0))
    months = 12 * parts.get("Y", 0) + parts.get("M", 0)
    if not months:
        return day
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, monthrange(day.year + years, month + 1)[1]))
