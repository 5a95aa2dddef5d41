"""The words that make a named person or a group a case, say what happened to them, and whether it was raised."""

import re

CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,24}"

# somebody's treatment is at issue. matches "the case of", "was detained", "disbarred", "whereabouts", "release of";
# not "in case of rain", "the release of the report"
AT_ISSUE = re.compile(
    r"(?i)(?<!in\s)\bcases?\b(?!\sstudy)|\b(?:detain\w*|imprison\w*|jail\w*|prison(?:er)?s?|arrest\w*"
    r"|sentenc\w*|convict\w*|disbar\w*|disappear\w*|whereabouts|abduct\w*|tortur\w*|"
    r"executed|death\srow|house\sarrest|exit\sban|on\strial|pending\s(?:trial|charges)|charges|clemency"
    r"|pardon\w*|hostages?|released?\b(?!\s(?:the|a)\s(?:statement|report|document))|(?:his|her|their"
    r"|immediate)\srelease|freed|extradit\w*|fugitive|pled\sguilty|appeal\w*|dissidents?|activist"
    r"|prisoners?\sof\sconscience|lawyer)\b"
    r"|案|被捕|被拘|被判|关押|拘押|判刑|失踪|释放|维权"
)
# we brought it up. matches "we raised", "raised the case", "expressed concern about", "asked for her release", "can
# mention"; not "raised by the press", "we raised taxes"
RAISES = re.compile(
    r"(?i)\b(?:we|I|he|she|side\sof\s\w+|side|delegation|secretary|advisor|president|minister"
    r"|ambassador)(?:[’']ve|\salso|\shave|\scan|\scertainly|\sdid)*\s(?:also\s)?(?:raised?|mention(?:ed)?"
    r"|brought\sup|expressed?\s(?:our\s|serious\s|deep\s)?concerns?|pressed|asked\sfor|called\sfor|urged"
    r"|appealed)\b"
    r"|\braised\s(?:the\s|his\s|her\s|their\s)?(?:specific\s|individual\s)?(?:cases?|concerns?|names?"
    r"|prisoners?|it\b)|\bagreed\sto\srelease\b|\bagreement\sto\ssecure\sthe\srelease|\b(?:will"
    r"|to)\sbe\s(?:released|extradited)|\bgrant\sclemency|\bbe\sreleasing\b|提出.{0,12}案|提及"
)
# and they. matches "they raised", "the Chinese raised"
THEY_RAISE = re.compile(
    r"\b(?:[Tt]hey|[Tt]he\s[A-Z]\w+(?:\s(?:side|delegation))?)\s(?:also\s)?(?:raised|brought\sup|complained\sabout)\b"
)
# said not to have been. matches "that was not raised", "we did not raise it", "it did not come up"; not "we raised"
NOT_RAISED = re.compile(
    r"(?i)\b(?:(?:was|were)(?:\snot|n[’']t)\s(?:raised|discussed|mentioned|brought\sup)|(?:did\snot"
    r"|didn[’']t)\s(?:raise|discuss|mention|bring\sup|come\sup))\b|没有提"
)

# what happened to somebody. matches "was sentenced in January to six years in prison", "has been held in the north
# since May", "is in prison or detained", "pled guilty",
# "facing pending charges"; not "was raised"
STATUS = re.compile(
    r"(?i)(?:\b(?:is|was|are|were|been|being|be|remains?|[’'](?:s|re|ve\sbeen))\s(?:\w+ly\s|still\s|now\s"
    r"|also\s|either\s|soon\s|actually\s|(?:in\sfact\s)){0,3}"
    r"|\b(?:who\s)?(?:had\stheir\s(?=licen)))?"
    r"(?P<what>(?:held(?!\s(?:a|an|the|its|talks|under\san\sembargo|this|in\sth(?:is|e)\s(?:room|city|building"
    r"|capital|ministry|palace)|to\saccount|fully"
    r"|accountable|regular)\b)|detained|arrested|sentenced|imprisoned|jailed|disbarred|convicted|charged\swith"
    r"|abducted|disappeared|executed|tortured|missing|released|freed|extradited|exiled|pardoned|in\s(?:prison"
    r"|detention|custody|jail|exile|hiding|solitary\sconfinement|good\shealth|poor\shealth)"
    r"|under\s(?:house\sarrest|arrest|investigation|surveillance)|on\s(?:trial|death\srow|hunger\sstrike"
    r"|house\sarrest)|pending\s(?:trial|sentencing)|facing\s(?:pending\s)?(?:charges|trial|deportation)"
    r"|serving\s(?:a|his|her|an)|barred\sfrom\sleaving|denied\s(?:bail|medical)|licenses?\snot\srenewed"
    r"|pled\sguilty|pleaded\sguilty)\b"
    r"(?:\sor\s(?:detained|arrested|had\stheir\slicen[cs]es\snot\srenewed))?(?:\s(?:in|to|for|on|at|since|by"
    r"|from|without|under|until|with|about|after|because\sof)\s(?:[\w’'-]+\s?){1,8}?(?=[.,;:—–]|\s(?:and|but"
    r"|who|which|because|as|so|we|I|in\spart)\b|\Z)){0,2})"
)
WHEREABOUTS = re.compile(r"(?i)\bwhereabouts\b|下落")
HAN_STATUS = re.compile(r"被(?:捕|拘留|拘押|关押|逮捕|判(?:刑|处)[^，。；]{0,12}|失踪|吊销[^，。；]{0,6})")

