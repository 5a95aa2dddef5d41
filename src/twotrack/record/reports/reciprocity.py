"""Whose conduct each party raises: the other side's, its own, a third State's."""

import uuid
from collections import Counter, defaultdict

from twotrack.record.models import Representation
from twotrack.record.reports import called
from twotrack.record.reports.report import Asked, Report, Row, Total
from twotrack.vocabulary import RepresentationKind

OTHER, ITSELF, THIRD, UNKNOWN = "about the other", "about itself", "about a third", "about whom not stated"
COLUMNS = ("party", OTHER, ITSELF, THIRD, UNKNOWN)
NOTES = ("Acts of raising alone. A cell without a number says that the record holds none.",)


def make(asked: Asked) -> Report:
    """The report `reciprocity`."""
    seen = asked.seen
    fields = ("by_party_id", "to_party_id", "about_party_id")
    counted = seen.tally(Representation, *fields, "representation_kind", *asked.only(Representation))
    tally = counted.ending(RepresentationKind.RAISED.value)
    counts: dict[uuid.UUID | None, Counter[str]] = defaultdict(Counter)
    hidden: Counter[uuid.UUID | None] = Counter()
    for key, number in tally.all.items():
        counts[key[0]][whose(*key)] += number
        hidden[key[0]] += tally.confidential[key]
    names = called.parties(seen, counts)
    order = sorted(counts, key=lambda key: (-counts[key].total(), names.get(key, "~"), str(key)))
    rows = [
        Row(
            cells=(names.get(key), *(counts[key][column] or None for column in COLUMNS[1:])),
            entries=(key,) if key else (),
            confidential=hidden[key] > 0,
        )
        for key in order
    ]
    return Report(
        name="reciprocity",
        title="About whom each side speaks",
        columns=COLUMNS,
        rows=tuple(rows[: asked.limit]),
        totals=tuple(
            Total(label=column, value=value, confidential=confidential)
            for column in COLUMNS[1:]
            for value, confidential in [tally.total(lambda key, column=column: whose(*key) == column)]  # type: ignore[misc]
        ),
        notes=NOTES,
        more=len(rows) > asked.limit,
    )


def whose(by: uuid.UUID | None, to: uuid.UUID | None, about: uuid.UUID | None) -> str:
    """Whose conduct is at issue, as seen from the party that speaks."""
    if about is None:
        return UNKNOWN
    return ITSELF if about == by else OTHER if about == to else THIRD
