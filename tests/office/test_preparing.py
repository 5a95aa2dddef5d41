"""Preparing a round: the brief is chosen, seen and taken; a list is taken as a file."""

import io

import pytest
from docx import Document

from clients import Visitor
from makers import MadeRecord
from record.reports.small_record import Small, small_record
from twotrack.record.exports.encryption import decrypted
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Export, NameSeen

SECRET = "four dry leaves fall"


@pytest.fixture
def small(record: MadeRecord) -> Small:
    return small_record()


def page(small: Small) -> str:
    return f"/meetings/{small.round_4.pk}/preparing"


def text_of(content: bytes) -> str:
    return "\n".join(one.text for one in Document(io.BytesIO(content)).paragraphs)


def test_the_page_shows_the_brief_and_what_can_be_chosen(small: Small) -> None:
    shown = Visitor("officer").sees(page(small))
    assert "No reply, as was noted twice." in shown
    assert f'name="case" value="{small.mirel.pk}" checked' in shown
    assert 'name="theme" value="religion" checked' in shown
    assert "Not printed before" in shown


def test_a_choice_stands_in_the_address_by_id(small: Small) -> None:
    shown = Visitor("officer").sees(f"{page(small)}?chosen=1&case={small.edric.pk}")
    assert "will look into it" in shown
    assert "No reply, as was noted twice." not in shown
    assert f'name="case" value="{small.edric.pk}" checked' in shown
    assert f'name="case" value="{small.tamsin.pk}">' in shown


def test_without_clearance_nothing_confidential_is_offered_or_told(small: Small) -> None:
    shown = Visitor("clerk").sees(page(small))
    assert "Mirel" not in shown
    assert str(small.mirel.pk) not in shown
    assert "No reply, as was noted once." in shown
    chosen = Visitor("clerk").sees(f"{page(small)}?chosen=1&case={small.mirel.pk}")
    unknown = Visitor("clerk").sees(f"{page(small)}?chosen=1&case={small.dialogue.pk}")
    assert chosen == unknown


def test_with_clearance_the_brief_leaves_encrypted_and_is_logged(small: Small) -> None:
    officer = Visitor("officer")
    refused = officer.sends(page(small))
    assert (refused.status_code, Export.objects.using(CONFIDENTIAL).count()) == (400, 0)
    assert officer.sends(page(small), passphrase=SECRET, again="another one here").status_code == 400
    answer = officer.sends(page(small), passphrase=SECRET, again=SECRET, chosen="1", case=str(small.edric.pk))
    assert answer["Content-Disposition"].startswith('attachment; filename="brief-')
    assert answer["Content-Disposition"].endswith('.docx.age"')
    told = text_of(decrypted(answer.content, passphrase=SECRET))
    assert "Edric Vane (detention)" in told
    assert "Tamsin" not in told
    assert Export.objects.using(CONFIDENTIAL).get().names == 1
    assert "Printed last on" in officer.sees(page(small))


def test_without_clearance_the_brief_leaves_in_plain_and_public(small: Small) -> None:
    answer = Visitor("clerk").sends(page(small))
    assert "Mirel" not in text_of(answer.content)
    assert Export.objects.using(PUBLIC).get().path == "downloaded from the office"


def test_whose_confidential_names_were_shown_is_logged(small: Small) -> None:
    Visitor("officer").sees(page(small))
    assert list(NameSeen.objects.using(CONFIDENTIAL).values_list("entry_id", flat=True)) == [small.mirel.person_id]


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_a_list_is_taken_as_a_file(small: Small, form: str, begins: bytes) -> None:
    answer = Visitor("clerk").sends(f"/lists/{small.list.pk}/print", form=form, language="zh", note="")
    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"].endswith(f'.{form}"')


def test_a_list_is_taken_encrypted_by_one_with_clearance(small: Small) -> None:
    officer, address = Visitor("officer"), f"/lists/{small.list.pk}/print"
    assert "Passphrase for the file" in officer.sees(address)
    assert officer.sends(address, form="pdf", language="en").status_code == 400
    answer = officer.sends(address, form="pdf", language="en", passphrase=SECRET, again=SECRET)
    assert decrypted(answer.content, passphrase=SECRET).startswith(b"%PDF")


def test_a_meetings_page_leads_to_its_brief_and_a_lists_page_to_its_files(small: Small) -> None:
    officer = Visitor("officer")
    assert f'href="{page(small)}"' in officer.sees(f"/meetings/{small.round_4.pk}")
    assert f'href="/lists/{small.list.pk}/print"' in officer.sees(f"/lists/{small.list.pk}")
