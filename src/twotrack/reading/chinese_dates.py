"""Time expressions in Chinese, simplified and traditional, and the like ones in Japanese:
2010年5月13日至14日, 民國99年, 去年底, 下周三, 过去三年.

The rules are searched for only in texts that hold a sign of the calendar (`is_chinese`). Conventions: docs/dates.md.
"""

import re

from twotrack.reading import chinese_values as values
from twotrack.reading.calendar_words import days_from
from twotrack.reading.date_reference import Resolve
from twotrack.reading.date_rule import DateRule

_CALENDAR_SIGNS = "年月日天周週期"

_HAN = "一二三四五六七八九"
_FULL_YEAR = rf"(?:1[5-9]|20)\d\d|[一二][〇零○{_HAN}]{{3}}"
_ERA = "(?P<era>民[國国]|令和|平成|昭和)"
_YEAR = rf"(?:{_ERA}\s?(?P<roc>\d{{1,3}}|[{_HAN}十元]{{1,3}})\s?年|(?P<year>(?<!\d)(?:{_FULL_YEAR}))\s?年)"
_ANY_YEAR = rf"(?:(?:{_YEAR}|(?P<word>去年|今年|本年|明年|前年|后年|後年|来年|昨年))[的の\s]?)"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_HAN}])"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[{_HAN}]?|[{_HAN}])"
_TO = r"\s?(?:至|到|—{1,2}|–|-|－|~|～|、|和|及|与|與)\s?"
_NUMBER = rf"(?:\d{{1,3}}|[{_HAN}两兩]?十[{_HAN}]?|[{_HAN}两兩几幾数數])"
_HOUR = r"(?:(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚間|晚|夜里|早)(?!餐|宴))?"
_UNIT = r"(?P<unit>天|日(?!前)|个?周|個?週|个?星期|個?星期|个月|個月|年)"


def is_chinese(text: str, language: str) -> bool:
    """Whether a text is in Chinese, or holds a sign that nearly every Chinese time expression has."""
    return language.startswith("zh") or (not text.isascii() and any(sign in text for sign in _CALENDAR_SIGNS))


