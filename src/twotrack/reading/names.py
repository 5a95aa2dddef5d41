"""Names of persons in running text, with the titles before and after them.

`find_names` prefers to be right: a title with a capitalised word, or two to five capitalised words of which one is no
known word. `possible_names` (reading/possible_names.py) prefers to miss nobody and is what the publisher withholds by.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from twotrack.reading.findings import Span
from twotrack.reading.parties import party_of
from twotrack.reading.possible_names import possible_names
from twotrack.reading.word_lists import lines, rows
from twotrack.reading.words_of_names import Kind, Word, adjacent, find_words, kind_of, title_class

__all__ = ["PersonName", "find_names", "possible_names", "same_person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person named at text[start:end] (the name alone); `whole` takes in a title that stands beside it.

    `title` is the title as printed ("Assistant Secretary for Trade"); `honorific` says that it is only "Mr." and its
    like.
    """

    name: str
    start: int
    end: int
    whole: Span
    title: str | None
    honorific: bool


_LINK_TEXT = "of for and the"
_LINK = frozenset(_LINK_TEXT.split())
# words after which no name comes, though a title stands before. matches "Minister of", "Director for Eastern"
_BEFORE_A_PLACE_TEXT = "of for and the in on to at by with eastern western northern southern central global european"
_BEFORE_A_PLACE = frozenset(_BEFORE_A_PLACE_TEXT.split())
_SHORT_LINE = 60  # characters of a line that ends before the margin
_IN_NAME = frozenset({Kind.NAME, Kind.EITHER, Kind.INITIAL})
# after a name. matches ", Assistant Secretary for Trade", ", who is the director general of"; not ", and the talks"
_OF_PARTY = re.compile(r"\sof\s(?:the\s)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\b")
_TITLE_AFTER = re.compile(
    r",?\s(?:who\s(?:is|was|serves\sas)\s)?(?:the\s|our\s|their\s|his\s|her\s"
    r"|a\s)?(?P<title>(?:[A-Za-z][\w’'-]{1,20}\s){0,3}?"
    r"(?i:secretary|director|minister|ambassador|commissioner|representative|adviser|advisor|administrator"
    r"|envoy|counsellor|counselor|chairman|chair|spokesperson)"
    r"(?:\sgeneral)?(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w’'-]{1,20}(?:(?:,?\sand\s|,\s"
    r"|\s(?:of\s)?(?:the\s)?)[A-Z][\w’'-]{1,20}){0,8})?)"
)
# before a name and its comma. matches "the Minister for Asia, ", "The Human Rights Ombudsman, "; not "the minister left, "
_OFFICE_BEFORE = re.compile(
    r"\b[Tt]he\s(?P<title>(?:[A-Z][\w’'-]{1,20}\s){0,4}?(?i:secretary|director|minister|ambassador|commissioner|representative"
    r"|rapporteur|ombudsman|envoy|president|prosecutor|coordinator|chair|head|spokesperson|chief)"
    r"(?:[-\s][Gg]eneral)?(?:\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’'-]{1,20}(?:(?:,?\sand\s|,\s|\s(?:of\s)?(?:the\s)?)"
    r"[A-Z][\w’'-]{1,20}){0,6})?),\s\Z"
)


def find_names(text: str, start: int, end: int) -> list[PersonName]:
    """The persons named in text[start:end], in order, in Latin script and in Chinese."""
    words = list(find_words(text, start, end))
    found: list[PersonName] = []
    at = 0
    while at < len(words):
        if found and words[at].start < found[-1].whole.end:  # still in the title after a name
            at += 1
            continue
        stop = _run(text, words, at)
        if stop > at and (name := _person(text, words, at, stop, found)):
            found.append(name)
        at = max(stop, at + 1)
    return sorted([*found, *_han_names(text, start, end)], key=lambda name: name.start)


# words of institutions and times that are surnames too: "Theresa May", "Anna Day Orr"; a hall is one only after an
# initial
_SURNAMES = frozenset({"Day", "May", "June", "April", "King", "Justice", "Hall", "West", "Church", "Price", "Jordan"})


def _run(text: str, words: list[Word], at: int) -> int:
    """Where the run of words that may be one name ends, `at` itself where none begins."""
    if words[at].kind not in _IN_NAME and not (words[at].kind is Kind.COMMON and not words[at].opens):
        return at
    stop = at + 1
    while stop < len(words) and stop - at < 6 and adjacent(text, words[stop - 1], words[stop]):
        kind = words[stop].kind
        particle = kind is Kind.PARTICLE and stop + 1 < len(words) and words[stop + 1].kind in _IN_NAME
        day = words[stop].text in _SURNAMES and stop - at >= 1
        if kind not in _IN_NAME and kind is not Kind.COMMON and not particle and not day:
            break
        stop += 1
    return stop


