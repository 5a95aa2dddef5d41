"""Meetings told in Chinese: rounds, visits, calls, who met whom, gatherings, and visits to sites.

The patterns are written in simplified characters and looked for in words converted to them, character for character.
"""

import re
from collections.abc import Iterator

from twotrack.reading.han import simplified
from twotrack.reading.meeting_words import Named
from twotrack.vocabulary import MeetingKind

_H = "\u3400-\u9fff"
# matches "第七轮临洲—莱茵兰人权对话", "下一届谘商", "本届磋商", "上届会议", "首轮会谈"; not "对话比对抗好"
_ROUND = re.compile(
    rf"(?P<which>第[一二三四五六七八九十百\d]{{1,4}}[轮次届回]|[上下]一?[轮次届]|新一[轮次届]|首[轮届]|首次(?=[\u3400-\u9fff]{{0,8}}(?:对话"
    rf"|磋商))|[本此][轮次届])(?:[{_H}—–·-]{{0,24}}?)(?:对话|磋商|会谈|谈判|[谘咨]商(?:会议)?|会议|会晤|例会)"
)
# matches "司法制度研讨会", "渔工权益专家会议", "工作小组首次会议"; not "专家"
_EXPERT = re.compile(
    rf"[{_H}]{{0,8}}?(?:研讨会|工作坊|工作小?组(?:首次)?(?:会议)?|专家(?:会议|对话|磋商|交流会?)|首次会议)"
)
# matches "对临洲进行正式访问", "访问瑞丹", "出访", "访华", "来访"; not "访问的目的"
_VISIT = re.compile(
    rf"(?:对[{_H}]{{2,8}}?(?:进行|作)(?:[{_H}]{{2,4}})?访问|(?:访问|出访|往访)(?!的|量|学者)(?:[{_H}]{{2,4}})?|访[华美欧日韩]|来访|来华)"
)
# matches "参访了海宁市残疾人就业中心", "参观江宁市法律援助中心", "走访"; not "参观者"
_SITE = re.compile(rf"(?:[{_H}]{{1,6}})?(?:参观|参访|走访|考察)(?!者|团)了?[{_H}]{{3,24}}")
# matches "会见了瑞丹国副首相安娜·林德", "拜会立法院副院长", "同瑞丹国王通电话", "举行会谈", "与外长会谈"
_MET = re.compile(
    rf"(?:[{_H}]{{2,12}})?(?:会见|会晤|拜会|接见)了?[{_H}·・]{{2,24}}|(?:[{_H}]{{1,10}})?[同与和][{_H}·・]{{2,20}}?(?:通"
    rf"(?:了)?电话|通话|会谈|会面|会晤)|(?:[{_H}]{{2,8}})?通了?(?:电话|话)"
)
# matches "海洋民主峰会", "上合组织峰会", "关于儿童权利的边会"; not "高峰"
_GATHERING = re.compile(rf"[{_H}]{{2,10}}(?:峰会|领导人会议|高官会|边会)")
# a dialogue by its name alone. matches "中欧人权对话", "政治磋商"; not "对话"
_TALK = re.compile(r"[—–-]?[\u3400-\u9fff]{2,8}(?:人权|战略|政治)(?:对话|磋商|[谘咨]商)")
_MAYBE = re.compile(r"希望|邀请|原定|推迟|将|拟")
_CUES = re.compile(r"[轮次届输輪屆对對磋商谈談会會访訪参參观觀拜电電话話峰组組]")


def find_in_han(printed: str) -> Iterator[Named]:
    """The namings of meetings in one sentence of Chinese."""
    if not _CUES.search(printed):
        return
    words = simplified(printed)
    for match in _ROUND.finditer(words):
        which = match["which"]
        yield Named(
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.ROUND,
            key=f"round {'main' if which[0] in '本此' else which}",
            named=which[0] in "第首",
        )
    for match in _TALK.finditer(words):
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.ROUND, key="", needs_date=True)
    for match in _EXPERT.finditer(words):
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.EXPERT_DIALOGUE, key="expert")
    for match in _SITE.finditer(words):
        yield Named(start=match.start(), end=match.end(), kind=MeetingKind.SITE_VISIT, key="", named=True)
    for match in _MET.finditer(words):
        if "允许" in match.group():
            continue
        call = "话" in match.group()[-2:]
        yield Named(
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.CALL if call else MeetingKind.OTHER,
            key="call" if call else "",
            needs_date=False,
            named=not call,
        )
    for match in _VISIT.finditer(words):
        yield Named(
            start=match.start(), end=match.end(), kind=MeetingKind.VISIT, key="", needs_date=not _MAYBE.search(words)
        )
    for match in _GATHERING.finditer(words):
        yield Named(
            start=match.start(),
            end=match.end(),
            kind=MeetingKind.OTHER,
            key=f"gathering {match.group()[-6:]}",
            named=True,
        )
