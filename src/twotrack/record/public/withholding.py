"""What is withheld in a text that is published: whatever looks like a personal name and is not cleared, every form of a
name that the public rows hold and that is not cleared, and the spans that a person marked.

Text is published by permission. A stretch that looks like a name is shown only where cleared names cover it: half a name
tells the other half. A name that somebody cleared shares with somebody hidden is withheld.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from twotrack.reading.findings import Span, joined
from twotrack.reading.possible_names import possible_names
from twotrack.reading.word_lists import words as listed
from twotrack.record.masking import MASK, Form, find, fold, forms_of
from twotrack.record.public.name_index import NameIndex, plain_forms
from twotrack.record.public.naming import Naming

WITHHELD = "[name withheld]"
# Addresses of persons (mail, handles, telephone numbers), any link in running text, and what a forgetting masked: shown as
# it is, the mask would tell of the forgetting and how long the name was.
_REACHES_SOMEBODY = re.compile(
    rf"\S+@\S+|(?<!\w)@\w+|(?:https?://|www\.)\S+|\+?\d[\d ()./-]{{6,}}\d|{MASK}+(?:\W{{1,2}}{MASK}+)*"
)
# a date, no telephone number. matches "2025-03-14", "2026 (20" (of "May 2026 (20 to 21 May)")
_DATE_LIKE = re.compile(r"[\dX?~%./-]+\Z|(?:1[6-9]|20)\d\d \(\d{1,2}\Z")
_REST_OF_WORD = re.compile(r"[-\u00ad\u2010]\s*\n\s*\w+")  # a name broken at a line's end


class Withholding:
    """Shows texts with what is to be withheld in them."""

    def __init__(self, naming: Naming) -> None:
        hidden = _wholes(naming.hidden)
        self._names = NameIndex(
            {
                # A part that is a State's name too stays ("China" where somebody hidden is called China Lee).
                "hidden": hidden | _parts(naming.hidden, naming.states) | plain_forms(naming.hidden_groups),
                "named": _wholes(naming.named) - hidden,
                "named parts": _parts(naming.named, naming.hidden),
                "bodies": plain_forms(naming.bodies) - hidden,
                "suspected": _wholes(naming.suspected),
            }
        )
        self._texts: dict[str, tuple[Span, ...]] = {}

    def text(self, words: str, marked: Iterable[str] = ()) -> str:
        """A text with every name withheld that is not cleared, and every stretch of `marked` words."""
        return replaced(words, self.spans(words, marked))

    def allows(self, words: str, marked: Iterable[str] = ()) -> bool:
        """Whether a text can be shown whole."""
        return not self.spans(words, marked)

    def names_nobody(self, words: str) -> bool:
        """Whether a text holds nothing that looks like a person's name, cleared or not."""
        names = self._found_names(words)
        seen = [*names["hidden"], *names["named"], *names["suspected"]]
        return not seen and all(_covered(words, span, names["bodies"]) for span in _looks_like_names(words))

    def hides(self, words: str) -> bool:
        """Whether a text holds a form of a name that the public rows hold and that is not cleared."""
        names = self._found_names(words)
        seen = [*names["hidden"], *names["suspected"]]
        return any(not any(_within(span, one) for one in names["named"]) for span in seen)

    def is_named(self, words: str) -> bool:
        """Whether words are those of a cleared name or body and nothing else but titles: "Minister Ilsa Tarn"."""
        if not self.allows(words):
            return False
        names = self._found_names(words)
        known = [*names["named"], *names["named parts"], *names["bodies"]]
        rest = replaced(words, joined(known), "")
        return bool(known) and all(_is_title(word) for word in re.findall(r"\w+", rest))

    def spans(self, words: str, marked: Iterable[str] = (), around: Sequence[Span] = ()) -> list[Span]:
        """What is withheld in a text; `around` are stretches that look like names in the light of the text around it."""
        marked = tuple(sorted(set(marked)))
        if marked or around:
            return joined([*self._found(words, around), *find(words, sorted(plain_forms(marked)))])
        if words not in self._texts:
            self._texts[words] = tuple(self._found(words, ()))
        return list(self._texts[words])

    def _found(self, words: str, around: Sequence[Span]) -> list[Span]:
        names = self._found_names(words)
        named, bodies = names["named"], names["bodies"]
        single = [*named, *bodies, *names["named parts"]]
        looks = [*_looks_like_names(words), *names["suspected"], *around]
        uncleared = [
            span
            for span in looks
            if not any(_within(span, one) for one in single) and not _covered(words, span, [*named, *bodies])
        ]
        # A hidden name inside a longer cleared one is that of another; inside a body's name it takes the body with it.
        hidden = [span for span in names["hidden"] if not any(_within(span, one) for one in named)]
        wider = [one for one in [*looks, *bodies] if any(_touch(one, span) for span in hidden)]
        return joined([*uncleared, *hidden, *wider])

    def _found_names(self, words: str) -> dict[str, list[Span]]:
        """Where the names of each set stand."""
        return defaultdict(list, self._names.find(words))


