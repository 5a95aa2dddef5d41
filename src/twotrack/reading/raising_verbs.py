"""The verbs by which something is raised, discussed or answered, and the words that turn them."""

import re
from enum import Enum


class Deed(Enum):
    """What a verb does with what it speaks of."""

    RAISED = "raised"
    STRESSED = "stressed"  # brought up as a view: a theme's raiser, no representation for a case
    DISCUSSED = "discussed"
    REPLIED = "replied"


# matches "raised", "brought up", "asked for", "called for", "expressed serious concern"; not "raised taxes" (what follows
# decides), "asked whether we could"
VERB = re.compile(
    r"\b(?:(?P<raised>rais(?:ed?|es|ing)|br(?:ought|ings?|inging)\s(?:it\s|this\s|them\s|that\s)?up|mention(?:ed|s|ing)?"
    r"|recall(?:ed|s|ing)|(?:in|en)quir(?:ed?|es|ing)|(?:asked|asks|asking|press(?:ed|es|ing)|call(?:ed|s|ing)|appeal(?:ed|s|ing)"
    r"|push(?:ed|es|ing))\s(?:\w+\s){0,2}?(?:for|about|after|on|upon)|urg(?:ed?|es|ing)|demand(?:ed|s|ing)"
    r"|request(?:ed|s|ing)|hand(?:ed|ing)\s(?:\w+\s)?over|submitted|took\sup|sought|seeks?|dr(?:ew|aws?|awing)\s(?:\w+\s){0,2}attention"
    r"|refer(?:red|s|ring)\sto|(?:express(?:ed|es|ing)?|voic(?:ed|es|ing)|convey(?:ed|s|ing)?|reiterat(?:ed?|es|ing)"
    r"|share[ds]?)\s(?:\w+\s){0,5}?(?:concerns?|alarm|worry|dismay|regret)|(?:is|are|was|were|be|remains?)\s(?:\w+\s){0,2}?"
    r"(?:concerned|alarmed|troubled|appalled)|condemn(?:ed|s|ing)?|deplor(?:ed?|es|ing)|complain(?:ed|s|ing)?)"
    r"|(?P<stressed>stress(?:ed|es|ing)|under(?:lin|scor)(?:ed?|es|ing)|highlight(?:ed|s|ing)?|emphasi[sz](?:ed?|es|ing)"
    r"|welcom(?:ed|es|ing)|encourag(?:ed|es|ing)|critici[sz](?:ed|es|ing)|set(?:s|ting)?\sout|outlin(?:ed|es|ing)"
    r"|not(?:ed|es|ing)|reaffirm(?:ed|s|ing)|presented|introduced|briefed|acknowledg(?:ed|es|ing)|objected|turned\sto|opened\swith|opposes?"
    r"|opposed|expressed|asked|called)"
    r"|(?P<discussed>discuss(?:ed|es|ing)?|exchang(?:ed|es|ing)|t(?:alked|alk|alking)\sabout|sp(?:oke|oken|eaking)\sabout"
    r"|wrap(?:ped)?\sup\swith|touch(?:ed|es|ing)\s(?:up)?on|cover(?:ed|s|ing)|address(?:ed|es|ing)|focus(?:s?ed|es|ing)\son|dealt\swith|review(?:ed|ing)"
    r"|had\s(?:an?\s)?(?:[\w-]+\s){0,4}?(?:discussions?|exchanges?|conversations?|talks))"
    r"|(?P<replied>repl(?:ied|ies|ying)|respond(?:ed|s|ing)|answered|informed|explained|told|said|stated|says|claim(?:ed|s)"
    r"|denied|assured|argued|maintained|rejected|announced|agreed|clarified|visited|met))\b"
)
# what was not done. matches "did not ", "was never ", "declined to "; not "not only "
NEGATED = re.compile(
    r"(?i)(?:\b(?:not|never|without|nor|neither|declined\sto|failed\sto|refused\sto|no)|n[’']t)\s(?!only\b)(?:[\w’-]+\s){0,2}\Z"
)
# what is to be done, or might. matches "will ", "would have ", "plans to ", "should "
TO_COME = re.compile(
    r"(?i)\b(?:will|would|should|shall|could|may|might|must|plans?\sto|intends?\sto|hopes?\sto|wants?\sto|going\sto|expects?\sto"
    r"|did|do|does|if|whether|want\sto|like\sto)\s(?:[\w’-]+\s){0,3}\Z"
)
# matches "was ", "were also ", "has been repeatedly "; not "has "
PASSIVE = re.compile(r"(?i)\b(?:was|were|been|being|be|is|are|got)\s(?:(?:also|not|never|all|\w+ly)\s){0,2}\Z")
# a verb that goes on with the subject before. matches ", and also ", " and ", "but "
JOINED = re.compile(
    r"(?:\A|[,;]|\b(?:and|but|or|as\swell\sas|also|then|to|before|after|while|by))\s(?:(?:also|again|then|\w+ly)\s){0,2}\Z"
)

