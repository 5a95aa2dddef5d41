"""The words beside a person's name that make the person a case, or say that he is none."""

import re

_ROLE = (
    r"(?:lawyers?|activists?|journalists?|writers?|pastors?|dissidents?|bloggers?|monks?|nuns?|scholars?|professors?|artists?"
    r"|publishers?|editors?|students?|business(?:man|woman|men)|teachers?|poets?|singers?|defenders?|campaigners?|nationals?"
    r"|citizens?|residents?|imam|priest|bishop|farmers?|doctors?|nurses?|academics?|reporters?|photographers?|booksellers?"
    r"|trade\sunionists?|unionists?|members?|leaders?|chair(?:man|woman)?|founders?|couple|brothers|sisters|father|mother|anwalts?|anwältin"
    r"|journalistin|journalisten|aktivist(?:in|en)|avocate?|militante?s?|opposants?|opposition\spolitician|politician|candidate)"
)
_SOME = r"(?:[\w’'-]+,?\s){0,6}?"
_MATTER = (
    r"(?:cases?|situations?|fates?|plight|whereabouts|detention|imprisonment|incarceration|arrests?|release|trials?|disappearances?"
    r"|health|conviction|sentenc(?:e|es|ing)|killing|murder|death|execution|persecution|prosecution|deportation|extradition|abduction"
    r"|harassment|jailing|freedom|exit\sban|house\sarrest|condition|torture|treatment|charges\sagainst|sentences?\s(?:against|on)"
    r"|news|names?|shooting|poisoning|beating|safety|return|ordeal|verdict\sagainst|campaign\sagainst|proceedings\sagainst)"
)
_DONE = (
    r"(?:detain(?:s|ed|ing)?|arrest(?:s|ed|ing)?|imprison(?:ed|ing)?|jail(?:ed|ing|s)?|abduct(?:ed|ing)?|sentenc(?:ed|ing)|convict(?:ed|ing)"
    r"|disbar(?:red|ring)|freed?|freeing|releas(?:e|ed|es|ing)|pardon(?:ed|ing)?|deport(?:ed|ing)?|extradit(?:e|ed|ing)|disappeared|missing|exiled"
    r"|executed?|executing|tortur(?:ed|ing)|kidnapp(?:ed|ing)|murdered|prosecut(?:e|ed|ing)|persecut(?:ed|ing)|holding|captive|hostages?"
    r"|dissidents?|prisoners?(?:\sof\sconscience)?|detainees?|political\sprisoners?|prosecuting|swap(?:ped|ping)?|trad(?:ed|ing)|shooting|silenc(?:ed|ing)|punish(?:ed|ing))"
)
# before a name. matches "the case of ", "the fate of the lawyer ", "the cases of the pastors ", "concern for "; not
# "in case of
# fire ", "the release of the report by "
MATTER_OF = re.compile(
    rf"(?i)\b(?<!in\s)(?:{_MATTER}|release\s(?:on|from)\s\w{{2,10}})\s(?:of|for|about)\s(?:the\s|an?\s|his\s|her\s)?{_SOME}\Z"
    rf"|\b(?:Fall|Fälle|Fällen|Schicksal|Lage|Freilassung|Inhaftierung|Verhaftung|Verurteilung|Situation)\s(?:der|des|von|eines|einer)\s{_SOME}\Z"
    rf"|\b(?:cas|situation|sort|libération|détention|arrestation|condamnation|disparition|casos?|situación|liberación|detención)"
    rf"\s(?:de\s(?:la\s|l[’'])?|d[’']|du\s|des\s|del\s){_SOME}\Z"
    rf"|\b(?:darunter|insbesondere|dont|notamment|entre\sellos|incluidos?)\s(?:den|der|die|jenen|celui|celle|ceux|el|la|los)\s(?:von|der|des|de|d[’'])\s?{_SOME}\Z"
    rf"|\b(?:Fall|affaire|caso)\s(?:[A-ZÀ-Þ]\w+\s)?\Z"
)
# before a name. matches "released ", "the jailed lawyer ", "to free ", "detained journalist "; not "released by ",
# "held by "
DONE_TO = re.compile(
    rf"(?i)\b{_DONE}\s(?:the\s|an?\s|another\s)?(?!(?:by|with|in|to|from|for|and|after|at|on|over|as|that|outside|near|of)\b)(?:(?!(?:by|with|to|from|in|at|on|over|as|that|outside|near|of)\b)[\w’'-]+,?\s){{0,4}}?\Z"
)
# after a name. matches "’s case", "’s release", "’s family"; not "’s book"
OWN_MATTER = re.compile(
    rf"(?i)\A[’']s?\s(?:\w+\s){{0,2}}?(?:{_MATTER}|lawyers?|family|wife|husband|relatives|supporters|mother|father|parents|brother|sister|son|daughter"
    r"|fianc[ée]e?|widow|body|killers?|cell(?:mate)?|loved\sones)\b|\A\s(?:case|affair)\b(?!\s(?:study|officer))"
)
# after a name: someone is to come home. matches " home", " and Bo Lund back", " out of Verania"; only after FETCHES
COMES_HOME = re.compile(
    r"\A(?:(?:,|\sand|,\sand)\s(?:[A-ZÀ-Þ][\w’'.-]+\s?){1,3}){0,3}\s?(?:\w+ly\s|back\s)?(?:home|back|out)\b"
)
# before that name. matches "to bring ", "getting ", "get our citizen "; not "to get "
FETCHES = re.compile(
    r"(?i)\b(?:get|gets|got|getting|bring|brings|bringing|brought|see|have)\s(?:(?:the|our)\s)?(?:\w+\s){0,1}?(?:[A-ZÀ-Þ][\w’'.-]+\s){0,3}(?:and\s)?\Z"
)
# before a name: those near to somebody whose treatment is at issue, where words of a case stand beside. matches "the
# families of ", "the sister of "; not "the family of nations"
NEAR_TO = re.compile(
    r"(?i)\b(?:famil(?:y|ies)|relatives|wife|husband|mother|father|parents|brother|sister|widow|supporters|lawyers?|colleagues)\sof\s(?:the\s)?(?:[a-z]+\s){0,3}\Z"
)
# what stands before a list of those held. matches "Among those held are ", "those arrested include ", "including "
AMONG_HELD = re.compile(
    r"(?i)\b(?:those|them|people|prisoners|detainees|persons|individuals|lawyers|activists|journalists)\s(?:still\s)?(?:held|detained|arrested|imprisoned|jailed|sentenced|convicted|executed|missing|released"
    r"|affected|in\s(?:prison|custody|detention))\s(?:is|are|was|were|include[sd]?)\s(?:the\s)?(?:[a-z][\w’'-]*\s){0,3}(?:[A-Z]\w+\s)?\Z"
)
_APART = r"(?:,\s[^,.;:]{1,70},|\s\([^)]{1,60}\),?|,)?"
_WAS = (
    r"(?:who\s)?(?:was|were|is|are|have|has\sbeen|have\sbeen|had\sbeen|had|has|be|remains?|got|gets|being|will\sbe"
    r"|wurde|wurden|ist|sind|sitzt|a\sété|est|fue|está)"
)
_WHAT = (
    r"(?:detained|arrested|imprisoned|jailed|held|sentenced|convicted|disbarred|abducted|kidnapped|missing|tortured|beaten|executed|charged|indicted"
    r"|disappeared|released|freed|pardoned|deported|extradited|exiled|killed|murdered|hospitali[sz]ed|on\strial|in\s(?:prison|jail|custody|detention|exile|hiding"
    r"|poor\shealth|solitary|(?:\w+\s)?prison)|under\s(?:house\sarrest|arrest|investigation|surveillance|an?\sexit\sban)|on\s(?:hunger\sstrike|a\shunger\sstrike|death\srow|bail)"
    r"|serving\s(?!as\b|on\b|in\b)|barred\sfrom|banned\sfrom|not\sallowed\sto|prevented\sfrom|denied\s(?:bail|medical|access|a\slawyer)|facing\s(?:\w+\s){0,3}?(?:charges|trial|extradition|deportation|execution|years|prosecution)|awaiting\strial|behind\sbars|dismissed|stripped|picked\sup|rounded\sup|seized|taken\sfrom|silenced|harassed|interrogated|questioned\sby|given\s(?:house\sarrest|\w+\s(?:years|months))|on\s(?:the|that|our|their|this|any\w*[’']s|nobody[’']s|no\sone[’']s)\s(?:\w+\s)?list|allowed\s(?:to\s(?:go|leave|return|travel)|home)|put\son\strial|fined|expelled|sacked|flogged|taken\s(?:from|away|into)|let\sgo|put\sunder|last\sseen"
    r"|inhaftiert|verhaftet|festgenommen|verurteilt|freigelassen|verschwunden|detenue?s?|arrêtée?s?|emprisonnée?s?|condamnée?s?|libérée?s?|détenue?s?"
    r"|encarcelad[oa]s?|condenad[oa]s?|liberad[oa]s?|disappear(?:ed)?)"
)
# after a name. matches " was arrested", ", a poet, has been held", ", detained since May", " disappeared", ", who is
# serving", ", lawyer,
# serving a sentence"; not " was pleased", " held talks"
STATE_OF = re.compile(
    rf"(?i)\A{_APART}\s(?:(?:and|both|also|she|he)\s)?(?:{_WAS}\s(?:\w+ly\s|still\s|now\s|also\s|again\s|never\s|been\s|reportedly\s|either\s|since\s|not\s){{0,3}}{_WHAT}\b"
    r"|(?:disappeared|vanished|went\smissing|died\sin|faces\s(?:\w+\s){0,3}?(?:charges|trial|extradition|deportation|execution|years)|stands\strial|pled|pleaded\s(?:not\s)?guilty|fled"
    r"|(?:came|returned|gone)\shome|walked\s(?:free|out\sof)|left\sprison|lost\s(?:his|her|their)\slicen[cs]e|refuses\s(?:food|to\seat)|seit\s[\w\s]{2,20}?inhaftiert))"
    rf"|\A,\s(?:(?:an?|the|its|their|his|her|one\sof)\s)?(?:[\w’'-]+\s){{0,6}}?(?:{_WHAT}|disappeared|accused|who\s(?:has|have)\sbeen\s{_WHAT})\b"
)
# after a name and before what was done: matches ", a blogger", ", the lawyer who"; a role that a case may bear
ROLE_AFTER = re.compile(rf"(?i)\A,?\s(?:the|an?|who\sis\san?|once\san?)\s(?:[\w’'-]+\s){{0,3}}?{_ROLE}\b")
# who speaks or acts in office and is spoken of besides. matches " said", " wrote in", ", who wrote", "’s book"; not "
# was"
ACTS = re.compile(
    r"(?i)\A(?:[’']s\s(?:book|article|report|reporting|question|remarks|statement|speech|tweet|column|story|op-ed|administration|government|visit)"
    r"|(?:,\swho)?\s(?:also\s|has\s|have\s|had\s|just\s|already\s|yesterday\s|today\s)?(?:said|says|told|writes?|wrote|written|announced?|knows?|knew|reported|argues?d?|claim(?:s|ed)|warn(?:s|ed)|visit(?:s|ed)?"
    r"|met|led|raised?|asked|thinks?|believes?|added|noted|called|urged|promised|pledged|insisted|tweeted|testified|signed|vetoed|proposed|introduced|replied"
    r"|responded|joined|chairs?|chaired|represents?|represented|defended|takes|took|gave|published|described|travelled|traveled|spoke|will\s(?:meet|visit|travel|speak|raise)|accused|condemned|refused\sto\scomment)\b)"
)
# before a name: somebody else's lawyer, spouse, a source. matches "his lawyer, ", "according to ", "by journalist ";
# not "the lawyer "
NOT_AT_ISSUE = re.compile(
    r"(?i)\b(?:(?:his|her|their|whose|[\w’'-]+[’']s?)\s(?:\w+\s)?(?:lawyers?|attorney|counsel|wife|husband|mother|father|brother|sister|son|daughter|spouse|partner|family|friend|colleague|doctor"
    r"|spokes(?:man|woman|person)|successor|predecessor)s?,?\s(?:Dr\.?\s|Ms\.?\s|Mr\.?\s|Mrs\.?\s)?"
    r"|according\sto\s(?:\w+\s){0,2}|\bby\s(?:the\s)?(?:\w+\s){0,2}|thanks?,?\s(?:to\s)?|with\s(?:the\s)?(?:\w+\s){0,2}|(?:told|tells|asked|reported)\s(?:\w+\s){0,1}|(?:work|memory|book|law|era|administration|days)\sof\s(?:the\s)?(?:[\w’'-]+\s){0,5}"
    r"|(?:the\s)?late\s(?:[\w’'-]+\s){0,4}|signed\sby\s|under\s(?:President\s|Minister\s)?|named\safter\s|\b(?:at|in|near)\s|editor\sof\s)\Z"
)
# who goes before in a list of persons: the gap between two names. matches ", ", " and ", ", and the lawyer ", " and
# of the pastor "
AND_ALSO = re.compile(
    r"(?:,\s[^,.;:()]{3,60})?(?:,|;|\s\([^)]{1,40}\),?)?\s(?:(?:and|und|et|y|or|as\swell\sas)\s)?(?:also\s)?(?:(?:that\s)?(?:of|des|der|de\sla|du|de|del|for)\s)?(?:(?:the|an?|his|her|fellow|l[’'])\s?)?(?:[a-zà-ÿ][\w’'-]*\s){0,3}"
    r"|(?:\s\([^)]{1,40}\))?(?:,|、|\sand)\s"
)
# another of the same name. matches "another ", "a second ", "a different "
ANOTHER = re.compile(
    r"(?i)\b(?:another|a\s(?:second|different|third)|the\sother|also\s(?:called|named)|of\sthe\ssame\sname,?)\s(?:\w+\s){0,3}\Z"
)
# what sentence or item opens a list of cases. matches "the following cases", "these prisoners:", "list of names"
OPENS_LIST = re.compile(r"(?i)\b(?:prisoners|detainees|names|cases|individuals|persons\sof\sconcern|case\slist)\b")
# words of a case that decide alone, where a name stands near. matches "detained", "prison", "hostage"; not "charges"
CORE = re.compile(
    r"(?i)(?<!in\s)\bcases?\b(?!\sstudy)|\b(?:detain\w*|imprison\w*|jail\w*|prison(?:er)?s?|arrest\w*|sentenced|sentence|convict\w*|disbar\w*|disappear\w*"
    r"|whereabouts|abduct\w*|tortur\w*|executed|death\srow|house\sarrest|exit\sban|on\strial|clemency|pardon\w*|hostages?|(?:his|her|their|immediate)\srelease|freed|extradit\w*"
    r"|fugitive|pled\sguilty|dissidents?|prisoners?\sof\sconscience|captivity|alive|let\sgo|hunger\sstrike|behind\sbars|political\sprisoner)\b"
)
# offices whose holders are no cases, whatever is said. "Bishop", "Judge", "member", "leader", "candidate" are not
# among them
IN_POWER = re.compile(
    r"(?i)\b(?:secretar(?:y|ies)|ministers?|premier|presidents?(?!-elect)|chancellor|ambassadors?|envoy|commissioner|spokes\w+|directors?|advis[eo]rs?|representatives?"
    r"|prime|king|queen|prince|princess|emir|pope|rapporteur|consul|administrator|coordinator|governor|speaker|congress\w+|senators?|attorney|chief|under)\b|长|总理|主席|总统|大使|发言人|代表"
)
WORD = re.compile(
    r"cases?|situations?|fates?|plight|whereabouts|detain\w*|detention|imprison\w*|incarcerat\w*|jail\w*|prison\w*|arrest\w*|sentenc\w*|convict\w*|disbar\w*|disappear\w*"
    r"|abduct\w*|kidnap\w*|tortur\w*|execut\w*|row|ban|trials?|charge[sd]?|clemency|pardon\w*|hostages?|releas\w*|free|freed|freeing|extradit\w*|deport\w*|fugitive|pled|pleaded"
    r"|dissidents?|captiv\w*|persecut\w*|prosecut\w*|murder\w*|killing|killed|death|exile[sd]?|missing|vanished|custody|hiding|bars|bail|hunger|serving|barred|banned|licen[cs]es?"
    r"|closure|closed|closing|confiscat\w*|banning|dissol\w+|outlaw\w*|archive|hold|holds|holding|died|deaths?|allowed|famil(?:y|ies)|relatives|widow|shooting|poison\w*|picked|rounded|seized|walked|get|getting|got|list|affair|treatment|safety|swap\w*"
    r"|raised?|raising|mention\w*|recall\w*|inquir\w*|enquir\w*|appeal\w*|names?|lists?|prisoners|detainees|awaiting|faces|facing|indicted|accused|stands|health|surveillance"
    r"|einzelf\w+|haft|misshandel\w*|celui|fall|fälle|fällen|schicksal|freilassung|inhaft\w*|verhaft\w*|verurteil\w*|festgenommen|freigelassen|verschwunden|cas|sort|libération|libér\w*|détenu\w*|détention|arrest\w*|arrêt\w*"
    r"|condamn\w*|emprisonn\w*|disparu\w*|casos?|situación|liberación|detención|encarcelad\w*|condenad\w*|lawyers?|beaten|bring|brings|brought|fined|expelled|home|brothers|sisters|couple|seen|taken|let|died|dismissed|house|held|dead|alive"
)
