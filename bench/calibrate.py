"""How sure findings are, against whether they held: `python bench/calibrate.py` prints, `--set` writes the map and the page.

Labelled documents that are no measure (the sets of accuracy.py but two, and the passages of bench/labels) are read
without calibration. Of a document's findings each holds that the scorer of ../shared/gold matches; of those that begin in a
passage each whose words overlap those of a label of its section (a topic's: whose theme is labelled there). Per section an
isotonic regression (pool adjacent violators) of holding on the finder's confidence is written to data/confidences.tsv, in
steps of FEWEST findings at least, drawn to the section's mean by WEIGHT findings. How good that is on documents left out is
measured in ten parts, by document.
"""

import argparse
import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import accuracy
import labelled

from twotrack.reading.as_json import reading_to_json
from twotrack.reading.confidence import CALIBRATED
from twotrack.reading.finders import read
from twotrack.sources.formats import extract, media_type
from twotrack.sources.raw import Document, RawSource

MAP = Path(__file__).resolve().parents[1] / "src" / "twotrack" / "data" / "confidences.tsv"
MARKS = ("<!-- Written by `python bench/calibrate.py --set` -->\n", "<!-- until here, too -->\n")
FEWEST, WEIGHT, PARTS = 25, 5, 10
LEAST = {"meetings": 0.1, "participants": 0.3, "cases": 0.5, "commitments": 0.3}  # overlap, as the scorer asks for it
_SPURIOUS = re.compile(r'spurious \{"confidence": [\d.]+, "#": (\d+)')


class Judged(NamedTuple):
    """One finding: its document's number, its section, how sure its finder was, whether it held."""

    document: int
    section: str
    confidence: float
    held: bool


class Step(NamedTuple):
    """From this confidence of the finder on, this share held, of so many."""

    start: float
    held: float
    number: int


def judged() -> Iterator[Judged]:
    """Every finding in the labelled documents, in sections that somebody annotated there."""
    documents = [one for one in accuracy.annotated() if one.set not in ("annotated", "unseen")]
    for number, document in enumerate(documents):
        raw = RawSource(
            content=document.content, place=document.name, name=document.name,
            media_type=media_type(document.content), got_at=datetime(2000, 1, 1, tzinfo=UTC),
        )  # fmt: skip
        found = reading_to_json(read(extract(raw), source=raw.place, sha256=raw.sha256, calibrate=False))
        sections = [
            section
            for section in CALIBRATED
            if section in document.gold and (document.set != "findings" or document.gold[section])
        ]
        for section in sections:
            found[section] = [
                {"confidence": one["confidence"], "#": at, **one} for at, one in enumerate(found[section])
            ]
        wrong = _wrong(document, found)
        themes = {one["theme"] for one in document.gold.get("topics") or ()}
        for section in sections:
            for at, one in enumerate(found[section]):
                held = one["theme"] in themes if section == "topics" else at not in wrong.get(section, ())
                yield Judged(number, section, one["confidence"], held)


def of_passages() -> Iterator[Judged]:
    """Every finding that begins in a labelled passage."""
    for number, passage in enumerate(labelled.passages(), 10_000):
        document = Document(text=passage.text, extractor="text/1", metadata={"date": passage.date})
        found = reading_to_json(read(document, source="", sha256="", calibrate=False))
        for section in CALIBRATED[:-1]:  # dates are not labelled there
            for one in found[section]:
                start = min(begin for begin, _ in one["mentions"])
                if passage.start <= start < passage.end:
                    yield Judged(number, section, one["confidence"], _holds(section, one, passage.labels[section]))


def _holds(section: str, one: dict[str, Any], labels: Sequence[dict[str, Any]]) -> bool:
    if section == "topics":
        return one["theme"] in {label["theme"] for label in labels}
    spans = [span for label in labels for span in (*label["mentions"], *filter(None, (label.get("name_at"),)))]
    least = LEAST[section]
    return any(accuracy.scorer().overlap(tuple(a), tuple(b)) >= least for a in one["mentions"] for b in spans)


