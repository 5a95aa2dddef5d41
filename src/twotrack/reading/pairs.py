"""Parties of no list, as a title or the first lines of a document name them: two that met, or the body that publishes.

Old, small, disputed and invented States stand in no table; so do unions that are called otherwise than in data/parties.tsv.
"""

import re
from collections import Counter

from twotrack.reading.han import simplified
from twotrack.reading.parties import party_of
from twotrack.reading.words_of_names import Kind, kind_of

_STATE = r"(?:(?:Republic|Kingdom|State|Federation|Commonwealth|Principality)\sof\s)?"
_ONE = (
    r"(?:(?:the|The)\s)?(?P<{0}>(?:EU|UK|UN|US|U\.S\.|AU)(?!\w)|(?:[A-ZÀ-Þ][\w’-]{{2,20}}\s(?:Union|Federation|Confederation|Community"
    r"|Republic)|[A-ZÀ-Þ][\w’-]{{2,20}}))"
)
_A, _B = _ONE.format("a"), _ONE.format("b")
_TALKS = (
    r"(?:[Dd]ialogue|[Tt]alks|[Cc]onsultations?|[Rr]ound|[Mm]eeting|[Ss]ummit|[Ff]orum|[Nn]egotiations" r"|[Cc]ouncil)"
)
_HOLD = r"(?:hold|held|holds|conclude|concluded|agree|agreed|sign|signed|meet|met|launch|resume|convened?)"
# who met, in the order of the words. matches "Aldmark and Verania hold the", "Aldmark–Verania Human Rights Dialogue",
# "Hanseatic Union – Republic of Tarn: press remarks", "EU-Tarn: 7th", "Government of the Republic of Aldmark and the
# Government of the Kingdom of Verania"; not "Peace and Justice for all"
_PAIRS = (
    re.compile(rf"\b{_STATE}{_A}\sand\s(?:the\s)?{_STATE}{_B}\s{_HOLD}\b"),
    re.compile(rf"\bGovernment\sof\s(?:the\s)?{_STATE}{_A}\sand\sthe\sGovernment\sof\s(?:the\s)?{_STATE}{_B}\b"),
    re.compile(rf"\b{_STATE}{_A}\s?[-–—]\s?{_STATE}{_B}(?:\s(?:[A-Z][\w’-]+|and|on)){{0,4}}\s{_TALKS}"),
    re.compile(
        rf"(?m)^\W{{0,4}}{_A}\s[-–—]\s{_STATE}{_B}\s?:|^(?P<eu>EU|UN|UK|US|AU)\s?[-–—]\s?{_B.replace('<b>', '<of>')}"
        rf"\s?:"
    ),
    re.compile(rf"\bbetween\s(?:the\s)?{_STATE}{_A}\sand\s(?:the\s)?{_STATE}{_B}\b"),
    re.compile(
        r"(?i:\b(?:la|le|l[’']))\s?(?P<a>[A-ZÀ-Þ][\wà-ÿ]{3,20})\set\s(?:la\s|le\s|l[’'])(?P<b>[A-ZÀ-Þ][\wà-ÿ]{3,20}"
        r")\s(?:ont|se|tiennent|tiendront|sont)\b"
    ),
    re.compile(r"\bzwischen\s(?P<a>[A-ZÄÖÜ][\wà-ÿ]{3,20})\sund\s(?P<b>[A-ZÄÖÜ][\wà-ÿ]{3,20})\b"),
    re.compile(
        r"\bentre\s(?:la\s|l[’']|el\s)?(?P<a>[A-ZÀ-Þ][\wà-ÿ]{3,20})\s(?:et|y)\s(?:la\s|l[’']|le\s|el\s)?(?P<b>[A-ZÀ-Þ]"
        r"[\wà-ÿ]{3,20})\b"
    ),
)
# in simplified characters. matches "第六届台湾与维洛尼亚人权谘商", "第七轮临洲—莱茵兰人权对话"; not "人权与法治对话"
_HAN_PAIR = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}[轮次届]|\b)(?P<a>(?!人权|法)[\u4e00-\u9fff]{2,6}?)[与和—–-](?P<b>[\u4e00-\u9fff]{2,8}?)"
    r"(?:第[一二三四五六七八九十\d]{1,3}[轮次届])?(?:人权|战略|政治|外交|举行)"
)
# the publisher, in the first lines. matches "Ministry of Foreign Affairs of Aldmark", "Office of Aldmark and The Rt Hon",
# "Auswärtige Amt von Nordau", "Bundesregierung von Auenmark", "Affaires extérieures de la République de Valmorey", "Foreign
# Minister Abel of Tarn" is none
_PUBLISHER = re.compile(
    r"\b(?:[Mm]inistry|Department|Government|Office|Embassy|Mission)\b[^\n.;]{0,60}?\bof\s(?:the\s)?(?:"
    r"(?:Republic|Kingdom|State|Federation)\sof\s)?(?P<en>[A-ZÀ-Þ][a-zà-ÿ]{3,20})(?=[ \t]*(?:$|\n|\||,"
    r"|and\sThe\s))"
    r"|\b(?:Amt(?:e?s)?|[Mm]inisteriums?|Bundesregierung|Regierung|Aussendepartement)\s(?:von|der\sRepublik)\s"
    r"(?P<de>[A-ZÄÖÜ][a-zà-ÿ]{3,20})\b"
    r"|\b[Mm]inistère\b[^\n.;]{0,40}?\bde\sla\s(?:République|Principauté)\s(?:de\s|du\s|d[’'])(?P<fr>[A-ZÀ-Þ][a-zà-ÿ]"
    r"{3,20})\b"
    r"|^[^\n]{0,60}?\b(?:Remarks|Statement|Interview|Address|Press\sGaggle)\s(?:by|of|with)\s(?:the\s)?"
    r"(?:[A-Z][\w’-]+\s){1,5}of\s(?P<of>[A-ZÀ-Þ][a-zà-ÿ]{3,20})\b"
    r"|,\s(?:Ambassador|Minister|Secretary|Commissioner|Envoy)\b[^\n.;]{0,50}?\bof\sthe\s(?:Commonwealth"
    r"|Republic|Kingdom)\sof\s(?P<as>[A-ZÀ-Þ][a-zà-ÿ]{3,20})\b"
)
# matches "Spokesperson for the Secretary-General", "Spokesman for the Secretary-General of the Concord of Nations"
_SECRETARY_GENERAL = re.compile(
    r"\bSpokes(?:man|woman|person)\s(?:for|of)\sthe\sSecretary-General(?:\sof\sthe\s(?P<of>[A-Z][a-z]+"
    r"(?: of)?(?: [A-Z][a-z]+){0,2}))?"
)
_HAN_PUBLISHER = re.compile(r"^\W{0,3}(?P<han>[\u4e00-\u9fff]{2,5}?)国?外交部")
_JOINT = re.compile(
    r"(?i)\bjoint\s(?:statement|communiqué|declaration|press)|communiqué\sconjoint|gemeinsame\serklärung"
    r"|联合声明|聯合聲明"
)
_HAN = re.compile("[\u3400-\u9fff]")
_FIRST_LINES = 700
_NOT_HAN_PARTIES = ("美方", "双方", "外交", "发言人", "答记者", "关于", "本次", "此次")


