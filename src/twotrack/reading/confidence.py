"""How sure a finding is: of those that a rule was as sure of, the share that held in labelled documents.

A finder says how sure it is by its own measure, which ranks its findings and is no probability. data/confidences.tsv maps it to
one (isotonic regression, `bench/calibrate.py`), so that of findings shown at 0.8 about 8 in 10 hold.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from twotrack.reading.word_lists import rows

CALIBRATED = ("meetings", "participants", "topics", "cases", "commitments", "dates")
F = TypeVar("F", bound=Any)


def calibrated(section: str, findings: Sequence[F]) -> tuple[F, ...]:
    """The findings of a section with their confidence as a share; as they were where the section was not measured."""
    return tuple(replace(one, confidence=share(section, one.confidence)) for one in findings)


def share(section: str, confidence: float) -> float:
    """The share of findings of a section that held, among those at this confidence of their finder."""
    starts, shares = _table().get(section, ((), ()))
    return shares[max(0, bisect_right(starts, confidence) - 1)] if starts else confidence


@cache
def _table() -> dict[str, tuple[tuple[float, ...], tuple[float, ...]]]:
    """Section -> the confidences at which a step begins, rising, and the share of each step."""
    found: dict[str, list[tuple[float, float]]] = {}
    for section, start, held, _ in rows("confidences.tsv"):
        found.setdefault(section, []).append((float(start), float(held)))
    return {section: tuple(zip(*sorted(steps), strict=True)) for section, steps in found.items()}  # type: ignore[misc]
