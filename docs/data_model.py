"""The page of the tables and its picture, from the models: docs/data-model.md and docs/pictures/data-model.svg."""

import inspect
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from django.db.models import ForeignKey

from twotrack.record import models

# where the tables of the picture stand, as (column, row), and which of their links are drawn
PLACES = {
    "Dialogue": (0, 0), "Meeting": (1, 0), "Participation": (2, 0), "Party": (3, 0),
    "Commitment": (0, 1), "Representation": (1, 1), "Response": (2, 1), "List": (3, 1),
    "FollowUp": (0, 2), "RaisedCase": (1, 2), "ResponseCase": (2, 2), "ListItem": (3, 2),
    "Person": (1, 3), "Case": (2, 3), "Outcome": (3, 3),
    "Statement": (0, 4), "Account": (1, 4), "Ground": (2, 4), "Passage": (3, 4),
    "Proposal": (1, 5), "SourceText": (2, 5), "Source": (3, 5),
}  # fmt: skip
DRAWN = (
    "MeetingDialogue Meeting Dialogue", "Participation Meeting", "Participation Party", "Commitment Meeting",
    "Representation Meeting", "Response Representation", "Response List", "FollowUp Commitment", "RaisedCase Representation",
    "ResponseCase Response", "ListItem List", "RaisedCase Case", "ResponseCase Case", "ListItem Case", "Outcome Case",
    "Case Person", "Statement Account", "Ground Passage", "Passage SourceText", "Proposal SourceText", "SourceText Source",
)  # fmt: skip
WIDTH, HEIGHT, ACROSS, DOWN, EDGE = 176, 40, 236, 92, 16
PAGE = """# The tables of the record

<!-- Made from the code by `make docs`; a test compares. -->

Both databases, public and confidential, have the same tables. A confidential row may name a public one, never the reverse:
the public database's own foreign keys refuse it. What each word means stands in [words.md](words.md).

![The tables that a case runs through, and what each names](pictures/data-model.svg)

An arrow leads from a row to what it names. Dark: *entries*. Each has an id drawn at random, when and by whom it was
recorded, at least one *ground* (a passage of a source, or a person's inference), and its own confidentiality, which is the
database it stands in. Names, dates, places, charges and numbers are no columns of persons and cases: they are *statements*,
each with whose account it is, so that two that differ stand beside each other.

The row that the record is for: **case**, **representation** (who raised it, at which meeting), **response** (what came
back), **outcome** (what changed, and who says why).
"""


def page() -> str:
    """docs/data-model.md."""
    return "\n".join(
        [PAGE, *(line for name in models.__all__ if name not in ("Entry", "Row") for line in _table(name))]
    )


def _table(name: str) -> Iterator[str]:
    """A table: what it is, and its columns."""
    model: Any = getattr(models, name)
    kind = "" if not issubclass(model, models.Entry) else " (entry)"
    yield from (f"## {_spaced(name)}{kind}", "", re.sub(r"\s+", " ", inspect.getdoc(model) or ""), "")
    columns = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    yield from (f"- {_column(field)}" for field in columns)
    yield ""


def _column(field: Any) -> str:
    if isinstance(field, ForeignKey):
        return (
            f"`{field.name}`: names {_one(_spaced(field.related_model.__name__))}{', or nothing' if field.null else ''}"
        )
    words = field.choices and ", ".join(f"`{value}`" for value, _ in field.choices)
    if field.choices and len(field.choices) > 12:
        words = "a word of a closed list"
    return f"`{field.name}`: {words or _type(field)}{', or nothing' if field.null else ''}"


def _type(field: Any) -> str:
    kinds = {
        "TextField": "text", "CharField": "text", "UUIDField": "an id", "DateTimeField": "time (UTC)", "DateField": "day",
        "BooleanField": "yes or no", "BinaryField": "bytes", "JSONField": "JSON", "FloatField": "number",
    }  # fmt: skip
    return kinds.get(field.get_internal_type(), "whole number")


def picture() -> str:
    """docs/pictures/data-model.svg."""
    columns, rows = (max(place[at] for place in PLACES.values()) + 1 for at in (0, 1))
    size = (EDGE * 2 + ACROSS * (columns - 1) + WIDTH, EDGE * 2 + DOWN * (rows - 1) + HEIGHT)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" height="{size[1]}"'
        ' font-family="sans-serif" font-size="14">',
        "<title>The tables that a case runs through</title>",
        '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#55606e"/></marker></defs>',
        f'<rect width="{size[0]}" height="{size[1]}" fill="#fff"/>',
        *(_arrow(one, other) for one, other in links()),
        *(_box(name) for name in PLACES),
        "</svg>",
        "",
    ])  # fmt: skip


def links() -> list[tuple[str, str]]:
    """The links that are drawn. Raises LookupError for one that the models do not have: the picture is then wrong."""
    found = []
    for words in DRAWN:
        *joining, one, other = words.split()  # a table that only joins two others is drawn as an arrow
        for name in joining or [one]:
            named = {field.related_model.__name__ for field in _foreign_keys(getattr(models, name))}
            if not named >= {other, *([one] if joining else [])}:
                raise LookupError(f"no {name} names a {other}")
        found.append((one, other))
    return found


def _foreign_keys(model: Any) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if isinstance(field, ForeignKey)]


def _corner(name: str) -> tuple[int, int]:
    return EDGE + PLACES[name][0] * ACROSS, EDGE + PLACES[name][1] * DOWN


def _box(name: str) -> str:
    left, top = _corner(name)
    entry = issubclass(getattr(models, name), models.Entry)
    fill, ink = ("#1f3a5f", "#fff") if entry else ("#eef1f5", "#1c2430")
    return (
        f'<rect x="{left}" y="{top}" width="{WIDTH}" height="{HEIGHT}" rx="5" fill="{fill}" stroke="#1f3a5f"/>'
        f'<text x="{left + WIDTH // 2}" y="{top + HEIGHT // 2 + 5}" text-anchor="middle" fill="{ink}">'
        f"{escape(_spaced(name))}</text>"
    )


def _arrow(one: str, other: str) -> str:
    """A line from the edge of one box to the edge of the other."""
    (x1, y1), (x2, y2) = ((left + WIDTH / 2, top + HEIGHT / 2) for left, top in (_corner(one), _corner(other)))
    start, end = _at_edge(x1, y1, x2, y2), _at_edge(x2, y2, x1, y1)
    return (
        f'<line x1="{start[0]:.0f}" y1="{start[1]:.0f}" x2="{end[0]:.0f}" y2="{end[1]:.0f}" stroke="#55606e"'
        ' stroke-width="1.4" marker-end="url(#head)"/>'
    )


def _at_edge(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Where the line from the middle of a box towards a point leaves the box."""
    across, down = to_x - x, to_y - y
    share = min(
        WIDTH / 2 / abs(across) if across else float("inf"),
        HEIGHT / 2 / abs(down) if down else float("inf"),
    )
    return x + across * share, y + down * share


def _spaced(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _one(word: str) -> str:
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"
