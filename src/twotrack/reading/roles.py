"""The role of each label: who briefs, who steers, who asks.

A label may say it ("Moderator", "Frage", "法新社记者"). Else it is judged by what the label's turns do (put something,
answer, call on others) and by where they stand: who answers speaks after who asks. Only labels that say nothing are
judged so, and of a turn only its beginning and end.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twotrack.reading.calls import UNNAMED, find_call
from twotrack.reading.conventions import asks
from twotrack.reading.labels import OFFICE
from twotrack.reading.outlets import known_outlets
from twotrack.reading.turn_taking import only_courtesy
from twotrack.vocabulary import TurnRole

Heard = Sequence[tuple[str, str]]
"""(label, words) of each turn in order; the label by its key (labels.py)."""

# anywhere in a label. matches "Moderator (Anna Hall)", "Anna Hall, Moderatorin", "MODERADORA", "主持人 罗静", "司儀"
_MODERATOR = re.compile(
    r"(?i)\bmo[derat]{4,7}or(?:a|in)?\b|\bmoderat(?:eur|rice)\b|\bmoderatore\b|^(?:conference )?operator\b"
    r"|^facilitator$|^(?:(?:press |white house )?(?:aide|staff(?:er)?)|press officer|announcer|mc|emcee|organi[sz]er)$"
    r"|^vors(?:\.|itzender?)(?: (?:dr|prof)\.){0,2}(?: [\w-]+){0,2}$|主持|司[仪儀会會]|사회자"
)
# steers where it neither asks nor answers. matches "Chair", "Host", "The Chairman"; not "CHAIRMAN POLE"
_CHAIR = re.compile(r"(?i)(?:the )?(?:chair(?:man|woman|person)?|host|président[e]? de séance|presiding officer)")
_OTHER = re.compile(
    r"(?i)(?:the )?(?:interpr[eè]t(?:er|e|ador|adora)|translator|dolmetscher(?:in)?|traductor)|voices?|speakers?|all"
    r"|crowd"
    r"|翻[译譯]"
)
# asks where its turns put something. matches "AUDIENCE MEMBER", "Unidentified", "Participant 2", "Audience question"
_AUDIENCE = re.compile(r"(?i)unidentified.*|(?:an? )?(?:audience(?: \w+)?|participants?|public|publikum)(?: \d{1,2})?")
# an outlet alone. matches "LCTV", "Daily Tagblatt", "Ostmark Newswire", "Morning Times"; not "Ana Post"
_OUTLET = re.compile(
    r"[A-Z]{1,4}TV|(?:[\w’'.-]{1,20} ){0,4}(?:(?i:news|newswire|times|daily|television|radio|tv|tagblatt|zeitung"
    r"|agency|gazette"
    r"|tribune|herald|rundschau|journal))"
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{2,4}")
# briefs, whatever its turns do. matches "Prime Minister Roke", "The President", "SECRETARY ALDER"; not "Press Secretary Finch"
_LEADER = re.compile(
    r"(?i)(?:(?:the|deputy|acting|first|foreign|prime|vice) ){0,3}(?:president|minister|chancellor|premier|king|queen"
    r"|(?<!press )secretary|taoiseach)(?:-elect)?(?: [\w.'’-]+){0,4}|.{1,6}(?:部[长長]|大臣|[总總][统統理])"
)
# matches "We’ll take one or two more", "next question", "the floor is yours", "Any other questions?", "joined by the envoy",
# "Weitere Fragen", "dernière question", "tiene la palabra", "欢迎各位"; not "we take it seriously", "a question of time"
STEERS = re.compile(
    r"\b(?:take (?:just )?(?:one|two|a few|a couple|some|your|the last|the next) (?:or two )?(?:more"
    r"|question|last|of your)|(?:last|next|final|first) (?:one|question)"
    r"|open (?:it )?up (?:to|for)|time for (?:one|two|a)|(?:this|that) (?:will be|concludes)|call it a day"
    r"|please welcome|here to|next,? (?:we|is|up)\b|one question each|turn it over|hand it over|welcome to"
    r"|the floor|over to you|any (?:more|other|further) questions|questions for our|your questions"
    r"|(?:thank you|thanks)(?: you)?(?: all)?(?: very much| so much)? for (?:coming|joining|being (?:here|with us)"
    r"|your time)"
    r"|we have with us|with us (?:today |this \w+ )?(?:is|are)\b|joined (?:today |here )?by|to introduce|start with"
    r"|(?:let[’']s|we|we[’']ll|i[’']ll) (?:now )?go (?:back )?(?:to|first)\b|(?:first|second|third|front|back) row"
    r"|in the back"
    r"|(?:your|state your) name and|raise your hand|unmute|microphone|listen-only|the audience|all the time|out of time"
    r"|on that note|come to order|may proceed|adjourned|join me in|wrap (?:it |this |things )?up"
    r"|go ahead|we begin with|please proceed|move on to"
    r"|(?:thank you|thanks),? (?:everyone|everybody|guys|all|press)\b"
    r"|weitere fragen|nächste frage|erste frage|letzte frage|willkommen|das wort"
    r"|(?:première|prochaine|dernière|autres?) questions?|question suivante|la parole|bienvenue|merci à tous"
    r"|(?:primera|siguiente|última|próxima|más) preguntas?|turno de|bienvenid[oa]s|la palabra|gracias a todos)\b"
    r"|提[问問]|下一[个個位]|最[后後]一[个個位]|[欢歡]迎|到此[结結]束|到[这這][里裡]|记者朋友|媒體朋友"
)
# puts something without a question mark. matches "I would like to know", "Could you comment", "请问"; not "I know"
_PUTS = re.compile(
    r"(?i)\b(?:(?:i[’']d|i would|we[’']d|we would) like to (?:know|ask|hear)"
    r"|i (?:wonder|was wondering|want(?:ed)? to (?:ask|know))"
    r"|(?:could|can|would|will) you (?:\w+ )?(?:tell|comment|say|explain|confirm|give|share|describe|elaborate|talk)"
    r"|(?:my|a|one|two|another) (?:quick )?questions?|follow.?up|ich (?:möchte|würde|wollte) (?:\w+ )?(?:fragen|wissen)"
    r"|je voudrais (?:savoir|vous demander)|quisiera (?:saber|preguntar))\b|[请請][问問]|追[问問]|何[评評][论論]"
    r"|[吗嗎呢][。]?$|(?:ます|です|でしょう|ません|ました)か。"
)
# a label that several officials share. matches "SENIOR ADMINISTRATION OFFICIAL"; not "SENIOR OFFICIAL ONE"
_SHARED = re.compile(r"(?i)(?:a )?(?:senior )?(?:[a-z.]{1,20} ){0,3}officials?")
# who conducts a call says how it may be used, gives the floor, ends it. matches "on background and attributable to",
# "we’ll turn it over", "open up for questions", "conclude the call"; not "in the background"
_RULES = re.compile(r"(?i)\b(?:on background|attribut(?:able|ion)|embargo(?:ed)?|conclude (?:the|this|our) call)\b")
_GIVES_FLOOR = re.compile(
    r"(?i)\b(?:(?:turn|hand) (?:it|things|the call) over|over to"
    r"|open (?:it |this |the call )?(?:up )?(?:for|to) (?:your )?questions"
    r"|(?:take|time for) (?:one|a couple|a few|the last|some)|(?:next|last|final|first) question)\b"
)
_MARK = re.compile("[?？]")
_LOOKED_AT = 20  # turns of a label that tell what it does
_LONG = 700  # characters: more than one says who only gives the floor
_CONNECTS = re.compile(r"(?i)(?:conference )?operator|(?:white house |press )?(?:aide|staff)")
_TAIL = 240  # characters of a turn's end, and of its beginning, that tell what it does
_ONLY_CALLS = 60  # characters of a turn that may do nothing but call on somebody
_ONLY_STEERS = 260  # characters: a longer turn after a question may also answer it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deeds:
    """How many turns of a label were looked at, how many of them put something, steer, or are mere courtesy, and how
    many characters they hold."""

    turns: int
    puts: int
    steers: int
    idle: int
    said: int

    @property
    def asks(self) -> bool:
        return self.puts * 2 >= self.turns


def roles(heard: Heard, printed: Mapping[str, str] | None = None) -> dict[str, TurnRole]:
    """The role of each label; `printed` holds the whole of a label that its key cuts short ("Anna Hall, Post")."""
    whole = {label: (printed or {}).get(label, label) for label, _ in heard}
    role = {label: said for label, words in whole.items() if (said := role_by_label(label, words))}
    unknown = [label for label in whole if label not in role]
    if TurnRole.PRESS in role.values():
        answering = _answering(unknown, heard, role)
        role |= dict.fromkeys(unknown[:1] if len(unknown) == 1 else answering, TurnRole.PRINCIPAL)
        unknown = [label for label in unknown if label not in role]
    deeds = _deeds(unknown, heard)
    role |= {one: TurnRole.PRESS if deeds[one].asks else TurnRole.OTHER for one in unknown if _AUDIENCE.fullmatch(one)}
    unknown = [label for label in unknown if label not in role]
    if TurnRole.PRESS in role.values():
        role |= dict.fromkeys(_askers_besides(unknown, heard, deeds, role, whole), TurnRole.PRESS)
    else:
        role |= dict.fromkeys(_askers(unknown, heard, deeds, whole), TurnRole.PRESS)
    officials = [label for label in unknown if label not in role]
    leaders = {one for one in officials if _LEADER.fullmatch(whole[one])}
    steering = _steering(officials, heard, deeds, role) - leaders
    return role | {one: TurnRole.MODERATOR if one in steering else TurnRole.PRINCIPAL for one in officials}


def _answering(labels: Sequence[str], heard: Heard, role: Mapping[str, TurnRole]) -> set[str]:
    """Who says more after a question than one who steers does, more than a time in ten: no turn need be looked into."""
    after, at_length = Counter[str](), Counter[str]()
    for (before, _), (label, words) in pairwise(heard):
        if role.get(before) is TurnRole.PRESS and label not in role:
            after[label] += 1
            at_length[label] += len(words) >= _ONLY_STEERS
    enough = max(1, sum(after.values()) / 10)
    return {label for label in labels if at_length[label] > enough}


def conducting(heard: Heard, role: Mapping[str, TurnRole]) -> set[int]:
    """Which turns (by number from 0) conduct a call, where nobody is called its moderator and several officials share a
    label: they speak one after another, and one of them only opens, gives the floor and closes."""
    if TurnRole.MODERATOR in role.values():
        return set()
    shared = {one for (one, _), (other, _) in pairwise(heard) if one == other and _SHARED.fullmatch(one)}
    edges = {0, *range(len(heard) - 3, len(heard))}
    return {
        at
        for at, (label, words) in enumerate(heard)
        if label in shared
        and (
            (at in edges and _RULES.search(words))
            or (len(words) < _ONLY_STEERS and (at == 0 or not asks(heard[at - 1][0])) and _GIVES_FLOOR.search(words))
        )
    }


def role_by_label(label: str, whole: str) -> TurnRole | None:
    """The role that a label says itself, None where it says none."""
    if asks(label) or asks(whole):
        return TurnRole.PRESS
    if _MODERATOR.search(whole):
        return TurnRole.MODERATOR
    if _names_outlet(whole):
        return TurnRole.PRESS
    return TurnRole.OTHER if _OTHER.fullmatch(label) else None


def _names_outlet(label: str) -> bool:
    """Whether a label is an outlet's name."""
    return label in known_outlets() or (_OUTLET.fullmatch(label) is not None and not OFFICE.search(label))


