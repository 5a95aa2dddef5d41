"""What is known of a person beside the names, and whether it agrees with what is known of another."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twotrack import edtf
from twotrack.reading.word_lists import rows
from twotrack.record.names import chinese
from twotrack.record.names.known import unmarked
from twotrack.record.names.likeness import best_match


class Fact(StrEnum):
    """A fact by which persons are told apart. The value is what a person reads."""

    BORN = "born"
    GENDER = "gender"
    OCCUPATION = "occupation"
    RELATION = "relative"
    PARTY = "party"
    PLACE = "place"
    CHARGE = "charge"
    DETAINED = "detained"


OWN = frozenset(
    (Fact.BORN, Fact.OCCUPATION, Fact.RELATION, Fact.PARTY)
)  # the person's, not of an event that others share
Facts = Mapping[Fact, tuple[str, ...]]
_WEIGHTS = {Fact.GENDER: 0, Fact.OCCUPATION: 1, Fact.RELATION: 2, Fact.PARTY: 1, Fact.PLACE: 1, Fact.CHARGE: 1}
_YEARS_APART = 2  # a year of birth worked out from an age may be off by this much
_UNTOLD = frozenset(("activist", "petitioner", "official"))  # beside which a person has another occupation
_GENDERS = {"f": "f", "female": "f", "woman": "f", "女": "f", "m": "m", "male": "m", "man": "m", "男": "m"}
_NO_PLACE = frozenset(
    (
        "province", "city", "county", "district", "prefecture", "region", "autonomous", "prison", "detention", "centre",
        "center", "municipality", "town", "village", "no", "the", "of", "in", "at", "near", "s",
    )
)  # fmt: skip
_PLACE_ENDS = re.compile(r"[省市县區区州盟旗镇乡村]|自治")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One fact of both persons. `weight`: how much its agreeing tells; `far`: the two cannot be one person's."""

    fact: Fact
    one: str
    other: str
    agrees: bool
    weight: int = 0
    far: bool = False


def compare_facts(one: Facts, other: Facts) -> list[Compared]:
    """Each fact that is known of both and can be told to agree or not. Of several values one that agrees is enough."""
    found = []
    for fact in Fact:
        told = [
            compared
            for first in one.get(fact, ())
            for second in other.get(fact, ())
            if (compared := _compared(fact, first, second)) is not None
        ]
        if told:
            found.append(max(told, key=lambda compared: (compared.agrees, compared.weight, not compared.far)))
    return found


def _compared(fact: Fact, one: str, other: str) -> Compared | None:
    if fact in (Fact.BORN, Fact.DETAINED):
        return _dates(fact, one, other)
    agrees = _TELL[fact](one, other)
    if agrees is None:
        return None
    weight = _WEIGHTS[fact] if agrees else 0
    return Compared(
        fact=fact, one=one, other=other, agrees=agrees, weight=weight, far=fact is Fact.GENDER and not agrees
    )


def _dates(fact: Fact, one: str, other: str) -> Compared | None:
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return None
    agrees = first[0] <= second[1] and second[0] <= first[1]
    far = fact is Fact.BORN and abs(first[0].year - second[0].year) > _YEARS_APART and not agrees
    weight = 0
    if agrees:
        days = max((last - begin).days for begin, last in (first, second))
        weights = (4, 3, 2, 1) if fact is Fact.BORN else (2, 2, 1, 0)
        weight = weights[(days > 0) + (days > 31) + (days > 366)]
    return Compared(fact=fact, one=one, other=other, agrees=agrees, weight=weight, far=far)


def _days(value: str) -> tuple[date, date] | None:
    """The first and last day of a date in EDTF, or of a year that stands in other words."""
    text = value.strip() if edtf.is_valid(value.strip()) else next(iter(_YEAR.findall(value)), "")
    if not text:
        return None
    first, last = edtf.first_day(text), edtf.last_day(text)
    return (first, last) if first and last else None


def _genders(one: str, other: str) -> bool | None:
    first, second = (_GENDERS.get(value.strip().casefold()) for value in (one, other))
    return first == second if first and second else None


def _occupations(one: str, other: str) -> bool | None:
    first, second = _meanings("occupation", one), _meanings("occupation", other)
    if first & second or _words(one) == _words(other) != set():
        return True
    return None if not first or not second or (first | second) & _UNTOLD else False


def _charges(one: str, other: str) -> bool | None:
    first, second = _meanings("charge", one), _meanings("charge", other)
    if first & second or _words(one) == _words(other) != set():
        return True
    return False if first and second else None


def _relations(one: str, other: str) -> bool | None:
    """A relative's name; "wife: Ilsa Tarn" names Ilsa Tarn. Two relatives of one person differ, so none speaks against."""
    names = [value.rpartition(":")[2].strip() for value in (one, other)]
    match = best_match((names[0],), (names[1],)) if all(names) else None
    return True if match is not None and match.firm else None


def _parties(one: str, other: str) -> bool | None:
    return _words(one) == _words(other) if one and other else None


def _places(one: str, other: str) -> bool | None:
    """Whether one place lies within what the other names. Places in two scripts are never told to differ."""
    if chinese.is_han(one) and chinese.is_han(other):
        first, second = (_PLACE_ENDS.sub("", chinese.simplified(value)) for value in (one, other))
        if first and second and (first in second or second in first):
            return True
        return None if first[:2] == second[:2] else False
    if chinese.is_han(other):
        one, other = other, one
    words = _words(other) - _NO_PLACE
    if chinese.is_han(one):
        read = chinese.spoken(_PLACE_ENDS.sub("", chinese.simplified(one)))
        return True if words and all(word in read for word in words) else None
    own = _words(one) - _NO_PLACE
    if not own or not words:
        return None
    if own <= words or words <= own:
        return True
    return None if own & words else False


_TELL = {
    Fact.GENDER: _genders,
    Fact.OCCUPATION: _occupations,
    Fact.CHARGE: _charges,
    Fact.RELATION: _relations,
    Fact.PARTY: _parties,
    Fact.PLACE: _places,
}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unmarked(text)))


def _meanings(kind: str, text: str) -> set[str]:
    """The meanings of fact_words.tsv that a text names, a longer word before a shorter one in it."""
    plain = " " + " ".join(re.findall(r"[^\W_]+", unmarked(text))) + " "
    if chinese.is_han(text):
        plain = chinese.simplified(text)
    found = set()
    for word, meaning in _vocabulary(kind):
        needle = word if chinese.is_han(word) else f" {word} "
        if needle in plain:
            found.add(meaning)
            plain = plain.replace(needle, "  ")
    return found


def _vocabulary(kind: str) -> Iterable[tuple[str, str]]:
    pairs = [
        (word, row[1].split(";")[0]) for row in rows("fact_words.tsv") if row[0] == kind
        for column in row[1:] for word in column.split(";")
    ]  # fmt: skip
    return sorted(pairs, key=lambda pair: -len(pair[0]))
