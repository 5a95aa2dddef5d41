"""A text that is about to go out, held against the public record: what in it has no public ground, and which numbers the
record gives otherwise. What the record does not say is no contradiction."""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from twotrack import edtf
from twotrack.reading.findings import CaseFinding, Reading, Span
from twotrack.reading.sentences import content_words, sentences
from twotrack.record.confidentiality import Sight
from twotrack.record.draft import Marked, Remark
from twotrack.record.masking import find, forms_of
from twotrack.record.models import (
    Benchmark,
    Case,
    Commitment,
    Group,
    ListItem,
    MeetingTheme,
    Participation,
    Person,
    RaisedCase,
    Representation,
    Response,
    Statement,
)
from twotrack.record.people import by_name
from twotrack.vocabulary import MeetingStatus, Property, Raised, RepresentationKind

_ALIKE = 70  # percent of words in common from which a promise is the same (rapidfuzz token set ratio)
_TENS_TEXT = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES_TEXT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = dict(zip(_TENS_TEXT.split(), range(20, 100, 10), strict=True))
_ONES = {word: number for number, word in enumerate(_ONES_TEXT.split(), 1)}
_NUMBER = rf"(\d{{1,6}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(list(_ONES)[:9])}))?|{'|'.join(_ONES)})"
_COUNTED = {
    "names": r"names|cases|persons|prisoners|individuals",
    "replies": r"replies|answers|responses",
    "agencies": r"agencies|ministries|departments",
    "years": r"years?",
}
_SAID = {what: re.compile(rf"\b{_NUMBER}\s{{1,3}}(?:[a-z]{{1,20}}\s)?(?:{nouns})\b", re.IGNORECASE)
         for what, nouns in _COUNTED.items()}  # fmt: skip
_ANY_NUMBER = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)


def without_ground(reading: Reading) -> Iterator[Marked]:
    """The findings in a draft that no public entry says: persons, what was done about them, meetings, promises, themes."""
    public = Sight.public()
    for case in reading.cases:
        if not _ANY_NUMBER.match(case.name):  # "fifteen names" is a number, and held against the record as one
            yield from _case(public, case)
    days = _meeting_days(public)
    for meeting in reading.meetings:
        if meeting.when and edtf.is_valid(meeting.when) and meeting.status is MeetingStatus.HELD:
            first, last = edtf.parse(meeting.when).first, edtf.parse(meeting.when).last
            if not any(_meet(first, last, one) for one in days):
                yield _no_ground(meeting.mentions, "no public meeting was held then")
    promised = [row.what for row in public.all(Commitment)] + [row.measure for row in public.all(Benchmark)]
    for promise in reading.commitments:
        if not any(_says(promise.what, one) for one in promised):
            yield _no_ground(promise.mentions, "no public commitment says so")
    for person in reading.participants:
        if person.name and not by_name(public, person.name):
            yield _no_ground(person.mentions, "no public entry has this name")
    themes = {row.theme for row in public.all(Representation)} | {row.theme for row in public.all(MeetingTheme)}
    for topic in reading.topics:
        if topic.theme not in themes:
            yield _no_ground(topic.mentions, "nothing public says that this theme was raised or discussed")


def contradicted(sight: Sight, text: str) -> Iterator[Marked]:
    """Numbers in a draft of what the record counts too, where it gives other numbers alone."""
    known = _numbers(sight)
    for what, pattern in _SAID.items():
        if what == "years":
            continue
        for match in pattern.finditer(text):
            number = _value(match[1])
            if known[what] and number not in known[what]:
                others = ", ".join(f"{one} ({known[what][one]})" for one in sorted(known[what])[:6])
                yield Marked(
                    start=match.start(), end=match.end(), remark=Remark.NUMBER, why=f"the record has {others}"
                )  # fmt: skip
    yield from _years(sight, text)


