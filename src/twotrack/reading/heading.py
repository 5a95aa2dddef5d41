"""Title, date, place, kind and language of a document: from its front matter and from the lines above the first turn."""

import re
from collections import Counter
from datetime import date

from twotrack.reading.calendar_words import MONTH, day_in, month_number
from twotrack.reading.conventions import asks
from twotrack.reading.findings import Heading
from twotrack.reading.known import Known
from twotrack.sources.raw import Document
from twotrack.vocabulary import DocumentKind

_DATED = re.compile(
    rf"(?P<month>{MONTH})\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?\s{{1,3}}"
    rf"(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?P<month2>{MONTH}),?\s{{1,3}}(?P<year2>(?:19|20)\d\d)\b"
    r"|(?<!\d)(?P<year3>(?:19|20)\d\d)(?:-|\s?年\s?)(?P<month3>\d{1,2})(?:-|\s?月\s?)(?P<day3>\d{1,2})(?!\d)"
)
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
            r"(?i)\b(?:briefing|press (?:call|conference|gaggle|availability)|gaggle|q&a)\b|记者会|答记者问|吹风会"
        ),
    ),
    (DocumentKind.REMARKS, re.compile(r"(?i)\b(?:remarks|speech|statement|address)\b|讲话|致辞|发言")),
)
_STOP_WORDS = {
    "en": "the of and to in that is we for on with it was this",
    "fr": "le la les des et est que dans pour sur une nous au",
    "de": "der die das und ist nicht wir mit den von zu ein für",
    "es": "el la los las que y en una por con para del",
}
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
    title = _metadata(document, "title") or _title(lines)
    return Heading(
        title=title,
        date=_date(lines) or _metadata_date(document),
        place=_metadata(document, "place", "location") or _place(lines, title),
        kind=_kind(title or "", [label.text for label in labels], document.text[document.body :][:_HEAD]),
        language=_metadata(document, "language", "lang") or language_of(document.text[document.body :]),
    )


def _metadata(document: Document, *keys: str) -> str | None:
    value = next((document.metadata[key] for key in keys if document.metadata.get(key)), None)
    return " ".join(value.split()) if value else None


def _metadata_date(document: Document) -> str | None:
    for key in ("date", "published", "published_time", "created"):
        match = _DATED.search(document.metadata.get(key, ""))
        if match and (day := _day(match)):
            return day
    return None


def _day(match: re.Match[str]) -> str | None:
    if match["year"]:
        return day_in(int(match["year"]), month_number(match["month"]), int(match["day"]))
    if match["year2"]:
        return day_in(int(match["year2"]), month_number(match["month2"]), int(match["day2"]))
    return day_in(int(match["year3"]), int(match["month3"]), int(match["day3"]))


def _date(lines: list[str]) -> str | None:
    """The earliest of the dates that stand as lines of a heading, or end one: what is published later bears both days."""
    days = [
        day for line in lines if (match := _DATED.search(line)) and _stands_alone(line, match) and (day := _day(match))
    ]
    if not days:
        return None
    latest = date.fromisoformat(max(days))
    return min(day for day in days if (latest - date.fromisoformat(day)).days <= 60)


def _stands_alone(line: str, match: re.Match[str]) -> bool:
    """Whether a date stands in a heading line ("Tarn, 14 May 2030") or at the head of a dateline, not in a sentence."""
    if match.start() <= 40 and re.match(r"\)?\s{0,3}[–—:-]\s", line[match.end() :]):
        return True
    return len(line) - len(match.group()) <= 40 and not line.rstrip().endswith((".", "?", "!", ",", "。"))


def _title(lines: list[str]) -> str | None:
    """The first line that is neither furniture, date, time nor place."""
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
                return line
    return None


def _only_date(line: str) -> bool:
    match = _DATED.search(line)
    return bool(match) and len(line) - len(match.group() if match else "") <= 12


def _place(lines: list[str], title: str | None) -> str | None:
    """The first heading line that is a place: a room or "City, Country", else a city before a dateline's date, else a
    line that is a name alone."""
    others = [line for line in lines if line != title and len(line) <= 80 and not (_OFFICE.search(line) or asks(line))]
    plain = [line for line in others if not (_FURNITURE.fullmatch(line) or _DATED.search(line))]
    if found := next((line for line in plain if _PLACE.fullmatch(line)), None):
        return found
    for line in lines:
        match = _DATED.search(line)
        before = line[: match.start()].rstrip(" ,–—(") if match and match.start() <= 40 else ""
        if _CITY.fullmatch(before):
            return before
    return next((line for line in plain if _CITY.fullmatch(line)), None)


def _kind(title: str, labels: list[str], opening: str) -> DocumentKind:
    """Press turns make a briefing; else the title's words, the opening's where the title says nothing."""
    if any(asks(label) for label in labels):
        return DocumentKind.BRIEFING
    for kind, words in _KIND_WORDS:
        if words.search(title):
            if kind is DocumentKind.BRIEFING and not labels:
                continue
            return kind
    if labels:
        return DocumentKind.REMARKS
    return next((kind for kind, words in _KIND_WORDS[:2] if words.search(opening[:600])), DocumentKind.OTHER)


def language_of(text: str) -> str:
    """BCP 47 code by script and the commonest words; "und" where they do not tell."""
    sample = text[:20_000]
    letters = sum(character.isalpha() for character in sample)
    han = sum("\u3400" <= character <= "\u9fff" for character in sample)
    if letters and han * 4 > letters:
        return "zh"
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    total = sum(words.values())
    if not total:
        return "und"
    share, best = max((sum(words[word] for word in stops.split()) / total, code) for code, stops in _STOP_WORDS.items())
    return best if share >= 0.08 else "und"
