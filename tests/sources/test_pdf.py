"""PDF: paragraphs, repeated lines, refusals; the files are written here by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources.pdf import extract_text


def made(*pages: list[tuple[int, int, str]], info: str = "") -> bytes:
    """A PDF whose pages hold words at places (points from the lower left corner)."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, lines in enumerate(pages):
        stream = "".join(f"BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
        box = "/MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * at} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
    objects.append(f"<< {info} >>")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    size = len(objects) + 1
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF".encode()


FULL = "the two sides spoke at length about the law and the courts in Tarn and"


def test_lines_of_a_paragraph_are_joined_and_labels_begin_lines() -> None:
    lines = [(50, 700, "MS. HALL: " + FULL), (50, 688, FULL), (50, 676, "agreed."), (50, 652, "QUESTION: When?")]
    assert extract_text(made(lines)).text == f"MS. HALL: {FULL} {FULL} agreed.\n\nQUESTION: When?"


def test_a_line_that_ends_early_after_a_full_stop_ends_a_paragraph() -> None:
    lines = [(50, 700, FULL), (50, 688, "agreed."), (50, 676, "Q: " + FULL), (50, 664, FULL)]
    assert extract_text(made(lines)).text == f"{FULL} agreed.\n\nQ: {FULL} {FULL}"


def test_heads_and_numbers_that_every_page_has_are_dropped() -> None:
    pages = [
        [(50, 780, "Ministry"), (50, 700, f"Page text {FULL} {word}."), (300, 20, str(at))]
        for at, word in enumerate(("one", "two", "three"), 1)
    ]
    text = extract_text(made(*pages)).text
    assert "Ministry" not in text
    assert [line[-4:] for line in text.split("\n\n")] == ["one.", "two.", "ree."]


def test_a_head_that_only_one_page_has_is_kept() -> None:
    pages = [[(50, 780, head), (50, 700, FULL)] for head in ("Alpha", "Beta", "Gamma")]
    assert "Beta" in extract_text(made(*pages)).text


def test_title_and_day_come_from_the_file() -> None:
    found = extract_text(made([(50, 700, "a")], info="/Title (Round nine) /CreationDate (D:20300514120000Z)"))
    assert found.metadata == {"title": "Round nine", "date": "2030-05-14"}


@pytest.mark.parametrize(
    ("content", "what"),
    [(made([]), "scanned"), (b"%PDF-1.7\n", "damaged"), (b"", "damaged")],
    ids=["scanned", "cut", "empty"],
)
def test_what_cannot_be_read_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        extract_text(content)


@settings(max_examples=60)
@given(st.integers(0, 700), st.binary(max_size=8))
def test_any_damage_gives_a_document_or_a_refusal(at: int, noise: bytes) -> None:
    good = made([(50, 700, "words")])
    try:
        extract_text(good[:at] + noise + good[at + len(noise) :])
    except SourceError as error:
        assert "\n" not in str(error)
