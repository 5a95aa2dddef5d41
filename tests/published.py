"""A record with everything accepted and its person cleared by name, as it may be published."""

from datetime import date

import pytest

from makers import NOW, MadeRecord, ingest_made
from twotrack.record.decisions import decide_all
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Case, Proposal, User
from twotrack.record.public import PublicRecord, public_record
from twotrack.record.publication import decide_publication
from twotrack.vocabulary import PublicationForm

TODAY = date(2026, 5, 4)


@pytest.fixture
def cleared_record(record: MadeRecord) -> PublicRecord:
    """What may be published of a document whose findings were accepted and whose person is named."""
    by = User.objects.using(PUBLIC).get(name="officer")
    ingest_made(PUBLIC, by=by)
    decide_all(list(Proposal.objects.using(PUBLIC).all()), by=by, at=NOW)
    person = Case.objects.using(PUBLIC).get().person
    assert person is not None
    decide_publication(person, PublicationForm.NAME, by=by, at=NOW)
    return public_record(TODAY)
