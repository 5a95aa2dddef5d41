"""Who a label stands for: the fullest form of the name that the document gives, and the role."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from twotrack.reading.conventions import asks
from twotrack.sources.raw import Document
from twotrack.vocabulary import TurnRole

TITLES_TEXT = """
mr ms mrs miss dr sir dame lord lady baroness professor prof judge justice the a an acting assistant associate
deputy principal under vice chief senior special first former ex secretary undersecretary president minister prime
chancellor premier speaker senator governor mayor congressman congresswoman ambassador consul envoy representative
commissioner director general counsel attorney solicitor surgeon admiral captain colonel commander major lieutenant
sergeant administrator advisor adviser coordinator spokesman spokeswoman spokesperson press officer official aide
staff chair chairman chairwoman chairperson head counselor counsellor national security foreign state defense
defence treasury homeland white house nsc strategic communications communication affairs policy climate economic
response white-house council department bureau office of for and to king queen prince princess pope cardinal bishop
archbishop reverend rabbi imam sheikh majesty excellency highness his her via interpreter high union european
external action service member committee doctor legal international rights human reporter journalist moderator
operator host facilitator administration military law enforcement intelligence agency one two three four
"""
TITLES = frozenset(TITLES_TEXT.split())
_MODERATOR = re.compile(
    r"(?i)moderator|operator|host|facilitator|(?:press |white house )?(?:aide|staff(?:er)?)|press officer|主持人"
)
_OTHER = re.compile(
    r"(?i)(?:the )?(?:interpreter|translator)|(?:an? )?(?:audience|audience members?|participants?"
    r"|unidentified.*|voices?|speakers?|all|crowd)|翻译"
)
# matches "We’ll take one or two more", "next question", "open it up to questions"; not "we take it seriously"
STEERS = re.compile(
    r"(?i)\b(?:take (?:just )?(?:one|two|a few|a couple|some|your|the last|the next) (?:or two )?(?:more"
    r"|question|last|of your)|(?:last|next|final|first) (?:one|question)"
    r"|open (?:it )?up (?:to|for)|time for (?:one|two|a)|(?:this|that) (?:will be|concludes)|call it a day"
    r"|please welcome|here to|turn it over|hand it over|welcome to)\b"
)
_GIVEN = r"[A-ZÀ-ÖØ-Þ](?:\.[A-Z]\.|[\w'’-]{0,30}\.?)"
_THANKS = re.compile(rf"(?:Thanks|Thank you)(?: so much| very much)?, (?P<given>{_GIVEN})[.,! ]")
_WORD = re.compile(r"[\w.'’-]+")


def full_name(label: str, document: Document) -> str | None:
    """The fullest form of a label's name that the document gives; None where it names nobody or only a surname.

    "ASSISTANT SECRETARY HALL" is "Anna B. Hall" where the text or the front matter writes that somewhere."""
    tokens = name_tokens(label)
    if not tokens:
        return None
    if re.search(r"[\u3400-\u9fff]", label):
        return label if 2 <= len(label) <= 4 else None
    texts = (*document.metadata.values(), document.text[document.body :])
    found = Counter(name for text in texts for name in _forms(tokens, text))
    if found:
        return max(found, key=lambda name: (len(name.split()), found[name], name))
    if len(tokens) > 1:
        return " ".join(tokens if any(c.islower() for c in label) else [_titled(token) for token in tokens])
    return None


def name_tokens(label: str) -> list[str]:
    """The words of a label that are a name: without titles, asides and numbers."""
    plain = re.sub(r"[\(\[（][^()\[\]（）]*[\)\]）]", "", label).replace("\u00a0", " ")
    words = [word.strip(".,") or word for word in _WORD.findall(plain)]
    return [word for word in words if word.casefold() not in TITLES and not word.isdigit()]


def _forms(tokens: list[str], text: str) -> list[str]:
    """The forms of a name in running text: given names and the surname, titles and words at a sentence's start left out."""
    surname = re.escape(tokens[-1])
    pattern = re.compile(rf"(?<![\w’'-])(?P<given>(?:{_GIVEN}\s){{1,3}})(?P<last>(?i:{surname}))(?![\w-])")
    forms = []
    for match in pattern.finditer(text):
        last = match["last"]
        given: list[str] = []
        for word in reversed(match["given"].split()):
            if (
                word.strip(".").casefold() in TITLES
                or word.casefold() in _SENTENCE_WORDS
                or (word.isupper() and len(word) > 2 and "." not in word)
            ):
                break
            given.insert(0, word)
        wanted = {token.casefold() for token in tokens[:-1]}
        if given and wanted <= {word.casefold() for word in given}:
            forms.append(" ".join([*given, _titled(last) if last.isupper() else last]))
    return forms


