"""Places in what would be published that match a confidential name: for `publish --check`, run with clearance.

Marking such a place is a public act of a person (a withheld span); nothing is withheld because of a confidential row, else
what is published would tell of it.
"""

import dataclasses
import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.masking import Form, find, forms_of
from twotrack.record.models import Case, ListItem, Participation, Passage, Proposal, Statement
from twotrack.record.public import PublicRecord
from twotrack.record.public.naming import naming
from twotrack.record.public.rows import PublicRows
from twotrack.record.public.values import Quote
from twotrack.vocabulary import Property

_PAGES = {"commitments": "promises.html", "exchanges": "questions.html", "sources": "data/sources.csv"}


def suspects(record: PublicRecord, on: date) -> Iterator[str]:
    """Where the public record matches a confidential name: the file, the entry's id and field, and of a quote its place in
    the source's text in code points. Never the name."""
    forms = _confidential_forms(on)
    if not forms:
        return
    seen: set[str] = set()
    for section in dataclasses.fields(record):
        rows = getattr(record, section.name)
        for row in rows if isinstance(rows, tuple) else ():
            file = _PAGES.get(section.name, f"{section.name}/{row.id}.html")
            for place in _matching(row, forms, row.id):
                if (line := f"{file}: {place}") not in seen:
                    seen.add(line)
                    yield line


def _confidential_forms(on: date) -> list[Form]:
    """Every form of the names that confidential rows give, but of those who may be named and of officials in office."""
    cleared = naming(PublicRows(), on)
    rows = Statement.objects.using(CONFIDENTIAL).filter(about=Property.NAME.value)
    at_issue = set(Case.objects.using(CONFIDENTIAL).values_list("person_id", flat=True))
    in_office = set(
        Participation.objects.using(CONFIDENTIAL).filter(party__isnull=False).values_list("person_id", flat=True)
    )
    names = {
        row.value
        for row in rows
        if not cleared.may_name(row.subject_id) and (row.subject_id not in in_office or row.subject_id in at_issue)
    }
    names |= set(ListItem.objects.using(CONFIDENTIAL).values_list("name", flat=True))
    for proposal in Proposal.objects.using(CONFIDENTIAL).filter(section="cases"):
        names |= {str(name) for name in (proposal.data.get("name"), *(proposal.data.get("aliases") or ())) if name}
    return forms_of(sorted(names), others=[*cleared.named, *cleared.bodies])


def _matching(value: Any, forms: list[Form], entry: uuid.UUID, at: str = "") -> Iterator[str]:
    if isinstance(value, Quote):
        yield from _in_quote(value, forms)
    elif isinstance(value, str):
        if find(value, forms):
            yield f"entry {entry}, {at}"
    elif isinstance(value, tuple):
        for part in value:
            yield from _matching(part, forms, entry, at)
    elif dataclasses.is_dataclass(value):
        key = getattr(value, "id", entry)
        for field in dataclasses.fields(value):
            yield from _matching(getattr(value, field.name), forms, key, field.name)


def _in_quote(quote: Quote, forms: list[Form]) -> Iterator[str]:
    """The places in the source's text whose words the published quote still shows."""
    if find(quote.teller, forms):
        yield f"passage {quote.passage}, teller"
    if not find(quote.words, forms):
        return
    passage = Passage.objects.using(PUBLIC).get(pk=quote.passage)
    for span in find(passage.quote, forms):
        if passage.quote[span.start : span.end] in quote.words:
            start, end = passage.start + span.start, passage.start + span.end
            yield f"quote of source {quote.source}, characters {start} to {end}"
