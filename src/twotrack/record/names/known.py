"""Names that are known to be spelled in many ways: the tables of `data/`, read once."""

import unicodedata
from functools import cache

from twotrack.reading.word_lists import rows

TSHEG = "\u0f0b"  # the dot between syllables of Tibetan


def unmarked(text: str) -> str:
    """Latin letters without their marks, lower case; other letters as they are."""
    return "".join(
        char
        for letter in text.casefold()
        for char in (unicodedata.normalize("NFD", letter) if letter < "\u0250" else letter)
        if not ("\u0300" <= char <= "\u036f")
    )


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """For each spelling, in Latin letters, Chinese characters or another script, the names that are spelled so. Latin
    letters without marks, Tibetan without the dots between syllables."""
    table: dict[str, list[str]] = {}
    for row in rows("given_names.tsv"):
        name = row[0].split(";")[0]
        for spelling in (one for column in row for one in column.split(";") if one):
            names = table.setdefault(unmarked(spelling).replace(TSHEG, ""), [])
            if name not in names:
                names.append(name)
    return {spelling: tuple(names) for spelling, names in table.items()}


@cache
def surname_readings() -> dict[str, tuple[str, ...]]:
    """The readings, as surnames, of those Chinese surnames that are read otherwise elsewhere."""
    return {surname: tuple(readings.split()) for surname, readings in rows("surname_readings.tsv")}


@cache
def compound_surnames() -> frozenset[str]:
    """Chinese surnames of two characters, simplified."""
    return frozenset(
        {word for (line,) in rows("surnames_han.txt")[:1] for word in line.split()}
        | {surname for surname in surname_readings() if len(surname) == 2}
    )


@cache
def cantonese() -> dict[str, str]:
    """The characters that a Cantonese spelling of a syllable may stand for."""
    return {row[0]: row[1] for row in rows("cantonese_names.tsv")}


# Surnames that are borne by so many that one alone says nothing, spelled with five letters or more.
COMMON_SURNAMES = frozenset(
    ("nguyen", "huynh", "hoang", "zhang", "huang", "zheng", "zhong", "cheung", "leung", "chiang")
)
