"""The small record, open in a cleared context."""

import pytest

from makers import MadeRecord
from record.reports.small_record import Small, small_record


@pytest.fixture
def small(record: MadeRecord) -> Small:
    """The small record whose answers were worked out by hand."""
    return small_record()