def _deeds(labels: Sequence[str], heard: Heard) -> dict[str, _Deeds]:
    wanted = set(labels)
    turns, puts, steers, idle, said = (Counter[str]() for _ in range(5))
    opening = 1 if len(heard) > 1 and _CONNECTS.match(heard[0][0]) else 0
    for at, (label, words) in enumerate(heard):
        if label not in wanted or turns[label] == _LOOKED_AT:
            continue
        turns[label] += 1
        said[label] += len(words)
        # a long turn that steers is who opens; any other at such length briefs, whom it thanks or gives the floor to
        steered = (len(words) < _LONG or at <= opening) and _steers(words)
        courteous = not steered and only_courtesy(words.strip())
        steers[label] += steered
        idle[label] += courteous
        steered = steered or courteous
        puts[label] += _puts(words) and not (steered and len(words) < _ONLY_STEERS)
    return {
        label: _Deeds(turns=turns[label], puts=puts[label], steers=steers[label], idle=idle[label], said=said[label])
        for label in wanted
    }


def _steers(words: str) -> bool:
    """Whether a turn opens, closes, introduces or calls on somebody, by its beginning and end."""
    short = words.strip()
    if len(short) <= _ONLY_CALLS and not only_courtesy(short) and find_call(short) not in {None, UNNAMED}:
        return True
    return steers(words[:_TAIL]) or (len(words) > _TAIL and steers(words[max(_TAIL, len(words) - _TAIL) :]))


