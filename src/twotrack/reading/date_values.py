"""What a matched time expression means as EDTF, given the document's own day and whether the words look ahead.

One function a kind of expression; each takes the match, the day (None: not known) and the sense (None: not said) and
gives EDTF, or None where the match is no date after all.
"""

import re
from datetime import date, timedelta

from twotrack.reading.calendar_words import (
    SEASONS,
    WEEKDAYS,
    day_in,
    month_number,
    months_on,
    number,
    week_of,
    weekend_of,
)


def _year(match: re.Match[str], day: date | None) -> int | None:
    """The year that a match names, by number or as last, this, next year."""
    if match["year"]:
        return int(match["year"])
    if match["which"] and day:
        return day.year + {"last": -1, "this": 0, "next": 1}[match["which"].casefold()]
    return None


def _year_by_sense(month: int, dom: int, day: date | None, ahead: bool | None) -> int | None:
    """The year of a day and month without one: the nearer, unless the words say otherwise and it is a month off."""
    if day is None:
        return None
    near = [year for year in (day.year - 1, day.year, day.year + 1) if day_in(year, month, dom)]
    if not near:
        return None

    def days_off(year: int) -> int:
        return (date(year, month, dom) - day).days

    best = min(near, key=lambda year: abs(days_off(year)))
    if ahead is None or abs(days_off(best)) <= 30 or (days_off(best) >= 0) is ahead:
        return best
    fitting = [year for year in near if (days_off(year) >= 0) is ahead]
    return min(fitting, key=lambda year: abs(days_off(year))) if fitting else best


