"""Whether words name an outlet by themselves: a known one, an acronym, or a name with a word of the trade in it."""

import re
from functools import cache, lru_cache

from twotrack.reading.word_lists import rows

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}")
# words that outlets are named with
_TRADE_TEXT = """
news newswire daily times post press tv radio agency journal tribune herald television network broadcasting
broadcaster broadcast media wire online weekly gazette review observer chronicle telegraph guardian standard standards
independent mail star sun mirror globe today report reporter correspondent bulletin service channel magazine paper
dispatch courier echo monitor ledger inquirer examiner newspaper newspapers meridian sentinel argus beacon advocate
record quarterly monthly digest cable
reuters bloomberg kyodo xinhua anadolu tass interfax jiji yonhap jazeera politico axios welle
zeitung agentur tageblatt tagblatt rundfunk fernsehen nachrichten blatt anzeiger allgemeine rundschau spiegel abendblatt
morgenpost tagesspiegel tageszeitung pressedienst zdf ard dpa woche wochenzeitung kurier bote
monde agence presse figaro journal courrier libération quotidien dépêche dépêches matin écho tribune gazette
télévision radiodiffusion chaîne hebdo
diario diário periódico periodico noticias notícias agencia agência prensa televisión voz mundo país faro correo
heraldo radiotelevisión radiodifusión rádio jornal correio folha globo efe lusa
ansa gazzetta corriere giornale giornalino repubblica stampa messaggero mattino notizie
gazetesi gazete ajansı ajans haber televizyonu televizyon radyosu postası telewizja gazeta dziennik
агентство газета радио телеканал телерадиокомпания новости вестник известия ведомости журнал
"""
_TRADE = frozenset(_TRADE_TEXT.split())
# matches "Abendzeitung", "Landeskureren", "Fjordposten", "Bergbladet"
_TRADE_ENDING = re.compile(
    r"(?i)\w{3,20}(?:zeitung|blatt|blad|bladet|rundschau|anzeiger|nachrichten|agentur|kurier|kuriren|kureren|posten|tidningen"
    r"|tidende|avisen|funk|wire|newswire|news|press|presse|radio|televisión|gazette)"
)
# a Chinese, Japanese or Korean name of an outlet ends so. matches "法新社", "联合早报", "海峡电视台", "読売新聞", "한강일보"
HAN_ENDING = (
    "通[讯訊]社|新[闻聞]社|新華社|[^司会會公旅]社|日[报報]|[时時][报報]|晚[报報]|早[报報]|[报報]|周刊|週刊|月刊|[杂雜][志誌]|[电電][视視]台|[电電][视視]"
    "|[卫衛][视視]|中[视視]|[华華][视視]|央[视視]|民[视視]|公[视視]|[广廣]播|[电電]台|[总總]台|[广廣]播[电電][视視][总總]台|新[闻聞][网網]|[网網]"
    "|新聞|通信|放送|テレビ|新報|[传傳]媒|일보|신문|뉴스|방송|통신"
)
_HAN_OUTLET = re.compile(rf"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3·]{{0,14}}(?:{HAN_ENDING})")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ARTICLES = frozenset({"Le", "La", "Les", "Die", "Der", "Das", "Il", "The", "El", "L"})
_WORD = re.compile(r"[^\W_]+")


@cache
def known_outlets() -> frozenset[str]:
    """The outlets of data/outlets.tsv, by each of their names."""
    return frozenset(name for row in rows("outlets.tsv") for name in row[0].split(";"))


_BODIES_TEXT = """
NATO EU UN US UK WHO IMF OSCE ASEAN NSC DOE DOJ DOD FBI CIA IRS FDA CDC EPA DHS ISIS ISIS-K AUKUS OPEC FEMA USAID NASA BRICS
COVID MAGA GDP TPS COP
"""


@cache
def _bodies() -> frozenset[str]:
    """Acronyms that are no outlet: agencies, and bodies and words that are often spoken of."""
    return frozenset(_BODIES_TEXT.split()) | {row[0] for row in rows("agencies.tsv")}


def _acronym(part: str, known: frozenset[str]) -> bool:
    """Whether a word is an outlet's acronym; one of two letters is more often a person's ("MJ"), unless it is known."""
    return _ACRONYM.fullmatch(part) is not None and part not in _bodies() and (len(part) > 2 or part in known)


@lru_cache(maxsize=4096)
def is_outlet(words: str) -> bool:
    """Whether words name an outlet by themselves."""
    plain, known = words.strip(" .,"), known_outlets()
    if plain in known or plain.removeprefix("the ").removeprefix("The ") in known:
        return True
    if _EASTERN.search(plain):
        return _HAN_OUTLET.fullmatch(plain.strip("《》「」【】")) is not None
    parts = _WORD.findall(words)
    if plain in _bodies():
        return False
    if len(parts) > 1 and parts[0] in _ARTICLES and parts[-1] not in _OFFICES:
        return True
    return any(_acronym(part, known) or part.casefold() in _TRADE or _TRADE_ENDING.fullmatch(part) for part in parts)


_OFFICES_TEXT = (
    "Ministre Présidente Secrétaire Ministra Presidenta Ministerin Präsidentin Kanzlerin Minister President Secretary"
)
_OFFICES = frozenset(_OFFICES_TEXT.split())
