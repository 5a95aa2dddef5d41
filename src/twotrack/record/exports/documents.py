"""Documents of the record as Word files: handover, brief, readout, annual. With confidential rows in sight every page says so,
and the file leaves encrypted; that it left is logged, so that the next brief can say what changed since."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path

from twotrack import clock, edtf
from twotrack.errors import UsageError
from twotrack.record.confidentiality import Sight
from twotrack.record.exports.encryption import SealedFor, encrypted
from twotrack.record.exports.leaving import note, note_downloaded, refuse_taken, write_file
from twotrack.record.exports.word_file import WordFile, Written
from twotrack.record.models import User
from twotrack.record.reports import REPORTS
from twotrack.record.reports.printed import what_left
from twotrack.record.reports.report import Footnote, Report, Row

SUFFIX = ".docx"
_MARK = "[C] "
_ONE_PARAGRAPH = "Persons"  # the part in which the sentences on one person stand together


def refuse_other_reports(name: str) -> None:
    """Raise UsageError for a report that is a table and no document."""
    if name in REPORTS and not REPORTS[name].document:
        documents = ", ".join(one for one, kind in REPORTS.items() if kind.document)
        raise UsageError(f"the report {name} is a table; as a Word file there are: {documents}")


def print_report(report: Report, about: str, path: Path, to: SealedFor | None, *, by: User) -> int:
    """Write a document to a new file; returns of how many persons and groups it gives a name. Without `to` it must hold
    public entries alone, and leaves in plain."""
    refuse_taken(path)
    content = leaving_document(report, about, path, to, by=by)
    write_file(path, content)
    return len(report.named)


def leaving_document(report: Report, about: str, path: Path | None, to: SealedFor | None, *, by: User) -> bytes:
    """The bytes of a document that leaves, encrypted where it is confidential; that it leaves is logged first. Without
    a path it is sent to a browser."""
    refuse_other_reports(report.name)
    if to is None and report.confidential:
        raise UsageError(
            "this document holds confidential entries and leaves encrypted; give a passphrase or --recipient"
        )
    content = as_docx(report, by=by, at=clock.now(), confidential=to is not None)
    content = content if to is None else encrypted(content, to)
    sight = Sight.public() if to is None else Sight.of_context()
    sealed = to.told if to else []
    what, names = what_left(report.name, about), len(report.named)
    if path is None:
        note_downloaded(sight, what=what, names=names, sealed_for=sealed, by=by)
    else:
        note(sight, what=what, path=path, names=names, sealed_for=sealed, by=by)
    return content


def mark_of(by: User, at: datetime, names: int, *, confidential: bool) -> str:
    """What stands on every page: who, when, how many names, and that it is confidential where it is."""
    word = "CONFIDENTIAL. " if confidential else "From public entries alone. "
    return f"{word}Printed by {by.name} on {at:%Y-%m-%d %H:%M} UTC. Names of {names}."


def as_docx(report: Report, *, by: User, at: datetime, confidential: bool) -> bytes:
    """A document as a Word file: a heading for each part and for what it tells of, a footnote for each source."""
    mark = mark_of(by, at, len(report.named), confidential=confidential)
    file = WordFile(report.title, mark=mark, confidential=confidential, at=at, by=by.name)
    notes = _Notes(report.footnotes)
    for part, rows in groupby(report.rows, key=lambda row: row.cells[0]):
        file.heading(str(part), 1)
        for about, told in groupby(rows, key=lambda row: row.cells[1]):
            if about is not None:
                file.heading(str(about), 2)
            _write(file, str(part), list(told), notes)
    if report.totals:
        file.heading("In numbers", 1)
        for total in report.totals:
            file.paragraph("List Bullet").words(f"{total.label}: {total.value}")
    file.heading("How to read this", 1)
    for words in (*report.notes, *(["[C] marks what is confidential."] if report.confidential else [])):
        file.paragraph().words(words)
    return file.content()


def _write(file: WordFile, part: str, rows: list[Row], notes: "_Notes") -> None:
    """The sentences of one heading: as one paragraph on a person, else a line each."""
    together = part == _ONE_PARAGRAPH
    paragraph = file.paragraph() if together else None
    for number, row in enumerate(rows):
        at = paragraph or file.paragraph("List Bullet")
        if together and number:
            at.words(" ")
        _sentence(at, row, notes)


def _sentence(at: Written, row: Row, notes: "_Notes") -> None:
    if row.confidential:
        at.words(_MARK, strong=True)
    at.words(str(row.cells[2]))
    for words in notes.of(row):
        at.note(words)


class _Notes:
    """The footnotes of a report; the words of a source stand in the first one that cites them."""

    def __init__(self, footnotes: tuple[Footnote, ...]) -> None:
        self._known = {note.passage: note for note in footnotes}
        self._given: set[object] = set()

    def of(self, row: Row) -> Iterator[str]:
        """The words of each footnote of a row."""
        for key in row.grounds:
            if key in self._known:
                yield self._words(self._known[key], again=key in self._given)
                self._given.add(key)

    def _words(self, note: Footnote, *, again: bool) -> str:
        place = note.place if note.place != note.source else ""
        said = ", ".join(filter(None, (note.source, edtf.in_words(note.dated) if note.dated else "", place)))
        quote = f": “{note.quote}”" if note.quote and not again else ""
        return f"{_MARK if note.confidential else ''}{said}{quote}"