_SENTENCE_WORDS_TEXT = """
and but so when if while as with for from by to in on at of that this these those i we you he she they it what who
how why did does do is are was were will would can could thanks thank hi hello yes no well okay ok good again now
then also because since after before like under let may both only even yeah hey happy dear ask today yesterday
"""
_SENTENCE_WORDS = frozenset(_SENTENCE_WORDS_TEXT.split())


def _titled(word: str) -> str:
    """A word in capitals as a name is written: O’NEIL -> O’Neil, JEAN-PIERRE -> Jean-Pierre."""
    return re.sub(r"[^\W\d_]+", lambda part: part[0][0] + part[0][1:].lower(), word)


def given_in_thanks(heard: Sequence[tuple[str, str]], names: Mapping[str, str | None]) -> dict[str, str]:
    """Names joined from a surname label and the thanks that begin the next speaker's turn ("Thanks, P.J.")."""
    joined: dict[str, str] = {}
    for (label, _), (_, reply) in pairwise(heard):
        tokens = name_tokens(label)
        if asks(label) or names.get(label) or len(tokens) != 1:
            continue
        match = _THANKS.match(reply.lstrip())
        if match and match["given"].strip(".").casefold() not in TITLES | _SENTENCE_WORDS | {
            "everybody",
            "everyone",
            "all",
        }:
            given = match["given"] if match["given"].count(".") > 1 else match["given"].strip(".")
            joined.setdefault(label, f"{given} {_titled(tokens[0])}")
    return joined


def roles(heard: Sequence[tuple[str, str]]) -> dict[str, TurnRole]:
    """The role of each label, from the label and from what is said in its turns (label, words), in order.

    Who steers: a moderator by label, or one of several officials who opens or steers and answers next to nothing."""
    labels = list(dict.fromkeys(label for label, _ in heard))
    role = {label: by_label for label in labels if (by_label := _role_by_label(label))}
    open_labels = [label for label in labels if label not in role]
    if TurnRole.PRESS not in role.values():
        role |= dict.fromkeys(_askers_by_words(open_labels, heard), TurnRole.PRESS)
    officials = [label for label in open_labels if label not in role]
    answers = Counter(
        later
        for (before, _), (later, _) in pairwise(heard)
        if role.get(before) is TurnRole.PRESS and later in officials
    )
    for label in officials:
        role[label] = TurnRole.MODERATOR if _steers(label, officials, answers, heard) else TurnRole.PRINCIPAL
    return role


def _role_by_label(label: str) -> TurnRole | None:
    if asks(label):
        return TurnRole.PRESS
    if _MODERATOR.fullmatch(label):
        return TurnRole.MODERATOR
    return TurnRole.OTHER if _OTHER.fullmatch(label) else None


def _askers_by_words(labels: list[str], heard: Sequence[tuple[str, str]]) -> list[str]:
    """Where no label says who asks: those whose turns mostly hold a question, but for who speaks most often."""
    counts = Counter(label for label, _ in heard)
    asking = Counter(label for label, words in heard if "?" in words or "？" in words)
    most = counts.most_common(1)[0][0] if counts else None
    return [label for label in labels if label != most and asking[label] * 2 > counts[label]]


def _steers(label: str, officials: list[str], answers: Counter[str], heard: Sequence[tuple[str, str]]) -> bool:
    total = sum(answers.values())
    if len(officials) < 2 or not total or answers[label] * 10 > total:
        return False
    own = [words for who, words in heard if who == label]
    return any(STEERS.search(words) for words in own) and label in (
        heard[0][0],
        heard[-1][0],
        heard[min(1, len(heard) - 1)][0],
    )
