"""The meeting that a document is about: the one that its title names, or that its first sentences say was held."""

import re
from dataclasses import dataclass
from functools import lru_cache

from twotrack.reading.findings import Span
from twotrack.reading.known import Known
from twotrack.reading.meeting_words import HAN_ROUND, MEETING_WITH, MET, NEGOTIATIONS, OURS, PROPER
from twotrack.reading.namings import Namings
from twotrack.reading.parties import party_of, places
from twotrack.reading.said import Said, dates_within, trimmed
from twotrack.reading.sides import Sides
from twotrack.reading.when import days_after, interval_of
from twotrack.reading.words_of_names import Kind, find_words
from twotrack.vocabulary import MeetingKind, MeetingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class MainMeeting:
    """The meeting that the document is about, with the words of its title that tell a mention of it."""

    kind: MeetingKind
    keys: frozenset[str]
    name: str
    when: str | None
    place: str | None
    status: MeetingStatus
    people: frozenset[str]  # capitalised words of the title that are no common word: who met
    theirs: tuple[str, ...]
    mentions: tuple[Span, ...]
    rule: str


# a title that names a meeting without a proper name. matches "Meeting with Minister Hall", "Hall’s Meeting",
# "consultations between"
_IN_TITLE = re.compile(
    r"(?i)\b(?P<what>meetings?|talks|consultations?|dialogue|negotiations|round|visit|trip|travel|call\s"
    r"(?:between|with)"
    r"|\w{3,24}(?:dialogs?|konsultationen)|dialog|konsultationen|diálogo|consultas|visite|visita)\b(?:\s"
    r"(?:with|between|of|on)\b)?"
    r"|对话|磋商|会谈|会见|對話|諮商|會談|會見"
)
_NO_TITLE = re.compile(
    r"(?i)(?:press|news)\s(?:call|briefing|conference|gaggle)|background\s(?:press\s)?(?:call|briefing)|briefing\sby"
)
_HELD = re.compile(
    r"(?i)\b(?:met|sat\sdown|held|took\splace|had|hosted|concluded|convened|led|hold"
    r"|fand|stattfand|stattgefunden|tenue?s?|déroulée?s?|tiendra|celebró|lugar|empfangen)\b|举行|结束|举办|召开"
    r"|舉行|召開|we were here"
)
_NOT_MAIN = re.compile(
    r"(?i)\b(?:next|last|previous|earlier|will|would|plan|former|prochaine?|précédente?|nächste[nrs]?|letzte[nrs]?"
    r"|soll|aura)\b"
    r"|下一|上一|上[届屆]|明年|去年|将于|將於|同意|商定|预定|預定"
)
_HERE = re.compile(r"\bhere\b|\bin this (?:building|city|house)\b")
_IN = re.compile(r"\bin\s(?P<place>[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)")


_FIRST_SENTENCES = 6
_HEAD = 3_000  # characters in which a title stands


def find_main(known: Known, said: list[Said], sides: Sides, namings: Namings) -> MainMeeting | None:
    """The meeting that a document is about, with its days; None where it is about none."""
    title = _whole_title(known)
    words = find_words(title, 0, len(title))
    draft = _draft(said, sides, namings, title, frozenset(w.text for w in words if w.kind in {Kind.NAME, Kind.EITHER}))
    if draft is None:
        return None
    telling = _telling(said, title, draft, namings)
    when, first = _days(known, telling)
    if when is None and not known.turns and draft.rule.startswith("meetings.title"):
        when, first = _days(known, [one for one in said[:_FIRST_SENTENCES] if not _NOT_MAIN.search(one.words)])
    mentions = _spans(known, said, draft, telling, namings)
    place = _place(known, ([first] if first else []) + telling)
    rule = draft.rule if when is None else f"{draft.rule}-with-days"
    kind = _kind(telling, draft, namings)
    return MainMeeting(
        kind=kind,
        keys=draft.keys,
        name=draft.name,
        when=when,
        place=place,
        status=MeetingStatus.HELD if (days_after(when, known.heading.date) or 0) <= 0 else MeetingStatus.PLANNED,
        people=draft.people,
        theirs=draft.theirs,
        mentions=mentions,
        rule=rule,
    )


