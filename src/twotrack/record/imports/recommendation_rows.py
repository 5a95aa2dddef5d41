"""A row of a list of UN recommendations -> the recommendation it holds: exports of UHRI (uhri.ohchr.org), of UPR Info, and
tables of the same columns."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twotrack.reading.findings import Span
from twotrack.record.imports.dates import to_edtf
from twotrack.record.imports.tables import BadRow, Cell, Table, TableRow, plain
from twotrack.record.names.chinese import is_han
from twotrack.vocabulary import RecommendationBody, RecommendationReply

NOT_NUMBERED = "not numbered"
# field -> headings: of UHRI's export (its own spelling too), of UPR Info's, of tables made of the working group's reports
COLUMNS = {
    "text": "text|recommendation|recommendation text|recommendation and recommending state",
    "reference": "ohchr annotation id|annotation id|annotationid|recommendation number|reference|paragraph|number",
    "document": "document symbol|symbol|document code|document",
    "to": "countries concerned|countries|country|state under review|sur|state",
    "from": "upr reccomending states|upr recommending states|recommending state|recommending states|rs",
    "body": "reccomending body|recommending body|body|mechanism",
    "cycle": "upr session|session|cycle|upr cycle",
    "reply": "upr position|position|response|position of the state under review|upr response",
    "dated": "document publication date|publication date|date",
    "address": "url|link|address",
    "type": "type|annotation type|annotationtype",
}
_NEEDED = ("text", "to")
_TOLD = ("reply", "from", "reference", "document", "body")  # two of these, for a list of recommendations and no other
_NUMBER = re.compile(r"\d{1,3}\.\d{1,3}(?=[.\s])")  # matches "136.27 Ratify"; not "12 States"
_TREATY_BODIES = frozenset(
    ["cat", "ccpr", "hrc", "cedaw", "cerd", "cescr", "crc", "crpd", "ced", "cmw", "spt", "opcat"]
)
_REPLIES = (  # the first that stands in the cell; "not supported" before "supported"
    ("partly", RecommendationReply.PARTLY), ("partial", RecommendationReply.PARTLY), ("in part", RecommendationReply.PARTLY),
    ("not supported", RecommendationReply.NOTED), ("not accepted", RecommendationReply.NOTED),
    ("noted", RecommendationReply.NOTED), ("rejected", RecommendationReply.NOTED),
    ("supported", RecommendationReply.ACCEPTED), ("accepted", RecommendationReply.ACCEPTED),
    ("pending", RecommendationReply.PENDING), ("examined", RecommendationReply.PENDING),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationRow:
    """A recommendation as a row states it. `to`: the State it is made to, "" where several are named; `to_span`: where that
    stands; `digest`: of all its words."""

    line: int
    span: Span
    to: str
    to_span: Span
    digest: str
    values: Mapping[str, str]

    @property
    def key(self) -> str:
        """By what it is known in the next list: document and number, else its words."""
        reference = self.values["reference"]
        return f"words:{self.digest}" if reference == NOT_NUMBERED else f"{self.values['document']} {reference}"


def is_of_recommendations(headings: tuple[str, ...]) -> bool:
    """Whether the headings are those of a list of recommendations."""
    found = columns_of(headings)
    return all(name in found for name in _NEEDED) and sum(name in found for name in _TOLD) >= 2


def columns_of(headings: tuple[str, ...]) -> dict[str, int]:
    """Field -> number of its column; the first heading of each field's, in the order of COLUMNS."""
    plains = [plain(heading) for heading in headings]
    found = {}
    for name, written in COLUMNS.items():
        at = next((plains.index(one) for one in map(plain, written.split("|")) if one in plains), None)
        if at is not None:
            found[name] = at
    return found


def recommendation_rows(table: Table) -> Iterator[RecommendationRow | BadRow]:
    """The recommendations of a list, in order. Rows of another type (observations of a treaty body) are passed over."""
    columns = columns_of(table.headings)
    for row in table.rows():
        if isinstance(row, BadRow):
            yield row
        elif "type" not in columns or not _is_other(row.cells[columns["type"]].value):
            yield _row(row, columns)


def _is_other(kind: str) -> bool:
    return bool(kind) and "recommend" not in kind.casefold()


def _row(row: TableRow, columns: Mapping[str, int]) -> RecommendationRow | BadRow:
    cells = {name: row.cells[at] for name, at in columns.items()}
    words = {name: cell.value for name, cell in cells.items()}
    text = words.get("text", "")
    if not text:
        return BadRow(line=row.line, start=row.start, end=row.end, reason="it has no text of a recommendation")
    to, to_span = _only_one(cells["to"])
    body = words.get("body", "").lstrip("- ")
    number = _NUMBER.match(text)
    reference = words.get("reference") or (number.group() if number else NOT_NUMBERED)
    return RecommendationRow(
        line=row.line,
        span=Span(row.start, row.end),
        to=to,
        to_span=to_span,
        digest=hashlib.sha256("\n".join(cell.value for cell in row.cells).encode("utf-8", "replace")).hexdigest(),
        values={
            "body": _body(body, upr="from" in columns or "reply" in columns).value,
            "body_words": body,
            "cycle": words.get("cycle", "").lstrip("- "),
            "document": words.get("document", ""),
            "reference": reference,
            "from_words": "; ".join(_listed(words.get("from", ""))),
            "text": text,
            "text_language": "zh" if is_han(text) else "en",
            "reply": _reply(words.get("reply", "")).value,
            "dated": to_edtf(words.get("dated", "")) or "",
            "address": words.get("address", ""),
        },
    )


def _listed(cell: str) -> list[str]:
    """The names in a cell: a line each, with a dash before it, or with semicolons between."""
    return [name for part in re.split(r"[\n;]", cell) if (name := part.strip(" -"))]


def _only_one(cell: Cell) -> tuple[str, Span]:
    """The one State that a cell names, and where it stands; "" where it names several or none."""
    names = _listed(cell.value)
    if len(names) != 1 or not cell.is_as_written:
        return (names[0] if len(names) == 1 else ""), Span(cell.start, cell.end)
    at = cell.start + cell.value.index(names[0])
    return names[0], Span(at, at + len(names[0]))


def _body(words: str, *, upr: bool) -> RecommendationBody:
    """Which kind of body it is, by its name; a list that tells who recommended and what was replied is of the UPR."""
    plainly = words.casefold()
    if "upr" in plainly or "universal periodic" in plainly or (not plainly and upr):
        return RecommendationBody.UPR
    if "committee" in plainly or plainly.split("-")[0].strip() in _TREATY_BODIES:
        return RecommendationBody.TREATY_BODY
    if re.match(r"(?:sr|wg|ie)\b|special rapp|working group|independent expert|special proc", plainly):
        return RecommendationBody.SPECIAL_PROCEDURE
    return RecommendationBody.OTHER


def _reply(words: str) -> RecommendationReply:
    plainly = words.casefold()
    return next((reply for word, reply in _REPLIES if word in plainly), RecommendationReply.NOT_STATED)
