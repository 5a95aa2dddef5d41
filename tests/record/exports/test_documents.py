"""Documents as Word files, opened again: text, styles, footnotes, marks on every page, how they leave."""

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document

from makers import NOW, MadeRecord
from record.reports.small_record import TODAY, Small, small_record
from twotrack.errors import UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.documents import as_docx, print_report
from twotrack.record.exports.encryption import SealedFor, decrypted
from twotrack.record.exports.word_file import WordFile
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Export, User
from twotrack.record.reports import Report, make_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def small(record: MadeRecord) -> Small:
    return small_record()


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def brief(small: Small, *, public: bool = False) -> Report:
    sight = Sight.public() if public else Sight.of_context()
    return make_report("brief", str(small.round_4.pk), sight=sight, today=TODAY)


def opened(report: Report, *, confidential: bool = True) -> tuple[Any, bytes]:
    content = as_docx(report, by=officer(), at=NOW, confidential=confidential)
    return Document(io.BytesIO(content)), content


def footnotes(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/footnotes.xml"))
    return ["".join(note.itertext()).strip() for note in root if note.get(f"{W}type") is None]


def test_a_brief_has_real_headings_and_a_paragraph_for_each_person(small: Small) -> None:
    document, _ = opened(brief(small))
    parts = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert parts == [
        "Changed since the last print", "The meeting", "Persons", "Themes", "Due", "What they will raise, and our answer",
        "Delegations", "In numbers", "How to read this",
    ]  # fmt: skip
    at = next(n for n, one in enumerate(document.paragraphs) if one.text == "Edric Vane (detention)")
    assert document.paragraphs[at].style.name == "Heading 2"
    assert "Last reply: will look into it (Verania, 11 June 2024)" in document.paragraphs[at + 1].text
    assert "Changed: released (May 2025)" in document.paragraphs[at + 1].text


def test_footnotes_are_those_of_word_and_quote_a_source_once(small: Small) -> None:
    document, content = opened(brief(small))
    notes = footnotes(content)
    assert notes[0] == "note, 20 July 2025, typed: “Aldmark raised the cases; Verania will look into it.”"
    assert set(notes[1:]) == {"note, 20 July 2025, typed"}
    marks = [one.get(f"{W}id") for one in document.element.iter(f"{W}footnoteReference")]
    assert marks == [str(number) for number in range(1, len(notes) + 1)]


def test_every_page_says_who_when_how_many_names_and_that_it_is_confidential(small: Small) -> None:
    document, _ = opened(brief(small))
    mark = "CONFIDENTIAL. Printed by officer on 2026-05-04 09:30 UTC. Names of 3."
    assert document.sections[0].header.paragraphs[0].text == mark
    assert document.sections[0].footer.paragraphs[0].text.startswith(mark)
    public, _ = opened(brief(small, public=True), confidential=False)
    assert public.sections[0].header.paragraphs[0].text.startswith("From public entries alone. Printed by officer")
    assert "[C]" not in "".join(one.text for one in public.paragraphs)


def test_what_is_confidential_is_marked_in_the_text(small: Small) -> None:
    document, _ = opened(brief(small))
    at = next(n for n, one in enumerate(document.paragraphs) if one.text == "Mirel Osk (detention)")
    assert document.paragraphs[at + 1].text.startswith("[C] Mirel Osk")


def test_the_same_document_has_the_same_bytes_and_no_name_in_its_properties(small: Small) -> None:
    document, content = opened(brief(small))
    assert opened(brief(small))[1] == content
    assert (document.core_properties.title, document.core_properties.author) == ("", "officer")


def test_a_confidential_document_leaves_encrypted_and_is_logged(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx.age"
    about = str(small.round_4.pk)
    assert print_report(brief(small), about, path, SealedFor(passphrase="four dry leaves"), by=officer()) == 3
    assert decrypted(path.read_bytes(), passphrase="four dry leaves")[:2] == b"PK"
    left = Export.objects.using(CONFIDENTIAL).get()
    assert (left.what, left.names, left.sealed_for) == (f"brief {small.round_4.pk.hex}", 3, ["passphrase"])
    assert not Export.objects.using(PUBLIC).exists()


def test_a_confidential_document_does_not_leave_in_plain(small: Small, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="leaves encrypted"):
        print_report(brief(small), str(small.round_4.pk), tmp_path / "brief.docx", None, by=officer())
    assert list(tmp_path.glob("*.docx*")) == []


def test_names_in_any_script_stand_right_and_signs_that_xml_has_not_do_no_harm() -> None:
    file = WordFile("谭辛", mark="x", confidential=False, at=NOW)
    file.paragraph().words("Ilham \x0b ئىلھام توختى 伊力哈木")
    document = Document(io.BytesIO(file.content()))
    runs = [(run.text.strip(), run.font.rtl) for run in document.paragraphs[1].runs if run.text.strip()]
    assert runs == [("Ilham \ufffd", None), ("ئىلھام توختى", True), ("伊力哈木", None)]
    assert document.styles["Normal"].element.rPr.rFonts.get(f"{W}eastAsia") == "Microsoft YaHei"
