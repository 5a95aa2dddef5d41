"""Who a label stands for: the fullest form of the name that the document gives."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from twotrack.reading.conventions import asks
from twotrack.sources.raw import Document

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
col gen lt maj sgt capt cmdr cdr adm brig rear shri smt hon rt mme m herr frau vorsitzende vorsitzender
außenminister außenministerin ministerin kanzlerin bundeskanzler staatssekretär staatssekretärin sprecher
sprecherin ministre ministro ministra presidente presidenta président présidente porte-parole portavoz
operator host facilitator administration military law enforcement intelligence agency one two three four
"""
_OFFICES = frozenset({"porte-parole", "portavoz", "sprecher", "sprecherin", "ministre", "ministro", "ministra"})
TITLES = frozenset(TITLES_TEXT.casefold().split())
_GIVEN = r"[A-ZÀ-ÖØ-Þ](?:\.[A-Z]\.|[\w'’-]{0,30}\.?)"
_GIVEN_WORD = re.compile(_GIVEN)
_LAST = re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]*(?:['’][A-Z][\w-]*)?")
# an office or an outlet, no person's name
# a name behind an office. matches "發言人何俊", "水利厅副厅长 曹明"; not "部长", "发言人"
_HAN_NAMED = re.compile(
    r"[\u3400-\u9fff、]{0,24}(?:发言人|發言人|主持人|[长長]|大使|[主副]任|女士|先生)[ \u3000]?(?P<name>[\u3400-\u9fff]{2,3})"
)
_HAN_OFFICE = re.compile("[主司]持|人$|[员員長长]$|记者|記者|[问問答]|社$|[报報]$|[视視]$|部$|网$|網$|大臣")
_THANKS = re.compile(rf"(?:Thanks|Thank you)(?: so much| very much)?, (?P<given>{_GIVEN})[.,! ]")
_WORD = re.compile(r"[\w.'’-]+")


def full_names(labels: Iterable[str], document: Document) -> dict[str, str | None]:
    """For each label the fullest form of its name that the document gives; None where it names nobody or only a surname.

    "ASSISTANT SECRETARY HALL" is "Anna B. Hall" where the text or the front matter writes that somewhere."""
    tokens = {label: name_tokens(label) for label in labels}
    surnames = list(dict.fromkeys(words[-1] for words in tokens.values() if words and len(words[-1]) > 1))[
        :_MOST_SURNAMES
    ]
    texts = (*document.metadata.values(), document.text[document.body :])
    forms = Counter(form for text in texts for form in _forms(surnames, text))
    by_surname: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        by_surname.setdefault(form[-1].casefold(), []).append(form)
    initials = {label for label in tokens if _INITIALS.fullmatch(label)}
    head = "\n".join((*document.metadata.values(), document.text[document.body : document.body + _HEAD]))
    named = _by_initials(head) if initials or any(map(_LETTERS.fullmatch, tokens)) else {}
    return {
        label: _with_initials(label, named)
        if label in initials
        else (_LETTERS.fullmatch(label) and _with_initials(label, named))
        or _fullest(label, words, by_surname, forms)
        or (None if words else _presented(label, head))
        for label, words in tokens.items()
    }


_MOST_SURNAMES = 60  # more than any real transcript has; a text of labels alone stays linear
_HEAD = 4_000  # characters in which who holds an office is presented
_PERSON = r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,24}(?: [A-ZÀ-ÖØ-Þ][\w’'.-]{0,24}){0,2} [A-ZÀ-ÖØ-Þ][\w’'-]{1,24}"
_NOBODY = re.compile(r"(?i)(?:the )?(?:(?:vice )?president|moderator|operator|interpreter|aide|.*official.*|.*\d.*)")


_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.[ -]?){1,4}|[A-ZÀ-ÖØ-Þ]{2}")
_LETTERS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,4}")
_NAMED = re.compile(_PERSON)


def _by_initials(head: str) -> dict[str, set[str]]:
    """The persons named in a document's beginning, by their initials."""
    found: dict[str, set[str]] = {}
    for name in _NAMED.findall(head):
        found.setdefault("".join(word[0] for word in re.split("[ -]", name) if word), set()).add(name)
    return found


def _with_initials(label: str, named: Mapping[str, set[str]]) -> str | None:
    """The one person whose initials a label gives ("A.H.")."""
    found = named.get("".join(letter for letter in label if letter.isalpha()), set())
    return next(iter(found)) if len(found) == 1 else None


