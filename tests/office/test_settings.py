"""The settings of the record: backups, the last check, what was done of late."""

import time

from clients import CANARY, Visitor, add_confidential_rows, user
from makers import NOW, MadeRecord
from twotrack import clock
from twotrack.office.checking import CHECKING
from twotrack.record import proved
from twotrack.record.backup import restore
from twotrack.record.faults import Fault
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Case

PASSPHRASE = "seven wet stones"


def test_a_backup_is_made_and_told_when(record: MadeRecord) -> None:
    officer = Visitor("officer")
    assert "None was made yet." in officer.sees("/settings/record")
    with clock.fixed(lambda: NOW):
        assert Visitor("officer").sends("/settings/record/backup").status_code == 302
    assert "The last one was made on 4 May 2026, 09:30 UTC." in officer.sees("/settings/record")
    (file,) = (record.folder / "backups").glob("office-*.tar")
    restore(file, record.folder.parent / "again", lambda: PASSPHRASE)


def test_a_backup_holds_what_is_remembered_of_sign_ins(record: MadeRecord) -> None:
    Visitor(None).sends("/sign-in", name="clerk", password="wrong")
    officer = Visitor("officer")
    officer.sends("/settings/record/backup")
    (file,) = (record.folder / "backups").glob("office-*.tar")
    restore(file, record.folder.parent / "again", lambda: PASSPHRASE)
    assert (record.folder.parent / "again" / "access").read_bytes() == (record.folder / "access").read_bytes()


def test_a_check_is_begun_by_a_button_and_its_result_kept(record: MadeRecord) -> None:
    officer = Visitor("officer")
    assert "No check is remembered." in officer.sees("/settings/record")
    officer.sends("/settings/record/check")
    while CHECKING.percent() is not None:
        time.sleep(0.01)
    assert "All rules held at the last check" in officer.sees("/settings/record")
    said = proved.last()
    assert said is not None
    assert (said.by, said.number) == ("officer", 0)


def test_what_does_not_hold_is_named_without_words(record: MadeRecord) -> None:
    proved.note([Fault(rule="quotes match texts", where="passage 1")] * 300, {"sources": 1}, by="keeper")
    page = Visitor("officer").sees("/settings/record")
    assert "300 faults" in page
    assert "Does not hold: quotes match texts." in page


def test_who_works_in_public_only_makes_no_backup_and_sees_none(record: MadeRecord) -> None:
    officer = Visitor("officer")
    officer.sends("/in-public")
    assert "work with them again" in officer.sees("/settings/record")
    for act in ("backup", "check"):
        assert officer.sends(f"/settings/record/{act}").status_code == 400
    assert not (record.folder / "backups").exists()


def test_activity_says_who_did_how_much_and_no_word(kept: MadeRecord) -> None:
    add_confidential_rows(Case.objects.using(PUBLIC).get())
    officer = Visitor("officer")
    page = officer.sees("/settings/activity")
    assert "statements added" in page
    assert "officer" in page
    assert CANARY not in page
    assert "Tamsin" not in page
    officer.sends("/in-public")
    assert 'class="badge"' not in officer.sees("/settings/activity")


def test_the_setting_of_the_lock_changes_no_publication(kept: MadeRecord) -> None:
    from twotrack.publish.site import render
    from twotrack.record.public import public_record

    before = list(render(public_record(NOW.date())))
    Visitor("officer").sends("/settings/record", minutes="30")
    assert list(render(public_record(NOW.date()))) == before
    assert user("officer").is_active
