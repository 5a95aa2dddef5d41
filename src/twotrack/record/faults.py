"""What proofs give: faults, each with its row, and how far they have come."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
PORTION = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A rule that does not hold, and where: the kind of row and its id, no words."""

    rule: str
    where: str


class Walk:
    """Rows as they are gone through; `told` hears how many, a portion at a time."""

    def __init__(self, told: Callable[[int], None] | None = None) -> None:
        self._told = told or (lambda _: None)

    def over(self, rows: Iterable[T]) -> Iterator[T]:
        """The rows, counted."""
        number = 0
        for number, row in enumerate(rows, 1):
            yield row
            if not number % PORTION:
                self._told(PORTION)
        self._told(number % PORTION)
