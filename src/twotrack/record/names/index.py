"""Finding, among many names, the few that are worth comparing with one: an index by keys, never a scan of all names."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from twotrack.record.names.forms import Form, Name, Origin, name_of
from twotrack.record.names.scripts import skeleton

K = TypeVar("K", bound=Hashable)
COMPARED = 120  # names that are compared in full beside those that share a whole key
_TOLD_BONES = 3


class NameIndex(Generic[K]):
    """Whose names are near a name. Each name is kept under keys of two kinds: of the whole name (whichever the order and the
    spaces), and of one part beside the first or last consonant of the rest, so that one misspelled part is found by another.
    """

    def __init__(self) -> None:
        self._written: list[tuple[K, str, str] | None] = []
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._partly: dict[str, list[int]] = defaultdict(list)
        self._of: dict[tuple[K, str], int] = {}

    def __len__(self) -> int:
        return len(self._of)

    def add(self, who: K, written: str) -> None:
        """Keep a name of somebody."""
        if (who, written) in self._of:
            return
        name = name_of(written)
        place = len(self._written)
        self._of[who, written] = place
        self._written.append((who, written, name.forms[0].joined if name.forms else ""))
        for _, places in self._lists(name):
            places.append(place)

    def drop(self, who: K, written: str) -> None:
        """Keep a name no longer: neither it nor its keys stay in memory."""
        place = self._of.pop((who, written), None)
        if place is None:
            return
        self._written[place] = None
        for key, places in list(self._lists(name_of(written))):
            places.remove(place)
            if not places:
                self._whole.pop(key, None)
                self._partly.pop(key, None)

    def _lists(self, name: Name) -> Iterator[tuple[str, list[int]]]:
        """The keys under which a name is kept, and what is kept under each."""
        for key in set(_whole_keys(name)):
            yield key, self._whole[key]
        for key in {*_part_keys(name), *_lone_keys(name), *_bone_keys(name, "of" if name.latin else "other")}:
            yield key, self._partly[key]

    def near(self, names: Iterable[str]) -> list[K]:
        """Those whose names may match one of these, each once; which do and how is for `likeness` to say."""
        found: dict[K, None] = {}
        for written in names:
            for place in self._places(name_of(written)):
                kept = self._written[place]
                if kept is not None:
                    found.setdefault(kept[0])
        return list(found)

    def _places(self, name: Name) -> Iterator[int]:
        whole = dict.fromkeys(place for key in dict.fromkeys(_whole_keys(name)) for place in self._whole.get(key, ()))
        yield from whole
        keys = {*_part_keys(name), *_asked_keys(name), *_bone_keys(name, "other")}
        if not name.latin:
            keys.update(_bone_keys(name, "of"))
        partly = Counter(place for key in keys for place in self._partly.get(key, ()) if place not in whole)
        if len(partly) <= COMPARED:
            yield from partly
            return
        spelled = {place: kept[2] for place in partly if (kept := self._written[place]) is not None}
        for asked in dict.fromkeys(form.joined for form in name.forms[:3]):
            best = process.extract(asked, spelled, scorer=OSA.normalized_similarity, limit=COMPARED // 3)
            yield from (place for _, _, place in best)
        yield from (place for place, _ in partly.most_common(COMPARED // 3))


def _whole_keys(name: Name) -> Iterator[str]:
    if name.han:
        yield "han:" + name.han
    for form in name.forms:
        yield "letters:" + "".join(sorted(form.joined))


def _part_keys(name: Name) -> Iterator[str]:
    for form in _told(name):
        for at, part in enumerate(form.parts):
            rest = skeleton("".join((*form.parts[:at], *form.parts[at + 1 :])))
            if len(form.parts) > 1 and len(part) > 1:
                yield f"{part}^{rest[:1]}"
                yield f"{part}${rest[-1:]}"
        if len(bones := skeleton(form.joined)) >= _TOLD_BONES:
            yield "bones:" + "".join(sorted(bones))
    if name.bones and len(name.bones[0]) >= _TOLD_BONES:
        yield "bones:" + "".join(sorted(name.bones[0]))


def _bone_keys(name: Name, script: str) -> Iterator[str]:
    """The first and last consonants of the whole, by which a name is found that came through another script. Those of names
    in Latin letters stand apart: two of them are compared by their letters."""
    for bones in name.bones:
        if len(bones) >= _TOLD_BONES:
            yield f"{script}^{bones[:3]}"
            yield f"{script}${bones[-3:]}"


def _lone_keys(name: Name) -> Iterator[str]:
    """A name of one part, and the parts of a longer one, by which the first kind finds them."""
    for form in _told(name):
        kind = "one" if len(form.parts) == 1 else "of"
        yield from (f"{kind}:{part}" for part in form.parts if len(part) > 4)


def _asked_keys(name: Name) -> Iterator[str]:
    for form in _told(name):
        kind = "of" if len(form.parts) == 1 else "one"
        yield from (f"{kind}:{part}" for part in form.parts if len(part) > 4)


def _told(name: Name) -> list[Form]:
    return [form for form in name.forms if form.origin is not Origin.RESPELLED]
