"""PDF: lines in the order of the page's content, made into paragraphs; what every page repeats is dropped."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from twotrack.errors import SourceError
from twotrack.sources.paragraphs import joined, required, tidy
from twotrack.sources.raw import Document

EXTRACTOR = "pdf/2"
PAGES = 3000
"""Pages that a file may have."""

# a line that is only a page's number: matches "3", "iv", "- 3 -", "Page 3 of 9", "3/9"; not "3 May"
_NUMBER = re.compile(
    r"(?i)[-–—\s|]{0,4}(?:page\s{0,3}|p\.\s?)?(?:\d{1,4}|[ivxl]{1,7})(?:\s?(?:of|/)\s?\d{1,4})?[-–—\s|]{0,4}|第\s?\d{1,4}\s?页"
)
_COUNTED = re.compile(r"\d+|\b[ivxl]{1,7}\b")  # what differs from page to page in a line that all have
_ENDS = (".", "?", "!", ":", "”", '"', ")", "]", "。", "？", "！", "：", "”", "…")
_NO_WORD = re.compile(r"\W")
_WORD = re.compile(r"\w+(?:-\w+)?")
_EDGE = 2  # lines at the head and foot of a page that may be repeated
_HYPHEN = "\ufffe"  # what pdfium gives for a hyphen at a line's end, instead of the end too
_PRINTED = re.compile(f"[^\n{_HYPHEN}]++{_HYPHEN}?")
_OBJECTS = 200  # of a page without text that are looked at to say what it shows
_MADE = re.compile(r"(?i)microsoft word - .*|untitled.*|document\s?\d*|.*\.(?:docx?|indd|pdf|html?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A printed line and where it stands, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float


def extract_text(content: bytes) -> Document:
    """The text of a PDF. Raises SourceError for what is encrypted, damaged, scanned or too long."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise SourceError("is a PDF protected by a password: save it without one") from None
        raise SourceError("is a damaged or cut-off PDF: get it again") from None
    try:
        if len(document) > PAGES:
            raise SourceError(f"is a PDF of more than {PAGES} pages: split it first")
        pages = [_lines(document, number) for number in range(len(document))]
        empty = [_shown(document, number) for number, lines in enumerate(pages) if not lines]
        metadata = _metadata(document)
    except pypdfium2.PdfiumError:
        raise SourceError("is a damaged PDF: get it again") from None
    finally:
        document.close()
    lines = _without_repeated(pages)
    text = tidy(_paragraphs(lines))
    required(text, _without_text(empty))
    if (scanned := empty.count("pictures")) * 2 > len(pages):
        raise SourceError(
            f"is a PDF of which {scanned} of {len(pages)} pages are scanned: run text recognition on it first"
        )
    return Document(text=text, extractor=EXTRACTOR, metadata=metadata)


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    """The lines of a page with their places; [] for one without text."""
    page = document[number]
    try:
        words = page.get_textpage()
        text = words.get_text_range() if words.count_chars() else ""
        found = []
        for match in _PRINTED.finditer(text):
            line = match.group().rstrip("\r ")
            lead = len(line) - len(line.lstrip())
            if line.strip():
                left, bottom, _, _ = _box(words, match.start() + lead)
                _, _, right, _ = _box(words, match.start() + len(line.rstrip(_HYPHEN)) - 1)
                found.append(_Line(text=line.strip(), left=left, right=right, bottom=bottom))
        words.close()
        return found
    finally:
        page.close()


def _shown(document: pypdfium2.PdfDocument, number: int) -> str:
    """What a page without text shows: "pictures", "drawings", or "" for nothing."""
    page = document[number]
    try:
        kinds = {one.type for one, _ in zip(page.get_objects(max_depth=4), range(_OBJECTS), strict=False)}
    finally:
        page.close()
    shown = {
        raw.FPDF_PAGEOBJ_IMAGE: "pictures",
        raw.FPDF_PAGEOBJ_PATH: "drawings",
        raw.FPDF_PAGEOBJ_SHADING: "drawings",
    }
    return next((what for kind, what in shown.items() if kind in kinds), "")


def _without_text(pages: list[str]) -> str:
    """Why a file whose pages hold no text cannot be read, by what they show."""
    if "pictures" in pages:
        return "is a scanned PDF: its pages are pictures without text; run text recognition on it first"
    if "drawings" in pages:
        return "is a PDF of drawings without text: if they are letters drawn as lines, run text recognition on it first"
    return "is a PDF of blank pages: nothing to read"