def _person(text: str, words: list[Word], at: int, stop: int, before: list[PersonName]) -> PersonName | None:
    """The person whose name is words[at:stop], None where that is no name."""
    if words[at].opens and words[at].kind in {Kind.COMMON, Kind.EITHER} and stop - at > 1 and _opener(words[at].text):
        at += 1
    title_at, title, honorific = _title_before(text, words, at)
    run = words[at:stop]
    listed = _in_list_of_titled(text, run[0].start, before)
    names = [word for word in run if word.kind in _IN_NAME]
    strong = any(word.kind is Kind.NAME for word in run) or run[0].text.casefold() in _GIVEN_WORDS
    if not names or all(word.kind is Kind.INITIAL for word in run):
        return None
    if title is None and not listed and (len(run) < 2 or not strong or not _all_named(run)):
        return None
    if title is not None and run[0].kind is Kind.COMMON:
        return None
    if title is None and _body_follows(text, words, stop):
        return None
    if (
        any(
            len(word.text) > 1 and word.text.isupper() and "." not in word.text and word.kind is Kind.NAME
            for word in run
        )
        and not title
    ):
        return None
    end = run[-1].end
    whole_end = end
    if title is None and (after := _TITLE_AFTER.match(text, end, min(len(text), end + 160))):
        title, whole_end = _without_next(after)
    elif title is None and listed:
        title, honorific = listed.title, listed.honorific
    elif title is None and (ahead := _title_and_comma(text, run[0].start, end)):
        title_at, title = ahead
    elif title and (after := _OF_PARTY.match(text, end)) and party_of(after.group()):
        whole_end = after.end()
    return PersonName(
        name=" ".join(text[run[0].start : end].split()),
        start=run[0].start,
        end=end,
        whole=Span(title_at if title_at < run[0].start else run[0].start, whole_end),
        title=title,
        honorific=honorific,
    )


def _without_next(after: re.Match[str]) -> tuple[str, int]:
    """A title after a name without the person who is named next: ", Director of the Service, and Ann Lamm"."""
    words = after["title"]
    if (
        "\n" in words
        and len(after.string[after.string.rfind("\n", 0, after.start()) + 1 : after.start("title")]) < _SHORT_LINE
    ):
        words = words.split("\n")[0].rstrip(", ")  # the lines of a heading
        return " ".join(words.split()), after.start("title") + len(words)
    last = re.search(r",?\sand\s(?P<next>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+)\Z", words)
    if last and all(kind_of(word) in {Kind.NAME, Kind.EITHER} for word in last["next"].split()):
        return " ".join(words[: last.start()].split()), after.start("title") + last.start()
    return " ".join(words.split()), after.end()


def _title_and_comma(text: str, start: int, end: int) -> tuple[int, str] | None:
    """The title that goes before a name and a comma: "The Minister for Asia, Fiona Lamm, said"."""
    if text[start - 2 : start] != ", " or text[end : end + 1] not in {",", ".", ";", ")", "\n", ""}:
        return None
    match = _OFFICE_BEFORE.search(text, max(0, start - 120), start)
    return (match.start("title"), " ".join(match["title"].split())) if match else None


def _opener(word: str) -> bool:
    """Whether a word that opens a sentence is more likely that sentence's first word than a name's."""
    return word.casefold() not in _GIVEN_WORDS


_GIVEN_WORDS_TEXT = """
mark bill frank jack grace rose carol dean dale christian rob ray gene nick pat jean jane josh joy ruth sandy sean
terry tony tom travis tyler wayne ben kim fat tang wang li lu gang jin
bo lu du mo lee amber angel basil daisy drew earl ivy jasmine leo lily max mike miles pearl robin victor violet wade
warren
"""
_GIVEN_WORDS = frozenset(_GIVEN_WORDS_TEXT.split())


def _all_named(run: list[Word]) -> bool:
    """Whether a run without a title reads as a name: its ends are name words, at most one common word within."""
    first, last = run[0], run[-1]
    common = sum(word.kind not in _IN_NAME and word.kind is not Kind.PARTICLE for word in run)
    surname = last.text in _SURNAMES - {"Hall", "Church", "West"} or (
        last.text in _SURNAMES and run[-2].kind is Kind.INITIAL
    )
    return (
        first.kind in {Kind.NAME, Kind.EITHER, Kind.INITIAL}
        and (last.kind in {Kind.NAME, Kind.EITHER} or surname)
        and common <= 1
        and not (len(run) == 2 and first.kind is Kind.INITIAL and len(first.text) > 4)
    )


def _body_follows(text: str, words: list[Word], stop: int) -> bool:
    """Whether an institution's word follows at once: "Hall Foundation" is no person."""
    if stop >= len(words) or not adjacent(text, words[stop - 1], words[stop]):
        return False
    return words[stop].kind is Kind.INSTITUTION and not title_class(words[stop].text)


