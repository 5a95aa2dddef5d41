"""The words that name a meeting: one pattern a manner of speaking, each with what it must match and must not.

Patterns are looked for inside one sentence; lines may end anywhere. What they find is put together in meetings.py.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twotrack.vocabulary import MeetingKind

CAP = r"[A-ZÀ-ÖØ-Þ][\w’'.-]{0,24}"
_ORDINAL = (
    r"(?:next|previous|last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|upcoming|new|latest|coming|following|1\d?th|\d{1,2}(?:st|nd|rd|th)|inaugural)"
)
_TALKS = r"(?:dialogues?|talks?|consultations?|negotiations?|discussions?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Words of a sentence that name a meeting: [start, end) in the sentence, the kind, and a key by which mentions of
    one meeting are told; "" where only its date can tell. `needs_date`: a meeting only where a date stands by;
    `named`: a
    meeting even without one."""

    start: int
    end: int
    kind: MeetingKind
    key: str
    needs_date: bool = False
    named: bool = False
    manner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """A manner of naming: its finder, and the parts of words (in lower case) of which a sentence must hold one."""

    find: Callable[[str], Iterator[Named]]
    cues: tuple[str, ...]


# matches "the U.S.-China Human Rights Dialogue", "the Strategic and Economic Dialogue", "Defense Policy Coordination
# Talks"; not
# "Human rights are", "the Dialogue"
PROPER = re.compile(
    rf"(?:(?:the|a|our|this)\s)?(?P<name>(?:{CAP}|U\.S\.)(?:\s?[-–—]\s?|\s)(?:(?:{CAP}|and|on|of"
    rf"|for)(?:\s?[–—]\s?|\s)){{0,7}}?"
    r"(?:Dialogue|Talks|Consultations?|Summit|Forum|Conference|Working\sGroup|[Ww]orking\s[Gg]roup\sMeeting"
    r"|(?:Agreement|Commission|Council|Committee)\smeetings?|summit))\b"
)
# matches "a next round of this dialogue", "the third round of our human rights dialogue with Verania", "the last
# round", "next session"; not
# "previous rounds", "your first round"
ROUND = re.compile(
    rf"\b(?<!your\s)(?:(?:a|the|our|its|this)\s)?(?P<which>{_ORDINAL})\s(?:annual\s|bilateral\s)?(?:round"
    rf"|session)\b(?:\sof\s(?:(?:this|the|our|these"
    rf"|their)\s)?(?:[\w.–-]+\s){{0,5}}?{_TALKS}\b(?:\son\s[\w-]+(?:\s[\w-]+)?)?(?:\swith\s(?:the\s)?{CAP})?)?"
)
# matches "the last one was in 2019", "The last one before that took place in 2014"; not "the last one to leave"
LAST_ONE = re.compile(
    r"\b[Tt]he\s(?:last|previous)\s(?:one|such\smeeting|meeting|talks)(?:\s[\w.’-]+){0,9}?\s(?:was|were"
    r"|took\splace|came)\b"
)
# matches "agreed to meet again in Verania", "will meet in May"; not "will meet the needs"
MEET_AGAIN = re.compile(
    r"\b(?:agreed\sto|plan\sto|will|intend\sto|expect\sto)\smeet(?:\sagain)?\b(?=\s(?:in|on|next|at|again|for"
    r"|this)\b|\.)"
)
# matches "a dialogue next year", "the talks in 2011"; not "the dialogue, in a year"
DIALOGUE_THEN = re.compile(
    r"\b(?:[Aa]|[Tt]he|[Tt]his|[Aa]nother)\s(?:dialogue|round|talks)\s(?=(?:next|in|later|this|there)\b)"
)
# matches "a legal expert’s dialogue", "the legal dialogue", "expert discussions", "an expert dialogue on prison
# reform", "a working group on
# counternarcotics", "the U.S.-China dialogue on AI"; not "a dialogue with them"
EXPERT = re.compile(
    rf"(?i:\b(?:(?:a|an|the|these|further|new|parallel)\s){{0,2}}(?:(?P<topic>legal|law|labou?r|religious"
    rf"|religion|judicial|prison|technical)\s)?(?:experts?[’']?s?[’']?\s(?:level\s)?{_TALKS}"
    rf"|experts?[’']?s?\s(?:group|meetings?|exchange)|working\sgroups?)"
    rf"(?:\s(?:both\s)?(?:on|about)\s(?P<on>[\w-]+(?:\s(?:and\s)?[\w-]+)?))?)"
    r"|\b[Tt]he\s(?P<topic2>legal|labou?r|religious|judicial)\sdialogue\b"
    rf"|\b(?:the|a|an)\s(?:(?:U\.S\.|{CAP})-{CAP}\s)(?:dialogue|talks)\son\s(?P<on2>[\w-]+(?:\s[\w-]+)?)"
)
# a second subject of the same words. matches "expert discussions both on religious freedom issues and on labor"
AND_ON = re.compile(r"\A[^.;]{0,60}?\sand\son\s(?P<on>[\w-]+)")
# matches "We met yesterday and today", "The two met over 12 hours", "the National Security Advisor met on May 10th
# with", "met in Sarnholm"; not
# "met the standard", "expect to be met"
MET = re.compile(
    rf"\b(?:(?:[Ww]e|[Tt]hey|I|[Hh]e|[Ss]he|[Tt]he\stwo(?:\ssides|\sdelegations)?|[Bb]oth\ssides"
    rf"|[Tt]he\sdelegations|[Oo]fficials(?:\sof\s[^.;]{{3,60}}?)?|{CAP})\s)(?:also\s|again\s|then\s|just\s"
    rf"|often\s|had\s|have\s){{0,2}}(?:met|sat\sdown)\b(?!\sthe\s(?:standard|criteria|test|conditions|deadline|bar))"
)
# matches "we visited the juvenile court", "They visited Holm prison", "we went to see Justice Hall", "toured a
# factory"; not "visited Beijing" (a trip)
VISITED = re.compile(
    r"\b(?:[Ww]e|[Tt]hey|[Tt]he\s(?:\w+\s)?delegations?|[Oo]ur\sguests|I)\s(?:also\s|then\s){0,2}(?:visited"
    r"|toured|went\sto\s(?:see|visit)|were\s(?:received|hosted)\s(?:by|at))\s(?P<what>(?!several|a\snumber"
    r"|various|some)[^,.;]{3,90})"
)
# whom: up to the end of the clause
_WHOM = (
    r"[^,.;]{3,90}?(?=[,.;]|\s(?:as\swell|to\s(?!the\s)|who|where|when|that|which|on\s|in\sorder|and\s(?:to"
    r"|join))\b|\Z)"
)
# matches "her very first meeting with the new Foreign Secretary", "held a virtual meeting with his counterpart", "a
# meeting hosted by", "meetings with"; not "the meeting"
MEETING_WITH = re.compile(
    rf"\b(?:[Hh]er|[Hh]is|[Aa]|[Tt]he|[Tt]heir|[Mm]y|[Oo]ur|[Tt]his)\s(?:[\w-]+\s){{0,3}}?meetings?\s(?:with|hosted|between"
    rf"|of\sthe\sinternational)\s{_WHOM}|\b(?:{CAP}[’']s)\smeetings?\s(?:with\s{_WHOM}|in\s{CAP})"
)
# matches "a telephone call between the two leaders", "numerous calls with Brazilian", "the Biden-Xi call", "the phone
# call"; not "this call",
# "the press call with", "we call on"
CALL = re.compile(
    rf"\b(?:(?:a|an|the|our|numerous|several|another|his"
    rf"|her)\s)?(?<![Pp]ress\s)(?:(?:tele)?phone\scalls?(?:\s(?:between|with)\s[^,.;]{{3,60}})?"
    rf"|video\scalls?(?:\s(?:between|with)\s[^,.;]{{3,60}})?|{CAP}[-–]{CAP}\scall"
    rf"|(?<!thanks\sfor\sthe\s)calls?\s(?:between|with)\s(?!us\b|you\b|an?\ssense|the\ssense)[^,.;]{{3,60}}"
    rf"|President\s{CAP}\sspeaking\sto\sPresident\s{CAP})"
)
# matches "going to Beijing next week", "a visit to Bogotá", "my going out there", "travel to China", "another trip
# this year", "visits in both
# directions", "the rescheduled visit to Beijing", "When you’re in Beijing next week"; not "cannot travel to China",
# "not to travel", "visitors"
TRIP = re.compile(
    rf"(?:\b(?:[\w’'.]+\s){{0,5}}?(?P<verb>going|go|travel|travell?ing|travell?ed|return|returning|returned|fly"
    rf"|flying|flew|trip|visit|visits)\s(?:back\s|out\s|over\s)?(?:by\s[^,.;]{{3,60}}?)?(?:to"
    rf"|there)\b(?:\s(?:the\s)?(?P<place>{CAP}(?:\s{CAP})?))?)"
    r"|\b(?:[\w’'-]+\s){0,4}?(?P<plan>visits\sin\sboth\sdirections|another\strip|(?:reciprocal|upcoming"
    r"|return)\s(?:visit|trip))\b"
    rf"|\bsent\s[^,.;]{{3,50}}?\sto\s(?P<place3>{CAP})"
    rf"|\b(?:you[’']re|we[’']re|I[’']m|is|are|be|while)\s(?:\w+\s){{0,2}}in\s(?P<place2>{CAP})\s(?=next"
    rf"|this\sweek|tomorrow|later)"
)
NO_TRIP = re.compile(
    r"(?i)\b(?:cannot|can[’']t|not\sto|like\sto|unable\sto|allowed\sto|going\sto\s(?:be|do|go\sinto|get"
    r"|continue|try|raise|have|take|turn)|go\sto\s(?:jail|prison|court)|safe\sreturn|release)\b"
)
# matches "the Woodside summit", "at the summit", "the upcoming G7", "G20 summit"
SUMMIT = re.compile(
    rf"\b(?:the\s)?(?:upcoming\s|last\s|next\s)?(?:(?P<where>{CAP})\s)?(?:summit\b|G(?:7|20)(?:\s[Ss]ummit)?\b)"
)
# matches "the Universal Periodic Review, which the Government undertook last year"
REVIEW = re.compile(r"\b(?:the\s)?(?:Universal\sPeriodic\sReview|UPR)\b")
# matches "the direct negotiations with representatives", "negotiations between", "months of negotiations"; not
# "negotiations are hard"
NEGOTIATIONS = re.compile(
    r"\b(?:the\s)?(?:direct\s)?(?:negotiations|talks|conversations)\s(?:with|between)\s[^,.;]{3,90}"
    r"|\b(?:many,?\s|several\s){0,2}months\sof\s(?:negotiations|talks)\b"
    r"|\bthe\s(?:direct\s)?negotiations\b"
)
# of the meeting that the document is about. matches "two days of discussions", "a two-day talk", "these discussions
# you’ve had in the past two
# days", "The two-day format of these meetings", "Yesterday, we were here"; not "the discussion of labour"
OURS = re.compile(
    r"\b(?:\w+\sdays\sof\s(?:discussions|talks|meetings)|a\s\w+-day\s(?:talks?|meeting|dialogue|discussion)"
    r"|these\s(?:discussions|talks|meetings)\s[^.;]{0,30}?(?:past|last)\s\w+\sdays"
    r"|[Yy]esterday,?\swe\swere\shere|[Tt]his\smeeting)\b"
)
# matches "continue the dialogue in the months ahead", "continue to engage in talks"; not "continue to raise"
CONTINUED = re.compile(r"\bcontinue\s(?:the|this|our|to\sengage\sin)\s(?:dialogue|talks|conversations?|negotiations)\b")
# matches "the negotiations that are ongoing with", "ongoing conversations"; not "the ongoing crisis"
ONGOING = re.compile(
    r"\b(?:the\s)?(?:(?:negotiations|conversations|talks)\sthat\sare\songoing(?:\swith\s[^,.;]{3,60})?"
    r"|ongoing\s(?:negotiations|conversations|talks))\b"
)
# matches "the signing of the Barbados agreement"; not "signing the bill"
SIGNING = re.compile(
    rf"\b(?:the\s)?signing\sof\s(?:the|an?)\s(?:{CAP}\s){{1,3}}(?:agreement|accords?|treaty|protocol|Agreement"
    rf"|Accords?|Treaty|Protocol)\b"
)
# what was named in the sentence before. matches "We expect to hold it", "expecting it to take place"; not "hold it
# against"
HOLD_IT = re.compile(
    r"\b(?:(?:hold|have|start|begin|convene)\sit\b(?!\sagainst)|expect\w*\sit\sto\s(?:take\splace|happen"
    r"|be\sheld)|[Tt]hat\smeeting\stook\splace|it\s(?:will|should)\s(?:take\splace|be\sheld))"
)
# matches "第三轮人权对话", "下一轮对话", "上一次磋商"; not "对话"
HAN_ROUND = re.compile(
    r"(?P<which>第[一二三四五六七八九十百\d]{1,4}[轮次届]|下一?[轮次届]|新一[轮次]|上一?[轮次届])[\u4e00-\u9fff]{0,8}?(?:对话|磋商|会谈|谈判)"
)
# matches "专家对话", "法律专家交流会", "工作组会议"
HAN_EXPERT = re.compile(r"(?:[\u4e00-\u9fff]{2}(?=专家))?专家(?:对话|磋商|会议|交流会?)|工作组会[议谈]")
# matches "同美国国务卿通电话", "访问北京", "对中国进行访问"
HAN_VISIT = re.compile(r"(?:通电话|通话)|(?:访问|出访|访华|访美|访欧)")
_SPELT_TEXT = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
seventeenth eighteenth nineteenth twentieth
"""
_SPELT = {word: str(number) for number, word in enumerate(_SPELT_TEXT.split(), 1)}


def ordinal(word: str) -> str:
    """A number in words or figures as figures: "Ninth" and "9th" -> "9"; "next" stays."""
    plain = word.casefold()
    return _SPELT.get(plain) or re.sub(r"(?<=\d)(?:st|nd|rd|th)\Z", "", plain)
