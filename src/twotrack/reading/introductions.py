"""How one who asks introduces themselves: "Ana Ruiz, Daily Post.", "This is Ana with Reuters.", "我是路透社记者".

Looked for in the first words of a press turn: at its beginning, after greetings and thanks, and where a sentence begins.
"""

import re
from collections.abc import Iterator

from twotrack.reading.asker_names import FROM, HONORIFICS, NAME, OUTLET, person, plain, surname
from twotrack.reading.known import Asker
from twotrack.reading.labels import UPPER
from twotrack.reading.outlets import HAN_ENDING, is_outlet

_FULL = rf"(?=\S{{1,26}}[ \u00a0\n]\S){NAME}"
_GREETING = re.compile(
    r"(?:Hi|Hello|Hey|Thanks|Thank you|Good (?:morning|afternoon|evening|day)|Yes|Yeah|Sir|Okay|Great|Bonjour"
    r"|Bonsoir|Merci"
    r"|Oui|Guten (?:Tag|Morgen|Abend)|Vielen Dank|Danke|Ja|Buenos días|Buenas tardes|Hola|Gracias|Sí|Buongiorno"
    r"|Bom dia|Boa tarde|Obrigad[oa]|İyi (?:günler|akşamlar)|Merhaba|Teşekkürler|Teşekkür ederim|Здравствуйте"
    r"|Добрый (?:день|вечер)|Спасибо|Grazie|Buonasera"
    r"|Ma[’']am|Mr|Mrs|Ms|Mad[ae]me?|Monsieur|Herr|Frau|Señora?|Signora?|Sayın|Minist(?:er|re|ro|ra)|Secretary|President"
    r"|Presidente|Ambassador|Foreign Secretary|Prime Minister|General)\b[^.\n:?!,—]{0,40}[.,!—]\s{1,3}"
)
_HERE = re.compile(r"(?:[Ii]t[’']s|[Hh]ere is|[Tt]his is) ")
_SENTENCE = re.compile(r"[.!—]\s")
# matches "Ana from Reuters.", "Ana Ruiz with the Daily Post and"; not "Ana of course"
_FROM_OUTLET = re.compile(
    rf"(?P<name>{NAME})(?: here)?,?\s(?:with|from|of|at|for|reporting for|pour|de|du|vom|von|für|von der|del|di|da)\s(?:l[’'])?"
    rf"(?P<outlet>{OUTLET})(?=(?:\s(?:newspaper|magazine|radio|television|agency))?(?:[.,;:—]|\sand\s|\shere\b))"
)
# matches "Ana Ruiz, Daily Post. Two questions", "Ana Ruiz, Le Courrier breton."; not "Ana. When?"
_AND_OUTLET = re.compile(
    rf"(?P<name>{_FULL}),\s(?P<outlet>(?:L[ae]s?|El|Il)\s[{UPPER}][\w’-]{{2,20}}\s[a-zà-ÿ]{{4,14}}(?=[.:])|{OUTLET})[.—:]"
)
# an outlet without a name. matches "Pour Radio Tarn.", "For Reuters:", "Radio Tarn again."; not "For now.", "Tarn again."
_ALONE = re.compile(
    rf"(?:(?:[Pp]our|[Ff]or|[Ff]ür|[Pp]ara)\s(?P<of>{OUTLET})[.:]"
    rf"|(?P<again>{OUTLET})\s(?:à\snouveau|encore|again|noch\seinmal|nochmals|de\snuevo)[.,:])\s"
)
_SELF_TEXT = "I am |I’m |I'm |his is |t’s |t's |name|e suis|’appelle|'appelle|ch bin|Name ist|oy |e llamo|ono |ou "
_SELF = tuple(_SELF_TEXT.split("|"))
_Hinted = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
# looked for anywhere, where one of the words before is there
_ANYWHERE: _Hinted = (
    # matches "I am Ana Ruiz from the Daily Post", "My name is Ana Ruiz, Daily Post"; not "I am from the Daily Post"
    (
        _SELF,
        re.compile(
            rf"(?:I am|I[’']m|[Tt]his is|[Ii]t[’']s|[Mm]y name is|[Mm]y name[’']s|[Jj]e suis|[Jj]e m[’']appelle"
            rf"|[Ii]ch bin"
            rf"|[Mm]ein Name ist|[Ss]oy|[Mm]e llamo|[Ss]ono|[Ss]ou)\s(?P<name>{NAME})(?: here)?"
            rf"(?:{FROM}|,\s(?:and\s)?I(?: am|[’']m)\s(?:with|from|at)\s|,\s)(?P<outlet>{OUTLET})(?=[.,;:—\s]|$)"
        ),
    ),
    # matches "This is Ana Ruiz, I’m the correspondent for the Daily Post", "Ana Ruiz, correspondent of the Daily Post"
    (
        ("correspondent", "reporter", "journalist", "editor"),
        re.compile(
            rf"(?P<name>{_FULL})(?:,| and| –| —)? (?:I(?: am|[’']m) )?(?:(?:the|an?|[A-Z]\w+|\w{{4,12}}) ){{0,3}}"
            rf"(?:correspondent|reporter|journalist|editor)(?: here)? (?:for|of|with|from|at) (?P<outlet>{OUTLET})(?=[.,;:—\s])"
        ),
    ),
    # matches "Ana Ruiz. I work for the Daily Post."
    (
        ("I work ", "I write ", "I report "),
        re.compile(
            rf"(?P<name>{_FULL})[.,]\s{{1,2}}I (?:work|write|report) (?:for|with) (?P<outlet>{OUTLET})(?=[.,;:—\s])"
        ),
    ),
)
_LAST: _Hinted = (
    # matches "Again this Hyeon, VOA."; only with an outlet that is known as one
    (("his ",), re.compile(rf"\b[Tt]his (?P<name>{NAME}), (?P<outlet>[A-Z]{{2,6}}|(?:\w+ ){{0,3}}News)[.,]")),
    # matches "I’m with the Daily Post, my name is Ana Ruiz."
    (
        (" name ", " name’s", " name's"),
        re.compile(
            rf"(?:I am|I[’']m|I work) (?:with|from|for) (?P<outlet>{OUTLET})[.,]? (?:and )?[Mm]y name (?:is"
            rf"|[’']s) (?P<name>{NAME})"
        ),
    ),
    # matches "My name is Ana Ruiz."
    (
        ("y name",),
        re.compile(rf"(?:[Mm]y name is|[Mm]y name[’']s)\s(?P<name>{_FULL})(?P<outlet>)(?=[.,;:—\s])"),
    ),
)
# matches "агентство «Север-Пресс», Анна Лосева.", "Газета «Порт», Анна Лосева."
_OUTLET_FIRST = re.compile(rf"(?:[А-Яа-яё]{{4,14}} )?[«“„](?P<outlet>[^«»“”„\n]{{2,40}})[»”“],\s(?P<name>{NAME})[.,:—]")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HAN_GREETING = (
    r"(?:[^，。！、？]{0,6}(?:你好|您好|各位好|早安|午安|早上好|下午好|好)[，。！]|[谢謝][谢謝][^，。]{0,6}[，。])?"
    r"(?:我是|这里是|這裡是|我是来自|我是來自)?"
)
# matches "我是联合晚报的记者叶文。", "司长好，《港都日报》杨士。", "环岛广播何曼。", "海峡电视台，林佳。"; a name
# without "记者" before it only where it begins with a surname
_HAN_SELF = re.compile(
    rf"{_HAN_GREETING}(?P<outlet>《[^》]{{1,14}}》|[\u3400-\u9fff]{{1,10}}?(?:{HAN_ENDING}))"
    r"(?:的)?(?P<says>记者|記者)?(?P<stop>[，、：:]?)\s?(?P<name>[\u3400-\u9fff]{2,3})?[，。,：:、]"
)
_HAN_SAYS = re.compile(
    r"(?:我是|这里是|這裡是)?(?P<outlet>[\u3400-\u9fff]{2,12}?)(?:的)?(?:记者|記者)(?P<name>[\u3400-\u9fff]{2,3})?[，。,：:]"
)
# matches "共同通信の三田です", "北海新報の小松と申します"
_JAPANESE_SELF = re.compile(
    r"(?P<outlet>[\u3040-\u30ff\u3400-\u9fffA-Z]{2,12}?)の(?P<name>[\u3400-\u9fff]{1,4})(?:です|と申します|でございます)"
)
# matches "한강일보 김하늘 기자입니다", "한강일보의 김하늘입니다"
_KOREAN_SELF = re.compile(
    r"(?P<outlet>[\uac00-\ud7a3A-Z]{2,10}?)의? (?P<name>[\uac00-\ud7a3]{2,4}?)(?: 기자)?(?:입니다|이라고)"
)