def _whole_title(known: Known) -> str:
    """The title; with the line after it where that ends the name of a meeting: a title that was broken in print."""
    title = known.heading.title or ""
    at = known.text.find(title, 0, _HEAD) if title else -1
    rest = _NEXT_LINE.match(known.text, at + len(title)) if at >= 0 else None
    if rest is None:
        return title
    whole = f"{title} {rest['line'].strip()}"
    return whole if any(match.end() > len(title) + 1 > match.start() for match in PROPER.finditer(whole)) else title


# the line after a title. matches "\nDialogue\n"; not "\n\nDialogue"
_NEXT_LINE = re.compile(r"[ \t]{0,4}\n(?P<line>[^\n]{3,60})(?=\n)")


def _telling(said: list[Said], title: str, draft: MainMeeting, namings: Namings) -> list[Said]:
    """The sentences that say that the main meeting was held; those that count another round are of that one."""
    number = next(iter(_numbers(f"{title} {draft.name}", namings)), None)
    found = []
    for one in said:
        if not one.official or (one.heading and len(one.words) < _LINE) or not _tells_of(one, draft, namings):
            continue
        numbers = _numbers(one.words, namings)
        if number is not None and numbers and number not in numbers:
            continue
        number = number or next(iter(numbers), None)
        found.append(one)
    return found


_LINE = 90  # characters of a line of a heading that is no sentence


def _numbers(words: str, namings: Namings) -> list[str]:
    """The numbers of the rounds that some words count: "the ninth dialogue" -> 9; "第五轮磋商" -> 第五."""
    keys = [one.key for one in (*namings.of(words), *namings.told(words)) if one.kind is MeetingKind.ROUND]
    which = [key.removeprefix("round ") for key in keys if key.startswith("round ")]
    return [one.rstrip("轮次届屆輪回") for one in which if one.isdigit() or one.startswith("第")]


def is_of_main(words: str, main: MainMeeting | None) -> bool:
    """Whether a sentence with "met" tells of the main meeting: it names who met there, the other side, or nobody."""
    if main is None:
        return False
    match = MET.search(words)
    whom = re.split(r"[.;,]\s", words[match.end() :] if match else words)[0]
    if any(re.search(rf"\b{re.escape(name)}\b", whom) for name in main.people):
        return True
    if any(_people_of(name).search(whom) for name in main.theirs):
        return True
    if re.search(r"\b(?:delegations?|counterparts?|guests|sides?)\b", whom) and party_of(whom) in {*main.theirs, None}:
        return True
    return re.match(r"(?:\s\w+){0,4}?\s(?:with|at)\s|\s(?:the|his|her|their|our|[A-Z]\w+)\s", whom) is None


@lru_cache(maxsize=64)
def _people_of(party: str) -> re.Pattern[str]:
    """The people of a party, as those who were met.

    Matches "the Veranians yesterday", "with the Chinese."; not "the Chinese minister"."""
    stem = re.escape(party[: max(4, len(party) - 2)] if len(party) > 5 else party[:4])
    return re.compile(rf"\b[Tt]he\s{stem}\w{{0,5}}(?=[,.;]|\s(?:yesterday|today|again|in|on|for|this|last|all)\b|\Z)")


def _draft(said: list[Said], sides: Sides, namings: Namings, title: str, people: frozenset[str]) -> MainMeeting | None:
    """The main meeting by its name, without days and mentions yet."""
    name, keys, kind, rule = "", frozenset[str](), MeetingKind.ROUND, "meetings.title"
    title = _NO_TITLE.sub("", title)
    if proper := next((one for one in namings.of(title) if PROPER.search(title[one.start : one.end])), None):
        name, keys, kind = title[proper.start : proper.end], frozenset({proper.key}), proper.kind
    elif match := _IN_TITLE.search(title):
        plain = title
        name = (
            plain[match.start() :]
            if match.lastgroup is None or match["what"] is None
            else plain[_subject(plain, match.start()) :]
        )
        kind = _kind_of_title(title, match)
    else:
        first = next(
            (
                one
                for one in said[:40]
                if one.official
                and _HELD.search(one.words)
                and not _NOT_MAIN.search(one.words)
                and _round_in(one.words, namings)
            ),
            None,
        )
        if first:
            name, rule = _round_in(first.words, namings), "meetings.first-sentences"
        elif _negotiated(said):
            name, rule = "negotiations", "meetings.negotiations"
        else:
            return None
    others = (*sides.others,)
    return MainMeeting(
        kind=kind,
        keys=keys,
        name=re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", " ".join(name.split()).strip(" .,:")),
        when=None,
        place=None,
        status=MeetingStatus.HELD,
        people=people,
        theirs=others,
        mentions=(),
        rule=rule,
    )


