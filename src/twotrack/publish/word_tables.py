"""The tables of what was promised, asked and corrected, and of the sources."""

from collections.abc import Iterator

from twotrack.publish.tables import (
    ID,
    MADE,
    NOT_APPLICABLE,
    NOT_QUOTED,
    QUOTES,
    SOURCES,
    UNKNOWN,
    Column,
    Row,
    Table,
    grounds,
    made,
    named,
    said,
)
from twotrack.record.public import PublicRecord


def _commitments(record: PublicRecord) -> Iterator[Row]:
    for one in record.commitments:
        yield {
            "id": str(one.id),
            "who": said(one.who),
            "what": one.what or NOT_QUOTED,
            "language": one.language,
            "nature": one.nature,
            "strength": one.strength or NOT_APPLICABLE,
            "due": said(one.due),
            "status": one.status or UNKNOWN,
            "made_at_meeting": named(one.made_at),
            "promises_meeting": named(one.promises),
            "recommendations": list(one.cites),
            **grounds(one.ground),
            **made(one.made),
        }


def _judgements(record: PublicRecord) -> Iterator[Row]:
    for commitment in record.commitments:
        for one in commitment.judged:
            yield {
                "id": str(one.id),
                "commitment": str(commitment.id),
                "status": one.status,
                "meeting": named(one.meeting),
                "when": said(one.when),
                "summary": said(one.summary),
                **grounds(one.ground),
                **made(one.made),
            }


def _exchanges(record: PublicRecord) -> Iterator[Row]:
    for one in record.exchanges:
        yield {
            "id": str(one.id),
            "source": named(one.source),
            "meeting": named(one.meeting),
            "asks": one.asks or NOT_QUOTED,
            "language": one.language,
            "theme": said(one.theme),
            "to": said(one.to),
            "clarity": one.clarity,
            "technique": one.technique or NOT_APPLICABLE,
            "outlet": said(one.outlet),
            "asker": said(one.asker),
            **grounds(one.ground),
            **made(one.made),
        }


def _corrections(record: PublicRecord) -> Iterator[Row]:
    for one in record.corrections:
        yield {
            "id": str(one.id),
            "entry": str(one.entry),
            "kind": one.kind,
            "about": named(one.about),
            "field": one.field or NOT_APPLICABLE,
            "was": one.was,
            "now": one.now or NOT_APPLICABLE,
            "why": one.why,
            "since": one.since.isoformat(),
            "corrected_on": one.on.isoformat(),
        }


def _sources(record: PublicRecord) -> Iterator[Row]:
    for one in record.sources:
        yield {
            "id": str(one.id),
            "title": said(one.title),
            "kind": one.kind,
            "dated": said(one.dated),
            "language": one.language,
            "terms": one.terms,
            "address": one.address or NOT_APPLICABLE,
            "archived": one.archived or NOT_APPLICABLE,
            "got_on": one.got_on.isoformat() if one.got_on else NOT_APPLICABLE,
            "sha256": one.sha256 or NOT_APPLICABLE,
        }


TABLES = (
    Table(
        name="commitments",
        meaning="what was promised, and the benchmarks set",
        columns=(
            ID,
            Column(name="who", meaning="the party, both, or who spoke"),
            Column(name="what", meaning="in the words of the document"),
            Column(name="language", meaning="BCP 47"),
            Column(name="nature", meaning="act, standing or benchmark"),
            Column(name="strength", meaning="agreed, intended, under-discussion"),
            Column(name="due", meaning="EDTF"),
            Column(name="status", meaning="what became of it, where a person judged it: the latest judgement"),
            Column(name="made_at_meeting", meaning="identifier of the meeting at which it was made"),
            Column(name="promises_meeting", meaning="identifier of the meeting that it promises"),
            Column(
                name="recommendations",
                meaning="recommendations of UN bodies that it takes up",
                type="array",
            ),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_commitments,
    ),
    Table(
        name="judgements",
        meaning="what became of commitments and benchmarks, each time that a person judged it",
        columns=(
            ID,
            Column(name="commitment", meaning="identifier of the commitment or benchmark", refers="commitments"),
            Column(
                name="status", meaning="kept, partly, lapsed ...; of a benchmark met, partly, not-met, cannot-be-told"
            ),
            Column(name="meeting", meaning="identifier of the meeting"),
            Column(name="when", meaning="EDTF"),
            Column(name="summary", meaning="in the words of whoever entered it"),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_judgements,
    ),
    Table(
        name="exchanges",
        meaning="what was asked in public, and how clearly it was answered",
        columns=(
            ID,
            Column(name="source", meaning="identifier of the document"),
            Column(name="meeting", meaning="identifier of the meeting"),
            Column(name="asks", meaning="the request"),
            Column(name="language", meaning="BCP 47"),
            Column(name="theme", meaning="identifier of the theme"),
            Column(name="to", meaning="the party whose spokesperson was asked"),
            Column(name="clarity", meaning="reply, ambivalent, non-reply, unanswered (CLARITY), as a person decided"),
            Column(name="technique", meaning="CLARITY's technique"),
            Column(name="outlet", meaning="of whoever asked"),
            Column(name="asker", meaning="where a person decided that the name may stand here"),
            QUOTES,
            SOURCES,
            *MADE,
        ),
        rows=_exchanges,
    ),
    Table(
        name="corrections",
        meaning="what was wrong in something that was published, since when and until when",
        columns=(
            ID,
            Column(name="entry", meaning="identifier of what was corrected"),
            Column(name="kind", meaning="what it is: an outcome, a statement ..."),
            Column(name="about", meaning="identifier of the case, meeting or promise that it was said of"),
            Column(name="field", meaning="which column was wrong; not applicable where the whole was taken out"),
            Column(name="was", meaning="what stood there"),
            Column(name="now", meaning="what stands there now; not applicable where it was taken out"),
            Column(name="why", meaning="in the words of whoever corrected it"),
            Column(name="since", meaning="since when the wrong words had stood", type="date"),
            Column(name="corrected_on", meaning="until when", type="date"),
        ),
        rows=_corrections,
    ),
    Table(
        name="sources",
        meaning="the documents that all this stands on",
        columns=(
            ID,
            Column(name="title", meaning="names withheld where they are not cleared"),
            Column(name="kind", meaning="briefing, readout ..."),
            Column(name="dated", meaning="EDTF"),
            Column(name="language", meaning="BCP 47"),
            Column(name="terms", meaning="what its terms allow: free, licence, quote-only, not-quotable"),
            Column(
                name="address",
                meaning="where it was got; its host alone where the rest may name somebody",
            ),
            Column(name="archived", meaning="where it is archived"),
            Column(name="got_on", meaning="the day on which it was got from the web"),
            Column(
                name="sha256", meaning="of its bytes as they came; of what was typed or is quoted nearly whole, none"
            ),
        ),
        rows=_sources,
    ),
)
