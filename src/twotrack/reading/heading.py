"""Title, date, place, kind and language of a document: from its front matter and from the lines above the first turn."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from twotrack.reading.calendar_words import MONTH, day_in
from twotrack.reading.conventions import asks
from twotrack.reading.findings import Heading
from twotrack.reading.known import Known
from twotrack.reading.labels import Label
from twotrack.reading.language import language_of
from twotrack.reading.printed_dates import PRINTED, printed_day
from twotrack.sources.raw import Document
from twotrack.vocabulary import DocumentKind

# lines that are page furniture, not a title
_FURNITURE = re.compile(
    r"(?i)an official website.{0,80}|here.?s how you know.{0,20}|skip to .{0,40}|home|menu|search|share|print"
    r"|click here .{0,80}|for immediate release.{0,40}|office of the (?:press secretary|spokes\w+)"
    r"|the white house|u\.?s\.? department of state|transcript:?|press release|remarks|speaker|date"
    r"|\[?https?://.{0,300}"
)
_TIME = re.compile(r"(?i)[\s(]{0,200}\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?.{0,20}")
# matches "Washington, DC", "Via Teleconference", "Press Briefing Room", "Aboard Air Force One", "Beijing";
# not "Assistant Secretary, Bureau of Labor"
_PLACE = re.compile(
    r"(?i)via .{3,40}|(?:aboard|en route|on board) .{3,60}|.{0,60}\b(?:room|hotel|house|hall|palace|embassy"
    r"|center|centre|airport|base|ministry|headquarters|club)\b.{0,40}"
    r"|(?-i:[A-Z][\w.’' -]{2,30}, (?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][\w’' -]{3,30}))"
)
# matches "Place: Port Isel", "Lieu : Holm"; not "Placed: well"
_PLACE_LINE = re.compile(
    r"(?i)(?:place|location|venue|lieu|ort|lugar|地点|地點)[*_ \u00a0]{0,3}[:：][*_ ]{0,3}(?P<place>.{2,80})"
)
# matches ", Tuesday,", "le mardi", "Mardi"
_WEEKDAY = re.compile(
    r"(?i)[, ]{0,3}\b(?:(?:le|den|el) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi"
    r"|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo)[, ]{0,3}$|[, ]{1,3}(?:le|den|el) $"
)
_CITY = re.compile(r"[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20})?")
_OFFICE = re.compile(
    r"(?i)\b(?:secretary|minister|bureau|department|council|director|ambassador|president|spokes\w+|office|official)\b"
)
_KIND_WORDS = (
    (
        DocumentKind.JOINT_STATEMENT,
        re.compile(
            r"(?i)\bjoint (?:\w+ )?(?:statement|communiqu\S|declaration|press statement)|联合(?:声明|公报|新闻)"
        ),
    ),
    (
        DocumentKind.READOUT,
        re.compile(
            r"(?i)\breadout\b|\bpress release on\b.*\bmeeting\b|\bmeets? with\b|\bmet with\b|\b(?:dialogue"
            r"|consultations?|talks) (?:held|took place|takes? place)|会见|会谈|举行.*(?:对话|磋商)"
        ),
    ),
    (
        DocumentKind.BRIEFING,
        re.compile(
            r"(?i)\b(?:briefing|press (?:call|conference|gaggle|availability)|gaggle|q&a"
            r"|oral evidence|takes? questions|answers? (?:a )?questions?|news conference)\b|记者会|答记者问|吹风会"
        ),
    ),
    (DocumentKind.REMARKS, re.compile(r"(?i)\b(?:remarks|speech|statement|address)\b|讲话|致辞|发言")),
)
_HEAD = 1_200  # characters above the first turn that are read for a heading; longer heads are text


def find_heading(known: Known) -> Heading:
    """What a document says of itself. A date that the heading prints for the event goes before that of publication."""
    document = known.document
    labels = known.labels.labels
    first = labels[0].start if labels else len(document.text)
    lines = [
        line.strip(" \t\u00a0#*_>")
        for line in document.text[document.body : min(first, document.body + _HEAD)].splitlines()
    ]
    lines = [line for line in lines if line]
    if not labels:
        lines = lines[:6]
    title = _without_site(_metadata(document, "title"), lines) or _title(lines)
    return Heading(
        title=title,
        date=_date(lines) or _metadata_date(document) or (_only_day(lines) if labels else None),
        place=_metadata(document, "place", "location") or _place(lines, title),
        kind=_kind(title or "", labels, document),
        language=_metadata(document, "language", "lang") or language_of(document.text[document.body :]),
    )


def _metadata(document: Document, *keys: str) -> str | None:
    value = next((document.metadata[key] for key in keys if document.metadata.get(key)), None)
    return " ".join(value.split()) if value else None


# what a mail's subject or a page's title adds. matches "[PRESS] ", "Fwd: ", "TRANSCRIPT - "; not "Transcript of"
_PREFIX = re.compile(r"(?i)(?:(?:fwd?|re|aw|wg)\s?:\s{0,3}|\[[^\[\]]{1,40}\]\s{1,3}){1,4}")
_BEFORE_SITE = re.compile(r"\s{1,3}[|·»]\s{1,3}|\s{1,3}[-–—]\s{1,3}")
# a publisher's name. matches "U.S. Department of State", "GOV.UK", "The White House"; not "March 6, 2031"
_SITE = re.compile(
    r"(?i).{0,60}\b(?:department|ministry|office|government|gov\.\w{2,3}|commission|council|embassy|parliament|house"
    r"|press"
    r"|news|nations|union|eeas|service|archives?|foreign affairs|\w{2,20}\.(?:gov|org|com|int|eu|net))\b.{0,40}"
    r"|.{0,12}(?:部|网|網|社|署|府)"
)


def _without_site(title: str | None, lines: list[str]) -> str | None:
    """A title as metadata gives it, without the name of the site behind it and the marks of mail before it."""
    if not title:
        return None
    title = title[match.end() :] if (match := _PREFIX.match(title)) else title
    printed = {" ".join(line.split()).casefold() for line in lines[:12]}
    for match in reversed(list(_BEFORE_SITE.finditer(title[:600]))):
        before, sep, site = title[: match.start()], match.group().strip(), title[match.end() :]
        if before.casefold() in printed:
            return before
        if title.casefold() in printed or (len(before.split()) < 3 and len(before) < 8):
            continue
        if _SITE.fullmatch(site) or (sep in "|·»" and not (PRINTED.search(site) or re.search(r", [A-Z]", site))):
            title = before
    return title


def _only_day(lines: list[str]) -> str | None:
    """The one day that a heading gives, be it in a sentence; None where it gives none or several."""
    days = {printed_day(match) for line in lines for match in PRINTED.finditer(line)}
    return days.pop() if len(days) == 1 else None


# a mail's date. matches "Fri, 15 Mar 2030 18:04:11 +0000"
_MAIL_DAY = re.compile(r"\b(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>(?:19|20)\d\d)\b")
_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _metadata_date(document: Document) -> str | None:
    for key in ("date", "published", "published_time", "created"):
        value = document.metadata.get(key, "")
        if (match := PRINTED.search(value)) and (day := printed_day(match)):
            return day
        if (match := _MAIL_DAY.search(value)) and match["month"] in _SHORT:
            return day_in(int(match["year"]), _SHORT.index(match["month"]) + 1, int(match["day"]))
    return None


def _date(lines: list[str]) -> str | None:
    """The earliest of the dates that stand as lines of a heading, or end one: what is published later bears both days."""
    days = [
        day
        for at, line in enumerate(lines)
        if (match := PRINTED.search(line))
        and ((at < 2 and not _is_sentence(line)) or _stands_alone(line, match))
        and (day := printed_day(match))
    ]
    if not days:
        return None
    latest = date.fromisoformat(max(days))
    return min(day for day in days if (latest - date.fromisoformat(day)).days <= 60)


def _is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does: what it dates may be anything."""
    return line.rstrip("\"”’'*_ ").endswith((".", "?", "!", ",", "。", "，", "？"))


