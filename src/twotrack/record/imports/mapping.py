"""Which column of a list is what. Known lists by their headings; any other by a guess that a person confirms, which is then
kept and known again by the row of headings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from twotrack.errors import LedgerError
from twotrack.record.columns import LENGTHS, OF_CASES, VOCABULARIES, Column, ColumnVocabulary
from twotrack.record.confidentiality import Sight
from twotrack.record.imports.tables import plain
from twotrack.record.ledger import Ledger
from twotrack.record.models import ColumnMapping
from twotrack.vocabulary import Property

_FORM = 40  # characters of a form (Statement.value_form)
# headings as people write them -> property and form; beside the labels of the properties themselves
_WRITTEN = {
    "name": "name|full name|name of prisoner|name of person|prisoner|detainee|victim|姓名|名字|名",
    "name:characters": "chinese name|name in chinese|name (chinese)|chinese|中文姓名|中文名|汉字",
    "name:pinyin": "pinyin|name (pinyin)|拼音",
    "name:additional": "alias|aliases|other names|other name|also known as|aka|别名|曾用名",
    "born-on": "date of birth|dob|born|birth date|year of birth|birth year|birthdate|出生日期|出生年月|生年|生日",
    "sex": "gender|性别",
    "age": "age at detention|age at arrest|年龄",
    "ethnic-group": "ethnicity|ethnic|nationality (ethnic)|民族",
    "nationality": "citizenship|国籍",
    "religion": "faith|宗教|宗教信仰",
    "occupation": "profession|job|职业",
    "residence": "address|home|place of residence|住址|居住地",
    "origin": "place of birth|birthplace|hometown|籍贯|出生地",
    "affiliation": "organisation|organization|employer|单位",
    "family": "relatives|家庭",
    "detained-on": "date of detention|detention date|detained|date detained|date of arrest|拘留日期|被捕日期|关押日期",
    "arrested-on": "formal arrest|formal arrest date|formally arrested|逮捕日期",
    "tried-on": "date of trial|trial date|tried|开庭日期",
    "sentenced-on": "date of sentence|sentence date|sentenced|date sentenced|判决日期",
    "released-on": "date of release|release date|released|actual release date|释放日期",
    "release-expected-on": "expected release|expected release date|due for release|预计释放日期",
    "sentence": "term|sentence length|prison term|刑期|判刑",
    "charge": "charges|crime|offence|offense|accusation|罪名",
    "court": "court of trial|法院",
    "legal-counsel": "lawyer|lawyers|counsel|律师",
    "whereabouts": "prison|facility|place of detention|location|detention centre|detention center|关押地点|监狱|羁押地点",
    "status": "current status|detention status|legal status|状态|现状|情况",
    "issue": "issues|category|issue category|类别",
    "summary": "details|case details|description of case|case summary|background|notes|案情|简介|备注",
    "title": "position|rank|职务",
    "size": "number of persons|persons|人数",
    "external-id": "id|case id|record number|case number|record id|reference|编号",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMapping:
    """The columns of one list: what each heading is kept as, None for what is left out. `confirmed`: nobody needs to be
    asked (a known list, or one that a person confirmed before)."""

    vocabulary: ColumnVocabulary | None
    columns: Mapping[str, Column | None]
    confirmed: bool

    @property
    def origin(self) -> str:
        """The kind of list by whose own numbers rows are known again; "" where each list has its own."""
        return self.vocabulary.name if self.vocabulary else ""

    def as_json(self) -> dict[str, str | None]:
        """Heading -> field, as `--mapping` takes it."""
        return {heading: column.field if column else None for heading, column in self.columns.items()}


def known_headings() -> frozenset[str]:
    """The headings by which a known list's row of headings is found, below marks and titles."""
    return frozenset(plain(name) for one in VOCABULARIES.values() for name in one.known_by)


