"""What days, months, seasons and years in English words mean as EDTF: one function a kind of expression."""

import re
from datetime import date, timedelta

from twotrack.reading.calendar_words import (
    DECADES,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    day_in,
    month_number,
    months_of,
    months_on,
    number,
    quarter_of,
    week_of,
    weekend_of,
    year_text,
)
from twotrack.reading.date_reference import Reference

_BETWEEN = re.compile(r"(?i)between[\s\u00a0]{1,2}$")


def named_year(match: re.Match[str], ref: Reference) -> int | None:
    """The year that a match names, by number or as last, this, the, next year."""
    groups = match.groupdict()
    if year := groups.get("year"):
        return int(year) + (2000 if len(year) == 2 else 0)
    if (which := groups.get("which")) and ref.day:
        return ref.day.year + {"last": -1, "next": 1}.get(which.casefold(), 0)
    return None


def iso_day(match: re.Match[str], _ref: Reference) -> str | None:
    return day_in(int(match["y"]), int(match["m"]), int(match["d"]))


def numeric_day(match: re.Match[str], ref: Reference) -> str | None:
    """13.05.2010, 05/13/2010: with points the day stands first, else by what is possible, else by the document; some day of
    the year where nothing tells which of two it is."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["y"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    if match["mark"] != "." and one != two and one <= 12 and two <= 12 and ref.day_first() is None:
        return f"{year_text(year)}-XX-XX"
    first_is_day = match["mark"] == "." or one > 12 or (two <= 12 and ref.day_first())
    return day_in(year, two, one) if first_is_day else day_in(year, one, two)


def month_day(match: re.Match[str], ref: Reference) -> str | None:
    """May 13, 2010; May 10th and 11th; 13-14 May 2010; May 30 to June 2; November [December] 3rd."""
    groups = match.groupdict()
    month, first = month_number(groups.get("corrected") or groups["month"]), int(groups["day"])
    end_month = month_number(groups["month2"]) if groups.get("month2") else month
    if groups.get("first_month"):
        month = month_number(groups["first_month"])
    year = named_year(match, ref) or ref.year_of_day(month, first, match)
    if year is None:
        return None
    if month > end_month and groups["last"]:
        last_year, year = (year, year - 1) if groups.get("year") else (year + 1, year)
    else:
        last_year = year
    start = day_in(year, month, first)
    if start is None or not groups["last"]:
        return start
    end = day_in(last_year, end_month, int(groups["last"]))
    return f"{start}/{end}" if end and end > start else start


def day_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """the 12th: of the month named just before, else the nearest by the words."""
    dom, own = int(match["day"]), ref.own
    if len(ref.named) >= 7 and ref.named[:7].replace("-", "").isdecimal() and int(ref.named[5:7]) <= 12:
        return day_in(int(ref.named[:4]), int(ref.named[5:7]), dom)
    around = [date.fromisoformat(f"{months_on(own, step)}-01") for step in (-1, 0, 1)]
    near = [date(month.year, month.month, dom) for month in around if day_in(month.year, month.month, dom)]
    ahead = ref.ahead(match)
    fitting = [one for one in near if ahead is None or (one >= own) is ahead] or near
    return min(fitting, key=lambda one: abs((one - own).days)).isoformat() if fitting else None


def month_year(match: re.Match[str], ref: Reference) -> str | None:
    """May 2010; May to July 2010; December to February 2011; June of last year."""
    year = named_year(match, ref)
    if year is None:
        return None
    first, last = month_number(match["month"]), month_number(match["last"]) if match["last"] else 0
    start = f"{year_text(year - (first > last > 0))}-{first:02}"
    return f"{start}/{year_text(year)}-{last:02}" if last else start


def month(match: re.Match[str], ref: Reference) -> str | None:
    """in May, last May, early January, April and May: past, unless the words look ahead."""
    own, at = ref.own, month_number(match["month"])
    which = " ".join((match["which"] or "").casefold().split())
    if which == "this":
        year = own.year
    elif which in {"next", "this coming", "coming"}:
        year = own.year + (at <= own.month)
    elif which:
        year = own.year - (at >= own.month)
    else:
        year = ref.year_of_month(at, match)
    if match.groupdict().get("last"):
        last = month_number(match["last"])
        return f"{year_text(year)}-{at:02}/{year_text(year + (last < at))}-{last:02}"
    return f"{year_text(year)}-{at:02}"


def weekday(match: re.Match[str], ref: Reference) -> str | None:
    """on Friday, last Friday, next Tuesday, Monday week: by the words, else the last one, the own day included."""
    own, wanted = ref.own, WEEKDAYS.index(match["weekday"].casefold())
    which, week = (" ".join((match[group] or "").casefold().split()) for group in ("which", "week"))
    monday = own - timedelta(days=own.weekday())
    forward = (wanted - own.weekday()) % 7
    if week:
        step = {"last": -1, "next": 1}.get(week.split()[0], 0)
        found = monday + timedelta(days=7 * step + wanted) if week != "week" else own + timedelta(days=forward + 7)
    elif which == "next":
        found = monday + timedelta(days=7 + wanted)
    elif which in {"last", "past", "this past", "this last"}:
        found = own - timedelta(days=(own.weekday() - wanted) % 7 or 7)
    elif which in {"coming", "this coming"}:
        found = own + timedelta(days=forward or 7)
    elif which == "this":
        found = monday + timedelta(days=wanted)
        if own.weekday() == 6 and wanted != 6:  # on a Sunday, "this Tuesday" is the one to come
            found += timedelta(days=7)
    elif forward == 0:
        found = own
    else:
        found = own + timedelta(days=forward if ref.ahead(match) else forward - 7)
    if match["to"]:
        last = found + timedelta(days=(WEEKDAYS.index(match["to"].casefold()) - wanted) % 7)
        return f"{found}/{last}" if last > found else found.isoformat()
    return found.isoformat()


def season(match: re.Match[str], ref: Reference) -> str | None:
    """this spring, last fall, the summer of 2010. A winter bears the year of its December."""
    number = SEASONS[match["season"].casefold()]
    year = named_year(match, ref)
    if year is None:
        own = ref.own
        now_year, now = own.year - (own.month < 3), 24 if own.month in {12, 1, 2} else own.month // 3 + 20
        rel = (match["rel"] or "").casefold().strip()
        if rel.startswith(("this", "earlier", "later")):
            year = now_year if number == now else own.year
        elif rel == "next":
            year = now_year + (number <= now)
        elif rel.startswith("last"):
            year = now_year - (number >= now)
        else:
            year = now_year + (number < now) if ref.ahead(match) else now_year - (number > now)
    return f"{year_text(year)}-{number}"


def years(match: re.Match[str], _ref: Reference) -> str | None:
    """2004 to 2013, 2004-13, 2023/24."""
    first, last = match["first"], match["last"]
    if match.groupdict().get("both") and not _BETWEEN.search(match.string, max(0, match.start() - 9), match.start()):
        return None
    last = last if len(last) == 4 else first[:2] + last
    if match.string[match.end("first")] == "/" and int(last) != int(first) + 1:
        return None  # a document's number: 2018/77
    return f"{first}/{last}" if last > first else None


def year_month(match: re.Match[str], ref: Reference) -> str | None:
    """2010-05 is May; 2010-12 is no month but to 2012, as a range of years is printed."""
    return years(match, ref) or f"{match['first']}-{match['last']}"


def fiscal_year(match: re.Match[str], _ref: Reference) -> str | None:
    """The year of the United States' budget: fiscal 2016 began in October 2015."""
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    return f"{year_text(year - 1)}-10/{year_text(year)}-09"


