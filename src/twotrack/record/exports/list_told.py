"""A list of names as it goes out: its head, its columns and lines, in English or in Chinese.

What was handed stays as it was handed: names and details are never translated. Names that the record knows in other scripts
stand beside it, and headings and dates are in the language of the reader.
"""

import re
import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from twotrack import edtf
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.lists import lines_of
from twotrack.record.models import Case, List, ListItem, Party, Statement, User
from twotrack.vocabulary import Property

ENGLISH, CHINESE = "en", "zh"
LANGUAGES = {ENGLISH: "English", CHINESE: "中文 (Chinese)"}
_WORDS = {
    "title": ("List of names", "人员名单"),
    "number": ("No.", "序号"),
    "name": ("Name", "姓名"),
    "also": ("Also written", "其他写法"),
    "from": ("From", "提交方"),
    "to": ("To", "接收方"),
    "handed": ("Handed over", "提交日期"),
    "count": ("Names", "人数"),
    "confidential": ("CONFIDENTIAL", "机密"),
    "public": ("From public entries alone", "仅含公开内容"),
    "printed": ("Printed by {by} on {at} UTC. Names of {names}.", "{by} 于 {at}（UTC）打印，共 {names} 个名字。"),
    "not-drawn": ("Characters that could not be printed: {chars}", "无法打印的字符：{chars}"),
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTold:
    """A list ready to be written: head lines as pairs, columns, rows of text, and whose names it gives."""

    title: str
    language: str
    head: tuple[tuple[str, str], ...]
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    named: frozenset[uuid.UUID]
    confidential: bool


def list_told(
    sight: Sight, row: List, *, language: str = ENGLISH, details: tuple[str, ...] | None = None, note: str = ""
) -> ListTold:
    """A list as it was handed, in the order in which it was. `details`: the further columns, all of them unless given; `note`:
    words that stand before the lines."""
    lines = lines_of(sight, row)
    columns = details_of(lines) if details is None else details
    also, subjects, hidden = _also_written(sight, lines)
    parties = {key: party for key in (row.from_party_id, row.to_party_id) if key and (party := sight.get(Party, key))}
    giver = parties[row.from_party_id].name if row.from_party_id in parties else row.from_words
    taker = parties[row.to_party_id].name if row.to_party_id in parties else ""
    head = (
        ("from", giver), ("to", taker), ("handed", day_in(language, row.handed_on)), ("count", str(len(lines))),
    )  # fmt: skip
    with_also = any(also.values())
    return ListTold(
        title=row.name or word("title", language),
        language=language,
        head=tuple((word(key, language), value) for key, value in head if value),
        note=note.strip(),
        columns=(
            word("number", language), word("name", language), *([word("also", language)] if with_also else []), *columns,
        ),
        rows=tuple(
            (
                str(line.number), line.name, *(["; ".join(also[line.pk])] if with_also else []),
                *(str(line.details.get(column, "")) for column in columns),
            )
            for line in lines
        ),
        named=frozenset(subjects.get(line.pk, line.pk) for line in lines) | {line.pk for line in lines if _secret(line)},
        confidential=is_confidential([row, *lines, *parties.values()]) or hidden,
    )  # fmt: skip


def details_of(lines: list[ListItem]) -> tuple[str, ...]:
    """The further columns that a list was handed with, in the order of its first lines."""
    return tuple(dict.fromkeys(str(key) for line in lines for key in line.details))


def mark_of(told: ListTold, by: User, at: datetime, *, confidential: bool) -> str:
    """What stands on every page: that it is confidential where it is, who, when, how many names."""
    first = word("confidential" if confidential else "public", told.language)
    printed = word("printed", told.language).format(by=by.name, at=f"{at:%Y-%m-%d %H:%M}", names=len(told.rows))
    return f"{first}. {printed}" if told.language == ENGLISH else f"{first}。{printed}"


def word(key: str, language: str) -> str:
    """A heading or sentence in a language."""
    return _WORDS[key][1 if language == CHINESE else 0]


def day_in(language: str, when: str) -> str:
    """A date in EDTF as a reader of the language reads it: `2024年6月11日`."""
    if language != CHINESE:
        return edtf.in_words(when) if when else ""
    start, slash, end = when.partition("/")
    return f"{_chinese(start)}至{_chinese(end)}" if slash else _chinese(when)


def _chinese(when: str) -> str:
    if day := _DAY.match(when):
        return f"{day[1]}年{int(day[2])}月{int(day[3])}日"
    if month := _MONTH.match(when):
        return f"{month[1]}年{int(month[2])}月"
    return f"{when}年" if when.isdecimal() and len(when) == 4 else when


def _also_written(
    sight: Sight, lines: list[ListItem]
) -> tuple[dict[uuid.UUID, list[str]], dict[uuid.UUID, uuid.UUID], bool]:
    """By line the other names of whoever it is held to be; by line that person or group; whether a name is confidential."""
    cases = {row.pk: row.person_id or row.group_id for row in sight.among(Case, "pk", (line.case_id for line in lines))}
    subjects = {line.pk: key for line in lines if line.case_id and (key := cases.get(line.case_id))}
    names: dict[uuid.UUID, list[Statement]] = defaultdict(list)
    for row in sight.among(Statement, "subject_id", subjects.values(), about=Property.NAME.value):
        names[row.subject_id].append(row)
    also: dict[uuid.UUID, list[str]] = {line.pk: [] for line in lines}
    shown: list[Statement] = []
    for line in lines:
        others = [row for row in names.get(subjects.get(line.pk, line.pk), ()) if row.value != line.name]
        also[line.pk] = list(dict.fromkeys(row.value for row in others))
        shown += others
    return also, subjects, is_confidential(shown)


def _secret(line: ListItem) -> bool:
    return is_confidential([line])
