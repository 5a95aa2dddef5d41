"""The tables are those of the models, and every migration goes down and up with data in it."""

from django.core.management import call_command

from makers import MadeRecord, ingest_made
from twotrack.record.check import check
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Proposal, User
from twotrack.record.search import find


def test_no_model_is_ahead_of_the_migrations(record: MadeRecord) -> None:
    call_command("makemigrations", "record", check=True, dry_run=True, verbosity=0)


def test_a_migration_down_and_up_again_loses_nothing(record: MadeRecord) -> None:
    officer = User.objects.using(PUBLIC).get(name="officer")
    ingest_made(PUBLIC, by=officer)
    before = Proposal.objects.using(PUBLIC).count()
    for target in ("0001", "0008"):
        for alias in (PUBLIC, CONFIDENTIAL):
            call_command("migrate", "record", target, database=alias, verbosity=0)
    assert Proposal.objects.using(PUBLIC).count() == before
    assert len(find(Sight.public(), "next round")) == 1
    assert list(check()) == []