_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|dozens?|several|some|\d{1,3}(?:,\d{3})*|\d{4})"
)
_WHO = (
    r"(?:citizens?|nationals?|lawyers?|journalists?|activists?|prisoners?|detainees?|hostages?|individuals?"
    r"|people|persons?|women|men|monks?|nuns?|students?|reporters?|defenders?|dissidents?|Americans?|Canadians?"
    r"|Britons?|Australians?|Venezuelans?|Uyghurs?|Tibetans?|pastors?|writers?|workers?|opposition\sleaders?)"
)
_DONE = (
    r"(?:detained|imprisoned|jailed|disbarred|arrested|disappeared|abducted|executed|sentenced|held|released"
    r"|convicted|taken\shostage)"
)
_HOW = r"(?:(?:wrongfully|unjustly|arbitrarily|unlawfully|falsely|recently|currently)\s)?"
# a group, by what was done to them before the noun. matches "detained American citizens", "these six wrongfully
# detained Americans", "20 political prisoners", "the hostages in Gaza"; not "political parties"
GROUP_BEFORE = re.compile(
    rf"\b(?:(?:all|six|one)\sof\s)?(?:the\s|these\s|those\s|other\s"
    rf"|three\sother\s)?(?:(?P<number>{_NUMBER})\s)?(?:other\s|more\s|of\sthese\s"
    rf"|of\sthe\s)?(?:(?P<done>{_HOW}(?:detained|imprisoned|jailed|disbarred|disappeared|abducted"
    rf"|released))\s(?:{CAP}\s)?(?P<who>{_WHO})"
    rf"|(?:(?P<nation>{CAP})\s)?(?:political\s)?(?P<held>prisoners(?!\sof\swar)|detainees|hostages"
    rf"|prisoners\sof\sconscience)(?:\sin\s{CAP}|\scurrently\sin\scustody)?)\b"
)
# a group, by what was done to them after it. matches "lawyers who’ve been either disbarred or had their licenses not
# renewed", "six Americans who have been wrongfully detained in Verania"; not "people who came"
GROUP_AFTER = re.compile(
    rf"\b(?:the\s|these\s|some\s)?(?:(?P<number>{_NUMBER})\s)?(?:other\s|{CAP}\s)?(?P<who>{_WHO})\s(?:who"
    rf"|that)(?:[’'](?:ve|re)|\shave|\swere|\sare|\shad)(?:\sbeen|\shad)?\s(?:either\s"
    rf"|still\s)?(?P<done>{_HOW}{_DONE}(?:\sin\s{CAP}|\sor\s(?:had\s)?[^.,;]{{3,50}})?"
    rf"|arrest\swarrants\s[^.,;]{{3,30}})"
)
# others, counted beside a first group. matches "four other Americans"; only in a sentence that is about a case
GROUP_OTHER = re.compile(rf"\b(?P<number>{_NUMBER})\sother\s(?P<who>(?!prisoners|detainees){_WHO})\b")
# a name lost in print. matches "the (inaudible) case", "case of (inaudible)"
LOST_NAME = re.compile(
    r"(?i)\b(?:the\s)?[(\[\\]+\s?inaudible\s?[)\]\\]+\scase\b|\bcase\sof\s[(\[\\]+\s?inaudible\s?[)\]\\]+"
)
# matches "also known as “Tall Leo”", "known as Tall Leo"; not "known as a"
ALSO_KNOWN = re.compile(rf"\b(?:also|better)?\s?known\sas\s[“\"]?(?P<alias>{CAP}(?:\s{CAP}){{0,3}})")
# matches "律师多兰的案件", "维权人士李某案"; not "律师的案件"
HAN_CASE = re.compile(
    r"(?:律师|记者|作家|学者|活动人士|维权人士|异见人士|公民|教授|牧师|喇嘛)(?P<name>(?!的)[\u4e00-\u9fff·]{2,4}?)(?=的?案|一案|被|等人)"
)
# a role that a case may bear. matches "the lawyer", "an activist"
ROLE = re.compile(
    r"(?i)\A,?\s(?:the|an?|who\sis\san?)\s(?:\w+\s){0,2}(?:lawyer|activist|journalist|writer|pastor|dissident"
    r"|blogger|monk|nun|scholar|professor|artist|publisher|editor|student|businessman)\b"
)
