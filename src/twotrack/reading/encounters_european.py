"""Meetings told in German, French and Spanish."""

import re
from collections.abc import Iterator

from twotrack.reading.meeting_words import CAP, Named
from twotrack.vocabulary import MeetingKind

_DE_NTH = (
    r"(?P<nth>nächste|letzte|vorige|vergangene|kommende|erste|zweite|dritte|vierte|fünfte|sechste|siebte"
    r"|siebente|achte|neunte|zehnte|elfte|zwölfte"
    r"|[a-zäöü]{3,12}zehnte|zwanzigste|\d{1,2}\.)"
)
_FR_NTH = (
    r"(?P<nth>prochaine?|dernière|dernier|précédente?|première|premier|deuxième|seconde?|troisième|quatrième"
    r"|cinquième|sixième|septième|huitième|neuvième"
    r"|dixième|onzième|douzième|\d{1,2}e|\d{1,2}ème)"
)
_ES_NTH = (
    r"(?P<nth>próxim[oa]|últim[oa]|anterior|primera?|segund[oa]|tercera?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]"
    r"|octav[oa]|noven[oa]|décim[oa])"
)
# German. matches "die zwölfte Runde des Menschenrechtsdialogs", "Die nächste Runde", "der letzten Runde", "Rechtsstaatsdialog
# mit Tarn"; not "eine Runde Applaus"
_DE_ROUND = re.compile(
    rf"(?i:\b(?:die|der|zur|einer|ihre)\s)?\b(?i:{_DE_NTH}[nrs]?)\s(?:Runde|Sitzung|Tagung|Konsultationen"
    rf"|Verhandlungsrunde|\w{{0,20}}[Dd]ialog)\w{{0,2}}(?:\s(?:des|der)\s\w+)?(?:\smit\s(?:der\s)?{CAP})?"
    rf"|\b\w{{4,24}}(?:dialogs?|konsultationen)\s(?:mit|zwischen)\s(?:der\s|dem\s)?{CAP}"
)
_DE_VISIT = re.compile(
    rf"\b(?:[Rr]eisen?\snach\s{CAP}|(?:[A-ZÄÖÜ][\w-]+\s){{0,3}}(?:wird|ist|war|sind)\s(?:[^,;]{{0,60}}?\s)?nach\s"
    rf"{CAP}\s(?:reisen|gereist|fliegen|geflogen)|(?:reist|reiste|fliegt|flog)\s(?:[^.,;]{{0,40}}?\s)?nach\s{CAP}"
    rf"|Besuch(?:s|es)?\s(?:in|von|des|der)\s{CAP}|besucht(?:e)?\s(?:[^.,;]{{0,40}}?\s)?{CAP}|(?:Ministerreise"
    rf"|Auslandsreise)\b|(?:Auswärtige|Außen)?\w{{0,10}}[Rr]eise\sder\sMinisterin)"
)
_DE_CALL = re.compile(
    r"\b(?:(?:seinem|ihrem|einem|dem|das|ein)\s)?(?:Telefonat|Telefongespräch)(?:s|es)?(?:\smit\s[^.,;]{3,40}"
    r")?|\b(?:mit\s[^.,;]{2,40}\s)?telefonier(?:t|te|en)\b"
)
_DE_MET = re.compile(
    r"\b(?:Treffen|Gespräche?n?|Unterredung)\smit\s(?:[A-ZÄÖÜ][\w-]+\s?){1,4}|\b(?:trifft|traf|empfängt"
    r"|empfing)\s(?:[^.,;]{0,20}?\s)?(?:[A-ZÄÖÜ][\w-]+\s?){1,4}|\b(?:[A-ZÄÖÜ][\w-]+\s){1,3}(?:getroffen"
    r"|treffen|empfangen)\b"
)
_DE_SUMMIT = re.compile(rf"\b(?:[A-ZÄÖÜ]?\w{{0,12}}[Gg]ipfel(?:s|treffen)?|Konferenz)\b(?:\s(?:in|von|der)\s{CAP})?")
_DE_EXPERT = re.compile(
    r"\b(?:(?:eine?[rn]?|die|der|das)\s)?(?:Arbeitsgruppe|Expertengespräche?|Fachgespräche?|Expertentreffen"
    r"|Fachseminar|Workshop|Seminar)\b(?:\s(?:zu|über)\s[^.,;]{3,50}?(?=\s(?:ein|in|im|am)\b|[.,;]|\Z))?"
)
_DE_SITE = re.compile(
    r"\b(?:besuchten?|besichtigten?|besucht)\s(?:[^.,;]{0,50}?\s)?(?:\w*(?:gefängnis|anstalt|zentrum|schule"
    r"|gericht|krankenhaus|lager|haus|fabrik)\w{0,2})\b[^.,;]{0,30}",
    re.IGNORECASE,
)
# French. matches "la troisième session du dialogue", "le 12e dialogue", "Le prochain dialogue", "la session précédente", "Le
# dialogue précédent"; not "la session est close"
_FR_ROUND = re.compile(
    rf"(?i:\b(?:la|le|leur|notre|une?|ce|cette)\s)?\b(?i:{_FR_NTH})\s(?:session|cycle|tour|série|ronde|dialogue"
    rf"|consultations?|réunion)(?:\s(?:du|de|des|sur)\s[^.,;]{{3,40}}?(?=[.,;]|\s(?:aura|se|à|en|s[’'])"
    rf"|\Z))?"
    r"|\b(?i:la|le|les|cette|ce)\s(?:session|dialogue|consultations|réunion)\s(?P<after>précédente?s?|suivante?s?)"
)
_FR_VISIT = re.compile(
    rf"\b(?:(?:une|en|sa|la|cette|leur)\s)?visite\s(?:de\stravail\s|officielle\s|d[’']État\s)?(?:(?:à|au"
    rf"|en|aux|de)\s(?:M\.\s|Mme\s|la\s|l[’'])?{CAP})|\b(?:se\srendra|s[’']est\srendue?|se\srend|rendre"
    rf"|effectuera\sune\svisite|voyagera)\s(?:\w+\s)?(?:à|au|en|aux)\s{CAP}"
    rf"|\b(?:recevra|a\sreçu|reçoit|accueillera|a\saccueilli)\s(?:[^.;]{{0,50}}?\s)?(?:M\.|Mme|{CAP})[^.,;]{{0,30}}"
)
_FR_CALL = re.compile(
    r"\b(?:leur|son|un|notre|cet|l[’'])\s?(?:entretien|échange|appel)\stéléphonique\b(?:\s(?:avec|entre)\s[^.,;]{3,60})?"
    r"|\b(?:entretiens?\stéléphoniques?|s[’']est\sentretenue?|s[’']entretiendra|appel)\s(?:par\stéléphone\s)?"
    r"(?:avec|entre)\s[^.,;]{3,60}"
)
_FR_MET = re.compile(
    r"\b(?:a|ont|avait|avoir)\srencontré[es]{0,2}\s[^.,;]{3,60}|\brencontrer(?:a|ont)?\s[^.,;]{3,60}"
    r"|\b(?:rencontre|réunion|entretien)\savec\s[^.,;]{3,60}"
)
# matches "le sommet de la Côte", "Conseil des affaires étrangères", "au Conseil européen"; not "le conseil des ministres"
_FR_SUMMIT = re.compile(
    rf"\b(?:le\s|au\s|du\s)?(?:[Ss]ommet\s(?:de|du|des|sur)\s(?:la\s|l[’'])?{CAP}|Conseil\s(?:européen|(?:des\s)?[Aa]ffaires\sétrangères)\b)"
)
# matches "se retrouver à Paris", "se réuniront à nouveau en"; not "se retrouver face à"
_FR_AGAIN = re.compile(
    rf"\bse\s(?:retrouver|réunir|revoir)(?:ont)?\s(?:(?:de|à)\snouveau\s)?(?:à|en|au)\s(?:{CAP}|(?:printemps|automne)\b)"
)
_FR_EXPERT = re.compile(
    r"\b(?:un|une|le|la)\s(?:groupe\sde\stravail|atelier|séminaire|réunion\sd[’']experts)\b(?:\ssur\s[^.,;]{3,4" r"0})?"
)
_FR_SITE = re.compile(
    r"\b(?:(?:la|les)\s(?:délégations?|participants?)(?:\s\w+)?\s)?(?:a|ont)\svisité\s[^.,;]{3,60}?(?=[.,;]"
    r"|\set\s(?:a|ont)\b|\Z)"
)
# Spanish. matches "la tercera ronda del diálogo", "La próxima sesión", "visita oficial a Verania", "se reunió con la ministra"
_ES_ROUND = re.compile(
    rf"(?i:\b(?:la|el|su|una?)\s)?(?i:\b{_ES_NTH})\s(?:ronda|sesión|reunión|diálogo|consultas?)(?:\s(?:de"
    rf"|del|sobre|con)\s[^.,;]{{3,40}}?(?=[.,;]|\s(?:se|tendrá|en|tuvo)\b|\Z))?|\b(?i:la|el)\s(?:ronda|sesión"
    rf"|diálogo)\s(?P<after>anterior|siguiente)"
)
_ES_VISIT = re.compile(
    rf"\b(?:una?\s|su\s|la\s)?visita\s(?:oficial\s|de\strabajo\s|de\sEstado\s)?(?:a|al|de)\s(?:la\s|el\s)?{CAP}"
    rf"|\b(?:viajará|viajó|viaja|visitará|visitó)\s(?:[^.,;]{{0,30}}?\s)?(?:a\s)?{CAP}|\b(?:recibirá|recibió)\s"
    rf"(?:a\s|al\s)[^.,;]{{3,50}}"
)
_ES_MET = re.compile(
    r"\b(?:se\sreuni(?:ó|rá|eron|rán)|se\sentrevist(?:ó|ará))\scon\s[^.,;]{3,60}|\breunión\scon\s[^.,;]{3,60}"
)
_ES_CALL = re.compile(
    r"\b(?:conversación|llamada)\stelefónica\b(?:\scon\s[^.,;]{3,60})?|\bhabl(?:ó|ará)\s(?:por\steléfono\s)?con"
    r"\s[^.,;]{3,60}"
)
_ES_SUMMIT = re.compile(rf"\b(?:la\s)?[Cc]umbre\s(?:de|del|sobre)\s(?:la\s|los\s|las\s)?{CAP}")
_ES_EXPERT = re.compile(
    r"\b(?:un|una|el|la)\s(?:grupo\sde\strabajo|taller|seminario|reunión\sde\sexpertos)\b(?:\ssobre\s[^.,;]{3,4" r"0})?"
)

