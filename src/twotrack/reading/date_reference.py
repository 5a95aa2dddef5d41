"""What a time expression is resolved from: the document's own day, what its words say, and the date named before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from twotrack.reading.calendar_words import day_in
from twotrack.reading.tense import looks_ahead

_BY = re.compile(r"\b(?:[Bb]y|until|before)\s$")
_WAS = re.compile(r"\b(?:was|were|had|did|been)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """`day`: the document's own day; None where not known: then only what bears its year is resolved.
    `named`: EDTF of the date found before, where that is near, else empty. `day_first`: whether 1/2 is 1 February; None
    where nothing tells."""

    text: str
    day: date | None
    named: str
    day_first: Callable[[], bool | None]

    @property
    def own(self) -> date:
        """The document's day. Raises ValueError where it is not known."""
        if self.day is None:
            raise ValueError("the document's day is not known")
        return self.day

    def ahead(self, match: re.Match[str]) -> bool | None:
        """Whether the words about a match look ahead (False: back; None: they do not say).

        What is to be done *by* a day is ahead, unless it was or had been."""
        start = match.start()
        sense = looks_ahead(self.text, start, match.end())
        if not sense and _BY.search(self.text, max(0, start - 8), start):
            return not _WAS.search(self.text, max(0, start - 80), start)
        return sense

    def ahead_of_day(self, days: int) -> date:
        """The day so many days after the document's."""
        return self.own + timedelta(days=days)

    def year_of_day(self, month: int, dom: int, match: re.Match[str]) -> int | None:
        """The year of a day and month without one: the nearer, unless the words say otherwise and it is a month off."""
        if self.day is None:
            return None
        own = self.day
        near = [year for year in (own.year - 1, own.year, own.year + 1) if day_in(year, month, dom)]
        if not near:
            return None

        def days_off(year: int) -> int:
            return (date(year, month, dom) - own).days

        best = min(near, key=lambda year: abs(days_off(year)))
        if abs(days_off(best)) <= 30 or (ahead := self.ahead(match)) is None or (days_off(best) >= 0) is ahead:
            return best
        fitting = [year for year in near if (days_off(year) >= 0) is ahead]
        return min(fitting, key=lambda year: abs(days_off(year))) if fitting else best

    def year_of_month(self, month: int, match: re.Match[str]) -> int:
        """The year of a month without one: by what the words say, else past unless it is to come within a quarter.

        The own month is both past and to come."""
        own, ahead = self.own, self.ahead(match)
        if ahead is None:
            ahead = 0 < (month - own.month) % 12 <= 3
        return own.year + (month < own.month) if ahead else own.year - (month > own.month)


Resolve = Callable[[re.Match[str], Reference], str | None]
"""EDTF of a match, None where it is no date after all. ValueError and OverflowError mean None too."""
