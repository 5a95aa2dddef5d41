"""Time expressions in Chinese, simplified and traditional: 2010年5月13日至14日, 民國99年, 去年底, 下周三, 过去三年.

The rules are searched for only in texts that hold a sign of the calendar (`is_chinese`). Conventions: docs/dates.md.
"""

import re
from datetime import date, timedelta

from twotrack.reading import relative_values as relative
from twotrack.reading.calendar_words import (
    day_in,
    days_from,
    months_of,
    months_on,
    quarter_of,
    week_of,
    weekend_of,
    year_text,
)
from twotrack.reading.chinese_numbers import VAGUE, chinese_number
from twotrack.reading.date_reference import Reference
from twotrack.reading.date_rule import DateRule

_DAY_WORDS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "当": 0, "明": 1, "后": 2, "後": 2, "大后": 3, "大後": 3}
_YEAR_WORDS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2, "後年": 2}
_STEPS = {"上上": -2, "上": -1, "本": 0, "这": 0, "這": 0, "今": 0, "当": 0, "下": 1, "下下": 2}
_WEEKDAYS = {sign: at for at, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for sign in signs}
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_UNITS = {"天": "day", "日": "day", "周": "week", "週": "week", "星": "week", "月": "month", "年": "year"}
_CALENDAR_SIGNS = "年月日天周週晚早季期世节節旦號号春夏秋冬"

_HAN = "一二三四五六七八九"
_FULL_YEAR = rf"(?:1[5-9]|20)\d\d|[一二][〇零○{_HAN}]{{3}}"
_YEAR = rf"(?:民[國国]\s?(?P<roc>\d{{1,3}}|[{_HAN}十]{{1,3}})\s?年|(?P<year>(?<!\d)(?:{_FULL_YEAR}))\s?年)"
_ANY_YEAR = rf"(?:(?:{_YEAR}|(?P<word>去年|今年|本年|明年|前年|后年|後年))[的\s]?)"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_HAN}])"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[{_HAN}]?|[{_HAN}])"
_TO = r"\s?(?:至|到|—{1,2}|–|-|－|~|～|、|和|及|与|與)\s?"
_NUMBER = rf"(?:\d{{1,3}}|[{_HAN}两兩]?十[{_HAN}]?|[{_HAN}两兩几幾数數])"
_HOUR = r"(?:(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚間|晚|夜里|早)(?!餐|宴))?"
_UNIT = r"(?P<unit>天|日(?!前)|个?周|個?週|个?星期|個?星期|个月|個月|年)"


def is_chinese(text: str) -> bool:
    """Whether a text holds a sign that nearly every Chinese time expression has."""
    return not text.isascii() and any(sign in text for sign in _CALENDAR_SIGNS)


def _year(match: re.Match[str], ref: Reference) -> int | None:
    """The year that a match names; None where it names none."""
    groups = match.groupdict()
    if year := groups.get("year"):
        return chinese_number(year)
    if roc := groups.get("roc"):
        return 1911 + chinese_number(roc)
    if word := groups.get("word"):
        return ref.own.year + _YEAR_WORDS[word]
    return None


def _day(match: re.Match[str], ref: Reference) -> str | None:
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


def _day_alone(match: re.Match[str], ref: Reference) -> str | None:
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


def _month(match: re.Match[str], ref: Reference) -> str | None:
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


def _years(match: re.Match[str], _ref: Reference) -> str | None:
    first, last = chinese_number(match["first"]), chinese_number(match["last"])
    return f"{year_text(first)}/{year_text(last)}" if last > first else None


def _part_of_year(match: re.Match[str], ref: Reference) -> str | None:
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


def _short_season(match: re.Match[str], ref: Reference) -> str | None:
    return f"{year_text(ref.own.year + _YEAR_WORDS[match['near'] + '年'])}-{_SEASONS[match['season']]}"


def _edge_of_year(match: re.Match[str], ref: Reference) -> str | None:
    return f"{ref.own.year:04}-{'01' if match['edge'] == '初' else '12'}"


def _day_word(match: re.Match[str], ref: Reference) -> str | None:
    return ref.ahead_of_day(_DAY_WORDS[match["shift"]]).isoformat()


