"""Sentences of a stretch of text, with their places, and the words by which two stretches are compared."""

import re
from itertools import pairwise

from twotrack.reading.findings import Span

# a sentence's end by its mark, with quotes and brackets that close after it; a dash only at the end of all or of a
# paragraph; a blank line. Begins with one set of characters, so that all others are passed over fast
_END = re.compile(
    r"[.?!…。？！；\n—–-](?:(?<=[.?!…])[.?!…]{0,2}[\"”’')\]]{0,3}(?=\s|\Z)|(?<=[。？！])[”」』）]?"
    r"|(?<=\n)[ \t\u00a0]{0,40}\n|(?<=[—–-])[\"”’')\]]{0,3}(?=\s{0,4}\Z|\n\n))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Adm|Amb|Prof|Jr|Sr|No|vs|etc|Sept|Oct|Nov|Dec|Jan|Feb|Inc|Corp"
    r"|Co)|\b[A-Za-z]|[ap]\.m)\.$"
)
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{3,60}|\d+|[\u3400-\u9fff]{2,60}")
# the same words where the text has no other letters, found in half the time
_LATIN_WORD = re.compile(r"[a-zß-öø-ɏ]{3,60}|[0-9]+")
_BEYOND_LATIN = re.compile(r"[^\x00-\x7f\u00a0\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u2010-\u2026]")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end], trimmed. A dash ends one only at the end of a line's words; a blank line always."""
    found: list[Span] = []
    at = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1):
            continue
        if text[stop : stop + 12].lstrip()[:1].islower():
            continue
        _add(found, text, at, stop)
        at = stop
    _add(found, text, at, end)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Add text[start:end] without blanks at its ends, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def on_one_line(words: str) -> str:
    """The words with single blanks between them; as they are where no other blank can be among them."""
    if (
        "\n" in words
        or "  " in words
        or "\u00a0" in words
        or "\t" in words
        or "\u3000" in words
        or words != words.strip()
    ):
        return " ".join(words.split())
    return words


_COMMON_TEXT = """
the and that this with for from have has had was were are will would could should about there their they them then
than what when where which who whom why how you your yours our ours his her its him she not but any some all can did
does doing done been being into over also just more most very much many one two three first second third last
question questions follow thank thanks going want wanted know think say said talk talking tell give get got make
made like really actually maybe please good morning afternoon because other these those here now sure yes yeah okay
well again specific specifically terms sort kind little bit couple quick clarify elaborate describe wondering
curious hoping ask asked asking issue issues whether between before after might may were your u.s let lot put see
look way thing things part something anything right back take took come came up out off on in of to at by as if or
so do be is it we i a an no hi hello hey sir raise raised raising discuss discussed discussion meeting meetings side
country countries since until every both while during such each even still yet ever never always already year
years day days
und der die das den dem des ein eine einen einem einer ist sind war hat haben wird werden auf mit von für nicht auch
dass sie wir ich ihr ihre ihrer ihnen uns zum zur aus bei nach noch nur über oder aber als wie was wer dann schon
les des une est sont pour dans par sur que qui aux avec pas plus cette ces son ses nous vous ils elle été sera avez
los las del una por para con que está son fue han más pero sus como
time people don didn doesn isn aren wasn weren won wouldn couldn shouldn haven hasn hadn
"""
_COMMON = frozenset(_COMMON_TEXT.split())


def content_words(text: str) -> set[str]:
    """The words that say what a stretch is about, shortened to a stem; Han characters in pairs."""
    low = text.lower()
    words = set((_WORD if _BEYOND_LATIN.search(low) else _LATIN_WORD).findall(low)) - _COMMON
    found = {word.rstrip("s")[:6] for word in words}
    if not text.isascii():
        han = [word for word in words if "\u3400" <= word[0] <= "\u9fff"]
        found.difference_update(word[:6] for word in han)
        found.update(a + b for word in han for a, b in pairwise(word))
    return found
