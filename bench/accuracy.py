"""The figures of the reading on annotated documents, pooled over each set, and whether one fell below its floor.

    python bench/accuracy.py              a table for each set; exit status 1 where a floor is broken
    python bench/accuracy.py --misses     also what was missed and what is spurious, a document at a time
    python bench/accuracy.py --set        writes what was measured into docs/accuracy.md and, rounded down to 0.01, as the
                                          new floors

Sets: `annotated` (../shared/gold), `briefings` (bench/labels: real briefings of the corpus, offsets and values alone),
`conventions` and `findings` (tests/documents: invented documents in the manner of many bodies); a set that ends in `-test`
was annotated apart and is used up; `unseen` was written and annotated by another hand, and nobody looked at it. Meanings:
../shared/gold/GUIDELINES.md; the scorer lies there too, so without ../shared nothing is measured, and it says so.
Brackets: 95 % by a bootstrap over documents (1,000 draws, seed 0).
"""

import argparse
import contextlib
import hashlib
import importlib.util
import io
import json
import math
import random
import sys
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from twotrack.reading.as_json import reading_to_json
from twotrack.reading.finders import read
from twotrack.sources.formats import extract, media_type
from twotrack.sources.raw import RawSource

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
DOCUMENTS = HERE.parent / "tests" / "documents"
FLOORS = HERE / "floors.json"
PAGE = HERE.parent / "docs" / "accuracy.md"
MARKS = ("<!-- Written by `python bench/accuracy.py --set` -->\n", "<!-- until here -->\n")
SECTIONS = {  # a section of the annotations -> what the scorer counts of it: F1s, then rates that hang on matched items
    "turns": (("turns",), ("ends", "roles")),
    "exchanges": (("asked", "exchanges", "non-reply"), ("answers", "clarity", "askers", "outlets")),
    "dates": (("dates", "dates+value"), ()),
    "meetings": (("meetings",), ("when", "status")),
    "participants": (("participants",), ("sides",)),
    "topics": (("themes",), ()),
    "cases": (("cases",), ("raised",)),
    "commitments": (("commitments",), ("due", "who")),
}
DRAWS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One document: the set it belongs to, its name, its bytes, and what a reader found in it."""

    set: str
    name: str
    content: bytes
    gold: Mapping[str, Any]


Counts = Mapping[str, tuple[int, int]]
"""A figure -> (hits, of): an F1 is twice the matched of the annotated and the found together."""


def annotated() -> Iterator[Annotated]:
    """Every annotated document that is at hand."""
    for path in sorted((SHARED / "gold").glob("*.json")):
        source = next((SHARED / "corpus").glob(f"{path.stem}.*"))
        yield Annotated(set="annotated", name=path.stem, content=source.read_bytes(), gold=json.loads(path.read_text()))
    for folder in ("conventions", "conventions-test", "findings", "findings-test", "unseen"):
        for path in sorted((DOCUMENTS / folder).glob("*.json")):
            source = next(one for one in sorted(path.parent.glob(f"{path.stem}.*")) if one != path)
            yield Annotated(set=folder, name=path.stem, content=source.read_bytes(), gold=json.loads(path.read_text()))
    labels = [json.loads(path.read_text()) for path in sorted((HERE / "labels").glob("*.json"))]
    corpus = _members({label["path"] for label in labels})
    for label in labels:
        kind = "briefings" if label["split"] == "development" else "briefings-test"
        content = corpus[label["path"]]
        assert hashlib.sha256(content).hexdigest() == label["sha256"], label["path"]
        yield Annotated(set=kind, name=Path(label["path"]).stem, content=content, gold=label)


def _members(paths: set[str]) -> dict[str, bytes]:
    """The files of the packed corpus at these paths."""
    if not paths:
        return {}
    found = {}
    with tarfile.open(SHARED / "corpus" / "press-briefings.tar.xz") as archive:
        for member in archive:
            path = member.name.removeprefix("press-briefings/")
            if path in paths and (file := archive.extractfile(member)):
                found[path] = file.read()
    return found


def counts_of(document: Annotated, *, misses: bool) -> dict[str, tuple[int, int]]:
    """The hits of each figure on one document; sections that nobody annotated are left out."""
    raw = RawSource(
        content=document.content,
        place=document.name,
        name=document.name,
        media_type=media_type(document.content),
        got_at=datetime(2000, 1, 1, tzinfo=UTC),
    )
    reading = reading_to_json(read(extract(raw), source=raw.place, sha256=raw.sha256))
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        result = scorer().score(dict(document.gold), document.content.decode("utf-8"), reading, misses)
    if misses:
        print(f"\n== {document.set}: {document.name}\n{said.getvalue()}")
    counts = {}
    judged = any("clarity" in exchange for exchange in document.gold["exchanges"])
    for section, (scores, rates) in SECTIONS.items():
        if section not in document.gold or (document.set == "findings" and not document.gold[section]):
            continue  # what nobody annotated; the documents of `findings` leave it empty
        for name in scores:
            if name == "non-reply" and not judged:
                continue
            counts[name] = (2 * result[name]["matched"], result[name]["gold"] + result[name]["read"])
        for name in rates:
            if name == "clarity" and not judged:
                continue
            hits, total = result[section].get("rates", {}).get(name, (0, 0))
            counts[f"{section}: {name}"] = (hits, total)
    return counts


@cache
def scorer() -> Any:
    """The scorer that lies with the annotations."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pooled(documents: list[Counts]) -> dict[str, float]:
    """Each figure over all documents together; None of those that nothing counts for."""
    names = dict.fromkeys(name for counts in documents for name in counts)
    sums = {name: [sum(counts.get(name, (0, 0))[part] for counts in documents) for part in (0, 1)] for name in names}
    return {name: hits / total for name, (hits, total) in sums.items() if total}


