"""States and organisations that are parties to dialogues: their names, adjectives and capitals in running text.

Source of the names: data/parties.tsv. A party is always given by its English short name ("United States").
"""

import re
from functools import cache
from typing import NamedTuple

from twotrack.reading.findings import Span
from twotrack.reading.word_lists import rows


class PartyMention(NamedTuple):
    """A party named at text[start:end]; `adjective` where an adjective or a people's name names it ("Chinese")."""

    start: int
    end: int
    party: str
    adjective: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Each form in running text -> (party, whether it is an adjective)."""
    found: dict[str, tuple[str, bool]] = {}
    for name, adjectives, others, _capitals, han in rows("parties.tsv"):
        found[name] = (name, False)
        for form in filter(None, [*others.split(";"), *(one for one in han.split(";") if len(one) > 1)]):
            found[form] = (name, False)
        for form in filter(None, adjectives.split(";")):
            found[form] = (name, True)
            found.setdefault(form + "s", (name, True))
    return found


@cache
def places() -> dict[str, str]:
    """Capitals and other places where parties meet -> party."""
    return {place: row[0] for row in rows("parties.tsv") for place in row[3].split(";") if place}


@cache
def place_words() -> frozenset[str]:
    """Every single word of parties' names, adjectives and places, in lower case."""
    forms = [*_forms(), *places()]
    return frozenset(word.casefold() for form in forms for word in re.findall(r"[^\W\d_]+", form) if len(word) > 1) - {
        "hague"
    }  # a surname too


@cache
def han_initials(name: str) -> frozenset[str]:
    """The characters with which a party's Chinese names begin: 瑞 in 瑞方."""
    return frozenset(form[0] for row in rows("parties.tsv") if row[0] == name for form in row[4].split(";") if form)


@cache
def _pattern() -> re.Pattern[str]:
    latin = sorted((form for form in _forms() if form[0] < "\u3400"), key=len, reverse=True)
    han = sorted((form for form in _forms() if form[0] >= "\u3400"), key=len, reverse=True)
    by_letter: dict[str, list[str]] = {}  # so that a word is held against those alone that begin as it does
    for form in latin:
        by_letter.setdefault(form[0], []).append(re.escape(form[1:]).replace(r"\ ", r"\s"))
    either = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?<![\w.])(?:{either})(?![\w])|{'|'.join(han)}")


def find_parties(text: str, start: int, end: int) -> list[PartyMention]:
    """The parties named in text[start:end], in order: "the U.S.-China talks" names two."""
    return [
        PartyMention(match.start(), match.end(), *_forms()[" ".join(match.group().split())])
        for match in _pattern().finditer(text, start, end)
    ]


def party_of(words: str) -> str | None:
    """The first party that some words name, by name, adjective or capital; None where they name none."""
    found = find_parties(words, 0, len(words))
    if found:
        return found[0].party
    return next((party for place, party in places().items() if place in words), None)


@cache
def _han_pair() -> re.Pattern[str]:
    short = "".join(one for row in rows("parties.tsv") for one in row[4].split(";") if len(one) == 1)
    return re.compile(rf"[{short}]{{2}}(?=人权|第|举行|两国|战略|对话|双方|领导)")


def parties_of_title(title: str) -> tuple[str, ...]:
    """The parties that a title names, in order and once each; "中美人权对话" names two."""
    found = [one.party for one in find_parties(title, 0, len(title))]
    short = {one: row[0] for row in rows("parties.tsv") for one in row[4].split(";") if len(one) == 1}
    for pair in _han_pair().finditer(title):
        found += [short[letter] for letter in pair.group()]
    return tuple(dict.fromkeys(found))
