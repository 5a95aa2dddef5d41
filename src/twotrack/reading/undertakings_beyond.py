"""Acts to come in German, French, Spanish and Chinese: the whole clause, since the verb may stand at its end."""

import re
from collections.abc import Iterator

from twotrack.reading.han import simplified
from twotrack.reading.undertakings import Undertaking

_DE_VERBS = (
    r"(?:stattfinden|einladen|reisen|ersuchen|veröffentlichen|einrichten|übergeben|vorlegen|berichten|unterzeic"
    r"hnen|freilassen|fortsetzen|prüfen|besuchen|empfangen|treffen|bereitstellen"
    r"|unterstützen|ansprechen|zusammentreten|abhalten|übermitteln|entsenden|aufnehmen|eröffnen|ausrichten"
    r"|teilnehmen|ratifizieren|beantworten|bringen|finanzieren|schicken|fortführen|wieder\w+)"
)
_DE_ZU = r"(?:\w+zu\w+en|zu\s\w+n)"
# matches "Unser Botschafter wird am Freitag erneut um einen Haftbesuch ersuchen", "soll 2036 in Tarn stattfinden",
# "sagte zu, bis Ende Oktober zu berichten", "hat angekündigt, das Gesetz zu
# prüfen", "Die Ministerin reist im Juni nach Tarn"
_GERMAN = (
    re.compile(
        rf"(?P<subject>(?:\A|(?<=[.;]\s)|(?<=,\s))(?:[\w„“’-]+\s){{1,9}}?)(?P<modal>wird|werden|soll|sollen)\s"
        rf"(?:[^.;:?]|(?<=\d)\.){{0,160}}?\b{_DE_VERBS}\b"
    ),
    re.compile(
        rf"(?P<subject>(?:[\w-]+\s){{1,6}}?)(?P<modal>sagten?\szu|vereinbarten|kündigten?\san|verpflichteten?\ssich"
        rf"|(?:hat|haben)\s(?:angekündigt|zugesagt|vereinbart|versprochen|sich\sverpflichtet)),\s(?:[^.;:?]"
        rf"|(?<=\d)\.){{3,160}}?\b{_DE_ZU}\b(?:,\sdie\s[^.;]{{3,80}})?"
    ),
    re.compile(r"(?P<subject>(?:[\w-]+\s){1,4}?)(?P<modal>reist|fliegt)\s[^.;:?]{0,60}?nach\s[A-ZÄÖÜ]\w+"),
)
_FR_VERBS = (
    r"(?:recevr|remettr|tiendr|soutiendr|transmettr|publier|organiser|poursuivr|continuer|participer|accueiller"
    r"|signer|verser|financer|enverr|fournir|ouvrir|ratifier|soumettr|présenter|examiner"
    r"|invit(?:er)|répondr|consacrer|contribuer|prendr|rendr|libérer|aur|ser)"
)
# matches "La ministre recevra lundi son homologue", "L’Inspection remettra son rapport avant la fin de l’année", "Le prochain
# dialogue aura lieu", "La Soranie s’est engagée à transmettre", "ont convenu de poursuivre"
_FRENCH = (
    re.compile(
        rf"(?P<subject>(?:\A|(?<=[.;:]\s)|(?<=,\s)|(?<=\set\s))(?:[\wà-ÿÀ-Þ’'-]+\s){{1,8}}?)(?:se\s|s[’']|y\s)?"
        rf"(?P<modal>{_FR_VERBS}(?:a|ont|ons|ai))(?=\s)[^.;:?]{{4,160}}"
    ),
    re.compile(
        r"(?P<subject>(?:[\wà-ÿÀ-Þ’'-]+\s){1,7}?)(?P<modal>(?:ont|a|sont|est)\s(?:convenue?s?|décidé|promis"
        r"|annoncé\sson\sintention)\s(?:de|d[’'])|(?:se\s(?:sont|est)|s[’']est)\sengagée?s?\sà)\s?[^.;:?]{4,160}"
    ),
)
# matches "La próxima ronda tendrá lugar en Tarn", "acordaron crear un grupo", "se comprometió a publicar"
_SPANISH = (
    re.compile(
        r"(?P<subject>(?:\A|(?<=[.;:]\s)|(?<=,\s))(?:[\wá-úÁ-Ú-]+\s){1,8}?)(?:se\s)?(?P<modal>(?:tendr|celebrar"
        r"|viajar|visitar|recibir|publicar|enviar|firmar|continuar|presentar|contribuir|aportar|organizar|invitar"
        r"|reabrir|ratificar)(?:á|án|emos))\b[^.;:?]{4,160}"
    ),
    re.compile(
        r"(?P<subject>(?:[\wá-úÁ-Ú-]+\s){1,7}?)(?P<modal>acordaron|acordó|se\scomprometi(?:ó|eron)\sa|prometi"
        r"(?:ó|eron)|anunci(?:ó|aron)\sque)\s[^.;:?]{4,160}"
    ),
)
_PASSED = re.compile(
    r"\b(?:ser(?:a|ont)|aur(?:a|ont))\s(?!(?:lieu|tenue?|transmis|publié|remis|évoqué|organisé|présenté"
    r"|invité|reçu|signé|abordé)\w{0,2}\b)"
)
_ANY_HAN = re.compile("[\u3400-\u9fff]")
_H = "\u3400-\u9fff"
# in simplified characters. matches "法务部将于今年底前公布报告", "双方商定明年举行第五轮磋商", "第七届会议预定明年举行";
# not "必将作出反应", "希望今年访问"
_HAN = re.compile(
    rf"(?P<subject>[{_H}·・—–]{{1,24}}?)(?P<modal>(?<!必)将(?!来)(?:继续)?|亦将|承诺|同意|商定|约定|预定|订于|拟于|会在|会继续|会后补)"
    rf"(?P<act>[^，。；？！]{{3,60}})(?P<more>，[^，。；？！]{{0,20}}(?:订于|将于|预定)[^，。；？！]{{3,40}})?"
)
_BARE_HAN = re.compile(
    rf"(?P<subject>[下第][{_H}\d]{{0,8}}?(?:[届轮次])[{_H}]{{0,8}}?)(?P<modal>)(?P<act>(?:明年|后年|今年|年底|下半年|上半年)[^，。；？！]"
    rf"{{0,14}}举行)"
)
_NO_HAN = re.compile(r"希望|如果|若|是否|要求|呼吁|不会|取消")
_BY_LANGUAGE = {"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}


def find_beyond(words: str, language: str) -> Iterator[Undertaking]:
    """The acts to come of one sentence in another language than English; `end` is that of the clause."""
    for pattern in _BY_LANGUAGE.get(language, ()):
        for match in pattern.finditer(words):
            if language == "fr" and _PASSED.search(match.group()):
                continue
            yield _found(match, words)
    if not _ANY_HAN.search(words):
        return
    plain = simplified(words)
    for pattern in (_HAN, _BARE_HAN):
        for match in pattern.finditer(plain):
            if not _NO_HAN.search(match.group()):
                yield _found(match, words)


def _found(match: re.Match[str], words: str) -> Undertaking:
    start, end = match.span()
    return Undertaking(
        start=start,
        verb_at=match.end("modal"),
        subject=words[match.start("subject") : match.end("subject")].strip(),
        sign=match["modal"],
        verb="",
        end=end,
    )
