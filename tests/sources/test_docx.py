"""Word documents: what the document says after all changes, and hostile archives."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources import docx
from twotrack.sources.docx import extract_text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            archive.writestr("docProps/core.xml" if name == "core" else f"word/{name}.xml", xml)
    return out.getvalue()


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def par(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


CELL = "<w:tc>{}</w:tc>"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (par(run("Q") + "<w:r><w:tab/></w:r>" + run("Why?")) + par(run("b")), "Q\tWhy?\n\nb"),
        (par(run("a") + f"<w:del>{run('b')}</w:del><w:ins>{run('c')}</w:ins>"), "ac"),
        (par(run("a") + HIDDEN), "a"),
        (par("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:br/><w:t>b</w:t></w:r>"), "coop\nb"),
        (par(f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>"), "ab"),
        (f"<w:tbl><w:tr>{CELL.format(par(run('a')))}{CELL.format(par(run('b')))}</w:tr></w:tbl>", "a\tb"),
        (par("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("a")), "a"),
        (par(f"<w:r><w:pict><w:txbxContent>{par(run('box'))}</w:txbxContent></w:pict></w:r>"), "box"),
    ],
    ids=["tab", "changes", "hidden", "soft hyphen", "links", "table", "field", "text box"],
)
def test_the_text_is_what_stands_after_all_changes(body: str, text: str) -> None:
    assert extract_text(made(body)).text == text


BOX = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def cell(inside: str) -> str:
    return f"<w:tc><w:tcPr/>{inside}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr><w:trPr/>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_a_table_within_a_table_is_given_once() -> None:
    inner = table(cell(par(run("c"))) + cell(par(run("d"))))
    text = extract_text(
        made(table(cell(par(run("a")) + inner + par("")) + cell(par(run("b"))), cell(par(run("e")))))
    ).text
    assert text.split() == ["a", "c", "d", "b", "e"]
    assert "c\td" in text


def test_a_cell_within_a_control_is_of_its_row() -> None:
    controlled = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell(par(run('b')))}</w:sdtContent></w:sdt>"
    assert extract_text(made(table(cell(par(run("a"))) + controlled))).text == "a\tb"


def test_a_text_box_does_not_cut_the_sentence_that_it_is_anchored_in() -> None:
    box = BOX.format(f"<w:pict><w:txbxContent>{par(run('A box.'))}</w:txbxContent></w:pict>").replace(
        "<mc:AlternateContent>", f"<mc:AlternateContent {MC}>"
    )
    body = par(run("QUESTION: When ") + f"<w:r>{box}</w:r>" + run("will they meet?")) + par(run("b"))
    assert extract_text(made(body)).text == "QUESTION: When will they meet?\n\nA box.\n\nb"


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    marked = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert extract_text(made(par(marked + run("We ")) + par(run("met.")) + par(run("b")))).text == "We met.\n\nb"


def test_a_row_that_was_deleted_is_not_said() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(par(run('a')))}</w:tr>"
    assert extract_text(made(f"<w:tbl>{gone}<w:tr>{cell(par(run('b')))}</w:tr></w:tbl>")).text == "b"


def test_of_a_field_only_its_result_is_said() -> None:
    field = f"{FIELD.format('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>{FIELD.format('separate')}"
    body = par(
        run("On ") + field + run("3 May") + FIELD.format("end") + "<w:fldSimple>" + run(" we met.") + "</w:fldSimple>"
    )
    assert extract_text(made(body)).text == "On 3 May we met."


def test_comments_and_their_marks_are_not_said() -> None:
    marks = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    comments = f"<w:comments {W}><w:comment>{par(run('secret'))}</w:comment></w:comments>"
    assert extract_text(made(par(marks[0] + run("a") + marks[1]), comments=comments)).text == "a"


def test_labels_keep_their_blanks_and_lose_what_nobody_sees() -> None:
    body = par(run("MR.\u00a0HA\u00adLL:\u00a0We\u200b met.")) + par(
        "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>"
    )
    assert extract_text(made(body)).text == "MR.\u00a0HALL:\u00a0We met.\n\ne-mail"


def test_footnotes_stand_at_the_end_and_separators_nowhere() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:type="separator">{par(run("x"))}</w:footnote>'
    notes += f"<w:footnote>{par(run('note'))}</w:footnote></w:footnotes>"
    assert extract_text(made(par(run("a")), footnotes=notes)).text == "a\n\nnote"


def test_a_list_whose_label_is_a_word_keeps_it() -> None:
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="Q."/></w:lvl>'
    kinds = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    numbering = f'<w:numbering {W}>{kinds}<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>'
    assert extract_text(made(par(listed + run("Why?")), numbering=numbering)).text == "Q.\tWhy?"


def test_a_title_that_a_program_made_is_none() -> None:
    core = "<c><title>Microsoft Word - a.doc</title><language>en</language></c>"
    assert extract_text(made(par(run("a")), core=core)).metadata == {"language": "en"}


def test_a_part_that_unpacks_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "PART_LIMIT", 1000)
    with pytest.raises(SourceError, match="unpacks"):
        extract_text(made(par(run("a" * 5000))))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (made(par(run("a")))[:80], "damaged"),
        (made("<unclosed>"), "damaged"),
        (made(""), "without text"),
        (made("<!DOCTYPE a>"), "document type"),
        (made("<w:sdt>" * 400 + "</w:sdt>" * 400), "damaged"),
    ],
    ids=["ole", "cut", "xml", "empty", "dtd", "nested"],
)
def test_what_cannot_be_read_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        extract_text(content)


@given(st.integers(0, 400), st.binary(max_size=8))
def test_any_damage_gives_a_document_or_a_refusal(at: int, noise: bytes) -> None:
    good = made(par(run("words")))
    try:
        extract_text(good[:at] + noise + good[at + len(noise) :])
    except SourceError as error:
        assert "\n" not in str(error)
