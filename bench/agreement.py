"""How far two annotations of the same passages agree, and how far a second judge agrees with the older labels.

    python bench/agreement.py               the figures of docs/labels.md
    python bench/agreement.py --decided     also the share of each annotation that the decided labels keep
    python bench/agreement.py --apart       also where they differ: file, turn, both labels

Reads bench/labels/agreement and bench/labels/passages alone, so it runs without the texts. Exchanges match where they
begin with the same turn, best where their answers are the same turns and their evidence overlaps; cases and commitments
where a mention of one covers half (commitments: three tenths) of what both cover, in characters. Kappa is Cohen's, over
matched exchanges; in brackets 95 % by a bootstrap over documents (1,000 draws, seed 0).
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = Path(__file__).resolve().parent / "labels"
AGREEMENT = LABELS / "agreement"
DRAWS = 1_000
LEAST = {"cases": 0.5, "commitments": 0.3}
HANGING = {"cases": ("raised",), "commitments": ("due", "who", "strength", "nature")}

Item = dict[str, Any]
Score = Callable[[Item, Item], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two annotations of one passage: for each section what matched, and how many items each has."""

    name: str
    matched: dict[str, list[tuple[Item, Item]]]
    items: dict[str, int]


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Cohen's kappa: agreement beyond what the two judges' own frequencies give by chance; 1.0 where nothing varies."""
    total = len(pairs)
    same = sum(a == b for a, b in pairs) / total
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[key] * right[key] for key in left) / total**2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def overlap(a: Sequence[int], b: Sequence[int]) -> float:
    """What two spans share of what they cover together."""
    inner = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return inner / (max(a[1], b[1]) - min(a[0], b[0])) if inner else 0.0


def best(a: Item, b: Item, key: str) -> float:
    """The best overlap of two items' spans."""
    return max((overlap(x, y) for x in a[key] for y in b[key]), default=0.0)


def same_exchange(a: Item, b: Item) -> float:
    """Above 0 where both begin with the same turn; higher where answers and evidence are the same."""
    if a["question_turns"][0] != b["question_turns"][0]:
        return 0.0
    said, other = set(a["answer_turns"]), set(b["answer_turns"])
    shared = len(said & other) / len(said | other) if said | other else 1.0
    return 1.0 + shared + best(a, b, "evidence") / 2


def matches(left: list[Item], right: list[Item], score: Score) -> list[tuple[Item, Item]]:
    """One to one, best score first; a score of 0 never matches."""
    ranked = sorted(
        ((score(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    out: list[tuple[Item, Item]] = []
    taken: set[tuple[str, int]] = set()
    for value, i, j in ranked:
        if value > 0 and ("left", i) not in taken and ("right", j) not in taken:
            taken |= {("left", i), ("right", j)}
            out.append((left[i], right[j]))
    return out


def compared(first: Path, second: Path) -> Compared:
    """What two annotations of one passage have in common."""
    one, other = (json.loads(path.read_text("utf-8")) for path in (first, second))
    matched = {"exchanges": matches(one["exchanges"], other["exchanges"], same_exchange)}
    for section, least in LEAST.items():
        matched[section] = matches(one[section], other[section], _covering(least))
    items = {section: len(one[section]) + len(other[section]) for section in matched}
    return Compared(name=first.name, matched=matched, items=items)


def _covering(least: float) -> Score:
    return lambda a, b: share if (share := best(a, b, "mentions")) >= least else 0.0


def figures(passages: Sequence[Compared]) -> dict[str, float]:
    """All figures over some passages together."""
    out = {}
    for section in ("exchanges", *LEAST):
        both = [pair for passage in passages for pair in passage.matched[section]]
        total = sum(passage.items[section] for passage in passages)
        out[f"{section}: F1"] = 2 * len(both) / total if total else 1.0
        for key in HANGING.get(section, ()) if both else ():
            out[f"{section}: {key}"] = sum(a[key] == b[key] for a, b in both) / len(both)
    both = [pair for passage in passages for pair in passage.matched["exchanges"]]
    clarity = [(a["clarity"], b["clarity"]) for a, b in both]
    out["clarity: same"] = sum(a == b for a, b in clarity) / len(clarity)
    out["clarity: kappa"] = kappa(clarity)
    out["technique: kappa"] = kappa([(a["technique"], b["technique"]) for a, b in both])
    return out


def intervals(passages: Sequence[Compared]) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each figure over draws of as many passages."""
    draw = random.Random(0)  # noqa: S311  (a draw, not a secret)
    drawn = [figures(draw.choices(passages, k=len(passages))) for _ in range(DRAWS)]
    out = {}
    for name in figures(passages):
        values = sorted(one[name] for one in drawn if name in one)
        out[name] = (values[len(values) * 25 // 1000], values[len(values) * 975 // 1000 - 1])
    return out


def folder(name: str, against: Path) -> list[Compared]:
    """The passages of a folder of agreement/ beside those of the same name in another folder."""
    return [compared(path, against / path.name) for path in sorted((AGREEMENT / name).glob("*.json"))]


def rejudged() -> list[tuple[str, str]]:
    """Clarity of exchanges of the older labels, as labelled and as a second judge saw it."""
    pairs = []
    for line in (AGREEMENT / "rejudged.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        label = json.loads((LABELS / row["file"]).read_text("utf-8"))
        exchange = next(one for one in label["exchanges"] if one["id"] == row["exchange"])
        pairs.append((exchange["clarity"], row["clarity"]))
    return pairs


def show_apart(passages: Sequence[Compared]) -> None:
    """Print each matched exchange whose clarity differs."""
    for passage in passages:
        for a, b in passage.matched["exchanges"]:
            if a["clarity"] != b["clarity"]:
                print(f"  {passage.name} {a['question_turns'][0]}: {a['clarity']} | {b['clarity']}")


def main() -> int:
    """Print the figures; see the module's docstring."""
    arguments = argparse.ArgumentParser(description="How far two annotations agree.")
    arguments.add_argument("--decided", action="store_true")
    arguments.add_argument("--apart", action="store_true")
    asked = arguments.parse_args()
    passages = folder("first", AGREEMENT / "second")
    around = intervals(passages)
    matched = sum(len(passage.matched["exchanges"]) for passage in passages)
    print(f"two annotations of {len(passages)} passages, {matched} exchanges in both")
    for name, value in figures(passages).items():
        print(f"  {name:<24}{value:.2f}  [{around[name][0]:.2f}, {around[name][1]:.2f}]")
    pairs = rejudged()
    same = sum(a == b for a, b in pairs)
    print(f"older labels judged again: {same} of {len(pairs)} the same, kappa {kappa(pairs):.2f}")
    if asked.apart:
        show_apart(passages)
    if asked.decided:
        for name in ("first", "second"):
            kept = figures(folder(name, LABELS / "passages"))
            print(f"{name} against decided: " + ", ".join(f"{key} {value:.2f}" for key, value in kept.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