def decade(match: re.Match[str], ref: Reference) -> str | None:
    """the 1990s, the '90s, the nineties: without its century the last that had begun."""
    if match["digits"]:
        return f"{match['digits']}X"
    short = int(match["short"]) if match["short"] else DECADES[match["word"].casefold()] // 10
    year = ref.day.year if ref.day else 1999
    return f"{(year - short * 10) // 100 * 10 + short:03}X"


def century(match: re.Match[str], ref: Reference) -> str | None:
    """the 19th century, this century."""
    which = (match["which"] or "").casefold()
    number = int(match["ordinal"]) if match["ordinal"] else None
    if number is None and match["word"]:
        number = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21, "eighteenth": 18}[match["word"].casefold()]
    if number is None:
        number = ref.own.year // 100 + 1 + {"last": -1, "next": 1}.get(which, 0)
    return f"{number - 1:02}XX" if 1 <= number <= 99 else None


def quarter(match: re.Match[str], ref: Reference) -> str | None:
    """the first quarter, Q3 2024, the third quarter of last year: without a year the last begun, or by the words."""
    number = int(match["number"]) if match["number"] else ORDINALS.get((match["ordinal"] or "").casefold(), 4)
    if not 1 <= number <= 4:
        return None
    year = named_year(match, ref)
    if year is None:
        now = (ref.own.month + 2) // 3
        ahead = ref.ahead(match)
        year = ref.own.year + (number < now if ahead else 0) - (number > now if ahead is False else number - now > 2)
    return quarter_of(year, number)