def _wrong(document: accuracy.Annotated, found: dict[str, object]) -> dict[str, set[int]]:
    """The findings that the scorer matches with nothing, by section and number."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        accuracy.scorer().score(dict(document.gold), document.content.decode("utf-8"), found, True)
    wrong: dict[str, set[int]] = {}
    section = ""
    for line in said.getvalue().splitlines():
        if not line.startswith(" "):
            section = line.split()[0]
        elif match := _SPURIOUS.search(line):
            wrong.setdefault(section, set()).add(int(match[1]))
    return wrong


def fitted(some: Sequence[Judged]) -> list[Step]:
    """The steps of one section: pools of neighbours until shares rise and each pool has enough."""
    if not some:
        return []
    mean = sum(one.held for one in some) / len(some)
    ordered = sorted(some, key=lambda one: one.confidence)
    pools = [
        [start, sum(one.held for one in same), len(same)]
        for start, group in groupby(ordered, key=lambda one: one.confidence)
        if (same := list(group))
    ]
    at = 0
    while at + 1 < len(pools):
        (_, held, number), (_, more, others) = pools[at], pools[at + 1]
        if held / number < more / others and number >= FEWEST and others >= FEWEST:
            at += 1
            continue
        pools[at : at + 2] = [[pools[at][0], held + more, number + others]]
        at = max(0, at - 1)
    return [Step(start, (held + WEIGHT * mean) / (number + WEIGHT), int(number)) for start, held, number in pools]


def by_steps(steps: Sequence[Step], confidence: float) -> float:
    """The share at a confidence of the finder."""
    return max((step for step in steps if step.start <= confidence), default=steps[0]).held


def page(found: Sequence[Judged]) -> str:
    """The tables for docs/accuracy.md."""
    lines = [
        "| section | findings | held | Brier, as shown | as the finder has it | always the mean |",
        "|---|---|---|---|---|---|",
    ]
    shown: list[tuple[float, bool]] = []
    for section in CALIBRATED:
        own = [one for one in found if one.section == section]
        left_out = []
        for part in range(PARTS):
            steps = fitted([one for one in own if one.document % PARTS != part])
            left_out += [(by_steps(steps, one.confidence), one.held) for one in own if one.document % PARTS == part]
        mean = sum(one.held for one in own) / len(own)
        raw = [(one.confidence, one.held) for one in own]
        lines.append(
            f"| {section} | {len(own)} | {mean:.2f} | {_brier(left_out):.3f} | {_brier(raw):.3f} | {mean * (1 - mean):.3f} |"
        )
        shown += left_out
    lines += ["", "| shown at | findings | held |", "|---|---|---|"]
    for low in range(10):
        own_bin = [held for sure, held in shown if low <= min(9, int(sure * 10)) < low + 1]
        if own_bin:
            lines.append(
                f"| {low / 10:.1f} to {(low + 1) / 10:.1f} | {len(own_bin)} | {sum(own_bin) / len(own_bin):.2f} |"
            )
    return "\n".join([*lines, ""])


def _brier(some: Sequence[tuple[float, bool]]) -> float:
    return sum((sure - held) ** 2 for sure, held in some) / len(some)


def write(found: Sequence[Judged]) -> None:
    """The map, and the tables of the page."""
    rows = [
        f"{section}\t{step.start:.2f}\t{step.held:.2f}\t{step.number}"
        for section in CALIBRATED
        for step in fitted([one for one in found if one.section == section])
    ]
    head = "# Of findings that a finder is as sure of, the share that held. By bench/calibrate.py, from our own labels."
    MAP.write_text("\n".join([head, "# section\tfrom\tshare\tfindings", *rows, ""]), "utf-8")
    text = accuracy.PAGE.read_text("utf-8")
    before, rest = text.split(MARKS[0])
    accuracy.PAGE.write_text(f"{before}{MARKS[0]}\n{page(found)}\n{MARKS[1]}{rest.split(MARKS[1])[1]}", "utf-8")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--set", action="store_true")
    results = [*judged(), *of_passages()]
    print(page(results))
    if arguments.parse_args().set:
        write(results)