def _title_before(text: str, words: list[Word], at: int) -> tuple[int, str | None, bool]:
    """Where the title before words[at] begins, the title, and whether it is an honorific alone."""
    first = at
    while first > 0 and at - first < 14 and _of_title(text, words, first):
        first -= 1
    while first < at and (words[first].kind in {Kind.LOWER, Kind.PARTICLE} and not title_class(words[first].text)):
        first += 1
    head = [title_class(word.text) for word in words[first:at]]
    if first == at or not any(one in {"office", "honorific", "plural"} for one in head):
        return words[at].start, None, False
    nearest = title_class(words[at - 1].text)
    if nearest is None and (not _office_of(words[first:at]) or words[at - 1].text.casefold() in _BEFORE_A_PLACE):
        return words[at].start, None, False
    links = [number for number in range(first, at) if words[number].text == "and"]
    if links and first > 0 and words[first - 1].text.casefold() in {"the", "between"}:
        first = links[-1] + 1  # "the Minister and Ambassador Hall": two persons
    start = words[first].start
    return start, " ".join(text[start : words[at - 1].end].split()), all(one == "honorific" for one in head)


def _of_title(text: str, words: list[Word], at: int) -> bool:
    """Whether the word before words[at] still belongs to a title that ends there."""
    word, following = words[at - 1], words[at]
    gap = text[word.end : following.start]
    abbreviated = len(word.text) <= 4 and title_class(word.text) is not None and re.fullmatch(r"\.\s{1,2}", gap)
    if not adjacent(text, word, following) and not abbreviated:
        return False
    if word.kind in {Kind.INSTITUTION, Kind.PLACE}:
        return True
    return word.text in _LINK or title_class(word.text) in {"office", "modifier"} or word.text.startswith("then-")


def _office_of(words: list[Word]) -> bool:
    """Whether a title that does not end with an office has one before an "of": "Director of the Office of Trade"."""
    texts = [word.text.casefold() for word in words]
    offices = [number for number, word in enumerate(words) if title_class(word.text) == "office"]
    return bool(offices) and any(text in {"of", "for"} for text in texts[offices[0] + 1 :])


def _in_list_of_titled(text: str, at: int, before: list[PersonName]) -> PersonName | None:
    """The person before in a list under one plural title: "Under Secretaries Hall, Marsh and Ann Otis"."""
    if not before or not before[-1].title:
        return None
    gap = text[before[-1].end : at]
    if not re.fullmatch(r",\s|,?\sand\s", gap):
        return None
    plural = any(title_class(word) == "plural" for word in before[-1].title.split())
    return before[-1] if plural else None


@lru_cache(maxsize=1 << 12)
def folded(name: str) -> str:
    """A name as it is compared: without case, accents and tones, and marks that cannot be seen."""
    if name.isascii():
        return name.casefold()
    parts = unicodedata.normalize("NFKD", name)
    return "".join(char for char in parts if unicodedata.category(char) not in {"Mn", "Cf"}).casefold()


def same_person(a: str, b: str) -> bool:
    """Whether two names in one document may be one person: one's words are among the other's, the last one included."""
    one, other = folded(a).split(), folded(b).split()
    few, many = sorted((one, other), key=len)
    return bool(few) and set(few) <= set(many) and (few[-1] == many[-1] or few == many[: len(few)])


def _han_pattern() -> re.Pattern[str]:
    doubles, *singles = lines("surnames_han.txt")
    titles = "|".join(row[0] for row in rows("titles.tsv") if row[1] == "han")
    surname = f"(?:{'|'.join(doubles.split())}|[{''.join(singles)}])"
    return re.compile(
        rf"(?P<before>{titles})?(?P<name>{surname}[\u4e00-\u9fff]{{1,2}})(?P<after>{titles})"
        rf"|(?P<before2>{titles})(?P<name2>{surname}[\u4e00-\u9fff]{{1,2}}?)(?=[在的与和同说、，。]|率|表示|主持|出席|会见|举行"
        rf"|[\s（(]|\Z)"
    )


_HAN = _han_pattern()


def _han_names(text: str, start: int, end: int) -> list[PersonName]:
    """Persons named in Chinese with a title before or after: 外长王毅, 高智晟律师."""
    found = []
    for match in _HAN.finditer(text, start, end):
        group = "name" if match["name"] else "name2"
        title = match["after"] or match["before"] or match["before2"]
        found.append(
            PersonName(
                name=match[group],
                start=match.start(group),
                end=match.end(group),
                whole=Span(match.start(), match.end()),
                title=title,
                honorific=title in {"先生", "女士"},
            )
        )
    return found
