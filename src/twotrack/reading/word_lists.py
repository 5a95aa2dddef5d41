"""The open lists of `data/` as Python values, read once."""

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list, comments (#) and blank ones left out."""
    text = (files("twotrack") / "data" / name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All words of a list, in its own case."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of tabs; a field "-" is empty."""
    return tuple(tuple("" if field == "-" else field for field in line.split("\t")) for line in lines(name))