# matches "Meeting with President Abel", "Talks With Foreign Minister Abel"; not "Talks with Tarn"
_WITH_PERSON = re.compile(
    r"\b(?:[Mm]eetings?|[Tt]alks)\s(?:[Ww]ith|[Bb]etween|of)\s[^,;]{0,40}?(?:President|Prime\sMinister"
    r"|Chancellor|King\b|Premier|Prince|Leaders|Pope)"
    r"|(?:[Bb]ilateral|[Tt]rilateral|Leaders[’']?)\s[Mm]eeting"
)


def _kind_of_title(title: str, match: re.Match[str]) -> MeetingKind:
    what = (match["what"] or "").casefold()
    if what in {"visit", "trip", "travel", "visite", "visita"}:
        return MeetingKind.VISIT
    if what.startswith("call"):
        return MeetingKind.CALL
    return MeetingKind.OTHER if _WITH_PERSON.search(title) else MeetingKind.ROUND


def _negotiated(said: list[Said]) -> bool:
    """Whether three sentences of officials speak of negotiations, so that the document is about them."""
    speaking = (one for one in said if one.official and any(cue in one.words for cue in _NEGOTIATED))
    return sum(NEGOTIATIONS.search(one.words) is not None for one in speaking) >= _LEAST


_NEGOTIATED = ("negotiations", "talks", "conversations")
_LEAST = 3


def _subject(title: str, at: int) -> int:
    """Where the words before "Meeting" begin that belong to it: "Minister Hall’s Meeting with ..."."""
    before = title[:at]
    return max(
        (before.rfind(word) + len(word) for word in (" on ", " of the ", ": ", " by ") if word in before), default=0
    )


def _round_in(words: str, namings: Namings) -> str:
    match = HAN_ROUND.search(words) or next((m for m in (PROPER.search(words),) if m), None)
    if match:
        return match.group()
    rounds = (MeetingKind.ROUND, MeetingKind.EXPERT_DIALOGUE)
    named = next((one for one in (*namings.of(words), *namings.told(words)) if one.kind in rounds and one.key), None)
    return words[named.start : named.end] if named else ""


def _tells_of(said: Said, main: MainMeeting, namings: Namings) -> bool:
    """Whether a sentence says that the main meeting was held: "We met yesterday", "the round was held", its own
    name."""
    named = (*namings.of(said.words), *namings.told(said.words))
    if not named and not (
        main.name == "negotiations"
        or " met" in said.words
        or " sat" in said.words
        or "days" in said.words
        or "here" in said.words
    ):
        return False  # nothing that could name it
    if _NOT_MAIN.search(said.words) or not _HELD.search(said.words):
        return False
    if MET.search(said.words):
        return is_of_main(said.words, main)
    if main.name == "negotiations":
        return NEGOTIATIONS.search(said.words) is not None
    if OURS.search(said.words):
        return True
    return any(
        _same_name(one.key, main.keys)
        or (one.kind in {MeetingKind.ROUND, MeetingKind.EXPERT_DIALOGUE} and one.key.startswith(("round", "expert")))
        for one in named
    )


def _days(known: Known, telling: list[Said]) -> tuple[str | None, Said | None]:
    """The days of the meeting: of the first sentence that gives whole days, which may be several, a day before the
    document's own rather than that; else a week or month."""
    own = known.heading.date
    dates = [(one, [date.edtf for date in dates_within(known, one.start, one.end)]) for one in telling]
    for one, all_days in dates:
        if days := interval_of(day for day in all_days if day != own) if own in all_days[:1] else interval_of(all_days):
            return days, one
    for one, all_days in dates:
        if days := interval_of(all_days):
            return days, one
    for one, all_days in dates:
        for day in all_days:
            if days_after(day, own) in {0, -1}:
                return day, one
    return None, None


