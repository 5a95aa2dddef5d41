"""The sources of what is shown. Where a file lay and what it was called is never said: it may name somebody."""

import re
from urllib.parse import unquote, urlsplit

from twotrack.reading.parties import place_words
from twotrack.reading.word_lists import words as listed
from twotrack.record.models import NamesReview, Source, SourceText, WithheldSpan
from twotrack.record.public.showing import Showing
from twotrack.record.public.values import PublicSource
from twotrack.vocabulary import DocumentKind, Terms

_SHORT_TEXT = 200  # words: so short a text could be quoted nearly whole
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 5  # a single unknown word of an address from so many letters on may be a name ("drl" and "rls" are none)


def sources(showing: Showing) -> tuple[PublicSource, ...]:
    """The sources that are cited, by date and title."""
    found = [_source(showing, row) for row in showing.rows.all(Source) if row.pk in showing.cited]
    return tuple(sorted(found, key=lambda one: (one.dated, one.title, str(one.id))))


def _source(showing: Showing, row: Source) -> PublicSource:
    address = _address(showing, row.place)
    return PublicSource(
        id=row.pk,
        title=showing.withhold.text(row.title, _marked(showing, row)),
        kind=row.kind,
        dated=row.dated,
        sha256="" if _tells_what_is_withheld(showing, row) else row.sha256,
        address=address,
        archived=_address(showing, row.archived_at),
        got_on=row.got_at.date() if address else None,
        terms=row.terms,
        language=row.language,
        transcript=_transcript(showing, row),
    )


def _transcript(showing: Showing, row: Source) -> str:
    """The whole text, where the source's terms are free and a person marked the names of its latest version."""
    texts = sorted(showing.rows.all(SourceText, source_id=row.pk), key=lambda text: (text.made_at, str(text.pk)))
    if row.terms != Terms.FREE or not texts or not showing.rows.all(NamesReview, text_id=texts[-1].pk):
        return ""
    return showing.whole(texts[-1])


def _address(showing: Showing, place: str) -> str:
    """The web address of a source; its host alone where the rest may name somebody; "" for a place on a disk."""
    try:
        parts = urlsplit(place)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return ""
    path = unquote(f"{parts.path} {parts.query}")
    spoken = " ".join(word.capitalize() for word in _WORD.findall(path))
    if _unknown_words(path) or showing.withhold.hides(spoken) or not path.isascii():
        return f"{parts.scheme}://{parts.netloc}/"
    return place.partition("#")[0]


def _unknown_words(path: str) -> bool:
    """Whether a segment of an address may spell a name: a long unknown word, or an unknown one among several."""
    known = listed("common_words.txt") | listed("institution_words.txt") | place_words()
    for segment in re.split(r"[/?&=; ]", path.casefold()):
        found = _WORD.findall(segment.rpartition(".")[0] or segment)
        unknown = [word for word in found if word not in known]
        if any(len(word) >= _LONG for word in unknown) or (len(found) > 1 and any(len(word) > 1 for word in unknown)):
            return True
    return False


def _tells_what_is_withheld(showing: Showing, row: Source) -> bool:
    """Whether the hash would let somebody prove a guessed name: of a note, or of a text that is quoted nearly whole and
    cannot be had from the web."""
    if row.kind == DocumentKind.NOTE:
        return True
    texts = showing.rows.all(SourceText, source_id=row.pk)
    on_the_web = row.place.startswith(("http://", "https://"))
    return not on_the_web and any(len(text.text.split()) < _SHORT_TEXT for text in texts)


def _marked(showing: Showing, row: Source) -> list[str]:
    return [
        text.text[span.start : span.end]
        for text in showing.rows.all(SourceText, source_id=row.pk)
        for span in showing.rows.all(WithheldSpan, text_id=text.pk)
    ]