def _box(words: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """The box of a character: left, bottom, right, top; zeros where the file gives none."""
    if index >= words.count_chars():
        return 0.0, 0.0, 0.0, 0.0
    try:
        left, bottom, right, top = words.get_charbox(index, loose=True)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, top


def _key(line: _Line) -> tuple[str, int]:
    return _COUNTED.sub("#", line.text), round(line.bottom / 4)


def _without_repeated(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without heads, feet and numbers: lines at their edges that most pages have at the same height."""
    if len(pages) < 3:
        return pages
    edges = [set(page[:_EDGE] + page[-_EDGE:]) for page in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    numbers = sum(any(_NUMBER.fullmatch(line.text) for line in edge) for edge in edges)

    def repeated(line: _Line) -> bool:
        if _NUMBER.fullmatch(line.text):
            return numbers * 2 > len(pages)
        return counts[_key(line)] >= 3 and counts[_key(line)] * 5 >= len(pages) * 3

    return [
        [line for line in page if line not in edge or not repeated(line)]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _paragraphs(pages: list[list[_Line]]) -> str:
    """Lines joined to paragraphs: a wide gap, an indent, or a line that ends early after a full stop parts them."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    steps = Counter(round(a.bottom - b.bottom) for a, b in pairwise(lines) if 4 < a.bottom - b.bottom < 60)
    step = min((size for size, count in steps.items() if count * 4 >= max(steps.values())), default=14)
    known = _words(lines)
    width = _width(lines)
    paragraphs, parts = [], [lines[0].text]
    for before, line in pairwise(lines):
        if not before.text.endswith(_HYPHEN) and _parted(before, line, step, width):
            paragraphs.append("".join(parts))
            parts = []
        elif parts[-1].endswith(_HYPHEN):
            parts[-1] = parts[-1][:-1]
            parts.append(_hyphen(_NO_WORD.split(parts[-1])[-1], _NO_WORD.split(line.text)[0], known))
        else:
            parts.append("" if joined(before.text[-1], line.text[0])[1:2] != " " else " ")
        parts.append(line.text)
    return "\n\n".join([*paragraphs, "".join(parts)]).replace(_HYPHEN, "-")


def _words(lines: list[_Line]) -> set[str]:
    """The words of a file, those with a hyphen too, without those that a line's end parts."""
    found: set[str] = set()
    cut = False
    for line in lines:
        words = _WORD.findall(line.text)
        ends = line.text.endswith(_HYPHEN)
        found.update(words[cut : len(words) - ends])
        cut = ends
    return found


def _hyphen(before: str, after: str, known: set[str]) -> str:
    """The hyphen between two parts of a word where it belongs to it, "" where only the line's end made it.

    By what the file has elsewhere: the word in one, with a hyphen, its parts as words; else a capital tells."""
    if before + after in known:
        return ""
    if f"{before}-{after}" in known or after[:1].isupper():
        return "-"
    return "-" if before in known and after in known else ""


def _width(lines: list[_Line]) -> float:
    """How wide a full line is: that of nine in ten."""
    widths = sorted(line.right - line.left for line in lines)
    return widths[len(widths) * 9 // 10]


def _parted(before: _Line, line: _Line, step: int, width: float) -> bool:
    fall = before.bottom - line.bottom
    ends = before.text.rstrip().endswith(_ENDS)
    short = before.right - before.left < width * 0.85
    if fall <= 0 and ends:  # a new column or page: a label lost would cost more than a paragraph cut in two
        return True
    if fall > 0 and (fall > step * 1.3 or (line.left - before.left > 6 and ends)):
        return True
    return short and (ends or (fall > 0 and before.right - before.left < width * 0.5))


def _metadata(document: pypdfium2.PdfDocument) -> dict[str, str]:
    found = {
        key: " ".join(tidy(document.get_metadata_value(name)).split())[:500]
        for name, key in (("Title", "title"), ("Author", "author"))
    }
    date = re.match(r"D:(\d{4})(\d\d)(\d\d)", document.get_metadata_value("CreationDate"))
    if date:
        found["date"] = "-".join(date.groups())
    if _MADE.fullmatch(found["title"]):
        del found["title"]
    return {key: value for key, value in found.items() if value}