def _place(known: Known, telling: list[Said]) -> str | None:
    heading = (
        known.heading.place.split(",")[0]
        if known.heading.place and not known.heading.place.casefold().startswith("via")
        else None
    )
    for one in telling:
        for match in _IN.finditer(one.words):
            for place in (match["place"], match["place"].split()[0]):
                if place in places() or place == heading:
                    return place
        if heading and _HERE.search(one.words):
            return heading
    return heading if telling and any(re.search(r"\b[Ww]e\b", one.words) for one in telling) else None


def _kind(telling: list[Said], draft: MainMeeting, namings: Namings) -> MeetingKind:
    """Expert talks where the sentences that tell of it say so first."""
    for one in telling[:3]:
        for named in namings.of(one.words):
            if named.kind is MeetingKind.EXPERT_DIALOGUE and draft.kind is MeetingKind.ROUND and not draft.keys:
                return named.kind
    return draft.kind


def _same_name(key: str, keys: frozenset[str]) -> bool:
    """Whether a naming is the title's, or a shorter form of it: "the Human Rights Dialogue"."""
    words = set(key.split())
    return len(words) > 1 and not key.startswith("round") and any(words <= set(one.split()) for one in keys)


# before a meeting of earlier. matches "since they walked out of ", "for the first time since "; not "since May, "
_SINCE = re.compile(r"\b(?:since|depuis|seit)\s[^,;.]{0,55}\Z")
_OURS = ("day", "these", "his meeting", "here", "talks", "negotiations", "conversations")  # parts of what OURS matches


def _spans(
    known: Known, said: list[Said], main: MainMeeting, telling: list[Said], namings: Namings
) -> tuple[Span, ...]:
    """Every mention of the main meeting: its name, "We met ...", "two days of talks", rounds said to be held."""
    found: list[Span] = []
    told = {one.start for one in telling}
    at = known.text.find(main.name, 0, _HEAD) if main.rule.startswith("meetings.title") else -1
    if at >= 0:
        found.append(Span(at, at + len(main.name)))
    number = next((n for one in telling for n in _numbers(one.words, namings)), None)
    for one in said:
        for named in (*namings.of(one.words), *namings.told(one.words)):
            which = named.key.removeprefix("round ").rstrip("轮次届屆輪回")
            if named.key.endswith("last") or (number and which != number and (which.isdigit() or which[:1] == "第")):
                continue
            if _same_name(named.key, main.keys) or (
                one.start in told
                and named.kind in {MeetingKind.ROUND, MeetingKind.EXPERT_DIALOGUE}
                and not _NOT_MAIN.search(one.words)
                and not _SINCE.search(one.words, max(0, named.start - 60), named.start)
            ):
                found.append(trimmed(known.text, one.start + named.start, one.start + named.end))
        for pattern in (OURS, NEGOTIATIONS) if main.name == "negotiations" else (OURS,):
            if one.heading or not any(cue in one.words for cue in _OURS):
                continue
            found += [
                trimmed(known.text, one.start + m.start(), one.start + m.end()) for m in pattern.finditer(one.words)
            ]
        for match in MEETING_WITH.finditer(one.words) if "meeting" in one.words else ():
            if (
                not one.heading
                and not _NOT_MAIN.search(match.group())
                and any(re.search(rf"\b{re.escape(name)}\b", match.group()) for name in main.people)
            ):
                found.append(trimmed(known.text, one.start + match.start(), one.start + match.end()))
        if one.start in told and (met := MET.search(one.words)):
            dates = [
                date.end for date in dates_within(known, one.start, one.end) if date.start < one.start + met.end() + 40
            ]
            found.append(trimmed(known.text, one.start + met.start(), max([one.start + met.end(), *dates])))
    kept: list[Span] = []
    for span in sorted(set(found), key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
