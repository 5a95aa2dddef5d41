"""Our dates against libraries that find dates, on the same sentences and documents: `python bench/dates.py`.

    python -m venv DIR && DIR/bin/pip install dateparser parsedatetime jionlp
    PYTHONPATH=src DIR/bin/python bench/dates.py

Sentences: tests/date_expressions.py. Documents: the annotated ones that bench/accuracy.py names, where they are at hand.
A library is measured where it is installed; none is a dependency. A library's value is a day or two; it counts as right
where that day, cut to what the annotation says (a month, a year), is the annotated one, or the two are its first and last
day. Found: F1 over overlapping finds; with value: the same, of finds with the right value.
"""

import contextlib
import importlib.util
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from twotrack import edtf
from twotrack.reading.dates import find_dates
from twotrack.reading.findings import Heading
from twotrack.reading.known import Known
from twotrack.sources.raw import Document
from twotrack.vocabulary import DocumentKind

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"


class Find(NamedTuple):
    """A find: its place, and its value: EDTF of ours, or the first and last day of a library's."""

    start: int
    end: int
    value: str | tuple[date, date]


class Text(NamedTuple):
    """A text with its day, its language and what is annotated in it: start, end, EDTF."""

    text: str
    day: date
    language: str
    gold: tuple[tuple[int, int, str], ...]


Finder = Callable[[Text], Iterable[Find]]


def ours(text: Text) -> Iterator[Find]:
    """Our own finder."""
    heading = Heading(
        title=None, date=text.day.isoformat(), place=None, kind=DocumentKind.OTHER, language=text.language
    )
    for found in find_dates(Known(document=Document(text=text.text, extractor="text/1"), heading=heading)):
        yield Find(found.start, found.end, found.edtf)


def dateparser_finds(module: Any, text: Text) -> Iterator[Find]:
    """dateparser.search: it gives words and values, so its finds are looked up in order."""
    base = datetime.combine(text.day, time())
    found = module.search_dates(text.text, languages=[text.language], settings={"RELATIVE_BASE": base}) or []
    at = 0
    for words, value in found:
        start = text.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Find(start, at, (value.date(), value.date()))


def parsedatetime_finds(module: Any, text: Text) -> Iterator[Find]:
    """parsedatetime's search in running text."""
    base = datetime.combine(text.day, time())
    for value, kind, start, end, _ in module.Calendar().nlp(text.text, sourceTime=base) or ():
        if kind != 2:  # 2: a clock time alone
            yield Find(start, end, (value.date(), value.date()))


def jionlp_finds(module: Any, text: Text) -> Iterator[Find]:
    """jionlp's extract_time; its spans of two instants become two days."""
    with contextlib.redirect_stdout(io.StringIO()):
        found = module.ner.extract_time(text.text, time_base=datetime.combine(text.day, time()).timestamp())
    for one in found:
        value = one["detail"]["time"]
        if one["type"] in {"time_point", "time_span"} and isinstance(value, list):
            with contextlib.suppress(ValueError):
                first, last = (date.fromisoformat(part[:10]) for part in value)
                start, end = one["offset"]
                yield Find(start, end, (first, last))


LIBRARIES = {  # module -> languages, its finder
    "dateparser.search": (("en", "zh", "fr"), dateparser_finds),
    "parsedatetime": (("en",), parsedatetime_finds),
    "jionlp": (("zh",), jionlp_finds),
}


def right(gold: str, value: str | tuple[date, date]) -> bool:
    """Whether a find has the annotated value; a library's day is cut to what the annotation says."""
    if isinstance(value, str):
        return value == gold
    first, last = value
    wanted = edtf.parse(gold)
    return gold in {first.isoformat()[: len(gold)]} or (wanted.first, wanted.last) == (first, last)


def measured(finder: Finder, texts: Iterable[Text]) -> tuple[int, int, int, int]:
    """Annotated, found, matched, and matched with the right value."""
    annotated = finds = matched = valued = 0
    for text in texts:
        left = list(finder(text))
        annotated, finds = annotated + len(text.gold), finds + len(left)
        for start, end, value in text.gold:
            best = max(left, key=lambda one: min(end, one.end) - max(start, one.start), default=None)
            if best and min(end, best.end) > max(start, best.start):
                left.remove(best)
                matched += 1
                valued += right(value, best.value)
    return annotated, finds, matched, valued


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def sentences() -> dict[str, list[Text]]:
    """The sentences of the tests, a set a language; those without a date belong to their language's."""
    tables = _module(HERE.parent / "tests" / "date_expressions.py")
    day = date.fromisoformat(tables.DAY)
    sets: dict[str, list[Text]] = {"English sentences": [], "Chinese sentences": []}
    for name, language, rows in (
        ("English sentences", "en", tables.ENGLISH),
        ("Chinese sentences", "zh", tables.CHINESE),
    ):
        for words, quote, value in rows:
            start = words.index(quote)
            sets[name].append(Text(words, day, language, ((start, start + len(quote), value),)))
    for words in tables.NO_DATES:
        chinese = any("\u4e00" <= sign <= "\u9fff" for sign in words)
        sets["Chinese sentences" if chinese else "English sentences"].append(
            Text(words, day, "zh" if chinese else "en", ())
        )
    return sets


def documents() -> dict[str, list[Text]]:
    """The annotated documents that are at hand, a set a language."""
    sets: dict[str, list[Text]] = {}
    places = [(SHARED / "gold", SHARED / "corpus"), (HERE.parent / "tests" / "documents" / "conventions",) * 2]
    for gold, sources in places:
        for path in sorted(gold.glob("*.json")):
            annotation = json.loads(path.read_text("utf-8"))
            source = next(one for one in sorted(sources.glob(f"{path.stem}.*")) if one.suffix != ".json")
            language = next((code for code in ("zh", "fr") if f".{code}" in path.name), "en")
            dates = tuple((one["start"], one["end"], one["edtf"]) for one in annotation.get("dates", []))
            text = Text(source.read_text("utf-8"), date.fromisoformat(annotation["date"]), language, dates)
            sets.setdefault(f"documents, {language}", []).append(text)
    return sets


def main() -> None:
    """Print the table."""
    print(f"{'':<20}{'':<20}{'dates':>6}{'finds':>7}{'found F1':>10}{'with value':>12}")
    for name, texts in (sentences() | documents()).items():
        for finder_name, finder in _finders(texts[0].language):
            annotated, finds, matched, valued = measured(finder, texts)
            total = (annotated + finds) or 1
            print(
                f"{name:<20}{finder_name:<20}{annotated:>6}{finds:>7}{2 * matched / total:>10.3f}{2 * valued / total:>12.3f}"
            )


def _finders(language: str) -> Iterator[tuple[str, Finder]]:
    yield "twotrack", ours
    for name, (languages, finder) in LIBRARIES.items():
        if language in languages:
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    module = importlib.import_module(name)
            except ImportError:
                print(f"{'':<20}{name}: not installed")
                continue
            yield name, lambda text, module=module, finder=finder: finder(module, text)  # type: ignore[misc]


if __name__ == "__main__":
    main()