def _case(public: Sight, case: CaseFinding) -> Iterator[Marked]:
    found = [one for name in (case.name, *case.aliases) for one in by_name(public, name)]
    cases = [one for one in found if isinstance(one, Case)]
    if not any(isinstance(one, (Person, Group)) for one in found):
        yield _no_ground(case.mentions, "no public entry has this name")
        return
    keys = [one.pk for one in cases]
    if case.raised is Raised.RAISED and not _was_raised(public, keys):
        yield _no_ground(case.mentions, "nothing public says that this case was raised")
    if case.status and case.status_mentions:
        said = [row.value for row in public.among(Statement, "subject_id", [one.pk for one in found])]
        if not any(content_words(case.status) & content_words(one) for one in said):
            yield _no_ground(case.status_mentions, "nothing public says so of this person")


def _was_raised(public: Sight, cases: list[uuid.UUID]) -> bool:
    links = public.among(RaisedCase, "case_id", cases)
    acts = public.among(Representation, "pk", (link.representation_id for link in links))
    return any(act.representation_kind == RepresentationKind.RAISED.value for act in acts)


def _no_ground(mentions: tuple[Span, ...], why: str) -> Marked:
    first = min(mentions)
    return Marked(start=first.start, end=first.end, remark=Remark.NO_GROUND, why=why)


def _meeting_days(public: Sight) -> list[tuple[date | None, date | None]]:
    return [(row.first_day, row.last_day) for row in public.all(Statement, about=Property.WHEN.value)]


def _meet(first: date | None, last: date | None, other: tuple[date | None, date | None]) -> bool:
    start, end = other
    return (first is None or end is None or first <= end) and (start is None or last is None or start <= last)


def _says(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one.casefold(), other.casefold()) >= _ALIKE


def _numbers(sight: Sight) -> dict[str, dict[int, str]]:
    """The numbers that the record gives, with where: of names raised or listed, of replies, of agencies."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    per_list: dict[uuid.UUID, int] = defaultdict(int)
    for item in sight.all(ListItem):
        per_list[item.list_id] += 1
    for number in per_list.values():
        found["names"].setdefault(number, "on a list")
    raised: dict[uuid.UUID, int] = defaultdict(int)
    for link in sight.all(RaisedCase):
        raised[link.representation_id] += 1
    for number in raised.values():
        found["names"].setdefault(number, "raised at once")
    for act in sight.all(Representation):
        if act.count:
            found["names"].setdefault(act.count, act.count_words or "raised")
    for response in sight.all(Response):
        if response.count:
            found["replies"].setdefault(response.count, response.count_words or "replies")
    for row in sight.all(Participation):
        if row.count:
            found["agencies"].setdefault(row.count, row.count_words or "present")
    return found


def _years(sight: Sight, text: str) -> Iterator[Marked]:
    """Years in a sentence about somebody of whom the record states a sentence or an age with other numbers."""
    stated: dict[uuid.UUID, list[str]] = defaultdict(list)
    for about in (Property.SENTENCE, Property.AGE, Property.STATUS):
        for row in sight.all(Statement, about=about.value):
            if _ANY_NUMBER.search(row.value):
                stated[row.subject_id].append(row.value)
    cases = {case.pk: case.person_id or case.group_id for case in sight.among(Case, "pk", stated)}
    of: dict[uuid.UUID, list[str]] = defaultdict(list)
    for key, values in stated.items():
        of[cases.get(key) or key] += values
    names = [(row.subject_id, row.value) for row in sight.among(Statement, "subject_id", of, about=Property.NAME.value)]
    for span in sentences(text, 0, len(text)):
        words = text[span.start : span.end]
        for match in _SAID["years"].finditer(words):
            for subject, name in names:
                known = {_value(one[1]) for value in of[subject] for one in _ANY_NUMBER.finditer(value)}
                if _value(match[1]) in known or not find(words, [one for one in forms_of([name]) if not one.alone]):
                    continue
                start = span.start + match.start()
                why = f"the record states: {'; '.join(dict.fromkeys(of[subject]))[:200]}"
                yield Marked(
                    start=start, end=span.start + match.end(), remark=Remark.NUMBER, why=why, entry=subject
                )  # fmt: skip
                break


def _value(word: str) -> int:
    word = word.lower()
    if word.isdecimal():
        return int(word)
    tens, _, ones = word.replace("-", " ").partition(" ")
    return _TENS.get(tens, 0) + _ONES.get(ones or tens, 0) if tens in _TENS else _ONES[word]