def steers(words: str) -> bool:
    """Whether words open, close, introduce or call on somebody."""
    return STEERS.search(words.lower()) is not None


def _puts(words: str) -> bool:
    tail = words[-_TAIL:]
    return bool(_MARK.search(tail) or _PUTS.search(tail)) or (len(words) > _TAIL and bool(_PUTS.search(words[:_TAIL])))


def _askers(labels: Sequence[str], heard: Heard, deeds: Mapping[str, _Deeds], whole: Mapping[str, str]) -> set[str]:
    """Where no label says who asks: those whose turns mostly put something, but for who answers the most.

    Then those too that stand where these do (before who answers, never after who asks), or whose labels name an outlet
    in the same manner."""
    # in a tie of shares, who speaks the most words answers
    most = min(labels, key=lambda one: (deeds[one].puts / deeds[one].turns, -deeds[one].said), default=None)
    asking = {one for one in labels if one != most and deeds[one].asks}
    plain = {one for one in asking if not OFFICE.search(whole[one])}
    asking = plain or asking
    manner = Counter(_manner(whole[one]) for one in asking)
    followed = _answered_only(labels, heard, asking)
    return asking | {
        one
        for one in labels
        if one != most
        and not OFFICE.search(whole[one])
        and not deeds[one].steers + deeds[one].idle
        and (one in followed or (_manner(whole[one]) and manner[_manner(whole[one])] * 2 > len(asking)))
    }


