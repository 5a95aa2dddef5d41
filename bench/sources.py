"""How much of a document each extractor keeps: `python bench/sources.py FOLDER [COUNT]`, a folder of Markdown texts.

Each text is written as a web page amid furniture, a Word document and, where Chromium is, a PDF in one and in two
columns, so that the true words are known. Printed for each library that is installed: the share of the true text's runs
of three words that are kept, the share of foreign words, words a second. Nothing is written but a PDF in a temporary folder.
Real pages are measured by `bench/pages.py`, real PDFs and mails by `bench/files.py`.
"""

import html
import io
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from twotrack.sources import docx, pdf
from twotrack.sources import html as pages
from twotrack.sources.front_matter import front_matter

_MENU = "".join(f"<li><a href='/{n}'>Menu entry {n}</a></li>" for n in range(60))
_BEFORE = f"<header><nav><ul>{_MENU}</ul></nav></header><div class='cookie-banner'>We use cookies to improve</div>"
_AFTER = (
    f"<aside class='related'><h2>Related links</h2><ul>{_MENU}</ul></aside><footer><p>Imprint and privacy</p></footer>"
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraphs(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    plain = re.sub(r"[*_#>\\|]", "", text[front_matter(text)[1] :])
    return [" ".join(part.split()) for part in plain.split("\n\n") if part.strip()]


def as_page(parts: list[str]) -> bytes:
    body = "".join(f"<p>{html.escape(part)}</p>" for part in parts)
    head = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A</title></head><body>"
    return (
        f"{head}{_BEFORE}<div class=layout><main><article>{body}</article></main>{_AFTER}</div></body></html>".encode()
    )


def as_docx(parts: list[str]) -> bytes:
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{html.escape(part)}</w:t></w:r></w:p>' for part in parts)
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target='
        '"word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def as_pdf(parts: list[str], columns: int) -> bytes:
    style = f"div{{columns:{columns};text-align:justify;hyphens:auto;font:10pt serif}}"
    body = "".join(f"<p>{html.escape(part)}</p>" for part in parts)
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "a.html"), Path(folder, "a.pdf")
        page.write_text(
            f"<!DOCTYPE html><html lang=en><meta charset=utf-8><style>{style}</style><div>{body}</div>",
            encoding="utf-8",
        )
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run([*command, f"--print-to-pdf={out}", str(page)], check=True, capture_output=True, timeout=60)  # noqa: S603
        return out.read_bytes()


def measure(name: str, read: Callable[[bytes], str], files: list[bytes], truths: list[list[str]]) -> None:
    kept = runs = foreign = words = labels = 0
    started = time.perf_counter()
    texts = [read(content) for content in files]
    spent = time.perf_counter() - started
    for text, truth in zip(texts, truths, strict=True):
        true, found = " ".join(truth).split(), text.split()
        wanted, got = (Counter(zip(w, w[1:], w[2:], strict=False)) for w in (true, found))
        kept, runs = kept + (wanted & got).total(), runs + wanted.total()
        foreign, words = foreign + (Counter(found) - Counter(true)).total(), words + len(found)
        lines = {" ".join(line.split())[:24] for line in text.split("\n")}
        labels += sum(part[:24].strip() in {line.strip() for line in lines} for part in truth)
    share = labels / sum(map(len, truths))
    figures = f"kept {kept / runs:.4f}  foreign {foreign / max(words, 1):.4f}  paragraphs at a line's start {share:.3f}"
    print(f"  {name:22} {figures}  {words / spent:12,.0f} words/s", flush=True)


def _optional(module: str, read: Callable[[Any, bytes], str]) -> list[tuple[str, Callable[[bytes], str]]]:
    try:
        found = import_module(module)
    except ImportError:
        return []
    return [(module, lambda content: read(found, content))]


def main(folder: str, count: str = "8") -> None:
    truths = [
        paragraphs(path) for path in sorted(Path(folder).rglob("*.md"))[:: max(1, 900 // int(count))][: int(count)]
    ]
    kinds: dict[str, tuple[list[bytes], list[tuple[str, Callable[[bytes], str]]]]] = {
        "HTML": (
            [as_page(truth) for truth in truths],
            [
                ("selectolax + own", lambda content: pages.extract_text(content).text),
                *_optional(
                    "resiliparse.extract.html2text",
                    lambda m, c: str(m.extract_plain_text(c.decode(), main_content=True)),
                ),
                *_optional("trafilatura", lambda m, c: m.extract(c.decode()) or ""),
            ],
        ),
        "DOCX": (
            [as_docx(truth) for truth in truths],
            [
                ("lxml + own", lambda content: docx.extract_text(content).text),
                *_optional("docx", lambda m, c: "\n\n".join(p.text for p in m.Document(io.BytesIO(c)).paragraphs)),
                *_optional("mammoth", lambda m, c: str(m.extract_raw_text(io.BytesIO(c)).value)),
            ],
        ),
    }
    for columns in (1, 2) if shutil.which("chromium") else ():
        kinds[f"PDF, {columns} column(s)"] = (
            [as_pdf(truth, columns) for truth in truths],
            [
                ("pypdfium2 + own", lambda content: pdf.extract_text(content).text),
                *_optional("pypdf", lambda m, c: "\n".join(p.extract_text() for p in m.PdfReader(io.BytesIO(c)).pages)),
            ],
        )
    for kind, (files, readers) in kinds.items():
        print(f"{kind}: {len(files)} files")
        for name, read in readers:
            measure(name, read, files, truths)


if __name__ == "__main__":
    main(*sys.argv[1:3])