def looks_like_names(text: str) -> tuple[Span, ...]:
    """The stretches of a whole text that may name or reach a person."""
    return tuple(_looks_like_names(text))


def replaced(words: str, spans: Sequence[Span], by: str = WITHHELD) -> str:
    """The words with something else in the place of each span, and without signs that steer a screen or the direction of
    writing."""
    out, last = [], 0
    for span in spans:
        out += [words[last : span.start], by]
        last = span.end
    return "".join(char for char in "".join([*out, words[last:]]) if not _steers(char))


def _looks_like_names(words: str) -> list[Span]:
    """As possible_names, but not misled by invisible signs and marks written apart, nor by a name broken at a line's end."""
    places = [at for at, char in enumerate(words) if unicodedata.category(char) not in ("Cf", "Mn")]
    seen = words if len(places) == len(words) else "".join(words[at] for at in places)
    found = [*possible_names(seen), *(Span(*match.span()) for match in _REACHES_SOMEBODY.finditer(seen))]
    spans = []
    for start, end in found:
        if rest := _REST_OF_WORD.match(seen, end):
            end = rest.end()
        if _DATE_LIKE.match(seen[start:end]):
            continue
        stop = places[end - 1] + 1
        while stop < len(words) and unicodedata.category(words[stop]) in ("Cf", "Mn"):
            stop += 1
        spans.append(Span(places[start], stop))
    return joined(spans)


def _covered(words: str, span: Span, wholes: Sequence[Span]) -> bool:
    """Whether whole names cover a stretch but for words that look like nobody's name ("Aldmark-Verania")."""
    inside = [one for one in wholes if span.start <= one.start and one.end <= span.end]
    if not inside:
        return any(_within(span, one) for one in wholes)
    rests, last = [], span.start
    for one in joined(inside):
        rests.append(words[last : one.start])
        last = one.end
    rests.append(words[last : span.end])
    # The word before keeps the rest from opening a sentence, where a capital would tell nothing.
    return not any(possible_names(f"in {rest.strip()}") for rest in rests)


@cache
def _is_title(word: str) -> bool:
    from twotrack.reading.words_of_names import title_class

    return title_class(word) is not None or word.casefold() in {"of", "for", "the", "and", "to", "general"}


def _wholes(names: Iterable[str]) -> set[Form]:
    """Names whole, in every order of their parts."""
    found: set[Form] = set()
    for name in names:
        length = len(fold(name).key)
        found |= {form for form in forms_of([name]) if len(form.key) == length and not form.alone}
    return found


def _parts(names: Sequence[str], others: Sequence[str]) -> set[Form]:
    """Parts of names; left out are those shared with others, and common words that are hardly ever names."""
    common = listed("common_words.txt") - listed("names_that_are_words.txt")
    forms = set(forms_of(names, others=others)) - _wholes(names)
    return {form for form in forms if form.key not in common}


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _steers(char: str) -> bool:
    """Control characters but tab and line feed, and marks that turn the direction of writing."""
    return (unicodedata.category(char) == "Cc" and char not in "\t\n") or char in _TURNING


_TURNING = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
