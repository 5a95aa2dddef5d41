"""Absolute and the commonest relative time expressions in European languages other than English, searched only in such
texts."""

import re
from datetime import timedelta
from functools import partial

from twotrack.reading.calendar_words import day_in, months_on, week_of, year_text
from twotrack.reading.date_reference import Reference, Resolve
from twotrack.reading.date_rule import DateRule

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января/январь/январе февраля/февраль/феврале марта/март/марте апреля/апрель/апреле мая/май/мае июня/июнь/июне"
    " июля/июль/июле августа/август/августе сентября/сентябрь/сентябре октября/октябрь/октябре ноября/ноябрь/ноябре"
    " декабря/декабрь/декабре",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
}
_WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ru": "понедельник вторник среда/среду четверг пятница/пятницу суббота/субботу воскресенье",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
}
_DAYS = {
    "fr": "avant-hier:-2 hier:-1 aujourd'hui:0 demain:1 après-demain:2",
    "de": "vorgestern:-2 gestern:-1 heute:0 übermorgen:2",
    "es": "anteayer:-2 ayer:-1 hoy:0",
    "it": "l'altroieri:-2 ieri:-1 oggi:0 domani:1 dopodomani:2",
    "pt": "anteontem:-2 ontem:-1 hoje:0 amanhã:1",
    "ru": "позавчера:-2 вчера:-1 сегодня:0 завтра:1 послезавтра:2",
    "tr": "dün:-1 bugün:0 yarın:1",
}
_AND = {"fr": "et|au|à", "de": "und|bis", "es": "y|al|a", "it": "e|al|a", "pt": "e|a", "ru": "и|по", "tr": "ve|ile"}
_SEASONS = {
    "fr": {"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
    "de": {"frühjahr": 21, "frühling": 21, "sommer": 22, "herbst": 23, "winter": 24},
    "es": {"primavera": 21, "verano": 22, "otoño": 23, "invierno": 24},
    "it": {"primavera": 21, "estate": 22, "autunno": 23, "inverno": 24},
    "pt": {"primavera": 21, "verão": 22, "outono": 23, "inverno": 24},
    "ru": {"весной": 21, "летом": 22, "осенью": 23, "зимой": 24},
    "tr": {"ilkbaharda": 21, "yazın": 22, "sonbaharda": 23, "kışın": 24},
}
_UNITS = {  # words before, unit, words after -> steps; one row a phrase
    "fr": "l'année dernière=year-1|l'an dernier=year-1|l'année prochaine=year+1|l'an prochain=year+1|cette année=year+0"
    "|la semaine dernière=week-1|la semaine prochaine=week+1|cette semaine=week+0|le mois dernier=month-1"
    "|le mois prochain=month+1|ce mois-ci=month+0|ce matin=day+0|ce soir=day+0|hier soir=day-1"
    "|la fin de l'année=end+0|le début de l'année=begin+0",
    "de": "letztes jahr=year-1|im vergangenen jahr=year-1|nächstes jahr=year+1|kommendes jahr=year+1|dieses jahr=year+0"
    "|letzte woche=week-1|vergangene woche=week-1|nächste woche=week+1|kommende woche=week+1|diese woche=week+0"
    "|letzten monat=month-1|nächsten monat=month+1|diesen monat=month+0|heute morgen=day+0|gestern abend=day-1"
    "|ende des jahres=end+0|vergangenen woche=week-1|letzten woche=week-1|kommenden woche=week+1|nächsten woche=week+1"
    "|dieser woche=week+0|vergangenen jahr=year-1|letzten jahr=year-1|kommenden jahr=year+1|nächsten jahr=year+1"
    "|diesem jahr=year+0|vergangenen monat=month-1|kommenden monat=month+1|diesem monat=month+0",
    "es": "el año pasado=year-1|el año que viene=year+1|el próximo año=year+1|este año=year+0|la semana pasada=week-1"
    "|la próxima semana=week+1|la semana que viene=week+1|esta semana=week+0|el mes pasado=month-1|el próximo mes=month+1"
    "|este mes=month+0|esta mañana=day+0|anoche=day-1|a finales de año=end+0|a finales del año=end+0",
    "it": "l'anno scorso=year-1|lo scorso anno=year-1|il prossimo anno=year+1|l'anno prossimo=year+1|quest'anno=year+0"
    "|la settimana scorsa=week-1|la scorsa settimana=week-1|la prossima settimana=week+1|la settimana prossima=week+1"
    "|questa settimana=week+0|il mese scorso=month-1|lo scorso mese=month-1|il prossimo mese=month+1|il mese prossimo=month+1"
    "|questo mese=month+0|stamattina=day+0|stasera=day+0|ieri sera=day-1|la fine dell'anno=end+0|fine anno=end+0",
    "pt": "o ano passado=year-1|no ano passado=year-1|o próximo ano=year+1|o ano que vem=year+1|este ano=year+0"
    "|a semana passada=week-1|na semana passada=week-1|a próxima semana=week+1|na próxima semana=week+1|esta semana=week+0"
    "|o mês passado=month-1|no mês passado=month-1|o próximo mês=month+1|no próximo mês=month+1|este mês=month+0"
    "|esta manhã=day+0|o final do ano=end+0|o fim do ano=end+0",
    "ru": "прошлом году=year-1|прошлый год=year-1|этом году=year+0|этот год=year+0|следующем году=year+1|будущем году=year+1"
    "|прошлой неделе=week-1|этой неделе=week+0|следующей неделе=week+1|прошлом месяце=month-1|этом месяце=month+0"
    "|следующем месяце=month+1|конце года=end+0|конца года=end+0|концу года=end+0|начале года=begin+0",
    "tr": "geçen yıl=year-1|geçtiğimiz yıl=year-1|bu yıl=year+0|gelecek yıl=year+1|önümüzdeki yıl=year+1|geçen hafta=week-1"
    "|geçtiğimiz hafta=week-1|bu hafta=week+0|gelecek hafta=week+1|önümüzdeki hafta=week+1|geçen ay=month-1|bu ay=month+0"
    "|gelecek ay=month+1|önümüzdeki ay=month+1|yıl sonu=end+0|yıl sonuna=end+0",
}
_NUMBERS = {  # one to six, eight and ten; "some" is six
    "fr": "un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 huit=8 dix=10 quelques=6",
    "de": "einem=1 einer=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 acht=8 zehn=10 einigen=6",
    "es": "un=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 ocho=8 diez=10 unos=6 unas=6",
    "it": "un=1 uno=1 una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 otto=8 dieci=10 alcuni=6 alcune=6",
    "pt": "um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 oito=8 dez=10 alguns=6 algumas=6",
    "ru": "один=1 одну=1 два=2 две=2 три=3 четыре=4 пять=5 шесть=6 восемь=8 десять=10 несколько=6",
    "tr": "bir=1 iki=2 üç=3 dört=4 beş=5 altı=6 sekiz=8 on=10 birkaç=6",
}
_COUNTED = {  # units, by the letters that they begin with
    "fr": "jour=day semaine=week mois=month an=year",
    "de": "tag=day woche=week monat=month jahr=year",
    "es": "día=day semana=week mes=month año=year",
    "it": "giorn=day settiman=week mes=month ann=year",
    "pt": "dia=day semana=week mês=month mes=month ano=year",
    "ru": "день=day дня=day дней=day недел=week месяц=month год=year лет=year",
    "tr": "gün=day hafta=week ay=month yıl=year sene=year",
}
# before what is counted; behind it in the languages below
_AGO = {"fr": "il y a", "de": "vor", "es": "hace", "pt": "há"}
_AGO_BEHIND = {"it": "fa", "ru": "назад", "tr": "önce"}
# before a season
_ARTICLE = "le|im|el|la|au|cet?|dieser?n?|est[ea]"
_ARTICLES = {"it": "in|la|il|quest[ao]", "pt": "n[ao]|[ao]|est[ea]"}
_NO_ARTICLE = frozenset({"ru", "tr"})
_S = r"[\s\u00a0]{1,4}"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"


def _small(word: str) -> str:
    """A word in small letters, the Turkish dotted capital too."""
    return word.replace("İ", "i").casefold()


def _numbered(words: str) -> dict[str, int]:
    """The words of a row with their number, from 1; forms of one word stand by a stroke."""
    return {form: number for number, word in enumerate(words.split(), 1) for form in word.split("/")}


def _day(match: re.Match[str], ref: Reference, *, months: dict[str, int]) -> str | None:
    month, first = months[_small(match["month"])], int(match["day"])
    year = int(match["year"]) if match["year"] else ref.year_of_day(month, first, match)
    start = day_in(year, month, first) if year else None
    if year is None or start is None or not match["last"]:
        return start
    last = day_in(year, month, int(match["last"]))
    return f"{start}/{last}" if last and last > start else start


def _month(match: re.Match[str], ref: Reference, *, months: dict[str, int]) -> str | None:
    month, after = months[_small(match["month"])], (match["after"] or "").casefold()
    if match["year"]:
        return f"{match['year']}-{month:02}"
    own = ref.own
    if after[:3] in {"pro", "que"}:
        year = own.year + (month <= own.month)
    elif after:
        year = own.year - (month >= own.month)
    else:  # without a verb's tense to go by: the nearer
        year = min(
            (own.year, own.year - 1, own.year + 1), key=lambda one: abs((one - own.year) * 12 + month - own.month)
        )
    return f"{year_text(year)}-{month:02}"


def _weekday(match: re.Match[str], ref: Reference, *, weekdays: dict[str, int]) -> str | None:
    wanted, own = weekdays[_small(match["weekday"])] - 1, ref.own
    back = (own.weekday() - wanted) % 7
    words = ((match["before"] or "") + (match["after"] or "")).casefold().strip()
    if words.startswith(("proch", "que", "nächst", "kommend", "próxim")):
        return (own + timedelta(days=(wanted - own.weekday()) % 7 or 7)).isoformat()
    return (own - timedelta(days=(back or 7) if words else back)).isoformat()


def _shift(match: re.Match[str], ref: Reference, *, shifts: dict[str, int]) -> str | None:
    return ref.ahead_of_day(shifts[_small(match["word"]).replace("’", "'")]).isoformat()


def _unit(match: re.Match[str], ref: Reference, *, phrases: dict[str, str]) -> str | None:
    value = phrases[" ".join(_small(match["phrase"]).replace("’", "'").split())]
    unit, step, own = value[:-2], int(value[-2:]), ref.own
    if unit == "week":
        return week_of(own, step)
    if unit == "month":
        return months_on(own, step)
    if unit == "day":
        return ref.ahead_of_day(step).isoformat()
    return year_text(own.year + step) + {"end": "-12", "begin": "-01"}.get(unit, "")


def _ago(match: re.Match[str], ref: Reference, *, numbers: dict[str, int], units: dict[str, str]) -> str | None:
    """il y a trois jours, vor zwei Wochen, hace dos años."""
    word = match["count"].casefold()
    count, unit = numbers.get(word) or int(word), units[match["unit"].casefold()]
    if unit in {"day", "week"}:
        return ref.ahead_of_day(-count * (7 if unit == "week" else 1)).isoformat()
    return months_on(ref.own, -count) if unit == "month" else year_text(ref.own.year - count)


def _season(match: re.Match[str], ref: Reference, *, seasons: dict[str, int]) -> str | None:
    after = (match["after"] or "").casefold()
    year = (
        int(match["year"]) if match["year"] else ref.own.year + ((after[:3] == "pro") - (after[:3] in {"der", "pas"}))
    )
    return f"{year_text(year)}-{seasons[match['season'].casefold()]}"


_NEXT_TO = re.compile(r"(?i)(?:letzt|vergangen|vorig)")


def _near_season(match: re.Match[str], ref: Reference, *, seasons: dict[str, int]) -> str | None:
    """vergangenen Sommer, nächstes Frühjahr: the last one that has ended, the next one that begins."""
    season = seasons[match["season"].casefold()]
    begins, ends = 3 * (season - 20), 3 * (season - 20) + 2
    if _NEXT_TO.match(match.group()):
        ended = ends % 12 < ref.own.month if season != 24 else ref.own.month > 2
        year = ref.own.year - (not ended) - (season == 24 and ended)
    else:
        year = ref.own.year + (begins <= ref.own.month)
    return f"{year_text(year)}-{season}"


def _decade(match: re.Match[str], _ref: Reference) -> str | None:
    digits = match["digits"]
    return f"{digits[:3]}X" if len(digits) == 4 else f"19{digits[0]}X"


def _phrase(words: str) -> str:
    return re.escape(words).replace(r"\ ", _S).replace("'", "[’']")


def _rules(code: str) -> tuple[DateRule, ...]:
    months, weekdays = _numbered(_MONTHS[code]), _numbered(_WEEKDAYS[code])
    shifts = {word: int(step) for word, step in (pair.split(":") for pair in _DAYS[code].split())}
    phrases = dict(row.split("=") for row in _UNITS[code].split("|"))
    numbers = {word: int(value) for word, value in (pair.split("=") for pair in _NUMBERS[code].split())}
    units = dict(pair.split("=") for pair in _COUNTED[code].split())
    month, year = "|".join(months), rf"(?:,?{_S}(?:del?{_S})?(?P<year>{_YEAR})(?!\d)(?:{_S}год[ау]?\b)?)?"
    after = rf"(?:{_S}(?P<after>derni[eè]re?|prochaine?|pasad[oa]|pr[óo]xim[oa]))?"
    before = r"(?P<before>(?:letzten|vergangenen|nächsten|kommenden|pasado|próximo)\s)?"
    nth = r"(?:er|\.|º)?"
    ago = f"{_phrase(_AGO[code])}{_S}" if code in _AGO else ""
    behind = f"{_S}{_AGO_BEHIND[code]}" if code in _AGO_BEHIND else ""
    article = "" if code in _NO_ARTICLE else rf"(?:l[’']|(?:{_ARTICLES.get(code, _ARTICLE)}){_S})"
    rows: tuple[tuple[str, str, Resolve, bool], ...] = (
        (
            "day",
            rf"(?:(?:{'|'.join(weekdays)}),?{_S}(?:den{_S})?)?(?<!\d)(?P<day>3[01]|[12]\d|0?[1-9]){nth}(?:(?:{_S}(?:{_AND[code]}){_S}|\s?[-–]\s?)"
            rf"(?P<last>3[01]|[12]\d|0?[1-9]){nth})?{_S}(?:de{_S})?(?P<month>{month})\b{year}",
            partial(_day, months=months),
            True,
        ),
        ("month", rf"(?<!\w)(?P<month>{month})(?!\w)(?:{after}{year})", partial(_month, months=months), True),
        (
            "weekday",
            rf"(?<!\w){before}(?P<weekday>{'|'.join(weekdays)})(?!\w){after}",
            partial(_weekday, weekdays=weekdays),
            False,
        ),
        (
            "day-word",
            rf"(?<![\w-])(?P<word>{'|'.join(map(_phrase, shifts))})(?![\w-])",
            partial(_shift, shifts=shifts),
            False,
        ),
        (
            "unit",
            rf"(?<!\w)(?P<phrase>{'|'.join(map(_phrase, phrases))})(?!\w)",
            partial(_unit, phrases=phrases),
            False,
        ),
        (
            "ago",
            rf"(?<!\w){ago}(?P<count>\d{{1,2}}|{'|'.join(numbers)}){_S}(?P<unit>{'|'.join(units)})\w{{0,2}}{behind}\b",
            partial(_ago, numbers=numbers, units=units),
            False,
        ),
        (
            "season",
            rf"(?<!\w){article}(?P<season>{'|'.join(_SEASONS[code])})(?!\w){after}{year}",
            partial(_season, seasons=_SEASONS[code]),
            True,
        ),
        (
            "near-season",
            rf"(?<!\w)(?:letzt|vergangen|vorig|nächst|kommend)e[nrms]{_S}(?P<season>{'|'.join(_SEASONS[code])})(?!\w)",
            partial(_near_season, seasons=_SEASONS[code]),
            False,
        ),
        (
            "decade",
            rf"(?:(?:les{_S}|des{_S})?ann[ée]es|los{_S}años|die){_S}(?P<digits>{_YEAR}|\d0)(?:er)?(?!\d)",
            _decade,
            True,
        ),
    )
    return tuple(
        DateRule(
            name=f"{code}-{name}", pattern=re.compile(f"(?i){pattern}"), resolve=resolve, confidence=0.85, full=full
        )
        for name, pattern, resolve, full in rows
    )


EUROPEAN_RULES = {code: _rules(code) for code in _MONTHS}