def intervals(documents: list[Counts]) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each figure over draws of as many documents."""
    draw = random.Random(0)  # noqa: S311  (a draw, not a secret)
    drawn = [pooled(draw.choices(documents, k=len(documents))) for _ in range(DRAWS)]
    out = {}
    for name in pooled(documents):
        values = sorted(one[name] for one in drawn if name in one)
        out[name] = (values[len(values) * 25 // 1000], values[len(values) * 975 // 1000 - 1])
    return out


def _write_page(sets: Mapping[str, list[Counts]], measured: Mapping[str, Mapping[str, float]]) -> None:
    """Put the figures between the marks of docs/accuracy.md: a row a figure, a column a set."""
    around = {name: intervals(documents) for name, documents in sets.items()}
    figures = dict.fromkeys(key for row in measured.values() for key in row)
    lines = ["| | " + " | ".join(f"{name} ({len(sets[name])})" for name in sets) + " |", "|---" * (len(sets) + 1) + "|"]
    for key in figures:
        cells = [
            f"{row[key]:.2f} ({around[name][key][0]:.2f} to {around[name][key][1]:.2f})" if key in row else ""
            for name, row in measured.items()
        ]
        lines.append(f"| {key} | " + " | ".join(cells) + " |")
    before, rest = PAGE.read_text("utf-8").split(MARKS[0])
    PAGE.write_text(before + MARKS[0] + "\n" + "\n".join(lines) + "\n\n" + MARKS[1] + rest.split(MARKS[1])[1], "utf-8")


def main() -> int:
    """Measure all sets; see the module's docstring."""
    arguments = argparse.ArgumentParser(description="The figures of the reading on annotated documents.")
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--set", action="store_true")
    asked = arguments.parse_args()
    if not (SHARED / "gold" / "score.py").is_file():
        print("accuracy: the scorer is not at hand (../shared/gold): nothing measured")
        return 0
    sets: dict[str, list[Counts]] = {}
    for document in annotated():
        sets.setdefault(document.set, []).append(counts_of(document, misses=asked.misses))
    measured = {name: pooled(documents) for name, documents in sets.items()}
    if asked.set:
        floors = {
            name: {key: math.floor(value * 100) / 100 for key, value in row.items()} for name, row in measured.items()
        }
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
        _write_page(sets, measured)
    floors = json.loads(FLOORS.read_text("utf-8"))
    broken = 0
    for name, documents in sets.items():
        print(f"\n{name} ({len(documents)} documents)")
        around = intervals(documents)
        for key, value in measured[name].items():
            floor = floors.get(name, {}).get(key, 0.0)
            broken += value < floor
            low, high = around[key]
            print(f"  {key:<22}{value:.3f}  [{low:.2f}, {high:.2f}]  floor {floor:.2f}{'  BELOW' * (value < floor)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
