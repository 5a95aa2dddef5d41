"""A text that is about to go out, held against the record: what in it is confidential. Reads alone; nothing is kept.

draft_ground.py says what in it has no public ground, and which numbers the record gives otherwise.
"""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twotrack.reading.findings import DateFinding, Span
from twotrack.reading.possible_names import possible_names
from twotrack.record.already_there import near
from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.masking import Form, find, fold, forms_of
from twotrack.record.models import Agency, ListItem, Party, Proposal, Release, SameAs, Statement
from twotrack.record.names.likeness import best_match
from twotrack.record.search import holds_phrase
from twotrack.vocabulary import Property
from twotrack.vocabulary.word import Word

_WINDOW = 6  # words that stand together in a confidential text
_WORD = re.compile(r"\w+")
_LONG, _LONG_HAN = 6, 3  # letters of a value that says something
_ALIKE = 0.85  # from which score another spelling is told
_NAMED = (Property.NAME.value,)


class Remark(Word):
    """What is remarked of words of a draft."""

    NAME = "confidential-name"
    FACT = "confidential-fact"
    WORDS = "confidential-words"
    NO_GROUND = "no-public-ground"
    NUMBER = "number-contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words of a draft (code points), what is remarked of them, why in one line, and the entry or source that it is about."""

    start: int
    end: int
    remark: Remark
    why: str
    entry: uuid.UUID | None = None


def confidential_in(text: str, dates: Iterable[DateFinding]) -> list[Marked]:
    """Every confidential name, fact and stretch of words in a text; needs clearance."""
    public = _public_names()
    names = _confidential_names(public)
    marks = [*_names(text, names), *_spellings(text, names, public)]
    marks += _facts(text, dates)
    marks += _words(text)
    return sorted(_widest(marks), key=lambda one: (one.start, one.end, one.remark.value))


def _public_names() -> dict[uuid.UUID, set[str]]:
    """The keys of the names that are public, by whose they are; what is one across the line has them in common."""
    public: dict[uuid.UUID, set[str]] = defaultdict(set)
    for key, value in Statement.objects.using(PUBLIC).filter(about__in=_NAMED).values_list("subject_id", "value"):
        public[key].add(fold(value).key)
    for model in (Release, SameAs):
        for hidden, shown in model.objects.using(CONFIDENTIAL).values_list("entry_id", "public_id"):
            public[hidden] |= public.get(shown, set())
    return public


def _confidential_names(public: dict[uuid.UUID, set[str]]) -> dict[str, uuid.UUID | None]:
    """The names that only confidential rows give of somebody, with whose they are."""
    found: dict[str, uuid.UUID | None] = {}
    rows = Statement.objects.using(CONFIDENTIAL).filter(about__in=_NAMED).values_list("subject_id", "value")
    for key, value in rows:
        if fold(value).key not in public.get(key, set()):
            found.setdefault(value, key)
    known = {name for names in public.values() for name in names}
    for name, case in ListItem.objects.using(CONFIDENTIAL).values_list("name", "case_id"):
        if fold(name).key not in known:
            found.setdefault(name, case)
    for data in Proposal.objects.using(CONFIDENTIAL).filter(section="cases").values_list("data", flat=True):
        for name in (data.get("name"), *(data.get("aliases") or ())):
            if name and fold(str(name)).key not in known:
                found.setdefault(str(name), None)
    return found


def _names(text: str, names: dict[str, uuid.UUID | None]) -> Iterator[Marked]:
    """Where a confidential name stands, in any order of its parts, or one part of it that no public name has."""
    shared = _public_parts()
    owners: dict[str, str] = {}
    forms: dict[str, Form] = {}
    for name in names:
        for form in forms_of([name]):
            if not (form.alone and (form.key in shared or len(form.key) < _LONG_HAN)):
                owners.setdefault(form.key, name)
                forms.setdefault(form.key, form)
    for span in find(text, forms.values()):
        key = fold(text[span.start : span.end]).key
        name = owners.get(key) or next((owners[one] for one in forms if one in key), "")
        why = (
            f"{name}, a name that is confidential"
            if fold(name).key == key
            else f"of {name}, a name that is confidential"
        )
        yield Marked(start=span.start, end=span.end, remark=Remark.NAME, why=why, entry=names.get(name))


def _public_parts() -> set[str]:
    """The words of public names, parties and agencies: one of these alone points at nobody."""
    names = set(Statement.objects.using(PUBLIC).filter(about__in=_NAMED).values_list("value", flat=True))
    names |= set(Party.objects.using(PUBLIC).values_list("name", flat=True))
    names |= set(Agency.objects.using(PUBLIC).values_list("name", flat=True))
    return {fold(part).key for name in names for part in _WORD.findall(name)}