# the same in German, French and Spanish, whose verbs may come last. matches "a évoqué", "angesprochen", "kritisierte"
EUROPEAN_VERB = re.compile(
    r"(?P<raised>\b(?:évoquée?s?|soulevée?s?|abordée?s?|mentionnée?s?|demandée?|exprimé(?:\s\w+){0,3}\s(?:préoccupation|inquiétude)|appelé\sà|condamné"
    r"|rappelé|exhorté|angesprochen|thematisiert(?:e|en)?|gefordert|fordert?e?n?|kritisiert(?:e|en)?|verurteilt(?:e|en)\b|mahnte|appellierte|spr(?:ach|icht|eche)\s[^.]{1,120}?\san"
    r"|plante(?:ó|aron)|mencion(?:ó|aron)|pidi(?:ó|eron)|exigi(?:ó|eron)|expres(?:ó|aron)(?:\s\w+){0,3}\spreocupación|denunci(?:ó|aron))\b)"
    r"|(?P<discussed>\b(?:échangé|échange|discuté|entretenus?|gesprochen|ausgetauscht|diskutiert(?:en)?|erörtert(?:en)?|tauschten|abord(?:ó|aron)|intercambiaron|discutieron)\b)"
    r"|(?P<stressed>\b(?:souligné|salué|insisté|présenté|betonte|begrüßte|hob|subray(?:ó|aron)|destac(?:ó|aron)|acogi(?:ó|eron))\b)"
    r"|(?P<replied>\b(?:répondu|indiqué|erklärte|erwiderte|antwortete|respondi(?:ó|eron)|dit|sagte)\b)"
)
EUROPEAN_NOT = re.compile(r"(?i)(?:\bn[’'e]\s?\w*\s?pas\s|\bnicht\s|\bno\s)(?:\w+\s){0,1}\Z")
HAN_SIDE = re.compile(
    r"(?<![向与同和对请使])(?:(?P<ours>我方|我国)|(?P<theirs>对方|外方|对话方)|(?P<both>双方|两国|中外双方|双边)|(?P<side>[\u4e00-\u9fff])方(?![面式案法向针便才]))"
)
HAN_VERB = re.compile(
    r"(?P<raised>提出|提及|提到|关切|关注|要求|敦促|呼吁|谴责|询问|交涉|过问)|(?P<discussed>交换意见|交换了意见|讨论|交流|探讨|沟通)"
    r"|(?P<stressed>强调|介绍|指出|批评|阐述|重申|阐明)|(?P<replied>表示|回应|答复|回答|认为|同意|访问|会见)"
)
HAN_NEGATED = re.compile(r"(?:没有|未|不|并未|从未)\Z")


def deed_of(match: re.Match[str]) -> Deed:
    """What a match of VERB or HAN_VERB does."""
    return Deed(match.lastgroup)