def pair_of(title: str, head: str) -> tuple[str, ...]:
    """The two parties of no list that a title, else the first lines, say met, in the order of the words; () without."""
    for words in (title, head):
        for pattern in _PAIRS:
            for match in pattern.finditer(words):
                groups = match.groupdict()
                first, second = groups.get("eu") or match["a"], groups.get("of") or match["b"]
                found = (_named(first), _named(second))
                if all(found) and found[0] != found[1]:
                    return tuple(one for one in found if one)
        plain = simplified(words) if _HAN.search(words) else ""
        if han := _HAN_PAIR.search(plain):
            a, b = words[han.start("a") : han.end("a")], words[han.start("b") : han.end("b")]
            if not any(one in plain[han.start("a") : han.end("b")] for one in _NOT_HAN_PARTIES):
                return (party_of(simplified(a)) or a, party_of(simplified(b)) or b)
    return ()


def publisher_of(title: str, head: str) -> str | None:
    """The party of the body that publishes, where the first lines name it."""
    words = f"{title}\n{head[:_FIRST_LINES]}"
    if match := _SECRETARY_GENERAL.search(words):
        return " ".join((match["of"] or "United Nations").split())
    for match in _PUBLISHER.finditer(words):
        name = next(one for one in match.groups() if one)
        if (found := _named(name)) is not None:
            return found
    if _HAN.search(title) and (match := _HAN_PUBLISHER.search(simplified(title))):
        name = title[match.start("han") : match.end("han")]
        return party_of(simplified(name)) or (name if len(name) > 1 else None)
    return None


# a State before its offices, in simplified characters. matches "瑞丹国外交大臣", "访问瑞丹", "瑞丹国副首相"; not "外国"
_HAN_STATE = re.compile(
    r"(?:应|访问|会见了?|同|与|和|由)?(?P<a>[\u4e00-\u9fff]{2,5}?)国(?=外交|副?首相|国王|总统|总理|国务|议会|驻)|访问(?P<b>[\u4e00-\u9fff]{2"
    r",4})(?=[，。])"
)
_NOT_STATES = re.compile(r"[我本该各两外中他法美英德俄韩泰]\Z|新|的|时间|期间|计划")


def han_states(text: str) -> tuple[str, ...]:
    """The States of no list that a text in Chinese names before their offices, the most frequent first."""
    if not _HAN.search(text):
        return ()
    plain = simplified(text)
    counts = Counter(
        name
        for match in _HAN_STATE.finditer(plain)
        if not _NOT_STATES.search(name := re.sub(r"^[应同与和由]", "", match["a"] or match["b"])) and not party_of(name)
    )
    first = {name: plain.find(name) for name in counts}
    return tuple(text[first[name] : first[name] + len(name)] for name, n in counts.most_common(3) if len(name) > 1)


def is_joint(title: str, head: str) -> bool:
    """Whether a document is of both sides, so that its first party is not its own."""
    return _JOINT.search(f"{title}\n{head[:_FIRST_LINES]}") is not None


def _named(word: str) -> str | None:
    """The party that a word names: a listed one by its short name, else the word where it can be a name."""
    if (listed := party_of(word)) is not None:
        return listed
    last = word.split()[-1]
    if len(word.split()) > 1:
        return word if kind_of(word.split()[0]) in {Kind.NAME, Kind.PLACE, Kind.EITHER} else None
    return word if kind_of(last) in {Kind.NAME, Kind.PLACE} else None
