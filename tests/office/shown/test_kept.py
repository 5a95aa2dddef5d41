"""What is kept in memory: for one sight, until the record changes, and never longer than the keys."""

from clients import user
from makers import MadeRecord
from twotrack.office.shown import kept as module
from twotrack.office.shown.kept import kept
from twotrack.record import folder, keyring
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import NameSeen, Party


def made(sight: Sight) -> int:
    """How often a thing was made for this sight so far."""
    calls = _CALLS.setdefault(sight.aliases, [])
    kept(sight, "a thing of this test", lambda: calls.append(1))
    return len(calls)


_CALLS: dict[tuple[str, ...], list[int]] = {}


def test_a_thing_is_made_once_until_what_it_rests_on_changes(record: MadeRecord) -> None:
    _CALLS.clear()
    assert made(Sight.public()) == made(Sight.public()) == 1
    assert made(Sight.of_context()) == 1
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        ledger.ground(ledger.add(Party(name="Tarn")), inference="known")
    assert made(Sight.public()) == 1  # what is confidential does not even show in how long it takes
    assert made(Sight.of_context()) == 2
    with writing(PUBLIC, by=user("officer")) as ledger:
        ledger.ground(ledger.add(Party(name="Ostmark")), inference="known")
    assert (made(Sight.public()), made(Sight.of_context())) == (2, 3)


def test_that_somebody_read_a_name_changes_no_table(record: MadeRecord) -> None:
    _CALLS.clear()
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        party = ledger.add(Party(name="Tarn"))
    made(Sight.of_context())
    with writing(CONFIDENTIAL, by=user("officer")) as ledger:
        ledger.add(NameSeen(entry_id=party.pk, by=ledger.by, at=ledger.at))
    assert made(Sight.of_context()) == 1


def test_locking_drops_it(closed_record: MadeRecord) -> None:
    folder.attach(closed_record.folder, closed_record.record_key)
    with keyring.cleared():
        made(Sight.of_context())
        assert module._things
    folder.detach()
    assert not module._things


def test_no_more_than_so_many_are_kept(record: MadeRecord) -> None:
    for number in range(module.MOST + 10):
        kept(Sight.public(), ("number", number), lambda: 1)
    assert len(module._things) == module.MOST
