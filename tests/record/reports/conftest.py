"""The small record, open in a cleared context."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from makers import MadeRecord
from small_record import Small, small_record


@pytest.fixture
def small(record: MadeRecord) -> Small:
    """The small record whose answers were worked out by hand."""
    return small_record()
