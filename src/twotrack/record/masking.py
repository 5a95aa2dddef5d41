"""Finding every form of a name in a text, and masking it so that lengths in code points stay as they were.

Names and texts are compared by keys: compatibility forms, case, accents and tone marks, invisible characters, spaces,
hyphens and dots between the parts of a name make no difference. Each letter of a key knows its place in the text.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from twotrack.reading.findings import Span, joined

MASK = "\u2588"  # full block: no letter, so no form of a name


class Form(NamedTuple):
    """A name's key. `alone`: one part of a longer name, masked only where it is written with a capital."""

    key: str
    alone: bool


class Folded(NamedTuple):
    """A text's letters and digits, folded, and for each its place in the text."""

    key: str
    places: list[int]


def fold(text: str) -> Folded:
    """The key of a text: NFKD, without marks, case folded, letters and digits alone."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char.isascii():
            if char.isalnum():
                letters.append(char.lower())
                places.append(place)
            continue
        for part in unicodedata.normalize("NFKD", char).casefold():
            if part.isalnum():
                letters.append(part)
                places.append(place)
    return Folded("".join(letters), places)


def forms_of(names: Iterable[str], *, others: Iterable[str] = ()) -> list[Form]:
    """Every form in which these names of one person are looked for: whole, in other orders, and their parts.

    A part is left out where it is also part of one of the `others` (other persons, parties, agencies): masking it would
    take words from them. Others that hold the whole name (a namesake, an office called after the person) protect nothing.
    Han names are looked for whole and without the surname.
    """
    names = list(names)
    wholes = {key for name in names for key in _orders(_parts(name))}
    protecting = [name for name in others if not _holds_one(fold(name).key, wholes)]
    shared = {fold(part).key for name in protecting for part in _parts(name)}
    forms = dict.fromkeys(wholes, False)
    for name in names:
        parts = _parts(name)
        if len(parts) > 1:
            for part in parts:
                key = fold(part).key
                if len(key) > 1 and key not in shared:
                    forms.setdefault(key, True)
        elif _is_han(name) and len(fold(name).key) > 2 and (given := fold(name).key[1:]) not in shared:
            forms.setdefault(given, False)
    return sorted(
        (Form(key, alone) for key, alone in forms.items() if key), key=lambda form: (-len(form.key), form.key)
    )


def find(text: str, forms: Iterable[Form]) -> list[Span]:
    """Where any of the forms stands in the text, as whole words (Han: anywhere), merged and in order."""
    folded = fold(text)
    found = []
    for form in forms:
        at = folded.key.find(form.key)
        while at != -1:
            start, end = folded.places[at], folded.places[at + len(form.key) - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1  # a mark written apart belongs to its letter
            if stands_alone(text, start, end) and not (form.alone and text[start].islower()):
                found.append(Span(start, end))
            at = folded.key.find(form.key, at + 1)
    return joined(found)


def masked(text: str, forms: Iterable[Form]) -> str:
    """The text with every form masked, as long as before."""
    out, last = [], 0
    for span in find(text, forms):
        out += [text[last : span.start], MASK * (span.end - span.start)]
        last = span.end
    return "".join([*out, text[last:]]) if out else text


def masked_value(value: Any, forms: list[Form]) -> Any:
    """A value of a row with every form masked in each text within it."""
    if isinstance(value, str):
        return masked(value, forms)
    if isinstance(value, list):
        return [masked_value(part, forms) for part in value]
    if isinstance(value, dict):
        return {key: masked_value(part, forms) for key, part in value.items()}
    return value


def _holds_one(key: str, wholes: set[str]) -> bool:
    """Whether a key holds any of the whole names. Where there are many, its parts are looked up among them instead."""
    if len(wholes) < len(key) * len(key):
        return any(whole in key for whole in wholes if whole)
    ends = range(1, len(key) + 1)
    return any(key[start:end] in wholes for end in ends for start in range(end))


def _orders(parts: list[str]) -> set[str]:
    """The keys of a name in every order in which its parts are written."""
    orders = {tuple(parts), tuple(reversed(parts)), (*parts[1:], *parts[:1]), (*parts[-1:], *parts[:-1])}
    return {fold("".join(order)).key for order in orders}


def _parts(name: str) -> list[str]:
    spaced = "".join(char if char.isalnum() or unicodedata.combining(char) else " " for char in name)
    return spaced.split()


def _is_han(name: str) -> bool:
    return all("CJK" in unicodedata.name(char, "") for char in fold(name).key) and bool(name)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter touches the words that would make them part of a longer one. Han is written without spaces, and in
    a file's name ("TeoMarrend3.txt") a digit or a new capital begins another word."""

    def touches(one: str, two: str) -> bool:
        letters = one.isalpha() and two.isalpha() and not (_is_han(one) or _is_han(two))
        return letters and not (one.islower() and two.isupper())

    before = start > 0 and touches(text[start - 1], text[start])
    after = end < len(text) and touches(text[end - 1], text[end])
    return not (before or after)
