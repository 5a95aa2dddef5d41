"""What expressions reckoned from the document's own day mean as EDTF: last week, the past two years, a month ago."""

import re
from datetime import date, timedelta

from twotrack.reading.calendar_words import (
    day_in,
    days_from,
    months_on,
    number,
    quarter_of,
    week_of,
    weekend_of,
    year_text,
)
from twotrack.reading.date_reference import Reference

_SHIFTS = {
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_STEPS = {"last": -1, "next": 1, "this past": -1, "this last": -1, "this coming": 1}
_VAGUE = re.compile(r"(?i)few|several|some")


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _and_a_half(match: re.Match[str]) -> bool:
    return match.group().casefold().endswith("half") or " half " in _plain(match.group())


# "today" is no day. Before it, matches "the youth of", "we live in", "than ever", "as we know it"; not "the meeting of";
# after it, matches ", more than ever", "’s young people", "than ever before"
_NOWADAYS_BEFORE = re.compile(
    r"(?:\b(?:youth|generations?|children|world|people|society|women|men|leaders) of|\bliv(?:e|ing) in|\bthan ever"
    r"|\bknow (?:it|them)|\bas it exists)[\s\u00a0]$"
)
_NOWADAYS_AFTER = re.compile(
    r"[’']s[\s\u00a0](?:[a-z-]{2,20}[\s\u00a0]){0,2}(?:world|society|societies|age|era|economy|generation|youth|standards|terms|prices"
    r"|reality|realities|young|children|climate|landscape)\b|,?[\s\u00a0](?:more[\s\u00a0])?than[\s\u00a0](?:ever|at[\s\u00a0]any)\b"
)


def _nowadays(match: re.Match[str]) -> bool:
    """Whether "today" means these times and no day."""
    text = match.string
    return (
        _NOWADAYS_BEFORE.search(text, max(0, match.start() - 18), match.start()) is not None
        or _NOWADAYS_AFTER.match(text, match.end("word"), match.end("word") + 80) is not None
    )


def day_word(match: re.Match[str], ref: Reference) -> str | None:
    """today, yesterday, tomorrow, last night, this morning; None for "today" that means nowadays."""
    if match["word"].casefold() == "today" and _nowadays(match):
        return None
    return ref.ahead_of_day(_SHIFTS.get(_plain(match["word"]), 0)).isoformat()


def next_to_named(match: re.Match[str], ref: Reference) -> str | None:
    """the following day, the day before: from a whole day named just before."""
    if len(ref.named) != 10:
        return None
    step = -1 if re.search(r"(?i)previous|before", match.group()) else 1
    return (date.fromisoformat(ref.named) + timedelta(days=step)).isoformat()


def unit(match: re.Match[str], ref: Reference) -> str | None:
    """last week, this month, next year, this past week, the year after next."""
    which, unit = _plain(match["which"]), match["unit"].casefold()
    if which in {"this last", "this past"} and unit == "week":
        return days_from(ref.ahead_of_day(-7), 7)
    step = {"after next": 2, "before last": -2}.get(_plain(match["beyond"]), _STEPS.get(which, 0))
    if which == "this" and unit == "week" and ref.own.weekday() == 6 and ref.ahead(match) is not False:
        step = 1  # on a Sunday, what "this week" will bring is the week to come
    if which == "this coming" and unit == "weekend":
        step = int(ref.own.weekday() >= 5)
    return unit_at(ref.own, unit, step)


def unit_at(day: date, unit: str, step: int) -> str | None:
    """The calendar unit in which a day lies, or one so many units later, as EDTF."""
    if unit == "week":
        return week_of(day, step)
    if unit == "weekend":
        return weekend_of(day, step)
    if unit == "month":
        return months_on(day, step)
    if unit == "quarter":
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + step, 4)
        return quarter_of(year, quarter + 1)
    if unit == "decade":
        return f"{day.year // 10 + step:03}X"
    return year_text(day.year + step)


def own_unit(match: re.Match[str], ref: Reference) -> str | None:
    """later in the year, earlier in the week."""
    return unit_at(ref.own, match["unit"].casefold(), 0)


