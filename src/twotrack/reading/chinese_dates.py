"""Time expressions in Chinese: 2010年5月13日至14日, 5月13日, 去年, 昨天, 下周."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from twotrack.reading.calendar_words import day_in, months_on, week_of

Resolve = Callable[[re.Match[str], date | None, bool | None], str | None]

_DAYS = {
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晚": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}


def _full(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    """A day or month with its year, by number or as 去年; the document's own year where none is named."""
    if match["year"]:
        year = int(match["year"])
    elif day is None:
        return None
    else:
        year = day.year + _YEARS.get(match["word"] or "今年", 0)
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    if not match["day"]:
        return f"{year}-{month:02}"
    first = day_in(year, month, int(match["day"]))
    if first is None or not match["last"]:
        return first
    last = day_in(year, int(match["month2"] or month), int(match["last"]))
    return f"{first}/{last}" if last and last > first else first


def _word(match: re.Match[str], day: date | None, _ahead: bool | None) -> str | None:
    if day is None:
        return None
    word = match.group().replace("个", "").replace("星期", "周")
    if word in _DAYS:
        return (day + timedelta(days=_DAYS[word])).isoformat()
    if word in _YEARS:
        return str(day.year + _YEARS[word])
    step = {"上": -1, "本": 0, "这": 0, "下": 1}[word[0]]
    return week_of(day, step) if word[1] == "周" else months_on(day, step)


CHINESE_RULES: tuple[tuple[str, re.Pattern[str], Resolve], ...] = (
    # matches "2010年5月13日至14日", "5月13日", "去年6月"; not "5月前" without a day
    (
        "chinese-day",
        re.compile(
            r"(?:(?P<year>(?:19|20)\d\d)\s?年\s?|(?P<word>去年|今年|明年))?(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?月\s?"
            r"(?:(?P<day>3[01]|[12]\d|0?[1-9])\s?[日号](?:\s?[至到—–-]\s?(?:(?P<month2>1[0-2]|0?[1-9])月)?"
            r"(?P<last>3[01]|[12]\d|0?[1-9])[日号])?)?(?!\d)"
        ),
        _full,
    ),
    ("chinese-year", re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?年(?!代|度|\s?\d)"), lambda m, _d, _a: m["year"]),
    (
        "chinese-word",
        re.compile(
            r"前天|昨[天日]|今[天日早晚]|明[天日]|后天|前年|去年|今年|本年|明年|后年|[上本这下](?:个)?(?:周|星期)(?!边|期|围)|[上本这下]个?月(?!\d)"
        ),
        _word,
    ),
)