def _manner(label: str) -> str:
    """How a label gives what stands besides the name: ", Post" or "(Post)"."""
    return "," if ", " in label else "(" if label.endswith((")", "）")) else ""


def _answered_only(labels: Sequence[str], heard: Heard, asking: set[str]) -> set[str]:
    """Of the labels heard once or twice, those that always speak after who does not ask and before who does not ask."""
    counts = Counter(label for label, _ in heard)
    few = {one for one in labels if one not in asking and counts[one] <= 2}
    for (before, _), (at, _), (after, _) in zip(heard, heard[1:], heard[2:], strict=False):
        if at in few and (before in asking or before in few or after in asking or after in few):
            few.discard(at)
    return few - {label for label, _ in (*heard[:1], *heard[-1:])} if asking else set()


def _askers_besides(
    labels: Sequence[str],
    heard: Heard,
    deeds: Mapping[str, _Deeds],
    role: Mapping[str, TurnRole],
    whole: Mapping[str, str],
) -> set[str]:
    """Where some labels say that they ask: others whose turns put something, and seldom stand after who asks."""
    after = Counter(
        later for (before, _), (later, _) in pairwise(heard) if role.get(before) is TurnRole.PRESS and later != before
    )
    outlets = any(said is TurnRole.PRESS and _names_outlet(whole.get(one, one)) for one, said in role.items())
    return {
        one
        for one in labels
        if deeds[one].asks
        and (deeds[one].steers + deeds[one].idle) * 2 < deeds[one].turns
        and after[one] * 4 <= deeds[one].turns
        and not OFFICE.search(whole[one])
        and (not whole[one].isupper() or (outlets and _ACRONYM.fullmatch(whole[one])))
    }


def _steering(
    officials: Sequence[str], heard: Heard, deeds: Mapping[str, _Deeds], role: Mapping[str, TurnRole]
) -> set[str]:
    """Who of several officials steers: answers next to nothing, and opens, closes, calls on others or introduces them."""
    others = [one for one, said in role.items() if said is TurnRole.PRINCIPAL]
    if len(officials) + len(others) < 2:
        return set()
    answers = Counter[str]()
    for (before, _), (later, words) in pairwise(heard):
        if role.get(before) is TurnRole.PRESS and (later in others or later in officials):
            short = len(words) < _ONLY_STEERS
            answers[later] += later in others or not (short and (_steers(words) or only_courtesy(words.strip())))
    total = sum(answers.values())
    called = any(said is TurnRole.MODERATOR and not _CONNECTS.match(one) for one, said in role.items())
    edges = {label for label, _ in (*heard[:2], *heard[-1:])}
    most = max((deeds[one].said for one in officials), default=0)
    steering = set()
    for one in officials:
        does = deeds[one]
        if total:
            few = answers[one] <= max(1, total / 10) and answers[one] * 3 <= does.turns
            silent = few and answers[one] < max(answers.values())
        else:
            silent = does.said * 3 <= most and does.steers + does.idle == does.turns
        mostly = (does.steers + does.idle) * 2 >= does.turns
        if silent and (_CHAIR.fullmatch(one) or (does.steers and (mostly or (one in edges and not called)))):
            steering.add(one)
    return steering
