"""An office on a record in which one document was read and its findings accepted."""

from collections.abc import Iterator
from typing import Any

import pytest

from clients import user
from makers import MadeRecord, copy_record, ingest_made
from twotrack.record import folder, keyring
from twotrack.record.decisions import decide
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Proposal
from twotrack.record.proposals import decision_on
from twotrack.vocabulary import DecisionKind


@pytest.fixture(scope="session")
def kept_record(made_record: MadeRecord, tmp_path_factory: pytest.TempPathFactory) -> MadeRecord:
    """A record with a public document whose findings are accepted, made once; copy it."""
    kept = copy_record(made_record, tmp_path_factory.mktemp("kept") / "record")
    folder.attach(kept.folder, kept.record_key)
    with keyring.cleared():
        source = ingest_made(PUBLIC, by=user("officer")).source
        for proposal in Proposal.objects.using(PUBLIC).filter(source_id=source.pk):
            if decision_on(proposal) is None:
                decide(proposal, DecisionKind.ACCEPT, by=user("officer"))
    folder.detach()
    return kept


@pytest.fixture
def kept(kept_record: MadeRecord, tmp_path: Any) -> Iterator[MadeRecord]:
    """Such a record of one's own, open; nothing is cleared outside the requests but what the test itself does."""
    copy = copy_record(kept_record, tmp_path / "kept")
    folder.attach(copy.folder, copy.record_key)
    with keyring.cleared():
        yield copy
    folder.detach()
