"""How alike two names are, and in which way. The thresholds are those of `python bench/matching.py`."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from twotrack.record.names.chinese import is_han
from twotrack.record.names.forms import Form, Name, Origin, name_of, tones_of
from twotrack.record.names.known import COMMON_SURNAMES

ALIKE = 0.80  # the share of letters in common from which a spelling is near
ALIKE_BONES = 0.82  # the same of consonants alone
_FEWEST_BONES = 3
_FEWEST_LETTERS = 5


class Way(StrEnum):
    """In which way two names match, best first. The value is what a person reads."""

    SAME = "the same name"
    MARKS = "the same but for marks, capitals and spaces"
    CHARACTERS = "the same in simplified and traditional characters"
    SCRIPT = "the same in another script"
    KNOWN = "known spellings of one name"
    ORDER = "the same in another order"
    RESPELLED = "the same in another romanisation"
    SOUND = "sounds the same, written otherwise"
    TURNED = "the same parts in another order"
    PART = "part of the other name"
    SPELLING = "spelt alike"
    HEARD = "sounds alike by way of another script"


FIRM = frozenset((Way.SAME, Way.MARKS, Way.CHARACTERS, Way.SCRIPT, Way.KNOWN, Way.ORDER))
_SCORES = dict(zip(Way, (1.0, 0.99, 0.99, 0.98, 0.96, 0.95, 0.93, 0.90, 0.85, 0.80, 0.95, 0.85), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How one name matches another. `score`: 0 to 1, for ranking alone. `firm`: as good as the same name."""

    name: str
    other: str
    way: Way
    score: float

    @property
    def firm(self) -> bool:
        """Whether it may count as the same name; near spellings and mere sounds never do."""
        return self.way in FIRM


def best_match(names: tuple[str, ...], others: tuple[str, ...]) -> Match | None:
    """The best match between the names of two persons, None where none is near.

    Where both are written in Chinese characters and no two of these agree, what agrees in other letters only sounds the same.
    """
    found = [match for one in names for two in others if (match := match_of(one, two)) is not None]
    if not found:
        return None
    best = max(found, key=lambda match: match.score)
    in_han = any(map(is_han, names)) and any(map(is_han, others))
    if in_han and best.firm and not any(m.firm and is_han(m.name) and is_han(m.other) for m in found):
        return Match(name=best.name, other=best.other, way=Way.SOUND, score=_SCORES[Way.SOUND])
    return best


def match_of(written: str, other: str) -> Match | None:
    """How two names match, None where they do not."""
    way, share = _way(name_of(written), name_of(other))
    return Match(name=written, other=other, way=way, score=_SCORES[way] * share) if way else None


def _way(one: Name, two: Name) -> tuple[Way | None, float]:
    """The best way in which they match, and how nearly."""
    if one.written.strip() == two.written.strip():
        return Way.SAME, 1.0
    if one.han and one.han == two.han:
        return Way.CHARACTERS, 1.0
    found = _whole(one, two)
    if found and found in FIRM and ((one.han and two.han) or _marks_differ(one, two)):
        known = found is Way.KNOWN
        found = Way.KNOWN if known else Way.SOUND
    if found:
        return found, 1.0
    if _is_part(one, two):
        return Way.PART, 1.0
    return _near(one, two)


def _whole(one: Name, two: Name) -> Way | None:
    ways = [
        _kind(first, second, one, two, ordered=first.joined == second.joined)
        for first in one.forms
        for second in two.forms
        if first.joined == second.joined or second.joined in first.orders or first.joined in second.orders
    ]
    return max(ways, key=lambda way: _SCORES[way], default=None)


def _kind(first: Form, second: Form, one: Name, two: Name, *, ordered: bool) -> Way:
    worst = max(first.origin, second.origin)
    if worst is Origin.RESPELLED:
        return Way.RESPELLED
    if worst is Origin.SOUNDED and ordered:
        return Way.SPELLING
    if not ordered:  # a son may bear the names of his father turned round; in Chinese the surname tells
        return Way.ORDER if one.chinese and two.chinese else Way.TURNED
    if Origin.KNOWN in (first.origin, second.origin):
        return Way.KNOWN
    return Way.MARKS if worst is Origin.WRITTEN else Way.SCRIPT


def _marks_differ(one: Name, two: Name) -> bool:
    """Whether both have marks (tones, letters of Vietnamese) and not the same; of a Chinese name, none of its readings."""
    if one.marked and two.marked:
        parts, others = sorted(map(_marks_of, one.marked)), sorted(map(_marks_of, two.marked))
        return parts != others if len(parts) == len(others) else sorted("".join(parts)) != sorted("".join(others))
    for han, marked in ((one.han, two.marked), (two.han, one.marked)):
        if han and marked and "·" not in han:
            return _marks_of("".join(marked)) not in {_marks_of(reading) for reading in tones_of(han)}
    return False


def _marks_of(part: str) -> str:
    """Letters and marks of a part in one order: Vietnamese puts the mark on either of two vowels (hòa, hoà)."""
    return "".join(sorted(unicodedata.normalize("NFD", part)))


def _is_part(one: Name, two: Name) -> bool:
    """Whether the parts of one are some of the parts of the other, in its order: a name without the father's, a middle name
    left out. A surname alone does not count."""
    for first in one.forms:
        for second in two.forms:
            short, long = sorted((first.parts, second.parts), key=len)
            if len(short) == len(long) or (Origin.RESPELLED in (first.origin, second.origin) and len(short) < 2):
                continue
            rest = iter(long)
            if all(part in rest for part in short) and _tells(short, one.chinese and two.chinese):
                return True
    return False


def _tells(parts: tuple[str, ...], chinese: bool) -> bool:
    if len(parts) > 1:
        return True
    return len(parts[0]) >= _FEWEST_LETTERS + (1 if chinese else 0) and parts[0] not in COMMON_SURNAMES


def _near(one: Name, two: Name) -> tuple[Way | None, float]:
    if one.han and two.han and (one.chinese or two.chinese):
        return None, 0.0
    best = max(
        (
            _share(first, order, strict=one.chinese and two.chinese)
            for first in one.forms
            for second in two.forms
            if Origin.RESPELLED not in (first.origin, second.origin)
            for order in ((second, *(Form((other,), second.origin) for other in second.orders)))
        ),
        default=0.0,
    )
    if best >= ALIKE:
        return Way.SPELLING, best
    if not (one.chinese or two.chinese or (one.latin and two.latin)):
        bones = max(
            (
                OSA.normalized_similarity(first, second)
                for first in one.bones[:1]
                for second in two.bones
                if min(len(first), len(second)) >= _FEWEST_BONES
            ),
            default=0.0,
        )
        if bones >= ALIKE_BONES:
            return Way.HEARD, bones
    return None, 0.0


def _telling(first: Form, second: Form) -> tuple[str, str]:
    """What tells two names apart: the letters, without a surname and middle name that half a country bears."""
    one, two = first.parts, second.parts
    if len(one) > 2 and len(two) > 2 and one[:2] == two[:2] and one[0] in COMMON_SURNAMES:
        return "".join(one[2:]), "".join(two[2:])
    return first.joined, second.joined


def _share(first: Form, second: Form, *, strict: bool) -> float:
    """The share of letters in common; between two names in pinyin one slip is near, two are another name."""
    one, two = _telling(first, second)
    slips = OSA.distance(one, two)
    if strict and (slips > 1 or (min(len(one), len(two)) < 9 and one[0] != two[0])):
        return 0.0
    return 1 - slips / max(len(one), len(two), 1)
