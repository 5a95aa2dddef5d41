"""Who took part, in Chinese: persons after their offices, and bodies listed before "等部门代表"."""

import re
from collections.abc import Iterator

from twotrack.reading.findings import MeetingFinding, Span
from twotrack.reading.han import simplified
from twotrack.reading.participant_mentions import Participant
from twotrack.reading.sides import Sides
from twotrack.reading.spoken import Spoken
from twotrack.reading.whose import party_in_han, side_mark_in_han
from twotrack.reading.word_lists import rows

_HAN = "\u3400-\u9fff"
# a sentence that says who took part. matches "共同主持", "参加了对话", "会见了"; not "主持人"
_CUE = re.compile(
    r"主持(?!人)|出席|参加|率团|率领|率(?=[\u3400-\u9fff]{0,6}代表团)|会见|会谈|会晤|与会|陪同|牵头|分别为|担任团长|代表团团长|同[^，。]{2,30}举行"
    r"|通(?:了)?电话|通话|访问|拜会|参访|派员|派代表|说明"
)
_OFFICES = "|".join(
    sorted(
        {
            *(
                row[0]
                for row in rows("titles.tsv")
                if row[1] == "han" and row[0] not in {"先生", "女士", "博士", "律师", "记者", "喇嘛", "教授"}
            ),
            *[
                "特别代表",
                "部长助理",
                "司级官员",
                "副院长",
                "副主席",
                "副主任",
                "主任",
                "副局长",
                "副秘书长",
                "总干事",
                "高级专员",
                "国务秘书",
                "国务卿",
                "副国务卿",
                "助理国务卿",
                "首相",
                "副首相",
                "副总理",
                "检察长",
                "副检察长",
                "团长",
                "副代表",
                "人权专员",
                "监察员",
                "首席大法官",
                "大法官",
                "副部长级官员",
                "副会长",
                "会长",
                "负责人",
                "副大臣",
                "外相",
                "次长",
                "政务次长",
                "常务次长",
                "国王",
                "女王",
                "外交委员",
                "议员",
                "国会议员",
                "议长",
                "副议长",
                "署长",
                "处长",
                "主委",
                "检察总长",
                "人权大使",
                "特别报告员",
                "专员",
            ],
        },
        key=len,
        reverse=True,
    )
)
_AFTER_NAME = (
    r"(?=[与和同及、，,。；（(]|共同|率|主持|出席|参加|会见|会谈|会晤|在|于|分别|举行"
    r"|表示|担任|\s|\Z|说|陪同|等|通|一行|介绍|将|邀请|去年|今年|昨天|昨日|日前|已|赴|于|拜会|访问|参访|回答|答)"
)
# a person after an office. matches "外交部司长李想与", "部长约翰·霍尔，"; not "司长级对话"
_PERSON = re.compile(
    rf"(?P<title>{_OFFICES})(?P<name>(?![级会的])[{_HAN}]{{2,5}}?(?:[·・][{_HAN}]{{1,8}}?){{0,3}}){_AFTER_NAME}"
)
_NO_NAME = re.compile(r"[级部厅局院团会国对话磋商代表官员今年明昨日月及其率共同]|参加|出席|派|邀请|访问|主持")
# bodies. matches "最高人民法院", "公安部", "国家民委", "全国妇联"; not "部门", "外交部长"
_BODY = re.compile(
    rf"(?P<body>[{_HAN}]{{1,14}}?(?:部|委员会|民委|卫健委|法院|检察院|总局|局|署|联合会|妇联|残联|全国人大|总工会|协会|基金会|研究会|办公室|新闻办|统战部"
    rf"|外交事务部|内政部|监察院|事务院|司法院|立法院|行政院))"
    r"(?=[、，。和与及等的代官派均都]|\Z)"
)
_LIST_AHEAD = re.compile(
    r"等?(?:部门|单位|机构|方面)?(?:的)?(?:代表|官员|专家|负责人|派员)?(?:也|均|都|共同)?(?:派代表|派员)?(?:参加|出席|与会|参会|陪同)|的?(?:代表|官员)(?:参加|出席|与会)"
)
_BODY_ENDS = re.compile(r"(?:部|委员会|院|局|署|联|协会|办公室)\Z")
_CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]?")
_LEAD = re.compile(r"^(?:应|及|来自|包括|以及|和|与|同|由|双方|会见了?|拜访了?|走访了?|还有|中方|对方|有关)+")