_R, _V, _C, _O, _E, _S = (
    MeetingKind.ROUND,
    MeetingKind.VISIT,
    MeetingKind.CALL,
    MeetingKind.OTHER,
    MeetingKind.EXPERT_DIALOGUE,
    MeetingKind.SITE_VISIT,
)
_BY_LANGUAGE = {
    "de": (
        (_DE_ROUND, _R),
        (_DE_EXPERT, _E),
        (_DE_SITE, _S),
        (_DE_CALL, _C),
        (_DE_SUMMIT, _O),
        (_DE_VISIT, _V),
        (_DE_MET, _O),
    ),
    "fr": (
        (_FR_ROUND, _R),
        (_FR_AGAIN, _R),
        (_FR_EXPERT, _E),
        (_FR_SITE, _S),
        (_FR_CALL, _C),
        (_FR_SUMMIT, _O),
        (_FR_VISIT, _V),
        (_FR_MET, _O),
    ),
    "es": ((_ES_ROUND, _R), (_ES_EXPERT, _E), (_ES_CALL, _C), (_ES_SUMMIT, _O), (_ES_VISIT, _V), (_ES_MET, _O)),
}
_LAST = ("letzt", "vorig", "vergangen", "derni", "précéd", "últim", "anterior")
_NEXT = ("nächst", "kommend", "prochain", "suivant", "próxim", "siguiente")


def find_in(words: str, language: str) -> Iterator[Named]:
    """The namings of meetings in one sentence of a language ("de", "fr", "es"); none in others."""
    for pattern, kind in _BY_LANGUAGE.get(language, ()):
        for match in pattern.finditer(words):
            groups = match.groupdict()
            which = (groups.get("nth") or groups.get("after") or "").casefold()
            which = "last" if which.startswith(_LAST) else "next" if which.startswith(_NEXT) else which
            which = "next" if pattern is _FR_AGAIN else which
            key = f"round {which}" if kind is _R and which else ""
            named = bool(key) and which not in {"last", "next"}
            yield Named(
                start=match.start(),
                end=match.end(),
                kind=kind,
                key=key,
                needs_date=False,
                named=named or kind in {_S, _C},
            )
