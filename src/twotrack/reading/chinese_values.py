"""What time expressions in Chinese mean as EDTF: one function a kind of expression."""

import re
from datetime import date, timedelta

from twotrack.reading import relative_values as relative
from twotrack.reading.calendar_words import (
    day_in,
    months_of,
    months_on,
    quarter_of,
    week_of,
    weekend_of,
    year_text,
)
from twotrack.reading.chinese_numbers import VAGUE, chinese_number
from twotrack.reading.date_reference import Reference

_ERAS = {"民": 1911, "令": 2018, "平": 1988, "昭": 1925}  # what is added to the year of an era, by its first sign
_DAY_WORDS = {
    "本": 0,
    "一昨": -2,
    "大前": -3,
    "前": -2,
    "昨": -1,
    "今": 0,
    "当": 0,
    "明": 1,
    "后": 2,
    "後": 2,
    "大后": 3,
    "大後": 3,
}
_YEAR_WORDS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2, "後年": 2, "来年": 1, "昨年": -1}
_STEPS = {"先": -1, "来": 1, "上上": -2, "上": -1, "本": 0, "这": 0, "這": 0, "今": 0, "当": 0, "下": 1, "下下": 2}
_WEEKDAYS = {sign: at for at, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for sign in signs}
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_UNITS = {"天": "day", "日": "day", "周": "week", "週": "week", "星": "week", "月": "month", "年": "year"}


def _year(match: re.Match[str], ref: Reference) -> int | None:
    """The year that a match names; None where it names none."""
    groups = match.groupdict()
    if year := groups.get("year"):
        return chinese_number(year)
    if roc := groups.get("roc"):
        return _ERAS[groups["era"][0]] + chinese_number(roc)
    if word := groups.get("word"):
        return ref.own.year + _YEAR_WORDS[word]
    return None


def day(match: re.Match[str], ref: Reference) -> str | None:
    """A day or days, with their year, that of 去年, or the nearest."""
    if match["near"]:
        near = months_on(ref.own, _STEPS[match["near"].rstrip("个個")])
        year, month = int(near[:4]), int(near[5:])
    else:
        month, year = chinese_number(match["month"]), _year(match, ref) or 0
    first_day = chinese_number(match["day"])
    year = year or ref.year_of_day(month, first_day, match) or 0
    first = day_in(year, month, first_day)
    if first is None or not match["last"]:
        return first
    end_year = chinese_number(match["year2"]) if match["year2"] else year
    last_month = chinese_number(match["month2"]) if match["month2"] else month
    last = day_in(end_year + (last_month < month and not match["year2"]), last_month, chinese_number(match["last"]))
    return f"{first}/{last}" if last and last > first else first


def day_alone(match: re.Match[str], ref: Reference) -> str | None:
    """13日: of the month named just before, else of the nearest month."""
    own, dom = ref.own, int(match["day"])
    months = (
        [ref.named[:7]]
        if re.match(r"\d{4}-(?:0\d|1[0-2])", ref.named)
        else [months_on(own, step) for step in (-1, 0, 1)]
    )
    days = [day for month in months if (day := day_in(int(month[:4]), int(month[5:]), dom))]
    if not days:
        return None
    first = min(days, key=lambda day: abs((date.fromisoformat(day) - own).days))
    last = day_in(int(first[:4]), int(first[5:7]), int(match["last"])) if match["last"] else None
    return f"{first}/{last}" if last and last > first else first


def month(match: re.Match[str], ref: Reference) -> str | None:
    month, year = chinese_number(match["month"]), _year(match, ref)
    if year is None:
        year = ref.own.year if match["last"] else ref.year_of_day(month, 1, match) or ref.own.year
        if abs(month - ref.own.month) <= 6 or ref.ahead(match) is None:
            year = ref.own.year
    start = f"{year_text(year)}-{month:02}"
    if not match["last"]:
        return start
    last = chinese_number(match["last"])
    return f"{start}/{year_text(year + (last < month))}-{last:02}" if last != month else start


def years(match: re.Match[str], _ref: Reference) -> str | None:
    first, last = chinese_number(match["first"]), chinese_number(match["last"])
    return f"{year_text(first)}/{year_text(last)}" if last > first else None


