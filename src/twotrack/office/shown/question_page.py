"""One question, whole: its words and the answer's, what it followed up, and the same question over the years."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from twotrack.office.shown.facts import shown_values
from twotrack.office.shown.grounds import NOTHING, SourceRef, Standing, source_refs, standings
from twotrack.office.shown.meeting_lines import MeetingLine, meeting_lines
from twotrack.office.shown.question_lines import QuestionLine, question_lines
from twotrack.record.confidentiality import Sight
from twotrack.record.models import Exchange
from twotrack.vocabulary import Property

LIKE = 74  # of 100: rapidfuzz's token_set_ratio, from which on two questions of one theme are held to ask the same
SAME = 40  # of the same question, those nearest in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question in a list, with who asked it where a name is stated."""

    line: QuestionLine
    asker: str
    asker_language: str
    source: SourceRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """All of one question. `same`: the same question over the years, this one among them, the earliest first; `more` are not
    shown."""

    asked: Asked
    meeting: MeetingLine | None
    standing: Standing
    before: QuestionLine | None
    followed: tuple[QuestionLine, ...]
    same: tuple[Asked, ...]
    more: int


def asked_of(sight: Sight, lines: Iterable[QuestionLine]) -> list[Asked]:
    """These questions with their askers' names and their documents."""
    lines = list(lines)
    names = shown_values(sight, [uuid.UUID(line.asker) for line in lines if line.asker], Property.NAME)
    sources = source_refs(sight, {uuid.UUID(line.source) for line in lines})
    found = []
    for line in lines:
        name = names.get(uuid.UUID(line.asker)) if line.asker else None
        found.append(
            Asked(
                line=line,
                asker=name.value if name else "",
                asker_language=name.value_language if name else "",
                source=sources.get(uuid.UUID(line.source)),
            )
        )
    return found


def question_page(sight: Sight, row: Exchange) -> QuestionPage | None:
    """All of a question that is in sight; None where it is one that is not counted."""
    lines = question_lines(sight)
    by_id = {line.id: line for line in lines}
    line = by_id.get(row.pk.hex)
    if line is None:
        return None
    same = [line, *like(line, lines)]
    shown = sorted(same[: SAME + 1], key=lambda one: (one.day, one.id))
    asked = {one.line.id: one for one in asked_of(sight, shown)}
    return QuestionPage(
        asked=asked[line.id],
        meeting=next((one for one in meeting_lines(sight) if one.id == line.meeting), None) if line.meeting else None,
        standing=standings(sight, [row.pk]).get(row.pk, NOTHING),
        before=by_id.get(row.follow_up_to_id.hex) if row.follow_up_to_id else None,
        followed=tuple(by_id[one.pk.hex] for one in sight.all(Exchange, follow_up_to_id=row.pk) if one.pk.hex in by_id),
        same=tuple(asked[one.id] for one in shown) if len(same) > 1 else (),
        more=len(same) - len(shown),
    )


def like(line: QuestionLine, lines: Iterable[QuestionLine]) -> list[QuestionLine]:
    """The questions of the same theme that ask in nearly the same words, the nearest first."""
    others = {one.id: one for one in lines if one.theme == line.theme and one.id != line.id}
    words = {key: one.asks.casefold() for key, one in others.items()}
    near = process.extract(line.asks.casefold(), words, scorer=fuzz.token_set_ratio, score_cutoff=LIKE, limit=None)
    return [others[key] for _, _, key in near]
