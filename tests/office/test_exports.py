"""A table that leaves the record: what stands in it, who may, what is noted, and what is encrypted."""

import csv
import io

from clients import Visitor, user
from record.reports.small_record import Small
from twotrack.record import users
from twotrack.record.exports.encryption import decrypted
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Export, Person
from twotrack.record.models.case import Case
from twotrack.vocabulary import Property, Role

SECRET = "nine grey herons"


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_an_export_holds_what_is_public_in_the_order_and_with_the_filters_of_the_page(small: Small) -> None:
    sent = Visitor("officer").sends("/export", table="cases", form=".csv", sort="name", stands="unanswered")
    assert [row["name"] for row in rows(sent.content)] == ["Tamsin Orrel"]
    assert 'filename="cases.csv"' in sent.headers["Content-Disposition"]
    export = Export.objects.using(PUBLIC).get()
    assert (export.what, export.names, export.sealed_for, export.by_id) == ("cases", 1, [], user("officer").pk)
    assert export.path == "downloaded from the office"


def test_with_confidential_rows_it_leaves_encrypted_and_is_noted_in_confidence(small: Small) -> None:
    officer = Visitor("officer")
    refused = officer.sends("/export", table="cases", form=".csv", confidential="on", passphrase="short")
    assert refused.status_code == 302
    assert not Export.objects.using(CONFIDENTIAL).exists()
    sent = officer.sends("/export", table="cases", form=".csv", confidential="on", passphrase=SECRET)
    assert b"Mirel" not in sent.content
    assert "Mirel Osk" in decrypted(sent.content, passphrase=SECRET).decode()
    assert Export.objects.using(CONFIDENTIAL).get().sealed_for == ["passphrase"]
    assert not Export.objects.using(PUBLIC).exists()


def test_whoever_has_no_clearance_gets_public_rows_whatever_is_asked(small: Small) -> None:
    sent = Visitor("clerk").sends("/export", table="cases", form=".csv", confidential="on", passphrase=SECRET)
    assert "Mirel" not in sent.content.decode()
    assert len(rows(sent.content)) == 3


def test_a_reader_may_not(small: Small) -> None:
    users.set_role(user("clerk"), Role.READER, clearance=False)
    assert Visitor("clerk").sends("/export", table="cases", form=".csv").status_code == 404
    assert "<summary>Export</summary>" not in Visitor("clerk").sees("/cases")


def test_no_cell_is_run_by_a_spreadsheet(small: Small) -> None:
    with writing(PUBLIC, by=user("officer")) as ledger:
        person = ledger.add(Person())
        ledger.state(person, Property.NAME, '=HYPERLINK("http://x")', inference="known")
        ledger.ground(ledger.add(Case(person=person)), inference="known")
    sent = Visitor("officer").sends("/export", table="cases", form=".csv")
    assert """'=HYPERLINK""" in sent.content.decode()


def test_every_table_is_exported_in_both_forms(small: Small) -> None:
    for table in ("cases", "meetings", "commitments", "questions", "lists"):
        for form in (".csv", ".xlsx"):
            sent = Visitor("officer").sends("/export", table=table, form=form)
            assert sent.status_code == 200
            assert sent.content[:2] == (b"PK" if form == ".xlsx" else b"\xef\xbb")
