"""Who a label stands for: the fullest form of the name that the document gives, and the role."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_GIVEN_WORD = re.compile(_GIVEN)
_LAST = re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]*(?:['’][A-Z][\w-]*)?")
_THANKS = re.compile(rf"(?:Thanks|Thank you)(?: so much| very much)?, (?P<given>{_GIVEN})[.,! ]")
_WORD = re.compile(r"[\w.'’-]+")


def full_names(labels: Iterable[str], document: Document) -> dict[str, str | None]:
    """For each label the fullest form of its name that the document gives; None where it names nobody or only a surname.

    "ASSISTANT SECRETARY HALL" is "Anna B. Hall" where the text or the front matter writes that somewhere."""
    tokens = {label: name_tokens(label) for label in labels}
    surnames = {words[-1].casefold() for words in tokens.values() if words}
    texts = (*document.metadata.values(), document.text[document.body :])
    forms = Counter(form for text in texts for form in _forms(surnames, text))
    by_surname: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        by_surname.setdefault(form[-1].casefold(), []).append(form)
    return {label: _fullest(label, words, by_surname, forms) for label, words in tokens.items()}


def _fullest(
    label: str, words: list[str], by_surname: Mapping[str, list[tuple[str, ...]]], forms: Mapping[tuple[str, ...], int]
) -> str | None:
    """The longest form of a name, the commonest of these; the label's own words where they are more than a surname."""
    if not words:
        return None
    if re.search(r"[\u3400-\u9fff]", label):
        return label if 2 <= len(label) <= 4 else None
    given = {word.casefold() for word in words[:-1]}
    fitting = [form for form in by_surname.get(words[-1].casefold(), []) if given <= {w.casefold() for w in form[:-1]}]
    if fitting:
        return " ".join(max((len(form), forms[form], form) for form in fitting)[2])
    if len(words) > 1:
        return " ".join(words if any(c.islower() for c in label) else [_titled(word) for word in words])
    return None


def name_tokens(label: str) -> list[str]:
    """The words of a label that are a name: without titles, asides and numbers."""
    plain = re.sub(r"[\(\[（][^()\[\]（）]*[\)\]）]", "", label).replace("\u00a0", " ")
    words = [word.strip(".,") or word for word in _WORD.findall(plain)]
    return [word for word in words if word.casefold() not in TITLES and not word.isdigit()]


def _forms(surnames: set[str], text: str) -> Iterator[tuple[str, ...]]:
    """Given names and surname wherever a surname follows one to three given names in running text."""
    given: list[str] = []
    end = 0
    for match in re.finditer(r"\S+", text):
        word = match.group()
        if match.start() - end > 3:
            given = []
        end = match.end()
        last = _LAST.match(word)
        if given and last and last.group().casefold() in surnames:
            yield (*given[-3:], _titled(last.group()) if last.group().isupper() else last.group())
        given = [*given[-2:], word] if _is_given(word) else []


def _is_given(word: str) -> bool:
    """Whether a word may be a given name or an initial: no title, no word at a sentence's start, not in capitals."""
    plain = word.strip(".").casefold()
    in_capitals = word.isupper() and len(word) > 2 and "." not in word
    return bool(_GIVEN_WORD.fullmatch(word)) and plain not in _NO_GIVEN and not in_capitals


_SENTENCE_WORDS_TEXT = """
and but so when if while as with for from by to in on at of that this these those i we you he she they it what who
how why did does do is are was were will would can could thanks thank hi hello yes no well okay ok good again now
then also because since after before like under let may both only even yeah hey happy dear ask today yesterday
"""
_NO_GIVEN = TITLES | set(_SENTENCE_WORDS_TEXT.split()) | {"everybody", "everyone", "all"}


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
        if match and match["given"].strip(".").casefold() not in _NO_GIVEN:
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
    officials = {label for label in open_labels if label not in role}
    answers = Counter(
        later
        for (before, _), (later, _) in pairwise(heard)
        if role.get(before) is TurnRole.PRESS and later in officials
    )
    steering = {label for label, words in heard if label in officials and STEERS.search(words)}
    edges = {label for label, _ in (*heard[:2], *heard[-1:])}
    total = sum(answers.values())
    for label in officials:
        steers = len(officials) > 1 and answers[label] * 10 <= total > 0 and label in steering & edges
        role[label] = TurnRole.MODERATOR if steers else TurnRole.PRINCIPAL
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
