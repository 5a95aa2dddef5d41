"""Lists of UN recommendations into the record. The file first, then each row, whole or not at all. A recommendation is the
same by the number and document of its mechanism, else by State and words; one that is there and says otherwise waits."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from twotrack.errors import TwotrackError
from twotrack.record.confidentiality import Sight
from twotrack.record.imports.cases import Done, sight_of
from twotrack.record.imports.handed import row_passage
from twotrack.record.imports.plan import WAITING, Decided, RowVerdict
from twotrack.record.imports.recommendation_rows import NOT_NUMBERED, RecommendationRow
from twotrack.record.imports.source import keep_source
from twotrack.record.imports.tables import BadRow
from twotrack.record.ledger import Ledger, writing
from twotrack.record.models import Dialogue, ImportedRow, Party, Recommendation, SourceText, User
from twotrack.sources.raw import Document, RawSource
from twotrack.vocabulary import RowDecision

ORIGIN = "recommendations"
_COMPARED = ("text", "reply", "from_words", "cycle")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRecommendation:
    """A row and what is to be done with it; `there`: the recommendation that it is, `fields`: where that says otherwise."""

    line: int
    verdict: RowVerdict
    row: RecommendationRow | None = None
    there: uuid.UUID | None = None
    fields: tuple[str, ...] = ()
    why: str = ""


def plan_recommendations(
    rows: Iterable[RecommendationRow | BadRow], *, alias: str, decided: Mapping[int, Decided]
) -> Iterator[PlannedRecommendation]:
    """What is to be done with each row, in order."""
    known = _Known(sight_of(alias))
    skipped = _skipped(alias)
    for row in rows:
        if isinstance(row, BadRow):
            yield PlannedRecommendation(line=row.line, verdict=RowVerdict.BAD, why=row.reason)
            continue
        planned = known.planned(row)
        choice = decided.get(row.line)
        if choice and choice.decision is RowDecision.SKIP:
            planned = PlannedRecommendation(line=row.line, verdict=RowVerdict.SKIPPED, row=row, why="by decision")
        elif choice and choice.decision is RowDecision.NEW:
            planned = PlannedRecommendation(line=row.line, verdict=RowVerdict.NEW, row=row, why="by decision")
        elif choice and planned.there:
            verdict = RowVerdict.SAME if planned.fields else RowVerdict.DONE
            planned = PlannedRecommendation(
                line=row.line, verdict=verdict, row=row, there=planned.there, fields=planned.fields, why="by decision"
            )
        elif row.digest in skipped:
            planned = PlannedRecommendation(line=row.line, verdict=RowVerdict.SKIPPED, row=row, why="as before")
        known.add(row)
        yield planned


def import_recommendations(
    raw: RawSource,
    document: Document,
    planned: Sequence[PlannedRecommendation],
    *,
    alias: str,
    by: User,
    at: Callable[[], datetime],
    dialogues: Iterable[Dialogue] = (),
) -> Done:
    """Write what is planned; rows that wait for a decision are left."""
    with writing(alias, by=by, at=at()) as ledger:
        text = keep_source(ledger, raw, document, dialogues=dialogues)
    done = Done()
    for one in planned:
        if one.verdict is RowVerdict.BAD:
            done.failed.append((one.line, one.why))
        elif one.verdict in WAITING:
            done.waiting += 1
        else:
            try:
                if one.verdict is not RowVerdict.DONE:
                    with writing(alias, by=by, at=at()) as ledger:
                        _write(ledger, text, one)
                done.written[one.verdict] = done.written.get(one.verdict, 0) + 1
            except TwotrackError as error:
                done.failed.append((one.line, str(error)))
    return done


class _Known:
    """The recommendations in sight, and those of the rows before, by number and by words."""

    def __init__(self, sight: Sight) -> None:
        self._by_number: dict[tuple[str, str, str], Recommendation | RecommendationRow] = {}
        self._by_words: dict[tuple[str, str, str], Recommendation | RecommendationRow] = {}
        parties = {party.pk: party.name for party in sight.all(Party)}
        for one in sight.all(Recommendation):
            to = parties.get(one.to_party_id, "") if one.to_party_id else ""
            self._put(one, to, one.document, one.reference, one.text, one.from_words)

    def add(self, row: RecommendationRow) -> None:
        """Know a row for those after it."""
        values = row.values
        self._put(row, row.to, values["document"], values["reference"], values["text"], values["from_words"])

    def planned(self, row: RecommendationRow) -> PlannedRecommendation:
        """The verdict on a row."""
        values = row.values
        there = self._by_words.get((row.to, values["from_words"], values["text"]))
        if values["reference"] != NOT_NUMBERED:
            there = self._by_number.get((row.to, values["document"], values["reference"]), there)
        if there is None:
            return PlannedRecommendation(line=row.line, verdict=RowVerdict.NEW, row=row)
        if isinstance(there, RecommendationRow):
            why = f"the same as line {there.line}"
            return PlannedRecommendation(line=row.line, verdict=RowVerdict.SKIPPED, row=row, why=why)
        fields = tuple(name for name in _COMPARED if values[name] != getattr(there, name))
        verdict = RowVerdict.CONTRADICTS if fields else RowVerdict.DONE
        return PlannedRecommendation(line=row.line, verdict=verdict, row=row, there=there.pk, fields=fields)

    def _put(
        self, one: Recommendation | RecommendationRow, to: str, document: str, reference: str, text: str, by: str
    ) -> None:
        self._by_words.setdefault((to, by, text), one)
        if reference != NOT_NUMBERED:
            self._by_number.setdefault((to, document, reference), one)


def _skipped(alias: str) -> set[str]:
    kept = ImportedRow.objects.using(alias).filter(origin=ORIGIN, decision=RowDecision.SKIP.value)
    return {str(one.data.get("digest")) for one in kept}


def _write(ledger: Ledger, text: SourceText, planned: PlannedRecommendation) -> None:
    row = planned.row
    assert row is not None, "a bad row is not written"
    if planned.verdict is RowVerdict.SKIPPED:
        if planned.why == "by decision":
            _note(ledger, text, row, RowDecision.SKIP, None)
        return
    passage = row_passage(ledger, text, row.span.start, row.span.end)
    if planned.there is not None:
        there = Recommendation.objects.using(ledger.alias).filter(pk=planned.there).first()
        if there is not None:  # a confidential list changes no public row
            ledger.change(there, **{name: row.values[name] for name in planned.fields})
            ledger.ground(there, passage=passage)
            _note(ledger, text, row, RowDecision.SAME, there)
            return
    made = ledger.add(Recommendation(to_party=_party(ledger, text, row), **row.values))
    ledger.ground(made, passage=passage)


def _party(ledger: Ledger, text: SourceText, row: RecommendationRow) -> Party | None:
    """The State of this name in sight, made if it is not there."""
    if not row.to:
        return None
    for party in sight_of(ledger.alias).all(Party, name=row.to):
        return party
    made = ledger.add(Party(name=row.to))
    ledger.ground(made, passage=row_passage(ledger, text, *row.to_span))
    return made


def _note(
    ledger: Ledger, text: SourceText, row: RecommendationRow, decision: RowDecision, entry: Recommendation | None
) -> None:
    data = {"digest": row.digest, "line": row.line, "source": str(text.source_id)}
    ledger.add(
        ImportedRow(
            origin=ORIGIN, key=row.key, decision=decision.value, entry_id=entry.pk if entry else None, data=data,
            by=ledger.by, at=ledger.at,
        )
    )  # fmt: skip