def part_of_year(match: re.Match[str], ref: Reference) -> str | None:
    """去年底, 年初, 今年上半年, 第三季度, 明年春天; a year alone."""
    named = _year(match, ref)
    year = ref.own.year if named is None else named
    if match["edge"]:
        return (
            f"{year_text(year)}-{'01' if match['edge'] == '初' else '12'}" if match["edge"] != "中" else year_text(year)
        )
    if match["half"]:
        return months_of(year, *((1, 6) if match["half"] == "上" else (7, 12)))
    if match["quarter"]:
        number = chinese_number(match["quarter"])
        return quarter_of(year, number) if 1 <= number <= 4 else None
    if match["months"]:
        last = chinese_number(match["months"]) * (3 if match["unit"][0] == "季" else 1)
        return months_of(year, 1, last) if 1 < last < 12 else None
    if season := match["season"] or match["bare_season"]:
        return f"{year_text(year)}-{_SEASONS[season]}"
    return None if named is None else year_text(named)


def short_season(match: re.Match[str], ref: Reference) -> str | None:
    return f"{year_text(ref.own.year + _YEAR_WORDS[match['near'] + '年'])}-{_SEASONS[match['season']]}"


def edge_of_year(match: re.Match[str], ref: Reference) -> str | None:
    return f"{ref.own.year:04}-{'01' if match['edge'] == '初' else '12'}"


def day_word(match: re.Match[str], ref: Reference) -> str | None:
    return ref.ahead_of_day(_DAY_WORDS[match["shift"]]).isoformat()


def weekday(match: re.Match[str], ref: Reference) -> str | None:
    """下周三, 本週一, 周五: without a word of this week, as weeks run from Monday."""
    step = _STEPS.get(match["which"] or "本", 0)
    if match["day"] == "末":
        return weekend_of(ref.own, step)
    monday = ref.own - timedelta(days=ref.own.weekday()) + timedelta(weeks=step)
    return (monday + timedelta(days=_WEEKDAYS[match["day"]])).isoformat()


def near_unit(match: re.Match[str], ref: Reference) -> str | None:
    """上周, 本月, 下个月上旬, 上季度."""
    step, unit = _STEPS[match["which"]], match["unit"][0]
    if unit == "月":
        return months_on(ref.own, step)
    return week_of(ref.own, step) if unit != "季" else relative.unit_at(ref.own, "quarter", step)


def _unit_of(match: re.Match[str]) -> str:
    return _UNITS[match["unit"].lstrip("个個")[0]]


def stretch(match: re.Match[str], ref: Reference) -> str | None:
    """过去三年, 未来几周, 近几个月: from or to the document's day."""
    back = match["way"][0] in "过過近最"
    return relative.reach(ref.own, _unit_of(match), chinese_number(match["count"]), back=back)


def moved(match: re.Match[str], ref: Reference) -> str | None:
    """两周前, 三天后, 几个月前."""
    count, unit = chinese_number(match["count"]), _unit_of(match)
    count *= -1 if match["side"][-1] == "前" else 1
    mark = "~" if match["count"] in VAGUE else ""
    if unit in {"day", "week"}:
        return ref.ahead_of_day(count * (7 if unit == "week" else 1)).isoformat() + mark
    return (months_on(ref.own, count) if unit == "month" else year_text(ref.own.year + count)) + mark


def decade(match: re.Match[str], ref: Reference) -> str | None:
    """上世纪九十年代, 20世纪80年代, 90年代, 2010年代."""
    tens = match["tens"]
    if len(tens) == 4 and tens.isdecimal():
        return f"{tens[:3]}X"
    decade = chinese_number(tens)
    own = ref.day.year if ref.day else 1999
    century = _century_number(match, own) if match["century"] else None
    first = (century - 1) * 10 if century else (own - decade) // 100 * 10
    return f"{first + decade // 10:03}X" if decade % 10 == 0 and decade < 100 else None


def _century_number(match: re.Match[str], year: int) -> int:
    word = match["century"]
    return year // 100 + 1 + _STEPS[word] if word in _STEPS else chinese_number(word)


def century(match: re.Match[str], ref: Reference) -> str | None:
    number = _century_number(match, ref.own.year if match["century"] in _STEPS else 2000)
    return f"{number - 1:02}XX" if 1 <= number <= 30 else None


def feast(match: re.Match[str], ref: Reference) -> str | None:
    month, day = {"元": (1, 1), "圣": (12, 25), "聖": (12, 25), "国": (10, 1), "國": (10, 1), "五": (5, 1)}[
        match["feast"][0]
    ]
    year = _year(match, ref) or ref.year_of_day(month, day, match)
    return day_in(year, month, day) if year else None
