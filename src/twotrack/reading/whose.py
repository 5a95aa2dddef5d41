"""Whose a person or a body is, by the words of its sentence: "the Veranian delegation", "on our side", "auf tarnischer Seite".

The nearest such words before a name tell, up to those of another side.
"""

import re
from functools import lru_cache

from twotrack.reading.han import simplified
from twotrack.reading.parties import party_of
from twotrack.reading.sides import Sides
from twotrack.reading.words_of_names import Kind, kind_of

_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,24}"
_GROUP = r"(?:delegations?|side|team|[Gg]overnment|participants|representatives|contingent)"
# whose those named after are. matches "our delegation", "On the other side", "the Veranian delegation", "on the Union side",
# "the delegation of Verania", "Verania was represented by", "auf tarnischer Seite", "la délégation soranienne", "de notre côté"
_MARK = re.compile(
    rf"(?P<ours>\b(?:[Oo]ur|[Mm]y)\s(?:own\s)?(?:\w+\s)?{_GROUP}\b|\bauf\sunserer\sSeite|\bde\snotre\scôté"
    rf"|\bpor\snuestra\sparte|\bI\swas\s(?:joined|accompanied)|\bwith\s(?:me|us)\b)"
    rf"|(?P<theirs>\b(?:[Tt]he\sother\s(?:side|delegation)|[Tt]heir\s{_GROUP}|[Aa]cross\sthe\stable)\b|\bauf\sde"
    rf"r\sanderen\sSeite|\bde\sl[’']autre\scôté|\b[Tt]hey\s(?:had|brought|came\swith)\b)"
    rf"|\b(?P<adj>(?!(?:The|This|That|Each|Both|A|Another|Its)\b){_CAP}(?:\sUnion)?)(?:[’']s?)?\s(?:{_GROUP}|was\srepresented|were\srepresented)\b"
    rf"|\b{_GROUP}\s(?:of|from)\s(?:the\s)?(?:Republic\sof\s|Kingdom\sof\s|Government\sof\s)?(?P<of>{_CAP}"
    rf"(?:\sUnion)?)"
    r"|\b(?:[Aa]uf\s|[Dd]ie\s)?(?P<de>[a-zäöü]{4,20})(?:er|en|e)\s(?:Seite|Delegation)\b|\bDelegation\saus\s"
    r"(?P<aus>[A-ZÄÖÜ]\w+)"
    r"|\b[Dd]élégation\s(?P<fr>[\wéèê-]{4,20})|\bdelegación\s(?:de\s)?(?P<es>\w{4,20})"
)
# right before a person. matches "our Ambassador", "my colleague", "my predecessor"
_OWN = re.compile(r"\b(?:[Oo]ur|[Mm]y)\s(?:[\w-]+,?\s){0,4}\Z")
# matches "Mirasol’s Vice Minister of Foreign Affairs, "; not "the visit of "
_POSSESSOR = re.compile(rf"\b(?P<who>{_CAP}?)[’']s?\s(?:[\w-]+\s){{0,7}}?[\w-]+,?\s\Z")
# after a person. matches " of Karuna", " of the Republic of Tarn"
_OF = re.compile(r"\sof\s(?:the\s)?(?:(?:Republic|Kingdom)\sof\s)?(?P<of>[A-Z][a-zà-ÿ]{3,20})\b(?!\s[A-Z])")
_ITS = re.compile(r"\b(?:its|their)\s(?:[\w-]+\s){0,4}[\w-]*,?\s?\Z")
_HAN_SIDE = re.compile(r"(?P<one>[\u4e00-\u9fff])方(?!案|面|式|向|法|针|便|可|才|能)")
_NO_SIDE = frozenset("双雙各多对對三官警军軍校院资資甲乙地此该該一大相有")


def party_before(words: str, at: int, sides: Sides) -> str | None:
    """The party of the last group named before words[at:]; None where none is, or where it cannot be told."""
    marks = list(_MARK.finditer(words, 0, at))
    if not marks:
        return None
    last = marks[-1]
    if last["ours"]:
        return sides.ours
    if last["theirs"]:
        return sides.theirs
    return party_named(next(one for one in last.groups()[2:] if one), sides)


def party_of_person(words: str, start: int, end: int, sides: Sides) -> str | None:
    """Whose a person at words[start:end] is by what stands right beside: "our", "Mirasol’s", "of Karuna"."""
    if _OWN.search(words, max(0, start - 50), start):
        return sides.ours
    if (after := _OF.match(words, end)) and (
        party := party_named(after["of"], sides) or (after["of"] if kind_of(after["of"]) is Kind.NAME else None)
    ):
        return party
    if (before := _POSSESSOR.search(words, max(0, start - 90), start)) and (party := party_named(before["who"], sides)):
        return party
    if its := _ITS.search(words, max(0, start - 60), start):
        named = [one.party for one in sides.mentions(words[: its.start()])]
        return named[-1] if named else None
    return None


def among_sides(party: str | None, sides: Sides) -> str | None:
    """The party of a body by its name; where that is nobody here, and the document’s own party is of no list, the own one:
    other States have a "Bundesministerium" or a "Department of Justice" too."""
    if party is None or party in {sides.ours, *sides.others} or sides.ours is None or party_of(sides.ours):
        return party
    return sides.ours


def party_named(word: str, sides: Sides) -> str | None:
    """The party that a noun or adjective of any language names: by the beginning of a side's name, or a listed party."""
    plain = word.casefold()
    for name in (sides.ours, *sides.others, *sides.named):
        if name and (plain.startswith(_stem(name)) or plain in name.casefold().split() or name.casefold() == plain):
            return name
    return sides.party(word)


@lru_cache(maxsize=256)
def _stem(name: str) -> str:
    plain = name.casefold()
    return plain[: max(4, len(plain) - 2)] if len(plain) > 5 else plain


def party_in_han(words: str, sides: Sides) -> str | None:
    """The last party that words in Chinese name: "維方", "莱茵兰外交部"; None where they name none."""
    plain = simplified(words)
    found: list[tuple[int, str]] = []
    for name in (sides.ours, *sides.others, *sides.named):
        if name and not name.isascii():
            for short in {simplified(name), re.sub(r"(?:联邦|共和国|王国|联盟|国)\Z", "", simplified(name))}:
                if len(short) > 1 and (at := plain.rfind(short)) >= 0:
                    found.append((at, name))
    for match in _HAN_SIDE.finditer(plain):
        if match["one"] == "我":
            found += [(match.start(), sides.ours)] if sides.ours else []
        elif match["one"] not in _NO_SIDE and (party := sides.party_of_han(match.group())):
            found.append((match.start(), party))
    found += [(one.start, one.party) for one in sides.mentions(words) if words[one.start] >= "\u3400"]
    return max(found)[1] if found else None


def side_mark_in_han(words: str, sides: Sides) -> str | None:
    """The last "X方" before something: whose those are that a clause after it names."""
    plain = simplified(words)
    for match in reversed(list(_HAN_SIDE.finditer(plain))):
        if match["one"] == "我":
            return sides.ours
        if match["one"] not in _NO_SIDE and (party := sides.party_of_han(match.group())):
            return party
    return None
