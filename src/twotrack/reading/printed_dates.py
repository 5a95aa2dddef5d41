"""Full calendar days as headings and metadata print them, in several languages. Dates in running text: dates.py."""

import re

from twotrack.reading.calendar_words import MONTH, day_in, month_number

_MONTHS = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, name in enumerate(names.split(), 1)
} | {"fevrier": 2, "aout": 8, "decembre": 12, "jänner": 1}
_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988}  # what is added to a year of the era
_OTHER_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_HAN_DIGITS = "〇零一二三四五六七八九"
_HAN = f"[{_HAN_DIGITS}十]"
# matches "May 14, 2030", "14th May 2030", "2030-05-14", "2030年5月14日", "民國119年5月14日", "二〇三〇年五月十四日",
# "14 mai 2030", "1er mai 2030", "14. Mai 2030", "14 de mayo de 2030", "14.05.2030", "05/14/2030"; not "May 2030"
PRINTED = re.compile(
    rf"(?P<month>{MONTH})\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?\s{{1,3}}"
    rf"(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?P<month2>{MONTH}),?\s{{1,3}}(?P<year2>(?:19|20)\d\d)\b"
    r"|(?<!\d)(?P<year3>(?:19|20)\d\d)(?:-|[./]|\s?年\s?)(?P<month3>\d{1,2})(?:-|[./]|\s?月\s?)(?P<day3>\d{1,2})(?!\d)"
    r"|(?P<era4>民國|民国|令和|平成)\s?(?P<year4>\d{1,3})\s?年\s?(?P<month4>\d{1,2})\s?月\s?(?P<day4>\d{1,2})"
    rf"|(?P<year5>[{_HAN_DIGITS}]{{4}})年(?P<month5>{_HAN}{{1,2}})月(?P<day5>{_HAN}{{1,3}})日"
    rf"|\b(?P<day6>\d{{1,2}})(?:er|\.|º)?\s(?:de\s)?(?P<month6>(?i:{_OTHER_MONTH}))\s(?:de\s|del\s)?(?P<year6>(?:19|20)\d\d)\b"
    r"|(?<!\d)(?P<day7>\d{1,2})\.\s?(?P<month7>\d{1,2})\.\s?(?P<year7>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<first8>\d{1,2})/(?P<second8>\d{1,2})/(?P<year8>(?:19|20)\d\d)(?!\d)"
)


def printed_day(match: re.Match[str]) -> str | None:
    """The ISO day that a match of PRINTED gives, None where the calendar has none or two readings are possible."""
    if match["year"]:
        return day_in(int(match["year"]), month_number(match["month"]), int(match["day"]))
    if match["year2"]:
        return day_in(int(match["year2"]), month_number(match["month2"]), int(match["day2"]))
    if match["year3"]:
        return day_in(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    if match["year4"]:
        return day_in(int(match["year4"]) + _ERAS[match["era4"]], int(match["month4"]), int(match["day4"]))
    if match["year5"]:
        year = int("".join(str(_han_number(digit)) for digit in match["year5"]))
        return day_in(year, _han_number(match["month5"]), _han_number(match["day5"]))
    if match["year6"]:
        return day_in(int(match["year6"]), _MONTHS[match["month6"].casefold()], int(match["day6"]))
    if match["year7"]:
        return day_in(int(match["year7"]), int(match["month7"]), int(match["day7"]))
    return _slashed(int(match["first8"]), int(match["second8"]), int(match["year8"]))


def _slashed(first: int, second: int, year: int) -> str | None:
    """A day with slashes, where only one of the two orders is a day (or both are the same one)."""
    days = {day for day in (_day_or_none(year, first, second), _day_or_none(year, second, first)) if day}
    return days.pop() if len(days) == 1 else None


def _day_or_none(year: int, month: int, day: int) -> str | None:
    return day_in(year, month, day) if 1 <= month <= 12 else None


def _han_number(digits: str) -> int:
    """十四 -> 14, 二十 -> 20, 〇 -> 0."""
    tens, ten, ones = digits.rpartition("十")
    unit = max(_HAN_DIGITS.index(ones[-1]) - 1, 0) if ones else 0
    if not ten:
        return unit
    return 10 * (max(_HAN_DIGITS.index(tens[-1]) - 1, 0) if tens else 1) + unit
