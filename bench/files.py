"""How far libraries agree on real PDFs and mails, whose true words nobody wrote down: `python bench/files.py FOLDER`.

FOLDER holds packages as unpacked, whose tests have such files (pypdf 7.1.1, pdfminer.six, mail-parser 4.8.0, msg_parser
1.2.0, Email-Outlook-Message 0.921, msgreader 1.0.1); the mails of CPython's own tests are taken where they are installed.

Printed for each other library that is installed: how many files both read, the share of its words that ours has, the share
of ours that it has, what one of the two alone reads, and words a second of each.
"""

import io
import logging
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from twotrack.errors import SourceError
from twotrack.sources import mail, outlook, pdf
from twotrack.sources.html import page_text

Reader = Callable[[bytes], str]
_WORD = re.compile(r"\w+")


def pdfs(folder: Path) -> Iterator[Path]:
    return folder.glob("*/**/*.pdf")


def mails(folder: Path) -> Iterator[Path]:
    yield from folder.glob("mail_parser*/tests/mails/mail_[mt]*")
    found = find_spec("test.test_email")
    if found is not None and found.origin:
        yield from (Path(found.origin).parent / "data").glob("msg_*.txt")


def outlooks(folder: Path) -> Iterator[Path]:
    return folder.glob("*/**/*.msg")


def from_mailparser(module: Any, content: bytes) -> str:
    message = module.parse_from_bytes(content)
    return "\n".join(message.text_plain) or "\n".join(page_text(page) for page in message.text_html)


def from_oxmsg(module: Any, content: bytes) -> str:
    message = module.Message.load(io.BytesIO(content))
    return message.body or page_text(message.html_body or "")


def from_pypdf(module: Any, content: bytes) -> str:
    return "\n".join(page.extract_text() for page in module.PdfReader(io.BytesIO(content)).pages)


def from_pdfminer(module: Any, content: bytes) -> str:
    return str(module.extract_text(io.BytesIO(content)))


KINDS: dict[str, tuple[Callable[[Path], Iterator[Path]], Reader, dict[str, Callable[[Any, bytes], str]]]] = {
    "PDF": (pdfs, lambda c: pdf.extract_text(c).text, {"pypdf": from_pypdf, "pdfminer.high_level": from_pdfminer}),
    "EML": (mails, lambda c: mail.extract_text(c).text, {"mailparser": from_mailparser}),
    "MSG": (outlooks, lambda c: outlook.extract_text(c).text, {"oxmsg": from_oxmsg}),
}


def timed(read: Reader, content: bytes) -> tuple[Counter[str], float]:
    started = time.perf_counter()
    try:
        text = read(content)
    except SourceError:
        text = ""
    except Exception:  # another library's own errors, of which it has many
        text = ""
    spent = time.perf_counter() - started
    return Counter(_WORD.findall(text.replace("\u00ad", ""))), spent


def compare(name: str, ours: Reader, theirs: Reader, files: list[Path]) -> str:
    shared = own = other = both = alone = other_alone = 0
    spent = [0.0, 0.0]
    for path in files:
        content = path.read_bytes()
        (mine, first), (found, second) = timed(ours, content), timed(theirs, content)
        spent = [spent[0] + first, spent[1] + second]
        both += bool(mine and found)
        alone += bool(mine and not found)
        other_alone += bool(found and not mine)
        if mine and found:
            shared, own, other = shared + (mine & found).total(), own + mine.total(), other + found.total()
    speeds = f"{own / max(spent[0], 1e-9):,.0f} and {other / max(spent[1], 1e-9):,.0f} words/s"
    figures = f"its words {shared / max(other, 1):.3f}  ours {shared / max(own, 1):.3f}"
    return f"  {name:20} both {both}  {figures}  ours alone {alone}  it alone {other_alone}  {speeds}"


def main(folder: str) -> None:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for kind, (found, ours, others) in KINDS.items():
        files = sorted(set(found(Path(folder))))
        print(f"{kind}: {len(files)} files" if files else f"{kind}: not at hand")
        for name, read in others.items() if files else ():
            try:
                module = import_module(name)
            except ImportError:
                print(f"  {name} is not installed")
                continue
            print(compare(name, ours, lambda content, m=module, r=read: r(m, content), files), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