def _stands_alone(line: str, match: re.Match[str]) -> bool:
    """Whether a date stands in a heading line ("Tarn, 14 May 2030") or at the head of a dateline, not in a sentence."""
    if match.start() <= 40 and re.match(r"\)?\s{0,3}[–—:-]\s", line[match.end() :]):
        return True
    return len(line) - len(match.group()) <= 40 and not line.rstrip().endswith((".", "?", "!", ",", "。"))


def _title(lines: list[str]) -> str | None:
    """The first line that is neither furniture, date, time nor place; a body's name only where nothing better follows."""
    fitting = []
    for line in lines:
        if not (
            _FURNITURE.fullmatch(line)
            or _TIME.fullmatch(line)
            or _only_date(line)
            or line.casefold().startswith("via ")
        ):
            words = len(line.split())
            han = len(re.findall(r"[\u3400-\u9fff]", line))
            if 3 <= words <= 60 or 4 <= han <= 80:
                fitting.append(line)
                if len(fitting) == 2 or not _BODY.fullmatch(line):
                    break
    if len(fitting) == 2 and (_is_sentence(fitting[1]) or _PLACE.fullmatch(fitting[1])):
        return fitting[0]
    return fitting[-1] if fitting else None


# a body alone. matches "Foreign Affairs Committee", "Center for River Studies"; not "Committee Hearing on Rivers"
_BODY = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]{1,20} ){1,5}(?:Committee|Council|Commission|Institute|University|Department|Ministry"
    r"|Foundation"
    r"|Parliament|Assembly|Office|Agency|Service|Center|Centre|Association)"
    r"|(?:The )?(?:[A-Z][\w’'.-]{1,20} ){0,2}(?:Committee|Council|Commission|Institute|University|Department|Ministry"
    r"|Foundation|Office|Center|Centre|Embassy|Permanent Mission|Mission|Delegation|Bureau|Association)"
    r" (?:of|for|on|to)(?: (?:the|and|of|for|to|[A-Z][\w’',-]{1,20})){1,8}"
)


def _only_date(line: str) -> bool:
    match = PRINTED.search(line)
    return bool(match) and len(line) - len(match.group() if match else "") <= 12