def _weekday(match: re.Match[str], ref: Reference) -> str | None:
    """下周三, 本週一, 周五: without a word of this week, as weeks run from Monday."""
    step = _STEPS.get(match["which"] or "本", 0)
    if match["day"] == "末":
        return weekend_of(ref.own, step)
    monday = ref.own - timedelta(days=ref.own.weekday()) + timedelta(weeks=step)
    return (monday + timedelta(days=_WEEKDAYS[match["day"]])).isoformat()


def _near_unit(match: re.Match[str], ref: Reference) -> str | None:
    """上周, 本月, 下个月上旬, 上季度."""
    step, unit = _STEPS[match["which"]], match["unit"][0]
    if unit == "月":
        return months_on(ref.own, step)
    return week_of(ref.own, step) if unit != "季" else relative.unit_at(ref.own, "quarter", step)


def _unit_of(match: re.Match[str]) -> str:
    return _UNITS[match["unit"].lstrip("个個")[0]]


def _stretch(match: re.Match[str], ref: Reference) -> str | None:
    """过去三年, 未来几周, 近几个月: from or to the document's day."""
    back = match["way"][0] in "过過近最"
    return relative.reach(ref.own, _unit_of(match), chinese_number(match["count"]), back=back)


def _moved(match: re.Match[str], ref: Reference) -> str | None:
    """两周前, 三天后, 几个月前."""
    count, unit = chinese_number(match["count"]), _unit_of(match)
    count *= -1 if match["side"][-1] == "前" else 1
    mark = "~" if match["count"] in VAGUE else ""
    if unit in {"day", "week"}:
        return ref.ahead_of_day(count * (7 if unit == "week" else 1)).isoformat() + mark
    return (months_on(ref.own, count) if unit == "month" else year_text(ref.own.year + count)) + mark


def _decade(match: re.Match[str], ref: Reference) -> str | None:
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


def _century(match: re.Match[str], ref: Reference) -> str | None:
    number = _century_number(match, ref.own.year if match["century"] in _STEPS else 2000)
    return f"{number - 1:02}XX" if 1 <= number <= 30 else None


def _feast(match: re.Match[str], ref: Reference) -> str | None:
    month, day = {"元": (1, 1), "圣": (12, 25), "聖": (12, 25), "国": (10, 1), "國": (10, 1), "五": (5, 1)}[
        match["feast"][0]
    ]
    year = _year(match, ref) or ref.year_of_day(month, day, match)
    return day_in(year, month, day) if year else None


def _rule(name: str, pattern: str, resolve: object, *, full: bool = False, confidence: float = 0.9) -> DateRule:
    assert callable(resolve)
    return DateRule(
        name=f"chinese-{name}", pattern=re.compile(pattern), resolve=resolve, confidence=confidence, full=full
    )