def _spellings(text: str, names: dict[str, uuid.UUID | None], public: dict[uuid.UUID, set[str]]) -> Iterator[Marked]:
    """Where a confidential name stands in another script or spelling; not where that spelling is a public name of the
    same person."""
    of: dict[uuid.UUID, list[str]] = defaultdict(list)
    for name, key in names.items():
        if key is not None:
            of[key].append(name)
    for span in possible_names(text):
        written = text[span.start : span.end]
        for key in near(CONFIDENTIAL, [written]):
            if fold(written).key in public.get(key, set()):
                continue
            match = best_match((written,), tuple(of.get(key, ())))
            if match is not None and (match.firm or match.score >= _ALIKE):
                why = f"may be {match.other}, a name that is confidential: {match.way.value}"
                yield Marked(start=span.start, end=span.end, remark=Remark.NAME, why=why, entry=key)
                break


def _facts(text: str, dates: Iterable[DateFinding]) -> Iterator[Marked]:
    """Where what is confidentially stated stands in the text: a value that says something by itself, or any value and date
    of somebody who is named in it."""
    said = set(Statement.objects.using(PUBLIC).exclude(about__in=_NAMED).values_list("value", flat=True))
    public = {fold(value).key for value in said}
    rows = list(Statement.objects.using(CONFIDENTIAL).exclude(about__in=_NAMED))
    named = _named_in(text, rows)
    forms: dict[str, Statement] = {}
    days: dict[str, Statement] = {}
    for row in rows:
        key = fold(row.value).key
        if row.first_day is not None:
            if row.subject_id in named:
                days.setdefault(row.value, row)
        elif key not in public and len(key) >= (_LONG_HAN if not key.isascii() else _LONG):
            telling = " " in row.value.strip() or not row.value.islower() or not row.value.isascii()
            if telling or row.subject_id in named:
                forms.setdefault(key, row)
    for span in find(text, [Form(key, alone=False) for key in forms]):
        key = fold(text[span.start : span.end]).key
        row = forms.get(key) or next(one for own, one in forms.items() if own in key)
        yield _fact(span, row)
    for date in dates:
        row_of = days.get(date.edtf)
        if row_of is not None and row_of.value not in said:
            yield _fact(Span(date.start, date.end), row_of)


def _fact(span: Span, row: Statement) -> Marked:
    why = f"confidential: {Property(row.about).label}"
    return Marked(start=span.start, end=span.end, remark=Remark.FACT, why=why, entry=row.subject_id)


def _named_in(text: str, rows: Iterable[Statement]) -> set[uuid.UUID]:
    """Of whom the text gives a name, among those of whom these rows say something, and their cases."""
    from twotrack.record.models import Case

    sight = Sight((PUBLIC, CONFIDENTIAL))
    keys = {row.subject_id for row in rows}
    cases = {case.pk: case.person_id or case.group_id for case in sight.among(Case, "pk", keys)}
    people = {cases.get(key, key) for key in keys}
    found = set()
    for row in sight.among(Statement, "subject_id", people, about=Property.NAME.value):
        if row.subject_id not in found and find(text, [one for one in forms_of([row.value]) if not one.alone]):
            found.add(row.subject_id)
    return {key for key in keys if cases.get(key, key) in found}


def _words(text: str) -> Iterator[Marked]:
    """Stretches of words that stand so in a confidential document or entry, and in no public one."""
    words = [match.span() for match in _WORD.finditer(text)]
    start = end = -1
    for at in range(max(0, len(words) - _WINDOW + 1)):
        first, last = words[at][0], words[at + _WINDOW - 1][1]
        if not holds_phrase(CONFIDENTIAL, text[first:last]) or holds_phrase(PUBLIC, text[first:last]):
            continue
        if start >= 0 and first <= end:
            end = last
            continue
        if start >= 0:
            yield _stretch(start, end)
        start, end = first, last
    if start >= 0:
        yield _stretch(start, end)


def _stretch(start: int, end: int) -> Marked:
    return Marked(start=start, end=end, remark=Remark.WORDS, why="stands so in a confidential document or entry")


def _widest(marks: Iterable[Marked]) -> list[Marked]:
    """The marks without those that lie within another one of the same remark."""
    kept: list[Marked] = []
    for one in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not any(k.remark is one.remark and k.start <= one.start and one.end <= k.end for k in kept):
            kept.append(one)
    return kept
