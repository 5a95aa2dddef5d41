"""What entries stand on: exact words with the way back to them, or somebody's signed reasoning."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twotrack.office.shown.rows import among, by_id, grouped, values_of
from twotrack.record.confidentiality import Sight, is_confidential
from twotrack.record.models import Account, Ground, Party, Passage, Source, SourceText, User
from twotrack.vocabulary import DocumentKind

_SHORT = 60  # code points; a quote below this is shown with what stands beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """A source as it is named on other pages."""

    id: uuid.UUID
    title: str
    language: str
    kind: str
    dated: str
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Exact words of a source, and whose telling they are (empty where that is not known)."""

    passage: uuid.UUID
    quote: str
    before: str
    after: str
    account: str
    source: SourceRef
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """What somebody concluded or knew, signed and dated."""

    words: str
    language: str
    by: str
    on: date
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that an entry stands on, as far as it is in sight."""

    words: tuple[Words, ...] = ()
    inferences: tuple[Inference, ...] = ()

    def and_also(self, other: "Standing") -> "Standing":
        """Both, each ground once."""
        words = {one.passage: one for one in (*self.words, *other.words)}
        inferences = dict.fromkeys((*self.inferences, *other.inferences))
        return Standing(words=tuple(words.values()), inferences=tuple(inferences))


NOTHING = Standing()


def standings(sight: Sight, entries: Iterable[uuid.UUID]) -> dict[uuid.UUID, Standing]:
    """What each of the entries stands on."""
    grounds = among(sight, Ground, "entry_id", entries)
    words = words_of(sight, by_id(sight, Passage, (ground.passage_id for ground in grounds)).values())
    users = by_id(Sight.public(), User, (ground.by_id for ground in grounds))
    return {
        key: Standing(
            words=tuple(words[one.passage_id] for one in rows if one.passage_id in words),
            inferences=tuple(_inference(one, users) for one in rows if one.inference),
        )
        for key, rows in grouped(grounds, lambda ground: ground.entry_id).items()
    }


def words_of(sight: Sight, passages: Iterable[Passage]) -> dict[uuid.UUID, Words]:
    """Passages with their sources, by the passage's id."""
    passages = list(passages)
    texts = source_of_texts(sight, (passage.text_id for passage in passages))
    sources = source_refs(sight, texts.values())
    told = accounts(sight, (passage.account_id for passage in passages))
    return {
        passage.pk: Words(
            passage=passage.pk,
            quote=passage.quote,
            before=_around(passage.quote, passage.prefix.lstrip().partition(" ")[2]),
            after=_around(passage.quote, passage.suffix.rstrip().rpartition(" ")[0]),
            account=told.get(passage.account_id, "") if passage.account_id else "",
            source=sources[texts[passage.text_id]],
            confidential=is_confidential([passage]),
        )
        for passage in passages
        if passage.text_id in texts and texts[passage.text_id] in sources
    }


def source_of_texts(sight: Sight, texts: Iterable[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """The source of each text, without loading the texts."""
    wanted = list(set(texts))
    return dict(values_of(sight, SourceText, "id", "source_id", pk__in=wanted)) if wanted else {}


def source_refs(sight: Sight, sources: Iterable[uuid.UUID]) -> dict[uuid.UUID, SourceRef]:
    """Sources as other pages name them."""
    return {key: source_ref(row) for key, row in by_id(sight, Source, sources).items()}


def source_ref(source: Source) -> SourceRef:
    """A source as other pages name it: its title, else what it is and its file's name."""
    note = source.kind == DocumentKind.NOTE
    return SourceRef(
        id=source.pk,
        title=source.title or ("Note" if note else source.name),
        language=source.language,
        kind=DocumentKind(source.kind).label,
        dated=source.dated,
        confidential=is_confidential([source]),
    )


def accounts(sight: Sight, keys: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, str]:
    """Whose telling: "the Mission, quoted by an NGO"."""
    found = by_id(sight, Account, keys)
    outer = by_id(sight, Account, (account.quoted_by_id for account in found.values()))
    parties = by_id(sight, Party, (one.party_id for one in (*found.values(), *outer.values())))

    def teller(account: Account) -> str:
        party = parties.get(account.party_id) if account.party_id else None
        return ", ".join(name for name in (account.teller, party.name if party else "") if name)

    return {
        key: teller(account)
        + (f", quoted by {teller(outer[account.quoted_by_id])}" if account.quoted_by_id in outer else "")
        for key, account in found.items()
    }


def _around(quote: str, words: str) -> str:
    """The words beside a short quote, which alone says little (a name); whole words, of the same line."""
    return words if len(quote) < _SHORT and "\n" not in words else ""


def _inference(ground: Ground, users: dict[uuid.UUID, User]) -> Inference:
    user = users.get(ground.by_id)
    return Inference(
        words=ground.inference,
        language=ground.inference_language,
        by=user.name if user else "",
        on=ground.at.date(),
        confidential=is_confidential([ground]),
    )