# a letter or mail ends: what stands below is who signs. matches "Best regards,", "-- ", "Cordialement"; not "Best of all"
_SIGNED = re.compile(
    r"(?i)--\s?|(?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks)\W{0,3}|best\W{0,3}|yours(?: \w+)?\W{0,3}"
    r"|sincerely\W{0,3}|cheers\W{0,3}"
    r"|mit (?:freundlichen|besten) grüßen\W{0,3}|(?:bien )?cordialement\W{0,3}|(?:un )?(?:cordial )?saludos?\W{0,3}"
    r"|cordiali saluti\W{0,3}|此致|敬上"
)


def _place(lines: list[str], title: str | None) -> str | None:
    """The first heading line that is a place: a room or "City, Country", else a city before a dateline's date, else a
    line that is a name alone."""
    signed = next((at for at, line in enumerate(lines) if _SIGNED.fullmatch(line)), len(lines))
    lines = lines[:signed]
    others = [
        line
        for line in lines
        if line != title and len(line) <= 80 and not (_OFFICE.search(line) or _BODY.fullmatch(line) or asks(line))
    ]
    plain = [line for line in others if not (_FURNITURE.fullmatch(line) or PRINTED.search(line))]
    if found := next((match["place"] for line in others if (match := _PLACE_LINE.fullmatch(line))), None):
        return found
    if found := next((line for line in plain if _PLACE.fullmatch(line)), None):
        return found
    for line in lines:
        match = PRINTED.search(line)
        before = _WEEKDAY.sub("", line[: match.start()]).rstrip(" ,–—(") if match and match.start() <= 60 else ""
        if _CITY.fullmatch(before) and not _SECTION.fullmatch(before):
            return before
    if found := next((line for line in plain[:4] if _CITY.fullmatch(line) and not _SECTION.fullmatch(line)), None):
        below = lines[lines.index(found) + 1 :][:1]
        if not below or not (_is_sentence(below[0]) and len(below[0]) > 60):
            return found
    return match["place"] if title and (match := _IN_TITLE.search(title) or _BEFORE_DAY.search(title)) else None


# a heading within the text, no place. matches "Opening Remarks", "Questions"
_SECTION = re.compile(
    r"(?i)(?:\w+ )?(?:remarks?|questions?|answers|statements?|introduction|transcript|speakers?|opening|participants"
    r"|summary"
    r"|background|contents?|(?:\w+ )?desk|briefing|conference|interview|announcements?|economy|highlights|published"
    r"|updated|issued|released|text|video|english|check)"
)
# matches "press conference in Sarnholm: 3 July", "Ministers Take Questions in Port Isel"; not "Briefing on Rights in Tarn"
_IN_TITLE = re.compile(
    r"(?i:conference|briefing|availability|gaggle|questions|remarks|doorstep|interview|statement|meeting|town hall)"
    r"(?:(?! (?i:on|about|regarding|concerning|rights|situation|developments|events) )[^:\n]){0,100}? (?:in|at) "
    r"(?P<place>[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20})?)(?=$|[:,]| [-–—|] | on )"
)

# matches "answers to questions, Port Isel, August 30, 2031"; not "Talks, Monday, August 30"
_BEFORE_DAY = re.compile(
    rf", (?P<place>(?!\w{{2,8}}day\b)[A-Z][\w’'-]{{2,20}}(?: [A-Z][\w’'-]{{2,20}})?), (?:\d{{1,2}} )?(?:{MONTH})\b"
)


def _kind(title: str, labels: Sequence[Label], document: Document) -> DocumentKind:
    """Questions make a briefing; else the title's words, the opening's where the title says nothing."""
    if any(asks(label.text) for label in labels) or _is_asked(labels, document.text):
        return DocumentKind.BRIEFING
    opening = document.text[document.body : document.body + 600]
    for kind, words in _KIND_WORDS:
        if words.search(title):
            if kind is DocumentKind.BRIEFING and not labels:
                continue
            return kind
    if labels:
        return DocumentKind.REMARKS
    if len(_REPORTED.findall(document.text, document.body, document.body + 6_000)) > 1:
        return DocumentKind.READOUT
    return next((kind for kind, words in _KIND_WORDS[:2] if words.search(opening)), DocumentKind.OTHER)


# questions told, not printed. matches "Asked whether", "Put to him that", "Asked about"; not "He asked us"
_REPORTED = re.compile(
    r"(?:\n|[.?!”] )(?:Asked|Put to|Questioned|Pressed|Challenged) (?:\w+ )?(?:whether|if|about|how|why|what|when"
    r"|that|on|by)\b"
)


def _is_asked(labels: Sequence[Label], text: str) -> bool:
    """Whether the turns of one of several speakers mostly hold a question."""
    turns, questions = Counter[str](), Counter[str]()
    for label, after in zip(labels, (*labels[1:], None), strict=False):
        turns[label.key] += 1
        end = after.start if after else len(text)
        questions[label.key] += text.find("?", label.words, end) >= 0 or text.find("？", label.words, end) >= 0
    return len(turns) > 1 and any(questions[key] > 1 and questions[key] * 2 >= turns[key] for key in turns)