def month_day(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """May 13, 2010; May 10th and 11th; 13-14 May 2010; May 30 to June 2; November [December] 3rd."""
    month, first = (
        month_number(match["corrected"] or match["month"])
        if "corrected" in match.groupdict()
        else month_number(match["month"]),
        int(match["day"]),
    )
    year = _year(match, day) or _year_by_sense(month, first, day, ahead)
    if year is None or (start := day_in(year, month, first)) is None:
        return None
    if not match["last"]:
        return start
    end_month = month_number(match["month2"]) if match["month2"] else month
    end = day_in(year, end_month, int(match["last"]))
    return f"{start}/{end}" if end and end > start else start


def month_year(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """May 2010; May to July 2010; June of last year."""
    year = _year(match, day)
    if year is None:
        return None
    first = f"{year}-{month_number(match['month']):02}"
    last = f"{year}-{month_number(match['last']):02}" if match["last"] else ""
    return f"{first}/{last}" if last > first else first


def month(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """in May, last May, early January: past, unless the words look ahead."""
    if day is None:
        return None
    month = month_number(match["month"])
    which = (match["which"] or "").casefold()
    if which == "this":
        year = day.year
    elif which == "next" or (not which and ahead):
        year = day.year + (month < day.month or (which == "next" and month == day.month))
    else:
        year = day.year - (month > day.month or (which.startswith("last") and month == day.month))
    return f"{year}-{month:02}"


def weekday(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """on Friday, last Friday, next Tuesday: by the words, else the last one, the document's own day included."""
    if day is None:
        return None
    wanted = WEEKDAYS.index(match["weekday"].casefold())
    forward = (wanted - day.weekday()) % 7
    which = (match["which"] or "").casefold()
    if which == "next":
        found = day - timedelta(days=day.weekday()) + timedelta(days=7 + wanted)
    elif which.startswith(("last", "past")):
        found = day - timedelta(days=(day.weekday() - wanted) % 7 or 7)
    elif which.startswith("this"):
        found = day - timedelta(days=day.weekday()) + timedelta(days=wanted)
    elif forward == 0:
        found = day
    else:
        found = day + timedelta(days=forward if ahead else forward - 7)
    return found.isoformat()


def day_word(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """today, yesterday, tomorrow, last night, this morning."""
    if day is None:
        return None
    word = " ".join(match["word"].casefold().split())
    shift = {
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return (day + timedelta(days=shift.get(word, 0))).isoformat()


def unit(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """last week, this month, next year, this past week."""
    if day is None:
        return None
    which, unit = " ".join(match["which"].casefold().split()), match["unit"].casefold()
    if which in {"this last", "this past"} and unit == "week":
        return f"{day - timedelta(days=7)}/{day}"
    step = {"last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 1, "this last": -1}[which]
    if unit == "week":
        return week_of(day, step)
    if unit == "weekend":
        return weekend_of(day, step if which != "this coming" else 0)
    return months_on(day, step) if unit == "month" else str(day.year + step)


def stretch(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """the next few months, the coming weeks, the past two days, the months ahead: from or to the document's day."""
    if day is None:
        return None
    unit = (match["unit"] or match["unit2"]).casefold().rstrip("s")
    plural = (match["unit"] or match["unit2"]).casefold().endswith("s")
    count = number(match["count"]) if match["count"] else (6 if plural else 1)
    back = bool(match["way"]) and match["way"].casefold() in {"last", "past", "previous"}
    if not plural and not match["count"] and unit != "year":
        return None  # "the next week" and "the past month" are rare for a stretch and common for a unit
    return _reach(day, unit, count, back=back)


def _reach(day: date, unit: str, count: int, *, back: bool) -> str:
    """The interval of so many units up to a day, or from it."""
    if unit == "day":
        first = day - timedelta(days=count - 1) if back else day
        return f"{first}/{day if back else day + timedelta(days=count)}"
    if unit == "week":
        return f"{day - timedelta(weeks=count)}/{day}" if back else f"{day}/{day + timedelta(weeks=count)}"
    months = count * (12 if unit == "year" else 1)
    return f"{months_on(day, -months)}/{day}" if back else f"{day}/{months_on(day, months)}"


def ago(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """two days ago, two months ago, a few weeks ago."""
    if day is None:
        return None
    word, unit = " ".join(match["count"].casefold().split()), match["unit"].casefold().rstrip("s")
    vague = "few" in word or word == "several"
    count = number(word.removeprefix("a ") if vague else word)
    if vague:
        return _reach(day, unit, count, back=True)
    if unit in {"day", "week"}:
        return (day - timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    return months_on(day, -count) if unit == "month" else str(day.year - count)


def season(match: re.Match[str], day: date | None, ahead: bool | None) -> str | None:
    """this spring, last fall, the summer of 2010. A winter bears the year of its December."""
    season = SEASONS[match["season"].casefold()]
    year = _year(match, day)
    if year is None and day is not None:
        now = (day.year - (day.month < 3), 24 if day.month in {12, 1, 2} else day.month // 3 + 20)
        which = (match["rel"] or "").casefold()
        if which.startswith(("this", "earlier", "later")):
            year = now[0] if season == now[1] else day.year
        elif which == "next" or ahead:
            year = now[0] + (season <= now[1] if which == "next" else season < now[1])
        else:
            year = now[0] - (season >= now[1] if which.startswith("last") else season > now[1])
    return f"{year}-{season}" if year is not None else None


def years(match: re.Match[str], _day: date | None, _ahead: bool | None) -> str | None:
    """2004 to 2013, 2004-05."""
    first, last = match["first"], match["last"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if last > first else None


def decade(match: re.Match[str], _day: date | None, _ahead: bool | None) -> str | None:
    words = {
        "twenties": 192,
        "thirties": 193,
        "forties": 194,
        "fifties": 195,
        "sixties": 196,
        "seventies": 197,
        "eighties": 198,
        "nineties": 199,
    }
    if match["word"]:
        return f"{words[match['word'].casefold()]}X"
    return f"{match['digits'] or '19' + match['short']}X"


def edge(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """the end of the year, the end of next month, the beginning of 2011."""
    year = _year(match, day)
    ends = match["edge"].casefold() == "end"
    if year is not None:
        return f"{year}-{'12' if ends else '01'}"
    if day is None:
        return None
    unit = (match["unit"] or "").casefold()
    return f"{day.year}-{'12' if ends else '01'}" if unit == "year" else months_on(day, 0)
