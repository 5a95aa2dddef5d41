"""A list of names as DOCX, PDF and XLSX, opened again: the same names in each, headings in the reader's language."""

import io
from typing import Any

import pypdfium2
import pytest
import python_calamine
from docx import Document

from makers import MadeRecord
from twotrack.errors import UsageError
from twotrack.record import lists
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.encryption import SealedFor, decrypted
from twotrack.record.exports.glyphs import cannot_draw
from twotrack.record.exports.list_files import as_docx, as_pdf, as_xlsx, leaving_list
from twotrack.record.exports.list_told import ListTold, day_in, list_told, mark_of
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Export, List, Party, Person, User
from twotrack.vocabulary import Property

MARK = "From public entries alone. Printed by officer on 2026-05-04 09:30 UTC. Names of 2."


def officer() -> User:
    return User.objects.using(PUBLIC).get(name="officer")


def handed(alias: str = PUBLIC) -> List:
    """A list of June 2024 with two lines; of the first another way to write the name is known."""
    with writing(alias, by=officer()) as ledger:
        person = ledger.add(Person())
        ledger.ground(person, inference="known")
        case = ledger.add(Case(person=person))
        ledger.ground(case, inference="known")
        for name in ("Tan Xin", "谭辛"):
            ledger.state(person, Property.NAME, name, inference="known")
        giver = ledger.add(Party(name="Aldmark"))
        ledger.ground(giver, inference="known")
        lines = [
            lists.Line(name="Tan Xin", details=(("since", "2019"), ("=cmd", "x")), case=case),
            lists.Line(name="ئىلھام توختى", details=(("since", "2020"),)),
        ]
        return lists.make_list(ledger, lines, name="list of June", by=giver, handed_on="2024-06-11", inference="known")


@pytest.fixture
def told(record: MadeRecord) -> ListTold:
    return list_told(Sight.of_context(), handed())


def in_docx(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(content)).tables[0].rows]


def in_xlsx(content: bytes) -> list[list[Any]]:
    return list(python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python())


def in_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


LINES = [
    ["No.", "Name", "Also written", "since", "=cmd"],
    ["1", "Tan Xin", "谭辛", "2019", "x"],
    ["2", "ئىلھام توختى", "", "2020", ""],
]


def test_a_list_is_told_as_it_was_handed_with_other_scripts_beside_it(told: ListTold) -> None:
    assert [list(told.columns), *(list(row) for row in told.rows)] == LINES
    assert told.head == (("From", "Aldmark"), ("Handed over", "11 June 2024"), ("Names", "2"))
    assert not told.confidential


def test_the_same_lines_stand_in_a_word_file_and_in_a_workbook(told: ListTold) -> None:
    assert in_docx(as_docx(told, MARK, confidential=False)) == LINES
    sheet = in_xlsx(as_xlsx(told, MARK, confidential=False))
    assert sheet[0][0] == MARK
    assert sheet[-3:] == LINES


def test_a_pdf_has_the_names_in_every_script_and_its_mark_on_the_page(told: ListTold) -> None:
    text = in_pdf(as_pdf(told, MARK, confidential=False))
    assert all(word in text for word in ("list of June", "Tan Xin", "谭辛", "ئىلھام", "توختى", MARK, "1 / 1"))
    assert "could not be printed" not in text


def test_a_list_in_chinese_has_chinese_headings_and_dates_and_the_same_names(record: MadeRecord) -> None:
    told = list_told(Sight.of_context(), handed(), language="zh", details=())
    assert told.columns == ("序号", "姓名", "其他写法")
    assert told.head[1] == ("提交日期", "2024年6月11日")
    assert told.rows[0] == ("1", "Tan Xin", "谭辛")
    text = in_pdf(as_pdf(told, MARK, confidential=False))
    assert "其他写法" in text
    assert "2024年6月11日" in text.replace(" ", "")  # a hair is set between Han letters and digits


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2024-06", "2024年6月"),
        ("2024", "2024年"),
        ("2024-06/2024-07", "2024年6月至2024年7月"),
        ("2024?", "2024?"),
        ("", ""),
    ],
)
def test_dates_in_chinese(when: str, said: str) -> None:
    assert day_in("zh", when) == said


def test_a_letter_that_no_font_has_is_named(told: ListTold) -> None:
    assert cannot_draw("Nguyễn 谭 ئى \U0002c316") == ["\U0002c316"]
    odd = ListTold(
        title="x", language="en", head=(), note="#eval(1) \U0002c316", columns=("No.",), rows=(), named=frozenset(),
        confidential=False,
    )  # fmt: skip
    text = in_pdf(as_pdf(odd, MARK, confidential=False))
    assert "Characters that could not be printed: U+2C316" in text
    assert "#eval(1)" in text  # words are never markup


def test_the_same_list_has_the_same_bytes(told: ListTold) -> None:
    for write in (as_docx, as_pdf, as_xlsx):
        assert write(told, MARK, True) == write(told, MARK, True)


def test_a_confidential_list_leaves_encrypted_marked_and_logged(record: MadeRecord) -> None:
    row = handed(CONFIDENTIAL)
    told = list_told(Sight.of_context(), row)
    with pytest.raises(UsageError, match="leaves encrypted"):
        leaving_list(told, row, "pdf", None, by=officer())
    content = leaving_list(told, row, "xlsx", SealedFor(passphrase="four dry leaves"), by=officer())
    sheet = in_xlsx(decrypted(content, passphrase="four dry leaves"))
    assert sheet[0][0].startswith("CONFIDENTIAL. Printed by officer on ")
    left = Export.objects.using(CONFIDENTIAL).get()
    assert (left.what, left.path, left.names) == (f"list {row.pk.hex}", "downloaded from the office", 2)


def test_the_mark_is_in_the_language_of_the_list(record: MadeRecord) -> None:
    from makers import NOW

    told = list_told(Sight.of_context(), handed(), language="zh")
    assert mark_of(told, officer(), NOW, confidential=True) == (
        "机密。officer 于 2026-05-04 09:30（UTC）打印，共 2 个名字。"
    )