def introduced(words: str, officials: frozenset[str]) -> Asker | None:
    """Who asks as a turn's first words say it; nobody who goes by the name of an official."""
    for match in _found(words):
        name = person(match["name"], certain=bool(match["outlet"]))
        outlet = match["outlet"]
        if outlet and outlet.split()[0].casefold().strip(".") in HONORIFICS:
            continue  # "Good morning, Madame la Ministre."
        if outlet and officials.issuperset(outlet.casefold().split()):
            continue  # "Thanks, John, Karen."
        if name and (apart(name, officials) or (outlet and is_outlet(outlet))) and not is_outlet(name):
            return Asker(name=name, outlet=plain(outlet) if outlet else None)
    for at in _beginnings(words):
        if (alone := _ALONE.match(words, at)) and is_outlet(alone["of"] or alone["again"]):
            return Asker(name=None, outlet=plain(alone["of"] or alone["again"]))
    return _eastern(words[:60]) if not words.isascii() and _EASTERN.search(words) else None


def _eastern(words: str) -> Asker | None:
    """Who asks as a Chinese, Japanese or Korean turn's first words say it."""
    for pattern in (_JAPANESE_SELF, _KOREAN_SELF):
        if (own := pattern.search(words[:40])) and own.start() < 12:
            return Asker(name=own["name"], outlet=own["outlet"])
    own = _HAN_SELF.match(words)
    if own is not None:
        named = own["name"] and (own["says"] or surname(own["name"]))
        if named or own["says"] or not own["name"]:
            return Asker(name=own["name"] if named else None, outlet=own["outlet"].strip("《》"))
    if "记者" in words or "記者" in words:
        own = _HAN_SAYS.search(words[:40])
        if own and own.start() < 12:
            return Asker(name=own["name"], outlet=own["outlet"])
    return None


