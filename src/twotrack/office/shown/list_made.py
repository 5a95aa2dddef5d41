"""What a new list says of each case: the name in the language asked for, and the fields chosen; and which line of a list
each line of a reply is about."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from twotrack.office.dates import in_words
from twotrack.office.shown.cases import case_rows, first_day
from twotrack.office.shown.facts import facts_of
from twotrack.reading.reply_cues import guess_reply
from twotrack.record.confidentiality import Sight
from twotrack.record.lists import Line, lines_of
from twotrack.record.masking import find, forms_of
from twotrack.record.models import Case, List, ListItem
from twotrack.record.names.chinese import is_han
from twotrack.record.people import names_of
from twotrack.vocabulary import Property


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLine:
    """A line of the list with what a reply says of it: the words with their place in the reply, and the kind guessed."""

    item: uuid.UUID
    number: int
    name: str
    language: str
    case: uuid.UUID | None
    words: str
    start: int
    end: int
    guess: str


def lines_to_hand(
    sight: Sight, cases: Sequence[Case], fields: Sequence[str], *, language: str, order: str
) -> list[Line]:
    """The lines of a list on these cases. A field of which nothing is stated is left out of its line."""
    rows = {row.id: row for row in case_rows(sight, [case.pk for case in cases])}
    subjects = {case.pk: case.person_id or case.group_id for case in cases}
    facts = facts_of(sight, [*subjects, *(key for key in subjects.values() if key)])
    ordered = list(cases)
    if order == "name":
        ordered.sort(key=lambda case: (rows[case.pk].name.casefold(), str(case.pk)))
    elif order == "raised":
        ordered.sort(key=lambda case: (rows[case.pk].replies > 0, first_day(rows[case.pk].last_raised) or date.max))
    found = []
    for case in ordered:
        subject = subjects[case.pk]
        name, tongue = _name(sight, subject, rows[case.pk].name, rows[case.pk].language, language)
        told = {**facts.get(subject, {}), **facts.get(case.pk, {})}  # type: ignore[arg-type]
        details = tuple(
            (Property(one).label, in_words(told[one].shown.value)) for one in fields if one in told
        )  # fmt: skip
        found.append(Line(name=name, language=tongue or "und", details=details, case=case))
    return found


def reply_lines(sight: Sight, row: List, words: str) -> list[ReplyLine]:
    """Each line of the list beside the line of the reply in which its name stands; whole names, in any order and script."""
    found = []
    for item in lines_of(sight, row):
        start, end = _line_of(sight, item, words)
        said = words[start:end]
        guess = guess_reply(said)
        found.append(
            ReplyLine(
                item=item.pk,
                number=item.number,
                name=item.name,
                language=item.name_language,
                case=item.case_id,
                words=said,
                start=start,
                end=end,
                guess=guess.value if guess else "",
            )
        )
    return found


def _name(sight: Sight, subject: uuid.UUID | None, shown: str, shown_language: str, language: str) -> tuple[str, str]:
    names = names_of(sight, subject) if subject else []
    fitting = [name for name in names if is_han(name) == (language == "zh")]
    if shown in fitting or not fitting:
        return shown, shown_language
    return fitting[0], "zh" if language == "zh" else "und-Latn"


def _line_of(sight: Sight, item: ListItem, words: str) -> tuple[int, int]:
    """The stretch of a reply that is about a line of a list: the line of text in which the name stands first."""
    case = sight.get(Case, item.case_id) if item.case_id else None
    subject = (case.person_id or case.group_id) if case else None
    names = [item.name, *(names_of(sight, subject) if subject else ())]
    spans = find(words, [form for form in forms_of(names) if not form.alone])
    if not spans:
        return 0, 0
    start = words.rfind("\n", 0, spans[0].start) + 1
    end = words.find("\n", spans[0].end)
    return start, len(words) if end == -1 else end
