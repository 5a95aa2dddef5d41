"""The public rows as plain values, over the public database alone, with the publication decisions applied.

`publish` reads the record through this package and nothing else: what it cannot see it cannot leak. Everything here runs
outside any cleared context, so that the confidential database could not be opened even by mistake.
"""

from datetime import date

from twotrack.record.keyring import uncleared
from twotrack.record.public.gathering import Gathering
from twotrack.record.public.values import PublicRecord


def public_record(on: date) -> PublicRecord:
    """All that may be published on a day (publication decisions may have a day by which they must be reviewed)."""
    with uncleared():
        return Gathering(on).record()


__all__ = ["PublicRecord", "public_record"]
