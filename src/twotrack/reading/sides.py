"""Whose account a document is: the speaker's own party, and the parties across the table."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from twotrack.reading.agencies import find_agencies
from twotrack.reading.han import simplified
from twotrack.reading.pairs import han_states, is_joint, pair_of, publisher_of
from twotrack.reading.parties import PartyMention, find_parties, han_initials, parties_of_title, party_of
from twotrack.reading.states import PUBLISHER, states_of_no_list
from twotrack.reading.words_of_names import Kind, kind_of
from twotrack.vocabulary import TurnRole

if TYPE_CHECKING:  # what is known holds the sides
    from twotrack.reading.known import Known

_TALKS = r"(?:Dialogue|Talks|Consultations?|Round|Meeting|Summit|Forum|Negotiations)"
# matches "entre la France et la Véranie", "zwischen Aldmark und Verania", "entre España y Verania"
_ENTRE = re.compile(
    r"\b(?:entre|zwischen)\s(?:la\s|le\s|les\s|der\s|dem\s|l[’'])?(?P<a>[A-ZÀ-Þ][\wà-ÿ]{3,20})\s(?:et|und|y)\s(?:la\s|le\s|les\s|der\s|l[’'])?(?P<b>[A-ZÀ-Þ][\wà-ÿ]{3,20})"
)
# matches "Menschenrechtsdialog mit Verania", "dialogue avec la Véranie"
_MIT = re.compile(
    r"(?i:dialogs?|konsultationen|gespräche|dialogue|consultations|diálogo)\s(?:mit|avec|con)\s(?:la\s|le\s|der\s)?(?P<a>[A-ZÀ-Þ][\wà-ÿ]{3,20})"
)
# parties of no list, as a title names them. matches "Aldmark-Verania Human Rights Dialogue"; not "Wide-Ranging
# Dialogue"
_PAIR = re.compile(
    rf"\b(?P<a>[A-Z]\w{{3,20}})\s?[-–—]\s?(?P<b>[A-Z]\w{{3,20}})(?:\s(?:on\s)?[A-Z]\w+){{0,4}}\s{_TALKS}"
)
# matches "between Aldmark and Verania", "between the Republic of Aldmark and Verania"; not "between him and me"
_BETWEEN = re.compile(
    r"\bbetween (?:the )?(?:Republic of |Kingdom of )?(?P<a>[A-Z]\w{3,20}) and (?:the )?(?:Republic of "
    r"|Kingdom of )?(?P<b>[A-Z]\w{3,20})\b"
)
# matches "Dialogue with Verania"; not "meet with Hall" (a title names the party)
_WITH = re.compile(
    r"\b(?:Dialogue|Talks|Consultations?|Round|Forum|Negotiations) [Ww]ith (?:the )?(?:Republic of "
    r"|Kingdom of )?(?P<a>[A-Z]\w{3,20})\b"
)
# matches "Republic of Aldmark", "Kingdom of Aldmark"
_FORMAL = re.compile(r"\b(?:Republic|Kingdom|Federation|Union|Commonwealth) of (?P<a>[A-Z]\w{3,20})\b")
# the other side in the speaker's words. matches "our Veranian counterparts", "the Chinese delegation", "their
# delegation"
_ACROSS = re.compile(
    r"\b(?:our|[Tt]he) (?P<who>[A-Z]\w{2,20}) (?:counterparts?|guests|side|delegation|interlocutors|hosts|colleagues)\b"
)
# matches "our human rights dialogue with Verania", "our talks with the Chinese"; not "the talks with Hall"
_OURS_WITH = re.compile(
    r"\b[Oo]ur (?:\w+ ){0,4}(?:dialogue|talks|consultations|round|meeting) with (?:the )?(?P<who>[A-Z]\w{2,20})\b"
)
_HEAD = 1_500
_HAN_REACH = 20_000  # characters in which a text in Chinese names its States


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """`ours` is the speaker's party (None where it cannot be told), `others` those across the table, in order; `named`
    are States of no list that the document speaks of besides."""

    ours: str | None
    others: tuple[str, ...]
    named: tuple[str, ...] = ()

    @property
    def theirs(self) -> str | None:
        """The other party, where there is one."""
        return self.others[0] if self.others else None

    def party(self, words: str) -> str | None:
        """The first party that some words name: a side by its stem ("Veranian"), else any of data/parties.tsv."""
        for name in filter(None, (self.ours, *self.others, *self.named)):
            if " " not in name and re.search(rf"\b{re.escape(_stem(name))}\w{{0,5}}\b", words):
                return name
        return party_of(words)

    def mentions(self, words: str) -> list[PartyMention]:
        """The parties that some words name, in order: the sides by their stems, and those of data/parties.tsv."""
        own = tuple(name for name in (self.ours, *self.others, *self.named) if name and " " not in name)
        found = find_parties(words, 0, len(words))
        for match in _by_stem(own).finditer(words) if own else ():
            name = next(one for one in own if match.group().casefold().startswith(_stem(one).casefold()))
            if not any(match.start() < one.end and one.start < match.end() for one in found):
                found.append(PartyMention(match.start(), match.end(), name, not match.group().startswith(name)))
        return sorted(found)

    def party_of_han(self, side: str) -> str | None:
        """The party of a Chinese side ("瑞方"): one of the sides whose name begins so, else any that is called so."""
        names = [name for name in (self.ours, *self.others) if name]
        return next(
            (name for name in names if side[0] in han_initials(name) or simplified(name)[0] == side[0]), party_of(side)
        )


@lru_cache(maxsize=64)
def _by_stem(names: tuple[str, ...]) -> re.Pattern[str]:
    stems = [re.escape(_stem(name)) for name in names]
    german = "|".join(stem[0].lower() + stem[1:] for stem in stems)  # "die veranische Seite"
    return re.compile(rf"\b(?:(?:{'|'.join(stems)})\w{{0,5}}|(?:{german})\w{{0,3}}ische[nrs]?)\b")


def find_sides(known: "Known") -> Sides:
    """The sides of a document, from its title, the bodies in its head, the speakers' labels and their words."""
    return known.sides if known.sides is not None else _sides(known)