CHINESE_RULES = (
    _rule(
        "day",
        rf"{_ANY_YEAR}?(?:(?<!\d)(?P<month>{_MONTH})\s?月(?:份)?|(?P<near>[上本这這下][个個]?)月)\s?(?P<day>{_DAY})\s?"
        rf"(?:[日号號]{_HOUR}(?:（[^）\n]{{1,6}}）)?)?"
        rf"(?:(?<=[日号號）])|(?={_TO}{_DAY}\s?[日号號]))"
        rf"(?:{_TO}(?:(?P<year2>(?:1[5-9]|20)\d\d)年)?(?:(?P<month2>{_MONTH})\s?月)?(?P<last>{_DAY})\s?[日号號])?{_HOUR}",
        _day,
        full=True,
        confidence=0.95,
    ),
    _rule(
        "month",
        rf"{_ANY_YEAR}?(?<![\d第])(?P<month>{_MONTH})(?:\s?月份?)?(?:{_TO}(?P<last>{_MONTH})\s?月份?)?(?<=[月份])"
        r"(?:[上中下]旬|[初底末中](?!国|國|方|美|日|俄|东|央|欧|英|法|的?关))?(?!革命|球|亮|饼|天)",
        _month,
        full=True,
        confidence=0.85,
    ),
    _rule(
        "years",
        rf"(?<!\d)(?P<first>(?:1[5-9]|20)\d\d|[一二][〇零○{_HAN}]{{3}})\s?年?\s?(?:至|到|—{{1,2}}|–|-|－|~|～)\s?"
        rf"(?P<last>(?:1[5-9]|20)\d\d|[一二][〇零○{_HAN}]{{3}})\s?年(?!代)",
        _years,
        full=True,
    ),
    _rule(
        "part-of-year",
        rf"{_ANY_YEAR}?(?:(?<=年)年?(?P<edge>[初底末中])(?!国|國|方|美|日|俄|东|央|欧|英|法|关|级)|(?P<half>[上下])半年"
        rf"|第?(?<!前)(?P<quarter>[1-4一二三四])季度?|前(?P<months>{_NUMBER})(?P<unit>个月|個月|季度?)"
        r"|(?P<season>[春夏秋冬])[天季]|(?<=年)(?P<bare_season>[春夏秋冬])(?!节|節|运|運))?"
        r"(?<=[年初底末中季度天月春夏秋冬])(?!代|度|级|級|议程|議程|可持续|愿景|願景)",
        _part_of_year,
        full=True,
    ),
    _rule("short-season", r"(?P<near>[今去明])(?P<season>[春夏秋冬])", _short_season, confidence=0.8),
    _rule("two-days", r"今明(?:两|兩)[天日]", lambda _match, ref: days_from(ref.own, 1), confidence=0.8),
    _rule("edge-of-year", r"(?<![\d一-鿿])年(?P<edge>[初底末])", _edge_of_year, confidence=0.7),
    _rule(
        "day-alone",
        rf"(?<![\d月年第/.-])(?P<day>3[01]|[12]\d|[1-9])(?:[日号號])?(?:{_TO}(?P<last>3[01]|[12]\d|[1-9]))?日{_HOUR}(?!元|圆|圓|均|本|内|內|游|程)",
        _day_alone,
        confidence=0.75,
    ),
    _rule(
        "day-word",
        rf"(?P<shift>大?前|昨|今|明|大?[后後])(?:天|日(?!俄|头条|頭條|美|本|中)|(?<![前后後])[晚早](?!餐))(?!性|然|赋){_HOUR}",
        _day_word,
        confidence=0.95,
    ),
    _rule(
        "weekday",
        rf"(?<!每)(?P<which>上上|下下|[上本这這下])?[个個]?(?:周|週|星期|礼拜|禮拜)(?P<day>[一二三四五六日天末])(?!年|個|个|次|期){_HOUR}",
        _weekday,
        confidence=0.85,
    ),
    _rule(
        "near-unit",
        r"(?P<which>上上|下下|[上本这這下])[个個]?(?P<unit>周|週|星期|礼拜|禮拜|月(?:[上中下]旬|[初底末])?|季度)(?![边邊围圍期刊年岁報报一二三四五六日天末]|\d)",
        _near_unit,
    ),
    _rule(
        "stretch",
        rf"(?P<way>过去|過去|最近|近|未来|未來|今后|今後|接下来|接下來)的?这?這?(?P<count>{_NUMBER}){_UNIT}(?!度|代|级|級)",
        _stretch,
        confidence=0.85,
    ),
    _rule(
        "moved",
        rf"(?<![第每满滿年月近\d一-九十])(?P<count>{_NUMBER})多?{_UNIT}(?P<side>之?以?[前后後])(?!期|续|續|来|來|进|進|往|景|提)",
        _moved,
        confidence=0.8,
    ),
    _rule(
        "decade",
        rf"(?:(?P<century>上|本|\d\d|二?十[{_HAN}]?)[个個]?世[纪紀])?(?P<tens>(?:1[89]|20)\d0|[1-9]0|[{_HAN}]十)年代(?:初期?|中期?|末期?|后期|後期)?",
        _decade,
        full=True,
    ),
    _rule(
        "century",
        rf"(?P<century>[上本下]|\d\d|二?十[{_HAN}]?)[个個]?世[纪紀](?:初|中叶|中葉|末)?(?![\d{_HAN}]*年代)",
        _century,
        full=True,
        confidence=0.8,
    ),
    _rule(
        "feast",
        rf"{_ANY_YEAR}?(?P<feast>元旦|圣诞节?|聖誕節?|国庆[节日]|國慶[節日]|五一(?:劳动节|勞動節|假期))",
        _feast,
        confidence=0.8,
    ),
    _rule(
        "known-day",
        r"(?P<known>六四)(?=事件|屠|学运|學運|周年|週年|镇压|鎮壓)|(?P<attacks>(?:9·11|9\.11|九一一|9/11)(?=事件|恐怖|袭|襲))",
        lambda match, _ref: "1989-06-04" if match["known"] else "2001-09-11",
        full=True,
    ),
)
