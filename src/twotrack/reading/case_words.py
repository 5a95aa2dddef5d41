"""The words that make a named person or a group a case, say what happened to them, and whether it was raised."""

import re

from twotrack.reading.word_lists import lines

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
# said not to have been. matches "that was not raised", "we did not raise it", "it did not come up"; not "we raised"
NOT_RAISED = re.compile(
    r"(?i)\b(?:(?:was|were)(?:\s(?:not|never)|n[’']t)\s(?:raised|discussed|mentioned|brought\sup|on\sthe\sagenda|part\sof\sthe)|(?:did\snot"
    r"|didn[’']t|never)\s(?:raised?|discuss(?:ed)?|mention(?:ed)?|bring|c[oa]me\sup|address|get\sto|talk\sabout))\b|没有(?:提|谈|讨论)|未(?:提|谈及|讨论)"
)
# what was agreed on persons held: they were spoken of. matches "agreed to release", "will be released", "secured the
# release"; not
# "was released"
NEGOTIATED = re.compile(
    r"(?i)\bagreed\sto\s(?:release|free)\b|\bagreement\s(?:to\s(?:secure|free|release)|on\sthe\srelease|for\sthe\srelease)|\bsecured?\s(?:the|his|her|their)\srelease|\b(?:will|to)\sbe\s(?:released|extradited)"
    r"|\bgrant(?:ed|ing)?\sclemency|\bbe\sreleasing\b|\bbrought\shome\b|\bbring(?:ing)?\s(?:\w+\s)?home\b"
)
# what a side says that it does, or wants done, for somebody held: it takes the case up in public. matches "call for his
# release", "should be released", "will not stop until", "doing everything we can to bring her home", "wrongfully detained",
# "condemn the detention"; not "was released"
PRESSES_FOR = re.compile(
    r"(?i)\b(?:call(?:s|ed|ing)?\s(?:\w+\s){0,4}?(?:for|on|upon)\s[^.?!]{0,80}?\b(?:releas\w*|free\b|freed\b)|(?:should|must|ought\sto|needs?\sto|deserves?\sto)\s(?:\w+\s){0,3}?(?:be\s(?:\w+ly\s)?(?:released?|freed|home|let\sgo|reunited)|releas\w*|let\s(?:him|her|them)|come\shome|free\s)"
    r"|(?:urge[ds]?|press(?:ed|es|ing)?|push(?:ed|es|ing)?|demand(?:ed|s|ing)?|appeal(?:ed|s|ing)?|advocat\w+)\s[^.?!]{0,80}?\b(?:releas\w*|free\b|freedom)"
    r"|(?:wrong(?:ful)?ly|unjust(?:ly)?|arbitrar(?:y|ily)|unlawfully|unacceptabl[ey]|wrongful)\s(?:\w+\s)?(?:detain\w*|detention|held|imprison\w*|jailed|convict\w*)"
    r"|(?:doing|do|done)\s(?:\w+\s)?(?:everything|all)\s(?:that\s)?(?:we|he|she|I|in)\b|(?:continu\w+|keep|working|work|fight\w*|committed|focused|determined|effort\w*)\s(?:\w+\s){0,5}?(?:to\s|on\s|at\s)?(?:get|getting|bring|bringing|secur\w+|free|freeing|win|see)\s(?:\w+\s){0,5}?(?:home|back|out|release|freedom|releas\w*|safely)"
    r"|until\s(?:he|she|they|every\w*|all|\w+)\s(?:is|are|comes?)\s(?:\w+\s){0,2}?(?:home|free|released|back|reunited)|condemn\w*\s(?:\w+\s){0,3}?(?:detention|arrest|sentenc\w+|imprison\w+|jailing|conviction|trial|killing|murder|treatment|this|it)"
    r"|sham\s(?:trial|proceeding|judicial|charge)|(?:deeply|gravely|very|extremely|seriously)\s(?:concerned|troubled|disturbed)\s(?:about|by|at|for|over)|secur(?:e|ing)\s(?:his|her|their|the)\s(?:\w+\s)?(?:release|freedom|return))\b"
)
# raised, in German, French and Spanish. matches "angesprochen", "a évoqué le cas", "planteó el caso"; not "sprach über"
RAISED_IN_EUROPEAN = re.compile(
    r"(?i)\b(?:angesprochen|zur\sSprache\sgebracht|thematisier(?:t|te|ten)|spr(?:a|i)ch(?:t|en|e)?\s[^.]{0,120}\san\b|forder(?:e|n|t|te|ten)\b|(?:a|ai|ont|avons)\s(?:également\s|aussi\s)?(?:évoqué|soulevé|abordé|mentionné|demandé|appelé)"
    r"|plante(?:ó|aron)|abord(?:ó|aron)|mencion(?:ó|aron)|pidi(?:ó|eron)|exigi(?:ó|eron))"
)
# a case spoken of before is brought up. matches "we raised it", "She raised that case", "It was raised", "did not
# come up",
# "raised the specific prisoners"; not "we raised taxes"
RAISED_IT = re.compile(
    r"(?i)\b(?:rais(?:ed?|es|ing)|br(?:ought|ing|ings)\sup|mention(?:ed|s)?|discuss(?:ed)?|rais(?:ed?)\swith\s\w+)\s(?:with\s\w+\s)?(?:it|this|that|these|those|them|both|him|her|his|their|all|each|every"
    r"|the\s(?:case|cases|matter|issue|names?|prisoners|detainees|specific|individual)|specific|individual|(?:\w+\s){0,2}(?:prisoners|cases|names|detainees))\b"
    r"|\b(?:it|that|this|they|those|these|both|case|cases|names?|matter)\s(?:\w+\s)?(?:was|were|has\sbeen|have\sbeen|came|come|did|is|are)\s(?:\w+\s)?(?:raised|brought\sup|discussed|mentioned|up|not|come)"
)
# a sentence that lists what the one before speaks of. matches "These included", "Among them was", "They are"; not "Then"
OF_LIST = re.compile(
    r"(?i)\A\W{0,3}(?:these|those|they|among\s(?:them|these|those)|including|one\s(?:of\s(?:them|these|those)|is|was)|the\slist|they\sinclude|(?:I|we)\scan\s(?:mention|name)|for\sexample|in\sparticular)\b"
)
# a refusal to speak of cases. matches "I’m not going to get into names", "we do not discuss individual cases",
# "nothing to share on that"
DECLINES_CASES = re.compile(
    r"(?i)\b(?:not|n[’']t|never|won[’']t|cannot|can[’']t)\s(?:going\sto\s|want\sto\s|be\sable\sto\s|in\sa\sposition\sto\s|able\sto\s|prepared\sto\s)?(?:\w+\s){0,2}?(?:get\sinto|go\sinto|comment|discuss|talk\sabout|speak\sto"
    r"|share|give|name|confirm|say\s(?:more|anything|who|which)|disclose|speculate|read\sout|elaborate)\b|\b(?:have|got|has)\s(?:nothing|no\s(?:comment|information|update|details|further|announcement)|not?\s(?:anything|information))"
    r"|\b(?:do\snot|don[’']t)\s(?:\w+\s)?have\s(?:anything|any\s(?:information|update|details|comment|readout|more))|\bno\scomment\b|\bdeclin(?:e|ed|ing)\sto\b|\bprivate(?:ly)?\sdiplomatic|\bleave\s(?:it|that)\s(?:there|at\sthat)"
    r"|\bprivacy\s(?:considerations|concerns|reasons|act)|不讨论|不评论|不予置评|无可奉告|没有(?:可以|什么)?(?:信息|消息)|不了解(?:有关|你|这|具体|情况)|没有(?:更多)?(?:可以|可)(?:告诉|提供)"
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
    r"|serving\s(?:a|his|her|an)|hospitali[sz]ed|moved\sto|transferred\sto|killed|beaten|kidnapped|held\swithout\scharge|inhaftiert|verurteilt|verhaftet|festgenommen|freigelassen|barred\sfrom\sleaving|denied\s(?:bail|medical)|licenses?\snot\srenewed"
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
    r"|Britons?|Australians?|Venezuelans?|Uyghurs?|Tibetans?|pastors?|writers?|workers?|opposition\sleaders?|[A-Z][a-z]{2,14}(?:ans?|ese))"
)
_WHO_MANY = re.sub(r"(?<=[a-z])s\?", "s", _WHO)
# several persons, whatever they are; two letters at least before the s
_MANY = r"(?:[a-z]{3,15}s|people|women|men|persons)"
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
    rf"|released))\s(?:{CAP}\s)?(?P<who>{_WHO_MANY})"
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
# a group of whom something was done. matches "at least 47 people were detained", "five monks have been sentenced",
# "47 people, among them two reporters, were detained"; not "47 people were there"
GROUP_WERE = re.compile(
    rf"\b(?P<whole>(?:(?i:at\sleast|over|more\sthan|some|about|around|nearly|almost|up\sto)\s)?(?P<number>{_NUMBER})\s(?:(?:other|more|{CAP}|[a-z]{{4,12}})\s){{0,2}}"
    rf"(?P<who>{_MANY}))(?:(?:,\s[^,.;]{{3,60}},)?\s(?:who\s)?(?:were|are|was|have\sbeen|had\sbeen|remain|are\sbeing)\s(?:\w+ly\s|still\s|also\s)?(?:{_DONE}|expelled|in\s(?:prison|custody|detention))\b"
    rf"|\s(?:\w+ly\s)?(?:expelled\sand\s)?(?:detained|imprisoned|jailed|arrested|sentenced|held|abducted|convicted|missing|disappeared|executed|serving)\b(?!\s(?:a|an|the)\b(?!\s(?:\w+-year|sentence))))"
)
# persons of one family. matches "the Ferris brothers", "the Lamm family"; not "the American people"
FAMILY = re.compile(rf"\b(?:the\s)?(?P<family>{CAP}\s(?:brothers|sisters|siblings|couple|twins))\b")
# the members of a body that something was done to. matches "the imprisoned members of the Dawn Choir"; not "members
# of parliament"
MEMBERS = re.compile(
    rf"\b(?:(?P<done>{_HOW}(?:detained|imprisoned|jailed|disappeared|arrested|convicted))\s)(?P<members>(?:members|leaders|staff|employees|followers|workers|editors"
    rf"|founders)\sof\s(?:the\s)?{CAP}(?:\s{CAP}){{0,3}})"
)
# a number of cases or prisoners. matches "some 20 cases", "over 300 political prisoners", "a list of 15 individual
# cases"; not
# "20 cases of beer"
NUMBER_OF_CASES = re.compile(
    rf"\b(?:(?i:at\sleast|over|more\sthan|some|about|around|nearly|almost|up\sto|a\stotal\sof)\s)?(?P<number>{_NUMBER})\s(?:(?:individual|specific|such|other|"
    r"consular|urgent|outstanding|political|humanitarian)\s){0,2}(?P<cases>cases|prisoners|detainees|individuals|names|political\sprisoners)\b(?!\s(?:of\s(?!concern)|per|a\sday))"
)
_ONE = (
    r"(?:business(?:man|woman)|journalist|lawyer|activist|student|teacher|national|citizen|writer|pastor|priest|monk|nun|reporter|professor|scholar|blogger|tourist"
    r"|aid\sworker|dissident|woman|man|poet|artist|publisher|editor|employee|engineer|diplomat|doctor|nurse|academic|photographer|bishop|imam)"
)
# one person without a name. matches "a Veranian businessman was arrested", "a detained journalist"; not "a man was there"
UNNAMED = re.compile(
    rf"\b(?P<whole>(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:(?:{CAP}|[a-z]{{3,12}})\s){{0,2}}?{_ONE})\s(?:who\s)?(?:was|is|has\sbeen|had\sbeen|remains|being)\s(?:\w+ly\s|still\s|also\s|being\s)?"
    r"(?:arrested|detained|imprisoned|jailed|sentenced|abducted|missing|tortured|held(?!\sa)|disbarred|disappeared|convicted|on\strial|in\s(?:prison|custody|detention))\b"
    rf"|\b(?P<whole2>(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:\w+\s)?(?:detained|imprisoned|jailed|missing|disappeared|abducted)\s(?:{CAP}\s)?{_ONE})\b"
)
# a name lost in print. matches "the (inaudible) case", "case of (inaudible)"
LOST_NAME = re.compile(
    r"(?i)\b(?:the\s)?[(\[\\]+\s?inaudible\s?[)\]\\]+\scase\b|\bcase\sof\s[(\[\\]+\s?inaudible\s?[)\]\\]+"
)
# matches "also known as “Tall Leo”", "known as Tall Leo"; not "known as a"
ALSO_KNOWN = re.compile(rf"\b(?:also|better)?\s?known\sas\s[“\"]?(?P<alias>{CAP}(?:\s{CAP}){{0,3}})")
_HAN_ROLE = (
    r"(?:律师|记者|作家|学者|活动人士|维权人士|异见人士|异议人士|公民"
    r"|教授|牧师|喇嘛|诗人|教师|博主|书商|商人|神父|主教|阿訇|艺术家|出版人|编辑|渔工|渔民|移工|劳工|船员|企业家|演员|工程师|摄影师|网民|公益人士|员工|僧人|尼姑|学生|导演|歌手|医生"
    r"|人权捍卫者|活动家|社运人士|囚犯|政治犯|良心犯)"
)
_HAN_SURNAME = "".join(lines("surnames_han.txt")[1:])
_HAN_AFTER = (
    r"(?=的?案|一案|的?近况|的?下落|的?健康|的?处境|被|等人|等|、|和|与|及|以及|获释|出狱|失踪|因|仍|至今|在|于|，|。|）|（"
    r"|\Z)"
)
# matches "律师多兰的案件", "维权人士李某案", "释放郑亦凡", "罗文清被捕"; not "律师的案件"
HAN_CASE = re.compile(
    rf"{_HAN_ROLE}(?P<name>(?![的和与、协行业们会被权執执资的之])(?:[\u4e00-\u9fff]{{1,4}}·[\u4e00-\u9fff·]{{1,8}}|[\u4e00-\u9fff]{{2,4}}?)){_HAN_AFTER}"
    rf"|(?:释放|拘押|逮捕|关押|拘捕|营救)(?!了)(?P<name2>[{_HAN_SURNAME}][\u4e00-\u9fff]{{1,2}}?)(?=、|和|与|及|等|的|，|。|\Z)"
    rf"|(?<![在律记作学活教牧])(?!申请|方案|提案)(?P<name3>[{_HAN_SURNAME}][\u4e00-\u9fff]{{1,2}}?)(?=的案[件子]|被捕|被拘|被判|被关押|被羁押|被失踪|被吊销|被带走|失踪|获释|一案|案件|(?<![立个個备方提草])案(?![件例情子]))"
)
