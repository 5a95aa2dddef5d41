"""The public rows as plain values, over the public database alone, with the publication decisions applied.

`publish` reads the record through this package and nothing else: what it cannot see it cannot leak. Everything here runs
outside any cleared context, so that the confidential database could not be opened even by mistake.

rows.py          the public tables, each read once          naming.py       who may be named, and who may not
withholding.py   names withheld in texts                    terms.py        how many words of a source may show
showing.py       grounds, quotes, statements                cases.py, meetings.py, promises.py, sources.py,
                 corrections.py    the rest
"""

from collections.abc import Callable
from datetime import date

from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import uncleared
from twotrack.record.models import Case, Commitment, Exchange, Meeting, Setting
from twotrack.record.public.cases import cases, not_named, persons
from twotrack.record.public.corrections import corrections
from twotrack.record.public.meetings import dialogues, meetings
from twotrack.record.public.promises import commitments, exchanges
from twotrack.record.public.showing import Showing
from twotrack.record.public.sources import sources
from twotrack.record.public.values import PublicRecord


def public_record(on: date, told: Callable[[int], None] = lambda _: None) -> PublicRecord:
    """All that may be published on a day (publication decisions may have a day by which they must be reviewed). `told`
    hears how many entries more were gone through, of the number that `extent` says."""
    with uncleared():
        showing = Showing(on, told)
        # The order is that in which the words that a source's terms allow are given out.
        found = cases(showing)
        promised = commitments(showing)
        met = meetings(showing, found)
        asked = exchanges(showing)
        others = {one.id for one in promised} | {one.id for one in asked}
        return PublicRecord(
            dialogues=dialogues(showing),
            meetings=met,
            persons=persons(showing, found),
            cases=found,
            not_named=not_named(showing),
            commitments=promised,
            exchanges=asked,
            corrections=corrections(showing, found, met, others),
            sources=sources(showing),
            fictional=any(row.value == "fictional" for row in showing.rows.all(Setting, name="demonstration")),
            last_changed=showing.latest.date() if showing.latest else None,
        )


def extent() -> int:
    """About how many entries are gone through."""
    with uncleared():
        return sum(Sight.public().count(model) for model in (Case, Commitment, Exchange, Meeting))


__all__ = ["PublicRecord", "extent", "public_record"]
