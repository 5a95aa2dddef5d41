"""Agencies and other bodies named in running text: ministries, departments, courts, councils, services.

A body is known by its head word ("Ministry of ...", "... Department"), by data/agencies.tsv, or by standing in a list
after one ("ministries of Justice, Public Security"; "Department of Justice, Labor, Commerce").
"""

import re
from dataclasses import dataclass
from functools import cache

from twotrack.reading.findings import Span
from twotrack.reading.parties import party_of
from twotrack.reading.word_lists import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body named at text[start:end], with its party where the name itself says which."""

    name: str
    start: int
    end: int
    party: str | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,24}"
_HEADS = (
    "Ministry|Department|Bureau|Commission|Council|Office|Administration|Agency|Service|Authority|Directorate-General|Directorate"
    "|Secretariat|Committee|Court|Tribunal|Congress|Parliament"
    "|Senate|Academy|Institute|Endowment|Foundation|Federation|Procuratorate|Ombudsman|Embassy|Center|Centre"
    "|Assembly|Association|Board|Police|Platform|Inspectorate|Secretariat-General"
)
_MORE = rf"(?:\s(?!(?:{_HEADS})\b){_CAP})"
_OF = (
    rf"(?:\sof|\sfor|\son)(?:\sthe)?\s(?:(?:United\sNations\s)?{_CAP}{_MORE}{{0,3}})(?:(?:,\s{_CAP}"
    rf"(?:\s{_CAP}){{0,2}}){{1,3}},?\sand\s{_CAP}(?:\s{_CAP}){{0,2}}|\sand\s{_CAP}(?:\s{_CAP}){{0,2}})?"
)
# matches "Ministry of Foreign Affairs", "Bureau of Democracy, Human Rights, and Labor", "Office of the United Nations
# High Commissioner for Human Rights", "Commission for the Prevention of Torture"; not "the ministry"
HEAD_FIRST = re.compile(
    rf"\b(?:{_CAP}\s){{0,2}}?(?:{_HEADS}){_OF}(?:\s(?:{_HEADS}){_OF}|\sfor\s{_CAP}(?:\s{_CAP}){{0,2}}"
    rf"|(?:(?<=Prevention)|(?<=Protection)|(?<=Promotion)|(?<=Elimination))\sof\s{_CAP}(?:\s{_CAP}){{0,2}})?"
)
# matches "State Department", "Supreme Court", "National Security Council", "U.S. Trade Representative’s Office"; not
# "the Court", "the talks"
HEAD_LAST = re.compile(rf"\b(?:U\.S\.\s)?(?:{_CAP}\s(?:and\s)?){{1,5}}?(?:{_HEADS})\b(?!\s(?:of|for)\s[A-Z])")
# matches "Tarn Women’s Union", "Trade Union"; not "Hanseatic Union"
_UNION = re.compile(rf"\b(?:{_CAP}\s){{0,3}}?(?:{_CAP}[’']s|{_CAP}s[’']|Trade|Youth)\sUnion\b")
# matches "ministries of Justice, Public Security and Labour"; not "ministries of the kind"
PLURAL = re.compile(
    rf"\b(?P<head>[Mm]inistries|[Dd]epartments|[Bb]ureaus|[Oo]ffices"
    rf"|[Mm]inisters) of(?: the)? (?P<items>{_CAP}(?:(?:,? and |, |\s){_CAP}){{0,14}})"
)
_FURTHER = re.compile(
    rf"\s?,\s(?:and\s)?(?P<item>{_CAP}(?:\s(?:and\s)?{_CAP}){{0,3}}|[A-Z]{{2,6}}\b)(?=,|\.|;|\sand\s|\s–|\s—|$)"
    rf"|,?\sand\s(?P<last>{_CAP}(?:\s{_CAP}){{0,3}})(?=[.,;]|\s[a-z–—])"
)
# bodies named without a capital. matches "members of the judiciary"; not "independence of the judiciary"
_LOWER = re.compile(
    r"\b(?:members|representatives|officials) (?:of|from) (?:the |our |their )?(?P<body>judiciary|legislature"
    r"|parliament|procuratorate|police|courts)\b"
)
# German and French bodies. matches "Bundesministeriums der Justiz", "Auswärtigen Amts", "ministère de la Justice",
# "ministère des affaires étrangères", "Agence française de développement"; not "der Minister", "le ministère"
EUROPEAN = re.compile(
    r"\b(?:(?P<de>(?:Bundes)?[Mm]inisteri(?:um|ums|en)\s(?:der|des|für)\s[A-ZÄÖÜ]\w+(?:(?:,|\sund|\sfür)\s[A-ZÄÖÜ]\w+){0,3}"
    r"|(?:Justiz|Innen|Außen|Arbeits|Sozial)minister(?:ium|iums)|Auswärtige[ns]?\sAmt(?:e?s)?|Bundeskanzleramt(?:e?s)?|Europäische[nr]?\sKommission)"
    r"|(?P<fr_other>(?:Agence|Commission|Institut)\s(?:française?|nationale?|suisse|belge|fédérale?)\s(?:consultati(?:f|ve)\s)?"
    r"(?:de\sla\s|de\sl[’']|des\s|du\s|de\s|pour\sla\s|pour\sles\s|d[’'])\w{4,20}(?:\sde\sl[’'][Hh]omme)?"
    r"|Cour\s(?:suprême|constitutionnelle|de\scassation)|[Dd]éfenseur\sdes\sdroits)"
    r"|(?P<fr_lower>[Mm]inistère\s(?:de\sla\s|de\sl[’']|des\s|du\s)(?:justice|intérieur|santé|travail|défense|éducation"
    r"|sécurité\spublique|affaires\s(?:étrangères|sociales|intérieures)|relations\sextérieures)\b)"
    r"|(?P<fr>[Mm]inistère\s(?:de\sla\s|de\sl[’']|des\s|du\s|de\s)[A-ZÉÈ]\w+(?:\sétrangères)?(?:\s(?:et\s)?(?:de\sla\s|des\s|de\sl[’'])?[A-ZÉÈ]\w+(?:\sétrangères)?){0,3}))"
)
_SINGULAR = {
    "ministries": "Ministry",
    "departments": "Department",
    "bureaus": "Bureau",
    "offices": "Office",
    "ministers": "Ministry",
}
_BEYOND_ENGLISH = re.compile(r"inisteri|inistère|Amt|Kommission|Agence\s|Cour\s|Institut\s|Commission\s[a-z]|éfenseur")
_NOT_BODIES = re.compile(r"(?i)\b(?:human rights council|security council resolution|general assembly)\b")


@cache
def _fixed() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    table = {row[0]: (row[1], row[2]) for row in rows("agencies.tsv")}
    latin = sorted((name for name in table if name[0] < "\u3400"), key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in latin)
    han = "|".join(sorted((name for name in table if name[0] >= "\u3400"), key=len, reverse=True))
    either = rf"(?<![\w.])(?:the\s)?(?P<name>{either})(?:’s\sOffice|\sOffice)?(?![A-Za-z])"
    return re.compile(rf"{either}|(?P<han>{han})"), table


def find_agencies(text: str, start: int, end: int) -> list[Agency]:
    """The bodies named in text[start:end], in order, none inside another."""
    found: list[Agency] = [*_plural(text, start, end)]
    for pattern in (HEAD_FIRST, HEAD_LAST):
        for match in pattern.finditer(text, start, end):
            found.append(_agency(text, match.start(), match.end()))
    if text.find("Union", start, end) >= 0:
        found += [_agency(text, match.start(), match.end()) for match in _UNION.finditer(text, start, end)]
    fixed, table = _fixed()
    for match in fixed.finditer(text, start, end):
        printed = " ".join((match["name"] or match["han"]).split())
        party, full = table[printed]
        name = printed if printed.isupper() else full
        found.append(
            Agency(
                name=name, start=match.start("name" if match["name"] else "han"), end=match.end(), party=party or None
            )
        )
    for match in EUROPEAN.finditer(text, start, end) if _BEYOND_ENGLISH.search(text, start, end) else ():
        name = re.sub(r"(?<=ministerium)s\b|(?<=Amt)e?s\b", "", " ".join(match.group().split())).replace(
            "Auswärtigen", "Auswärtiges"
        )
        found.append(
            Agency(
                name=name,
                start=match.start(),
                end=match.end(),
                party="Germany"
                if re.match("Bundes|Auswärt", name)
                else "France"
                if re.match(r"\w+ française?\b", name)
                else _fixed()[1].get(name, ("", ""))[0] or None,
            )
        )
    for match in _LOWER.finditer(text, start, end):
        found.append(Agency(name=match["body"], start=match.start(), end=match.end(), party=None))
    return _with_lists(text, _apart(found), end)


def full_name(name: str) -> str:
    """The full name of a body known by its letters ("IRS"), in lower case; other names as they are."""
    return _fixed()[1].get(name, ("", name))[1].casefold()


def _agency(text: str, start: int, end: int) -> Agency:
    words = " ".join(text[start:end].split())
    for lead in ("The ", "In ", "At ", "Our ", "And "):
        if words.startswith(lead):
            start, words = start + len(lead), words[len(lead) :]
    party, full = _fixed()[1].get(words, (party_of(words) or "", words))
    if department := re.fullmatch(r"([A-Z]\w+(?: [A-Z]\w+)?) Department", full):
        full = f"Department of {department[1]}"
    return Agency(name=full, start=start, end=end, party=party or None)


def _plural(text: str, start: int, end: int) -> list[Agency]:
    """ "ministries of Justice, Public Security, State Administration, Religious Affairs" as one body each; an item
    with a
    head word of its own keeps it, a bare "State Administration" takes what follows."""
    found = []
    for match in PLURAL.finditer(text, start, end):
        head = _SINGULAR[match["head"].casefold()]
        items = [
            (m.start(), m.end())
            for m in re.finditer(rf"{_CAP}(?:\s{_CAP})*", text[match.start("items") : match.end("items")])
        ]
        offset, at = match.start("items"), 0
        while at < len(items):
            left, right = offset + items[at][0], offset + items[at][1]
            item = " ".join(text[left:right].split())
            if re.search(rf"(?:{_HEADS})\Z", item):
                if item == "State Administration" and at + 1 < len(items):
                    at += 1
                    right = offset + items[at][1]
                    item += ", " + " ".join(text[offset + items[at][0] : right].split())
                found.append(Agency(name=item, start=left, end=right, party=None))
            else:
                found.append(
                    Agency(name=f"{head} of {item}", start=match.start() if at == 0 else left, end=right, party=None)
                )
            at += 1
    return found


def _with_lists(text: str, found: list[Agency], end: int) -> list[Agency]:
    """Items of a list that follows "Department of ..." are departments too, where they are no bodies of their own."""
    out: list[Agency] = []
    for agency in found:
        if out and out[-1].end > agency.start:
            continue
        out.append(agency)
        head = next((one for one in ("Department", "Ministry") if agency.name.startswith(f"{one} of ")), None)
        at = agency.end
        while head and (match := _FURTHER.match(text, at, end)):
            group = "item" if match["item"] else "last"
            item = " ".join(match[group].split())
            at = match.end()
            known = next((one for one in found if one.start <= match.start(group) < one.end), None)
            if known or re.search(rf"(?:{_HEADS})\b", item) or item.isupper():
                if known is None and item.isupper():
                    out.append(Agency(name=item, start=match.start(group), end=match.end(group), party=agency.party))
                continue
            if item in _PORTFOLIOS:
                out.append(
                    Agency(name=f"{head} of {item}", start=match.start(group), end=match.end(group), party=agency.party)
                )
    listed = {one.span for one in out}
    out += [
        one for one in found if one.span not in listed and not any(o.start < one.end and one.start < o.end for o in out)
    ]
    return sorted(out, key=lambda one: one.start)


_PORTFOLIOS_TEXT = """
Labor, Labour, Commerce, Justice, Education, Health, Energy, Interior, Treasury, Agriculture, Transportation, Defense,
Defence, State, Culture, Trade, Finance, Housing, Environment, Science, Home, Religion, Industry, Planning, Homeland
Security, Public Security, State Security, Foreign Affairs, Civil Affairs, Religious Affairs, Human Resources, Home
Affairs, Veterans Affairs
"""
_PORTFOLIOS = frozenset(" ".join(_PORTFOLIOS_TEXT.split()).split(", "))


def _apart(found: list[Agency]) -> list[Agency]:
    """Without bodies inside others, longer ones first; the Human Rights Council and its like are no agencies of a
    side."""
    kept: list[Agency] = []
    for one in sorted(found, key=lambda one: (-(one.end - one.start), one.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept) and not _NOT_BODIES.search(
            one.name
        ):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
