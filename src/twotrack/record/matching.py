"""Whether a person is already there: who is near by name, what else agrees, what speaks against.

The program only proposes. Never `same` by name alone: facts must agree that weigh enough together, one of them the person's
own (those of an event, such as the day and place of an arrest, are shared by several), and none may disagree. A name that is
only near, or that only sounds the same, is never the same whatever agrees: brothers and sisters are born in one place and
held on one day. Pure functions over plain values; known_people.py asks the record.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from twotrack.record.names.index import NameIndex
from twotrack.record.names.likeness import Match, best_match
from twotrack.record.person_facts import OWN, Compared, Facts, compare_facts

K = TypeVar("K", bound=Hashable)
ENOUGH = 4  # the weight of a full date of birth; or of a year, an occupation and a place


class Verdict(StrEnum):
    """What the program proposes; a person decides."""

    SAME = "same"
    PERHAPS = "perhaps"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Generic[K]):
    """Somebody who is there: names and facts."""

    key: K
    names: tuple[str, ...]
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[K]):
    """Somebody who may be the one asked about, and why."""

    key: K
    verdict: Verdict
    match: Match
    agreeing: tuple[Compared, ...]
    disagreeing: tuple[Compared, ...]

    @property
    def why(self) -> str:
        """The reasons in one line."""
        told = [f"{self.match.name} / {self.match.other}: {self.match.way.value}"]
        for word, facts in (("agree", self.agreeing), ("disagree", self.disagreeing)):
            if facts:
                told.append(f"{word}: " + ", ".join(f"{one.fact.value} ({one.one} / {one.other})" for one in facts))
        if not self.agreeing and not self.disagreeing:
            told.append("nothing else to compare")
        return "; ".join(told)


def candidates(
    names: Iterable[str], facts: Facts, among: Mapping[K, Known[K]], index: NameIndex[K] | None = None
) -> list[Candidate[K]]:
    """Those among the known whose names match, `same` first, then by how nearly and by what agrees. With an index only those
    that it finds are compared."""
    asked = tuple(dict.fromkeys(name for name in names if name.strip()))
    near = among if index is None else index.near(asked)
    found = [
        candidate
        for key in near
        if key in among and (candidate := judged(asked, facts, among[key])) is not None
    ]  # fmt: skip
    return sorted(found, key=_rank)


def judged(names: tuple[str, ...], facts: Facts, known: Known[K]) -> Candidate[K] | None:
    """What is proposed of one who is there; None where no name matches."""
    match = best_match(names, known.names)
    if match is None:
        return None
    compared = compare_facts(facts, known.facts)
    agreeing = tuple(one for one in compared if one.agrees)
    disagreeing = tuple(one for one in compared if not one.agrees)
    return Candidate(
        key=known.key,
        verdict=_verdict(match, agreeing, disagreeing),
        match=match,
        agreeing=agreeing,
        disagreeing=disagreeing,
    )


def _verdict(match: Match, agreeing: tuple[Compared, ...], disagreeing: tuple[Compared, ...]) -> Verdict:
    if any(one.far for one in disagreeing):
        return Verdict.DIFFERENT
    own = any(one.fact in OWN for one in agreeing)
    enough = sum(one.weight for one in agreeing) >= ENOUGH
    return Verdict.SAME if match.firm and own and enough and not disagreeing else Verdict.PERHAPS


def _rank(candidate: Candidate[K]) -> tuple[int, float, str]:
    verdict = list(Verdict).index(candidate.verdict)
    told = sum(one.weight for one in candidate.agreeing) - 2 * len(candidate.disagreeing)
    return verdict, -(candidate.match.score + 0.05 * told), str(candidate.key)