def _presented(label: str, head: str) -> str | None:
    """Who holds the office that a label names ("Spokesman"), where a document's beginning presents one person with it:
    "by Paul Hall, Spokesman for", "Foreign Secretary Ann Hall"."""
    office = re.sub(r"(?i)^(?:the|le|la|el|der|die) ", "", " ".join(label.split()))
    if len(office) < 6 or len(office) > 60 or _NOBODY.fullmatch(office):
        return None
    if office.casefold() not in head.casefold():
        return None
    words = re.escape(office)
    pattern = re.compile(
        rf"(?<![\w-])(?i:{words})(?: (?:for|of|on) [^,.;:\n]{{1,60}},)?,? (?P<after>{_PERSON})"
        rf"|(?P<before>{_PERSON}), (?:the |a |le |la )?(?i:{words})(?![\w-])"
    )
    found = {match["after"] or match["before"] for match in pattern.finditer(head)}
    named = {name for name in found if not any(word.casefold() in TITLES for word in name.split())}
    return named.pop() if len(named) == 1 else None


def _fullest(
    label: str, words: list[str], by_surname: Mapping[str, list[tuple[str, ...]]], forms: Mapping[tuple[str, ...], int]
) -> str | None:
    """The longest form of a name, the commonest of these; the label's own words where they are more than a surname."""
    if not words:
        return None
    if words[-1].casefold() in _OFFICES:
        return None
    if re.search(r"[\u3400-\u9fff]", label):
        if match := _HAN_NAMED.fullmatch(label):
            return match["name"]
        return label if 2 <= len(label) <= 4 and not _HAN_OFFICE.search(label) else None
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
    return [word for word in words if not (word.isdigit() or TITLES.issuperset(word.casefold().split("-")))]


def _forms(surnames: Iterable[str], text: str) -> Iterator[tuple[str, ...]]:
    """Given names and surname wherever one of the surnames follows one to three given names in running text."""
    for surname in surnames:
        for printed in dict.fromkeys((surname, _titled(surname), surname.upper(), _mac(surname))):
            at = text.find(printed)
            while at >= 0:
                end = at + len(printed)
                whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or text[at - 1 : at] == "-")
                whole = whole and not text.startswith(_TITLED, at - 4)
                if whole and (given := _given_before(text[max(0, at - 90) : at])):
                    yield (*given, _titled(printed) if printed.isupper() else printed)
                at = text.find(printed, end)


_TITLED = ("MR. ", "MS. ", "DR. ", "Mr. ", "Ms. ", "Dr. ")


def _given_before(words: str) -> tuple[str, ...]:
    """The one to three given names that a text ends with, before a surname."""
    given: list[str] = []
    end = len(words)
    for match in reversed(list(_TOKEN.finditer(words))[-4:]):
        if (
            end - match.end() > 3
            or not (between := words[match.end() : end]).isspace()
            or "\n\n" in between
            or not _is_given(match.group())
        ):
            break
        given.insert(0, match.group())
        end = match.start()
    return tuple(given[-3:])


_TOKEN = re.compile(r"\S+")


def _mac(word: str) -> str:
    """MCCABE as it is written: McCabe."""
    return "Mc" + word[2:].title() if word[:2].casefold() == "mc" else word


def _is_given(word: str) -> bool:
    """Whether a word may be a given name or an initial: no title, no word at a sentence's start, not in capitals."""
    plain = word.strip(".").casefold()
    in_capitals = word.isupper() and len(word) > 1 and "." not in word
    ends_sentence = word.endswith(".") and "." not in word[:-1] and len(word) > 3
    return bool(_GIVEN_WORD.fullmatch(word)) and plain not in _NO_GIVEN and not in_capitals and not ends_sentence


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
    unknown = {
        label: name_tokens(label) for label in {one for one, _ in heard} if not (names.get(label) or asks(label))
    }
    unknown = {label: tokens for label, tokens in unknown.items() if len(tokens) == 1}
    for (label, _), (_, reply) in pairwise(heard):
        if (tokens := unknown.get(label)) is None:
            continue
        match = _THANKS.match(reply[:80].lstrip())
        if match and match["given"].strip(".").casefold() not in _NO_GIVEN:
            given = match["given"] if match["given"].count(".") > 1 else match["given"].strip(".")
            joined.setdefault(label, f"{given} {_titled(tokens[0])}")
    return joined
