"""What a person adds to a source: its terms, where it is archived, and that it repeats another one's text."""

from collections.abc import Iterable

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import Sight, confidentiality_of
from twotrack.record.ledger import writing
from twotrack.record.models import Source, User
from twotrack.vocabulary import Terms, TextRelation


def set_terms(source: Source, terms: Terms, *, by: User) -> Source:
    """Say what the terms of a source allow: how much of its words is published follows from that."""
    with writing(confidentiality_of(source), by=by) as ledger:
        return ledger.change(source, terms=terms.value)


def set_archived(source: Source, address: str, *, by: User) -> Source:
    """Say at which address a source is archived. Asking an archive would tell the host; a person does it."""
    if not address.startswith(("https://", "http://")):
        raise LedgerError("an archived address begins with https://; nothing was changed")
    with writing(confidentiality_of(source), by=by) as ledger:
        return ledger.change(source, archived_at=address)


def repeats(source: Source, other: Source, relation: TextRelation, *, by: User) -> Source:
    """Say that a source is a copy or translation of another one's text, so that both count once. Raises LedgerError across
    the line and where that one repeats this one."""
    alias = confidentiality_of(source)
    if alias != confidentiality_of(other):
        raise LedgerError("one of the two is confidential; texts are not chained across the line")
    if source.pk == other.pk or original_of(Sight((alias,)), other).pk == source.pk:
        raise LedgerError("that one repeats this one already")
    with writing(alias, by=by) as ledger:
        return ledger.change(source, same_text_as=other, text_relation=relation.value)


def original_of(sight: Sight, source: Source) -> Source:
    """The source whose text this one repeats, followed to the first; itself where it repeats none."""
    while source.same_text_as_id and (other := sight.get(Source, source.same_text_as_id)):
        source = other
    return source


def counted_once(sight: Sight, sources: Iterable[Source]) -> list[Source]:
    """The sources without those that repeat the text of another one: what a count of sources rests on."""
    return list({one.pk: one for one in (original_of(sight, source) for source in sources)}.values())