def find_told_in_han(spoken: Spoken, sides: Sides, main: MeetingFinding | None) -> Iterator[Participant]:
    """The persons and bodies that sentences in Chinese say took part."""
    for number in spoken.han:
        one = spoken.said[number]
        if not one.official or one.heading or not _CUE.search(words := simplified(one.words)):
            continue
        at = 0
        for match in _PERSON.finditer(words):
            if _NO_NAME.search(match["name"]):
                continue
            start = max([at, *(m.end() for m in re.finditer(r"[，。；、与同]", words[: match.start()]))][-2:])
            own = _LEAD.sub("", words[start : match.start("title")])
            received = re.search(r"(?:会见|拜会|会晤|走访)了?", words[at : match.start("title")])
            side = _side(sides, one.words[at + (received.end() if received else 0) : match.start("title")])
            if received and side is None:
                side = sides.ours if _side(sides, words[: at + received.start()]) != sides.ours else sides.theirs
            body = re.match(rf"[{_HAN}]{{1,16}}?(?:部|院|局|委员会|厅|署|中心)(?![门长])", own)
            yield Participant(
                name=one.words[match.start("name") : match.end("name")],
                title=own[body.end() if body else 0 :] + match["title"],
                organisation=body.group() if body else None,
                side=side or sides.ours,
                meeting=main.id if main else None,
                rule="participants.han",
                confidence=0.65,
                head="率" in words[match.end() : match.end() + 2] or "主持" in words[match.end() : match.end() + 12],
                mentions=[Span(one.start + start, one.start + match.end("name"))],
            )
            at = match.end()
        for person in spoken.names(one):
            if person.title and person.name[0] >= "\u3400" and not _PERSON.search(words, person.start - one.start - 6):
                yield Participant(
                    name=person.name,
                    title=person.title,
                    organisation=None,
                    side=_side(sides, one.words[: person.start - one.start]) or sides.ours,
                    meeting=main.id if main else None,
                    rule="participants.han",
                    confidence=0.55,
                    mentions=[person.whole],
                )
        yield from _bodies(one.start, one.words, words, sides, main)


def _bodies(start: int, printed: str, words: str, sides: Sides, main: MeetingFinding | None) -> Iterator[Participant]:
    """The bodies listed before "等部门代表参加"."""
    ahead = _LIST_AHEAD.search(words)
    if ahead is None:
        return
    left = max(words.rfind(mark, 0, ahead.start()) for mark in "。；：") + 1
    clause = max(words.rfind(mark, 0, ahead.start()) for mark in "，。；：") + 1
    if not all(_BODY_ENDS.search(part) for part in words[left:clause].split("，")[-2:-1]):
        left = clause
    for match in _BODY.finditer(words, left, ahead.start() + 1):
        lead = _LEAD.match(match["body"])
        at = match.start() + (lead.end() if lead else 0)
        if re.match(r"[\u4e00-\u9fff]方", words[at:]):
            at += 2
        side = side_mark_in_han(printed[:at], sides) or sides.ours
        if match.end() - at < 3:
            continue
        yield Participant(
            name=None,
            title=None,
            organisation=printed[at : match.end()],
            side=_side(sides, printed[at : match.end()]) or side,
            meeting=main.id if main else None,
            rule="participants.han-agency",
            confidence=0.6,
            mentions=[Span(start + at, start + match.end())],
        )


def _side(sides: Sides, words: str) -> str | None:
    """The last party that words before a name tell: "中国与瑞士在北京" tells none, since both stand there."""
    return party_in_han(words, sides)
