"""The words of a text as names are made of them: which are capitalised, and which of those are known to be no name.

Latin, Greek and Cyrillic; other scripts are looked at in reading/possible_names.py.
"""

import re
from enum import Enum
from functools import cache
from typing import NamedTuple

from twotrack.reading.parties import place_words
from twotrack.reading.word_lists import rows, words

PARTICLES_TEXT = """
de la del der den di da dos du van von bin ibn al el ul ad e y ben bint le
"""
PARTICLES = frozenset(PARTICLES_TEXT.split())
_WORD = re.compile(r"(?:[^\W\d_]\.){2,5}|[^\W\d_]\.(?=\s[^\W\d_])|[^\W\d_]+(?:[’'‘ʼ‑-][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|\nQ|[.?!:;…“\"(\[—–*•_>]|\n\s*\n|\n\s*[-*#>]+)[\s“\"‘'(\[*_\\]*\Z")


class Kind(Enum):
    """What a word can be to a name."""

    LOWER = "lower"  # not capitalised
    PARTICLE = "particle"  # "van", "bin": inside a name only
    INITIAL = "initial"  # "H.", "P.J."
    PLACE = "place"
    INSTITUTION = "institution"  # "Ministry", "January", "Dialogue"
    COMMON = "common"  # a common word that happens to be capitalised
    EITHER = "either"  # a common word that is a name too: "Mark", "Brown"
    NAME = "name"  # capitalised and no known word


class Word(NamedTuple):
    """A word at text[start:end] (without a possessive 's) and what it can be; `opens` where it opens a sentence."""

    start: int
    end: int
    text: str
    kind: Kind
    opens: bool


_GERMAN_OFFICES_TEXT = """
minister ministerin präsident präsidentin kanzler kanzlerin sekretär sekretärin botschafter botschafterin beauftragte
beauftragter direktor direktorin kommissar kommissarin
"""
_GERMAN_OFFICES = tuple(_GERMAN_OFFICES_TEXT.split())


_GERMAN_BODIES = ("ministerium", "ministeriums", "amts", "auswärtigen", "auswärtiges", "bundestag", "kommission")


@cache
def _titles() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("titles.tsv") if row[1] != "han"}


def title_class(word: str) -> str | None:
    """The class of a title's word in data/titles.tsv ("office", "modifier", ...), None where it is none."""
    plain = word.rstrip(".").casefold()
    if plain.endswith(_GERMAN_OFFICES):
        return "office"
    return _titles().get(plain) or (_titles().get(plain.removeprefix("then-")) if plain.startswith("then-") else None)


@cache
def kind_of(word: str) -> Kind:
    """What one word can be, looked at alone."""
    if word[0].islower():
        # "al-Rashid" is a name though it begins small
        head, _, tail = word.partition("-")
        if head in PARTICLES and tail[:1].isupper():
            return Kind.NAME
        return Kind.PARTICLE if word in PARTICLES else Kind.LOWER
    if not word[0].isupper():
        return Kind.LOWER
    plain = word.replace("’", "'").casefold()
    if title_class(word) or plain in _FIRM or plain.endswith(_GERMAN_BODIES):
        return Kind.INSTITUTION
    if plain.rstrip(".") in words("institution_words.txt") or plain in words("institution_words.txt"):
        return Kind.EITHER if plain in words("names_that_are_words.txt") else Kind.INSTITUTION
    if plain in place_words():
        return Kind.PLACE
    if "." in word:
        return Kind.INITIAL
    if plain in words("names_that_are_words.txt"):
        return Kind.EITHER
    if plain in words("common_words.txt") or _parts_are_known(plain):
        return Kind.COMMON
    return Kind.NAME


# capitalised, these are hardly ever a person's name though they are in the list of names
_FIRM_TEXT = """
april may june monday friday art bay bank banks base beach bill bond bridge border branch camp charity chase church
city coach coast
coach court day east english faith field fire forest general green gulf hall harbor house holy justice king land lake
law major march marshal may mount north order palace park peace pope port post price prime priest prince princess
reader river road royal sea south stone street union wall west white world judge water zion to ho
"""
_FIRM = frozenset(_FIRM_TEXT.split())


def _parts_are_known(word: str) -> bool:
    """Whether a word with a hyphen or apostrophe is made of known ones: "Vice-Minister", "We'll", "U.S.-led"."""
    if "'" in word and word.split("'")[0] in words("common_words.txt") and len(word.split("'")[1]) <= 2:
        return True
    parts = re.split(r"[-‑]", word)
    known = (words("common_words.txt"), words("institution_words.txt"), place_words())
    return len(parts) > 1 and all(any(part in one for one in known) for part in parts)


def find_words(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end] in scripts with two cases, in order."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word, stop = match.group(), match.end()
        if word[0].islower() and "-" not in word:
            found.append(Word(match.start(), stop, word, kind_of(word), False))
            continue
        for tail in ("’s", "'s", "’S", "'S"):
            if word.endswith(tail):
                word, stop = word[:-2], stop - 2
        if not word:
            continue
        before = text[max(start, match.start() - 12) : match.start()]
        opens = match.start() == start or (_OPENS.search(before) is not None and not _after_title(text, match.start()))
        found.append(Word(match.start(), stop, word, kind_of(word), opens))
    return found


def _after_title(text: str, at: int) -> bool:
    """Whether the full stop before a word is that of a title or an initial ("Mr. Hall", "John F. Hall")."""
    return (
        re.search(
            r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Adm|Amb|Prof|Hon|Rev|Lt|Col|Capt|Sgt)|\b[A-Z])\.\s{1,3}\Z",
            text[max(0, at - 9) : at],
        )
        is not None
    )


def adjacent(text: str, left: Word, right: Word) -> bool:
    """Whether two words stand side by side, with blanks or one line's end between them."""
    gap = text[left.end : right.start]
    return 0 < len(gap) <= 3 and not gap.strip(" \n\u00a0\u202f") and gap.count("\n") < 2