def half(match: re.Match[str], ref: Reference) -> str | None:
    """the first half of 2010, of this year, of May."""
    first = match["ordinal"].casefold() in {"first", "1"}
    year = named_year(match, ref)
    if match["month"]:
        number = month_number(match["month"])
        year = ref.year_of_month(number, match) if year is None else year
        return f"{year_text(year)}-{number:02}"
    return None if year is None else months_of(year, *((1, 6) if first else (7, 12)))


def edge(match: re.Match[str], ref: Reference) -> str | None:
    """the end of the year, the beginning of 2011, the end of next month: the month that it is; of a year by December."""
    part, year = match["edge"].casefold(), named_year(match, ref)
    if (match["which"] or "").casefold() == "the" and ref.own.month <= 2 and ref.ahead(match) is False:
        year = ref.own.year - (part in {"end", "close"})  # said in January, what "was at the end of the year"
    at = 12 if part in {"end", "close"} else 6 if part == "middle" else 1
    if year is not None:
        return year_text(year) if part == "middle" else f"{year_text(year)}-{at:02}"
    unit, step = (match["unit"] or "").casefold(), {"last": -1, "next": 1}.get((match["rel"] or "").casefold(), 0)
    if unit == "week":
        return week_of(ref.own, step)
    if unit == "month":
        return months_on(ref.own, step)
    if unit == "decade":
        first = ref.own.year // 10 * 10 + 10 * step
        return year_text(first + 9) if part in {"end", "close"} else year_text(first)
    return None


def year_end(_match: re.Match[str], ref: Reference) -> str | None:
    """by year's end."""
    return f"{year_text(ref.own.year)}-12"


def week_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """the first week of June (2011): the Monday to Sunday that holds the 1st, and so on; the last holds the last day."""
    if match.groupdict().get("near"):
        first = date.fromisoformat(months_on(ref.own, {"last": -1, "next": 1}.get(match["near"].casefold(), 0)) + "-01")
    else:
        number = month_number(match["month"])
        first = date(named_year(match, ref) or ref.year_of_month(number, match), number, 1)
    ordinal = match["ordinal"].casefold()
    if ordinal in {"last", "final"}:
        return week_of((first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))
    return week_of(first, ORDINALS[ordinal] - 1)


def week_with(match: re.Match[str], ref: Reference) -> str | None:
    """the week of 3 June, the week beginning May 3: Monday to Sunday around the day."""
    day = month_day(match, ref)
    if day is None or "/" in day:
        return None
    return (weekend_of if match["end"] else week_of)(date.fromisoformat(day))


def months_of_year(match: re.Match[str], ref: Reference) -> str | None:
    """the first six months of 2010, the last three months of last year."""
    year, count = named_year(match, ref), number(match["count"])
    if year is None or not 1 <= count < 12:
        return None
    return months_of(year, *((1, count) if match["end"].casefold() == "first" else (13 - count, 12)))


def fourth_of_july(match: re.Match[str], ref: Reference) -> str | None:
    """The feast, by its date."""
    year = int(match["year"]) if match["year"] else ref.year_of_day(7, 4, match)
    return day_in(year, 7, 4) if year else None