def _rule(name: str, pattern: str, resolve: Resolve, *, full: bool = False, confidence: float = 0.9) -> DateRule:
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
        values.day,
        full=True,
        confidence=0.95,
    ),
    _rule(
        "month",
        rf"{_ANY_YEAR}?(?<![\d第])(?P<month>{_MONTH})(?:\s?月份?)?(?:{_TO}(?P<last>{_MONTH})\s?月份?)?(?<=[月份])"
        r"(?:[上中下]旬|[初底末中](?!国|國|方|美|日|俄|东|央|欧|英|法|的?关))?(?!革命|球|亮|饼|天)",
        values.month,
        full=True,
        confidence=0.85,
    ),
    _rule(
        "years",
        rf"(?<!\d)(?P<first>(?:1[5-9]|20)\d\d|[一二][〇零○{_HAN}]{{3}})\s?年?\s?(?:至|到|—{{1,2}}|–|-|－|~|～)\s?"
        rf"(?P<last>(?:1[5-9]|20)\d\d|[一二][〇零○{_HAN}]{{3}})\s?年(?!代)",
        values.years,
        full=True,
    ),
    _rule(
        "part-of-year",
        rf"{_ANY_YEAR}?(?:(?<=年)年?(?P<edge>[初底末中])(?!国|國|方|美|日|俄|东|央|欧|英|法|关|级)|(?P<half>[上下])半年"
        rf"|第?(?<!前)(?P<quarter>[1-4一二三四])季度?|前(?P<months>{_NUMBER})(?P<unit>个月|個月|季度?)"
        r"|(?P<season>[春夏秋冬])[天季]|(?:(?<=年)|(?<=年の))(?P<bare_season>[春夏秋冬])(?!节|節|运|運))?"
        r"(?<=[年初底末中季度天月春夏秋冬])(?!代|度|级|級|议程|議程|可持续|愿景|願景)",
        values.part_of_year,
        full=True,
    ),
    _rule("short-season", r"(?P<near>[今去明])(?P<season>[春夏秋冬])", values.short_season, confidence=0.8),
    _rule("two-days", r"今明(?:两|兩)[天日]", lambda _match, ref: days_from(ref.own, 1), confidence=0.8),
    _rule("edge-of-year", r"(?<![\d一-鿿])年(?P<edge>[初底末])", values.edge_of_year, confidence=0.7),
    _rule(
        "day-alone",
        rf"(?<![\d月年第/.-])(?P<day>3[01]|[12]\d|[1-9])(?:[日号號])?(?:{_TO}(?P<last>3[01]|[12]\d"
        rf"|[1-9]))?日{_HOUR}(?!元|圆|圓|均|本|内|內|游|程)",
        values.day_alone,
        confidence=0.75,
    ),
    _rule(
        "day-word",
        rf"(?P<shift>大?前|昨|今|明|大?[后後])(?:天|日(?!俄|头条|頭條|美|本|中)|(?<![前后後])[晚早](?!餐))(?!性|然"
        rf"|赋){_HOUR}",
        values.day_word,
        confidence=0.95,
    ),
    _rule("this-day", r"(?P<shift>本|一昨)日(?!本)", values.day_word, confidence=0.85),
    # Japanese: matches "来週", "今月末"; not "先月球"
    _rule(
        "japanese-unit", r"(?P<which>[先今来])(?P<unit>週|月)(?:末|中|初め|上旬|中旬|下旬)?(?![曜球])", values.near_unit
    ),
    _rule(
        "weekday",
        rf"(?<!每)(?P<which>上上|下下|[上本这這下])?[个個]?(?:周|週|星期|礼拜"
        rf"|禮拜)(?P<day>[一二三四五六日天末])(?!年|個|个|次|期){_HOUR}",
        values.weekday,
        confidence=0.85,
    ),
    _rule(
        "near-unit",
        r"(?P<which>上上|下下|[上本这這下])[个個]?(?P<unit>周|週|星期|礼拜|禮拜|月(?:[上中下]旬|[初底末])?"
        r"|季度)(?![边邊围圍期刊年岁報报一二三四五六日天末]|\d)",
        values.near_unit,
    ),
    _rule(
        "stretch",
        rf"(?P<way>过去|過去|最近|近|未来|未來|今后|今後|接下来|接下來)的?这?這?(?P<count>{_NUMBER}){_UNIT}(?!度|代"
        rf"|级|級)",
        values.stretch,
        confidence=0.85,
    ),
    _rule(
        "moved",
        rf"(?<![第每满滿年月近\d一-九十])(?P<count>{_NUMBER})多?{_UNIT}(?P<side>之?以?[前后後])(?!期|续|續|来|來|进"
        rf"|進|往|景|提)",
        values.moved,
        confidence=0.8,
    ),
    _rule(
        "decade",
        rf"(?:(?P<century>上|本|\d\d|二?十[{_HAN}]?)[个個]?世[纪紀])?(?P<tens>(?:1[89]|20)\d0|[1-9]0"
        rf"|[{_HAN}]十)年代(?:初期?|中期?|末期?|后期|後期)?",
        values.decade,
        full=True,
    ),
    _rule(
        "century",
        rf"(?P<century>[上本下]|\d\d|二?十[{_HAN}]?)[个個]?世[纪紀](?:初|中叶|中葉|末)?(?![\d{_HAN}]*年代)",
        values.century,
        full=True,
        confidence=0.8,
    ),
    _rule(
        "feast",
        rf"{_ANY_YEAR}?(?P<feast>元旦|圣诞节?|聖誕節?|国庆[节日]|國慶[節日]|五一(?:劳动节|勞動節|假期))",
        values.feast,
        confidence=0.8,
    ),
    _rule(
        "known-day",
        r"(?P<known>六四)(?=事件|屠|学运|學運|周年|週年|镇压|鎮壓)|(?P<attacks>(?:9·11|9\.11|九一一|9/11)(?=事件"
        r"|恐怖|袭|襲))",
        lambda match, _ref: "1989-06-04" if match["known"] else "2001-09-11",
        full=True,
    ),
)
