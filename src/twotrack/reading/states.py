"""States of no list, as a document speaks of them: "the Government of Aldmark", "the authorities of Aldmark".

Old, small, disputed and invented States stand in no table; a word counts as one where it is no known word and stands in
the place of a State's name, and never goes before a party of data/parties.tsv that stands there as often.
"""

import re
from collections import Counter

from twotrack.reading.parties import party_of
from twotrack.reading.words_of_names import Kind, kind_of

_BODIES = (
    r"(?:[Gg]overnments?|[Aa]uthorities|[Ee]mbassy|[Aa]mbassadors?|[Dd]elegations?|[Ss]ide|[Cc]itizens?"
    r"|[Nn]ationals?|[Pp]eople"
    r"|[Mm]ission|[Cc]ourts|[Oo]fficials|[Pp]arliament|[Pp]olice|[Pp]resident|[Mm]inister|[Ff]oreign\s[Mm]inist"
    r"er|[Pp]rime\s[Mm]inister"
    r"|[Mm]inister\s(?:of|for)\s(?:[A-Z]\w+\s){1,2}?|[Mm]inistry\sof\s(?:[A-Z]\w+\s){1,2}?|Department\sof\sStat"
    r"e|[Ll]aws)"
)
# matches "the Government of Aldmark", "Republic of Aldmark", "visit to Aldmark", "Aldmark’s authorities", "relations with
# Aldmark", "Aldmark authorities"; not "the side of the house", "visit to Paris" (a known place)
STATE = re.compile(
    rf"\b(?:{_BODIES}\s?(?:of|from|in)|(?:Republic|Kingdom|Federation|Commonwealth)\sof|[Vv]isit(?:s|ed)?"
    rf"(?:\sto)?|[Rr]elations\swith"
    rf"|(?:[Dd]ialogue|[Tt]alks|[Cc]onsultations)\swith|[Uu]rged?|[Cc]all(?:s|ed)?\s(?:up)?on)\s(?:the\s)?"
    rf"(?:(?:Republic|Kingdom|Federation)\sof\s)?(?P<of>[A-Z][a-zà-ÿ]{{3,20}})\b(?!\s[A-Z])"
    rf"|\b(?P<own>[A-Z][a-zà-ÿ]{{3,20}})(?:[’']s?)?\s(?:authorities|government|foreign\sminist(?:er|ry)"
    rf"|citizens?|nationals?)"
    r"|\b(?P<city>[A-Z][a-zà-ÿ]{3,20})\sCity\b"
    r"|\b(?:President|Premier|Minister|Chancellor|King|Secretary|Ambassador|Justice|Officer|Envoy)\s(?:[A-Z][\w’-]+"
    r",?\s){1,4}of\s(?:the\s)?(?P<person>[A-Z][a-zà-ÿ]{3,20})\b"
    r"|\b(?P<whose>[A-Z][a-zà-ÿ]{3,20})[’']s?\s(?:Ambassador|Minister|Foreign|Vice|Deputy|Prime|President|Ministry)\b"
    r"|\b(?:homologue|Botschafter\w{0,2})\s(?:du|de\sla|de\sl[’']|in)\s?(?P<homologue>[A-ZÀ-Þ][a-zà-ÿ]{3,20})"
    r"|\b(?:[Aa]mbassador|[Ee]nvoy)\sto\s(?P<to>[A-Z][a-zà-ÿ]{3,20})\b|\b(?P<side>[A-Z][a-zà-ÿ]{3,20})\s"
    r"(?:delegation|side|judges|officials|embassy)\b"
)
# the State of the body that publishes, at the end of a heading's line. matches "Ministry of Foreign Affairs of Aldmark"
PUBLISHER = re.compile(
    r"(?m)\b(?:Ministry|Department|Government|Office|Embassy|Mission)\b[^\n]{0,80}?\bof\s(?:the\s)?"
    r"(?:(?:Republic|Kingdom|State|Federation)\sof\s)?(?P<of>[A-Z][a-zà-ÿ]{3,20})[ \t]*$"
)
_LEAST = 2  # times that a State of no list must stand in such a place


def states_of_no_list(text: str) -> tuple[str, ...]:
    """The States of no list that a text speaks of, the most frequent first; none where listed ones are spoken of more."""
    counts: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    for match in STATE.finditer(text):
        word = next(one for one in match.groups() if one)
        if party_of(word):
            listed[party_of(word) or ""] += 1
        elif kind_of(word) is Kind.NAME:
            counts[word] += 1
    plain = {
        word: sum(n for other, n in counts.items() if other.startswith(word))
        for word in counts
        if _shortest(word, counts)
    }
    most = max(listed.values(), default=0)
    found = [word for word, n in sorted(plain.items(), key=lambda one: -one[1]) if n >= max(_LEAST, most)]
    return tuple(found[:4])


def _shortest(word: str, counts: Counter[str]) -> bool:
    """Whether no shorter word begins the same: "Verania" for "Veranian"."""
    return not any(
        other != word and word.startswith(other[: max(4, len(other) - 1)]) and len(other) < len(word)
        for other in counts
    )