def _sides(known: "Known") -> Sides:
    text, body = known.text, known.document.body
    title = known.heading.title or ""
    first = known.turns[0].words if known.turns else body
    head = f"{title}\n{text[body : first + _HEAD]}"
    named = list(parties_of_title(title)) or list(parties_of_title(text[body:first]))
    for pattern in (_PAIR, _BETWEEN, _WITH, _FORMAL, _ENTRE, _MIT):
        if len(named) < 2 and (match := pattern.search(title) or pattern.search(head)):
            named += [_known(one) for one in match.groupdict().values() if one and _plausible(one)]
    pair = pair_of(title, head)
    if len(named) < 2:
        named += [one for one in pair if not any(_stem(one) == _stem(other) for other in named)]
    named = list(dict.fromkeys(named))
    across = [
        one
        for pattern in (_OURS_WITH, _ACROSS)
        for match in pattern.finditer(text, body)
        if (one := _as_party(match["who"], named))
    ]
    first_is_ours = pair[:1] if pair and not is_joint(title, head) else ()
    ours = publisher_of(title, head)
    if ours is None and first_is_ours and party_of(pair[0]) is None and pair[0] not in across:
        ours = pair[0]
    ours = ours or _own(known, head, named, across) or (first_is_ours[0] if first_is_ours else None)
    others = [one for one in named if one != ours]
    if not others:
        others = [one for one in sorted(set(across), key=across.count, reverse=True) if one != ours]
    if ours is None and len(named) == 2 and across:
        theirs = max(set(across), key=across.count)
        ours = next((one for one in named if one != theirs), None)
        others = [theirs]
    words = _of_states(known)
    named = [one for one in states_of_no_list(words) if not any(_stem(one) == _stem(o) for o in (ours, *others) if o)]
    named += [one for one in han_states(text[body : body + _HAN_REACH]) if one not in (ours, *others)]
    if not others and named and (len(named) == 1 or not named[0].isascii()):
        others = named[:1]
    return Sides(ours=ours, others=tuple(others), named=tuple(one for one in named if one not in others))


def _of_states(known: "Known") -> str:
    """The sentences that may name a State by its bodies."""
    if known.spoken is None:
        return known.text[known.document.body :]
    numbers = known.spoken.having(_STATE_WORDS.__contains__, han=False)
    return "\n".join(known.spoken.said[number].words for number in numbers)


_STATE_WORDS = frozenset(
    [
        "government",
        "governments",
        "authorities",
        "embassy",
        "ambassador",
        "ambassadors",
        "delegation",
        "delegations",
        "side",
        "citizen",
        "citizens",
        "national",
        "nationals",
        "people",
        "mission",
        "courts",
        "officials",
        "parliament",
        "police",
        "president",
        "minister",
        "ministry",
        "laws",
        "state",
        "republic",
        "kingdom",
        "federation",
        "commonwealth",
        "visit",
        "visits",
        "visited",
        "relations",
        "dialogue",
        "talks",
        "consultations",
        "city",
        "urge",
        "urged",
        "call",
        "calls",
        "called",
        "raised",
    ]
)


def _own(known: "Known", head: str, named: list[str], across: list[str]) -> str | None:
    """The party whose account it is: that of the principal's office, of the publishing body, of who says "we"."""
    address = " ".join(known.document.metadata.get(key, "") for key in ("source_url", "url", "source", "publisher"))
    if known.convention == "white-house" or re.search(r"whitehouse|state\.gov|usmission", address):
        return "United States"
    if known.convention == "chinese" or re.search(r"fmprc|mfa\.gov\.cn", address):
        return "China" if re.search("fmprc|mfa", address) or re.search("中国|中方|中华", known.text) else None
    if re.search(r"eeas\.europa|europa\.eu", address):
        return "European Union"
    for publisher in PUBLISHER.finditer(head, 0, 600):
        if kind_of(publisher["of"]) in {Kind.NAME, Kind.PLACE} and _known(publisher["of"]) not in across:
            return _known(publisher["of"])
    for agency in find_agencies(head, 0, len(head)):
        after = head[agency.end : agency.end + 40].split("\n")[0]
        of_party = _as_party(after, named) if after.startswith(" of") else None
        for one in (agency.party, _as_party(agency.name, named), of_party):
            if one is not None and one not in across and (one in named or len(named) < 2):
                return one
    labels = " ".join(turn.label for turn in known.turns if turn.role is TurnRole.PRINCIPAL)
    if (labelled := _as_party(labels.title(), named)) is not None:
        return labelled
    formal = _FORMAL.search(head)
    if formal and _known(formal["a"]) in named and _known(formal["a"]) not in across:
        return _known(formal["a"])
    first = find_parties(head, 0, len(head))
    if len(named) < 2 and first and first[0].party not in named:
        return first[0].party
    return None


def _stem(name: str) -> str:
    return name[: max(4, len(name) - 2)] if len(name) > 5 else name


def _known(word: str) -> str:
    return party_of(word) or word


def _plausible(word: str) -> bool:
    return kind_of(word) in {Kind.NAME, Kind.PLACE, Kind.EITHER}


def _as_party(words: str, named: list[str]) -> str | None:
    """The party that words name: one of the title's by its stem, else a known one."""
    for name in named:
        if " " not in name and re.search(rf"\b{re.escape(_stem(name))}\w{{0,5}}\b", words):
            return name
    return party_of(words)
