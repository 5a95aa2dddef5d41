"""Chinese names in Latin letters: every reading of the characters, and Wade-Giles and Cantonese spellings led back to pinyin.

Simplified and traditional characters by OpenCC, readings by pypinyin's table of single characters: a name is no phrase, so
the reading that a dictionary of phrases prefers is no help (晟 is sheng in a name, cheng in the dictionary).
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

import opencc
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.style import convert

from twotrack.record.names.known import cantonese, compound_surnames, spellings, surname_readings

READINGS = 24  # readings of one name that are kept, the usual ones first
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_DOTS = re.compile(r"[·•・‧．.\-\s]+")
_USUAL_WADE_GILES = {  # spellings in use beside those of the table
    "yi": ("yi",), "ko": ("ge", "ke", "guo"), "ho": ("he", "huo"), "szu": ("si",), "tze": ("zi",), "lo": ("luo",),
    "jo": ("ruo",), "kuo": ("guo",), "ting": ("ding", "ting"), "yueh": ("yue",),
}  # fmt: skip
_TONES = re.compile(r"[1-5]$")


@lru_cache(maxsize=1)
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def is_han(text: str) -> bool:
    """Whether most of the letters are Chinese characters."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and 2 * sum(bool(_HAN.match(char)) for char in letters) > len(letters)


def simplified(text: str) -> str:
    """The name in simplified characters, its parts (of a name with dots) divided by one dot."""
    return "·".join(filter(None, _DOTS.split(str(_to_simplified().convert(unicodedata.normalize("NFKC", text))))))


def parted(name: str) -> tuple[str, str]:
    """Surname and given name of a simplified Chinese name."""
    cut = 2 if len(name) > 2 and name[:2] in compound_surnames() else 1
    return name[:cut], name[cut:]


def pinyin_of(name: str, *, toned: bool = False) -> list[tuple[str, ...]]:
    """The readings of a simplified Chinese name as (surname, given name) in pinyin, those of the surname table first."""
    surname, given = parted(name)
    of_surname = [] if toned else list(surname_readings().get(surname, ()))
    of_surname += [one for one in _joined(surname, toned) if one not in of_surname]
    readings = product(of_surname, _joined(given, toned) or [""])
    return [tuple(filter(None, reading)) for reading in islice(readings, READINGS)]


def sounds_of(part: str) -> str:
    """One reading of a part of a transliterated name, its syllables divided by spaces."""
    return " ".join((_readings(char, toned=False) or ("",))[0] for char in part)


def spoken(text: str) -> str:
    """Words in Chinese (no name) as they are read, by pypinyin's dictionary of phrases, without spaces."""
    return "".join(map(plain, lazy_pinyin(text)))


def in_known_names(name: str) -> list[str]:
    """The names by which a whole Chinese transliteration can be read, longest first (洛桑丹增 -> lobsang tenzin); empty where
    a part is left over."""
    found = []
    for part in name.split("·"):
        at = 0
        while at < len(part):
            end = next((end for end in range(len(part), at + 1, -1) if part[at:end] in spellings()), 0)
            if not end:
                return []
            found.append(spellings()[part[at:end]][0])
            at = end
    return found


def is_pinyin(letters: str) -> bool:
    """Whether the letters can be divided into syllables of pinyin."""
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(start in reached and letters[start:end] in syllables() for start in range(max(0, end - 6), end)):
            reached.add(end)
    return len(letters) in reached and bool(letters)


def from_wade_giles(parts: list[list[str]]) -> list[tuple[str, ...]]:
    """A name of syllables in Wade-Giles as pinyin, each way in which it can be meant where apostrophes were left out; empty
    where a syllable is none of Wade-Giles or nothing would change."""
    return _respelled(parts, _wade_giles())


def from_cantonese(parts: list[list[str]]) -> list[tuple[str, ...]]:
    """A name in Cantonese spelling as the pinyin of the characters that it may stand for; empty where one is unknown."""
    return _respelled(parts, _cantonese_to_pinyin())


@cache
def syllables() -> frozenset[str]:
    """All syllables of pinyin, ü as u."""
    return frozenset(
        one for readings in PINYIN_DICT.values() for one in map(plain, readings.split(",")) if one.isalpha()
    )


def plain(reading: str) -> str:
    """A syllable of pinyin without tone; ü, v and yu after l and n are u."""
    letters = "".join(char for char in unicodedata.normalize("NFD", reading) if not unicodedata.combining(char))
    return _TONES.sub("", letters.casefold().replace("v", "u"))


@lru_cache(maxsize=20_000)
def _readings(char: str, *, toned: bool) -> tuple[str, ...]:
    readings = PINYIN_DICT.get(ord(char), "").split(",")
    return tuple(dict.fromkeys(reading if toned else plain(reading) for reading in readings if reading))


def _joined(characters: str, toned: bool) -> list[str]:
    each = [_readings(char, toned=toned) for char in characters]
    return ["".join(reading) for reading in islice(product(*each), READINGS)] if characters and all(each) else []


def _respelled(parts: list[list[str]], table: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    flat = [syllable for part in parts for syllable in part]
    if not flat or len(flat) > 6 or not all(syllable in table for syllable in flat):
        return []
    lengths = [len(part) for part in parts]
    found = []
    for chosen in islice(product(*(table[syllable] for syllable in flat)), READINGS):
        if list(chosen) != flat:
            syllable = iter(chosen)
            found.append(tuple("".join(next(syllable) for _ in range(length)) for length in lengths))
    return found


@cache
def _wade_giles() -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    toned = {one for readings in PINYIN_DICT.values() for one in readings.split(",") if one}
    for reading in toned:
        written = convert(reading, Style.WADEGILES, False).replace("v", "u")
        for form in (written, written.replace("'", "")):
            table.setdefault(form, set()).add(plain(reading))
    for form, also in _USUAL_WADE_GILES.items():
        table.setdefault(form, set()).update(also)
    return {form: tuple(sorted(readings)) for form, readings in table.items() if form.replace("'", "").isalpha()}


@cache
def _cantonese_to_pinyin() -> dict[str, tuple[str, ...]]:
    return {
        spelling: tuple(
            dict.fromkeys(
                reading
                for char in characters
                for reading in (*surname_readings().get(char, ()), *_readings(char, toned=False)[:2])
            )
        )
        for spelling, characters in cantonese().items()
    }