def apart(name: str, officials: frozenset[str]) -> bool:
    """Whether a name shares no word with those of the officials."""
    return not any(word.strip(".,").casefold() in officials for word in name.split())


def _found(words: str) -> Iterator[re.Match[str]]:
    """What may introduce, by each pattern its first."""
    for hints, pattern in _ANYWHERE:
        if any(hint in words for hint in hints) and (match := pattern.search(words)):
            yield match
    starts = _beginnings(words)
    if "»" in words or "“" in words:
        yield from filter(None, (_OUTLET_FIRST.match(words, at) for at in starts))
    begins = [at for at in starts if words[at : at + 1].isupper()]
    for pattern in (_FROM_OUTLET, _AND_OUTLET):
        for at in begins:
            if match := pattern.match(words, at):
                yield match
                break
    for hints, pattern in _LAST:
        if any(hint in words for hint in hints) and (match := pattern.search(words)):
            yield match


def _beginnings(words: str) -> list[int]:
    """Where a name may begin: after up to four greetings, at the very beginning, and where a sentence begins."""
    begins = [0]
    while len(begins) < 5 and (greeting := _GREETING.match(words, begins[-1])):
        begins.append(greeting.end())
    if here := _HERE.match(words, begins[-1]):
        begins.append(here.end())
    return [*reversed(begins), *(match.end() for match in _SENTENCE.finditer(words))]