def mapping_of(
    headings: tuple[str, ...], sight: Sight, given: Mapping[str, Any] | None = None, *, kind: str | None = None
) -> ListMapping:
    """What the columns of a list are: as given, as known, as kept, or as guessed. `kind`: the known list that it is said to
    be. Raises LedgerError for a mapping that names a heading that is not there or a field that is none."""
    if given is not None:
        return _given(headings, given)
    for name, vocabulary in VOCABULARIES.items():
        if mapped := _by_vocabulary(headings, vocabulary, said=name == kind):
            return mapped
    for kept in reversed(sight.all(ColumnMapping)):
        if tuple(kept.header) == headings:
            return ListMapping(
                vocabulary=None,
                columns={heading: column_of(field, heading) for heading, field in kept.columns.items()},
                confirmed=True,
            )
    return ListMapping(vocabulary=None, columns={heading: _guess(heading) for heading in headings}, confirmed=False)


def keep(ledger: Ledger, mapping: ListMapping, sight: Sight) -> None:
    """Keep what a person confirmed, unless it is there."""
    header, columns = list(mapping.columns), mapping.as_json()
    if mapping.vocabulary is None and not any(
        kept.header == header and kept.columns == columns for kept in sight.all(ColumnMapping)[-1:]
    ):
        ledger.add(ColumnMapping(header=header, columns=columns, by=ledger.by, at=ledger.at))


def column_of(field: str | None, heading: str) -> Column | None:
    """The column that a field of a mapping means ("name:pinyin"), None for "" and null. Raises LedgerError."""
    if not field:
        return None
    about, _, form = str(field).partition(":")
    try:
        found = Property(about.strip())
    except ValueError:
        found = None
    if found not in OF_CASES or len(form) > _FORM:
        fields = ", ".join(one.value for one in OF_CASES)
        raise LedgerError(f"the mapping has a field that is none; write one of {fields}, or null to leave it out")
    between = "; " if form.strip() == "additional" else ""
    return Column(name=heading, about=found, form=form.strip(), between=between)


def _given(headings: tuple[str, ...], given: Mapping[str, Any]) -> ListMapping:
    if unknown := [name for name in given if name not in headings]:
        raise LedgerError(f"the mapping names {len(unknown)} headings that the list does not have; write them as there")
    columns = {heading: column_of(given.get(heading), heading) for heading in headings}
    return ListMapping(vocabulary=None, columns=columns, confirmed=True)


def _by_vocabulary(headings: tuple[str, ...], vocabulary: ColumnVocabulary, *, said: bool) -> ListMapping | None:
    """The mapping of a known list: said to be one, or one of the headings that only such a list has and half of all known."""
    signs = {plain(name) for name in vocabulary.known_by}
    if not said and not signs.intersection(map(plain, headings)):
        return None
    named = {
        plain(name): column
        for column in (*vocabulary.older, *vocabulary.columns)
        for name in (column.name, *column.also)
    }
    columns = {heading: named.get(plain(heading)) for heading in headings}
    if not said and sum(column is not None for column in columns.values()) * 2 < len(headings):
        return None
    return ListMapping(vocabulary=vocabulary, columns=columns, confirmed=True)


def _guess(heading: str) -> Column | None:
    field = _guesses().get(plain(heading))
    return column_of(field, heading) if field else None


@cache
def _guesses() -> dict[str, str]:
    """Heading -> field: what people write, the labels of the properties, the columns of the known lists."""
    found = {plain(about.label): about.value for about in OF_CASES}
    found |= {plain(name): column.field for name, column in _known_columns() if column.form not in (*LENGTHS, "cecc")}
    found |= {plain(word): field for field, words in _WRITTEN.items() for word in words.split("|")}
    return found


def _known_columns() -> Iterable[tuple[str, Column]]:
    for vocabulary in VOCABULARIES.values():
        for column in vocabulary.columns:
            for name in (column.name, *column.also):
                yield name, column
