"""The list of pairs of names, and how the candidates of the program stand to it: for the test and for bench/matching.py."""

from dataclasses import dataclass
from pathlib import Path

from twotrack.record.matching import Candidate, Known, Verdict, candidates
from twotrack.record.names.index import NameIndex
from twotrack.record.person_facts import Fact, Facts

LISTS = Path(__file__).parent / "record" / "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entries of names and facts, and whether they are of one person."""

    same: bool
    kind: str
    one: Known[int]
    other: Known[int]


def pairs(file: str = "pairs.tsv") -> list[Pair]:
    """The list."""
    lines = [line for line in (LISTS / file).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    found = []
    for number, line in enumerate(lines):
        same, kind, *sides = line.split("\t")
        one, other = (
            Known(key=2 * number + at, names=tuple(sides[2 * at].split("|")), facts=_facts(sides[2 * at + 1]))
            for at in (0, 1)
        )
        found.append(Pair(same=same == "same", kind=kind, one=one, other=other))
    return found


def proposed(pair: Pair) -> Candidate[int] | None:
    """What is proposed of the other where the one is asked about and the other is there, found through an index."""
    index: NameIndex[int] = NameIndex()
    for name in pair.other.names:
        index.add(pair.other.key, name)
    found = candidates(pair.one.names, pair.one.facts, {pair.other.key: pair.other}, index)
    return found[0] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Counts of one kind of difference. `called`: how many were proposed as the same person."""

    kind: str
    same: bool
    pairs: int
    found: int
    called: int


def measures(file: str = "pairs.tsv") -> list[Measure]:
    """The counts of each kind, true pairs first."""
    told = [(pair, proposed(pair)) for pair in pairs(file)]
    kinds = list(dict.fromkeys((not pair.same, pair.kind) for pair, _ in told))
    return [
        Measure(
            kind=kind,
            same=not trap,
            pairs=len(some),
            found=sum(candidate is not None for candidate in some),
            called=sum(candidate is not None and candidate.verdict is Verdict.SAME for candidate in some),
        )
        for trap, kind in sorted(kinds, key=lambda one: one[0])
        for some in [[candidate for pair, candidate in told if (not pair.same, pair.kind) == (trap, kind)]]
    ]


def _facts(text: str) -> Facts:
    facts: dict[Fact, tuple[str, ...]] = {}
    by_name = {fact.name.casefold(): fact for fact in Fact}
    for part in text.split(";") if text != "-" else ():
        name, _, value = part.partition("=")
        facts[by_name[name]] = (*facts.get(by_name[name], ()), value)
    return facts