def the_weekend(match: re.Match[str], ref: Reference) -> str | None:
    """the weekend, over the weekend: the last, unless the words look ahead or it is one."""
    step = 0 if ref.own.weekday() >= 5 or ref.ahead(match) else -1
    return weekend_of(ref.own, step)


def stretch(match: re.Match[str], ref: Reference) -> str | None:
    """the next few months, the coming weeks, the past two days, the months ahead: from or to the document's day.

    Of two units ("days and weeks") the longer counts."""
    word = match["unit"].casefold()
    unit = "week" if word.startswith("fortnight") else word.removesuffix("s")
    count = number(match["count"]) if match["count"] else (6 if word.endswith("s") else 1)
    if word.startswith("fortnight"):
        count *= 2
    back = _plain(match["way"] or "past" if "alone" in match.re.groupindex else match["way"]) in {
        "last",
        "past",
        "previous",
        "preceding",
    }
    return reach(ref.own, unit, count, back=back, half=_and_a_half(match))


def reach(day: date, unit: str, count: int, *, back: bool, half: bool = False) -> str:
    """The interval of so many units (and a half) up to a day, or from it: days to days, years and months to months."""
    if unit in {"day", "week", "weekend"}:
        days = count * 7 if unit != "day" else count - 1 if back else count
        return days_from(day - timedelta(days=days), days) if back else days_from(day, days)
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    months += {"year": 6, "decade": 60}.get(unit, 0) if half else 0
    return f"{months_on(day, -months)}/{day}" if back else f"{day}/{months_on(day, months)}"


def moved(match: re.Match[str], ref: Reference, *, back: bool) -> str | None:
    """A point so many units off: to the day for days and weeks, else the month or year; about, where the number is vague."""
    words, unit = _plain(match["count"]), match["unit"].casefold().removesuffix("s")
    sign = -1 if back else 1
    mark = "~" if _VAGUE.search(words) else ""
    count = number(words) * (2 if unit == "fortnight" else 1)
    half = _and_a_half(match)
    if unit in {"day", "week", "fortnight"}:
        return (ref.own + timedelta(days=sign * count * (1 if unit == "day" else 7))).isoformat() + mark
    if unit == "month":
        return months_on(ref.own, sign * count) + mark
    if unit == "year" and match.group().casefold().startswith(("half", "over half", "about half", "almost half")):
        return months_on(ref.own, sign * 6)
    if half:
        return months_on(ref.own, sign * (count * 12 + 6))
    return year_text(ref.own.year + sign * count * (10 if unit == "decade" else 1)) + mark


def ago(match: re.Match[str], ref: Reference) -> str | None:
    """two days ago, two months ago, a few weeks ago, a year ago today."""
    today = _plain(match["today"])
    unit = match["unit"].casefold().removesuffix("s")
    if today in {"today", "tomorrow", "yesterday"} and unit in {"year", "month"}:
        day = ref.ahead_of_day(_SHIFTS.get(today, 0))
        months = number(match["count"]) * (12 if unit == "year" else 1)
        month = months_on(day, -months)
        return day_in(int(month[:4]), int(month[5:]), day.day)
    return moved(match, ref, back=True)


def hence(match: re.Match[str], ref: Reference) -> str | None:
    """two weeks' time, a month from now, a week from today."""
    return moved(match, ref, back=False)


def in_so_long(match: re.Match[str], ref: Reference) -> str | None:
    """in two weeks, within six months: only where the words look ahead."""
    if ref.ahead(match) is not True:
        return None
    if match["within"] is not None and match["unit"].casefold().removesuffix("s") in {"month", "year"}:
        return reach(ref.own, match["unit"].casefold().removesuffix("s"), number(match["count"]), back=False)
    return moved(match, ref, back=False)


def rest(match: re.Match[str], ref: Reference) -> str | None:
    """the rest of the year, of this week: from the document's day."""
    own = ref.own
    ends = {
        "week": (own + timedelta(days=6 - own.weekday())).isoformat(),
        "month": months_on(own, 0),
        "year": f"{year_text(own.year)}-12",
    }
    return f"{own}/{ends[match['unit'].casefold()]}"
