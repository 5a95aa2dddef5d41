"""The words for several persons who are one case: counted, of one nation, members of a body; also in other languages."""

import re

_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|dozens?|thousands|several|\d{1,3}(?:,\d{3})*|\d{4})"
)
# nouns for persons; leaders, ministers, officers and officials are left out
_PERSONS = (
    r"(?:members|families|boys|girls|children|sons|daughters|brothers|sisters|siblings|students|residents|dissidents|opponents|migrants|refugees"
    r"|asylum\sseekers|sailors|doctors|professors|editors|pastors|authors|men|women|fishermen|servicemen|businessmen|clergymen|peacekeepers"
    r"|staff(?:\smembers)?|colleagues|employees|teachers|lawyers|workers|pickers|farmers|herders|villagers|believers|worshippers|prisoners|detainees"
    r"|strikers|organi[sz]ers|protesters|demonstrators|campaigners|defenders|writers|bloggers|singers|publishers|booksellers|reporters|journalists"
    r"|activists|artists|monks|nuns|priests|bishops|novices|imams|soldiers|nationals|citizens|mothers|fathers|minors|teenagers|unionists|scientists"
    r"|scholars|academics|engineers|drivers|pilots|nurses|volunteers|hostages|captives|defendants|followers|seafarers|crew|poets|musicians|cameramen"
    r")"
)
_TAIL = (
    r"(?:\s(?:of|from|in|at|on)\s(?:the\s)?(?:[a-z]{3,10}\s){0,2}[A-Z][\w’'-]+(?:\s(?:of\s)?(?:the\s)?[A-Z][\w’'-]+){0,3}"
    r"(?:\s(?:congregation|movement|community|family|church))?)?"
)
# who they are told to be, without a comma. matches " who died in the youth prison"; not ", who were"
_WHO_DID = r"(?:\s(?:who|whose)\s(?:[\w’'-]+\s){1,6}?[\w’'-]+(?=[.,;:?!]|\s(?:and|but|in|on|since)\b|\Z))?"
# a counted group. matches "fourteen members of the Dawn Choir", "the four professors", "some 400 families"; counts where
# LED_TO stands before it or its state after
COUNTED = re.compile(
    rf"\b(?P<whole>(?:(?i:at\sleast|over|more\sthan|some|about|around|nearly|almost|the|these|those|all|all\sof\sthe)\s)?(?P<number>{_MANY})\s(?:of\s(?:the|these|our)\s)?"
    rf"(?:(?:[a-z][\w-]{{2,12}}|[A-Z][\w’'-]{{1,15}})\s){{0,3}}?(?P<who>{_PERSONS})\b{_TAIL}{_WHO_DID})",
)
# before a group that is brought up or held. matches "raised ", "the situation of the ", "asked about ", "they hold ",
# "access to "; not "met "
LED_TO = re.compile(
    r"(?i)\b(?:rais(?:ed?|es|ing)|brought\sup|(?:asked|asks|asking|inquired|enquired|spoke|concern(?:ed|s)?|worr(?:y|ied)|news)\s(?:\w+\s){0,2}?(?:about|after|for|at)"
    r"|(?:cases?|situations?|fates?|plight|whereabouts|detention|arrests?|releases?|trials?|treatment|disappearances?|imprisonment|names|killing|deaths?|execution|sentencing)\sof"
    r"|hold(?:s|ing)?|held|detain(?:ed|s|ing)|arrest(?:ed|s|ing)|releas(?:ed?|es|ing)|freed?|freeing|jail(?:ed|s|ing)|imprison(?:ed|s|ing)|abduct(?:ed|ing)"
    r"|access\s(?:was\srefused\s)?to|visit(?:ed)?|letter\son|for)\s(?:(?:the|all|these|those|its|our|their|other)\s)?\Z"
)
# those held at a place, not counted. matches "the detention of children at Holm Centre"; where they are brought up
HELD_AT = re.compile(
    rf"\b(?:detention|imprisonment|arrests?|holding|confinement)\sof\s(?P<whole>(?:the\s)?(?:[a-z][\w-]{{2,12}}\s){{0,2}}?{_PERSONS}\s(?:at|in)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}})"
)
# several of one nation whom something was done to, not counted. matches "American citizens who have been wrongfully
# detained", "Americans being held overseas", "any U.S. national who is held"; not "Americans who travel"
_HOW = r"(?:unjustly|wrongfully|wrongly|unlawfully|arbitrarily)"
_SEVERAL = (
    r"(?:(?i:all|other|those|these|our|the|more|fellow|additional|remaining|many|several)\s"
    r"(?:of\s(?:the|these|our)\s)?){0,2}"
)
_ONE_OF = r"(?i:any|every)\s(?:U\.S\.|[A-Z][a-z]{2,14})\s(?:citizen|national|hostage|prisoner|detainee)"
_OF_A_NATION = (
    r"(?:U\.S\.|[A-Z][a-z]{2,14})\s(?:citizens|nationals|people|journalists|prisoners|hostages|detainees)"
    r"|[A-Z][a-z]{3,14}(?:ans|ians)"
)
_ARE = r"(?:who|that)(?:[’'](?:re|ve)|\s(?:are|is|have|has|were|remain))\s"
OF_NATION = re.compile(
    rf"\b(?P<whole>(?:{_ONE_OF}|{_SEVERAL}(?:{_OF_A_NATION}))(?:\s(?:overseas|abroad|out\sthere))?\s"
    rf"(?:{_ARE}(?:(?:also|still|currently|being|been|either|{_HOW})\s){{0,3}}|(?:(?:still|currently|being|{_HOW})\s){{0,2}})"
    r"(?:detained|held|imprisoned|jailed|taken\shostage)"
    rf"(?:\s(?:or|and)\s(?:being\s)?(?:{_HOW}\s)?(?:held|detained|taken)(?:\shostage)?|\shostage)?"
    r"(?:\s(?:abroad|overseas|in\s[A-Z]\w+))?)\b"
)
# a body that was closed or banned. matches "the closure of the newspaper Dawn", "the archive of the Steppe Society"
BODY_CLOSED = re.compile(
    r"(?i:\b(?:closure|closing|banning|ban|dissolution|shutdown|suspension|confiscation|seizure|raid|outlawing|liquidation|archive|closed|banned|dissolved|shut\sdown|raided)\s(?:of\s|on\s)?(?:the\s)?)"
    r"(?:(?P<kind>(?i:newspaper|magazine|weekly|daily|radio\sstation|station|broadcaster|website|outlet|church|party|organi[sz]ation|association|union|bookshop|publisher))\s[*“\"]?(?P<body>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,3})"
    r"|(?P<name>(?:[A-ZÀ-Þ][\w’'-]+\s){1,4}(?:Society|Church|Party|Association|Union|Foundation|Memorial|Herald|Times|Gazette|Post|News|Radio|Network|League|Movement|Centre|Center)))\b"
)
_EUROPEAN_COUNT = (
    r"(?:beiden|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d{1,3})"
)
# the same in German, French and Spanish. matches "die beiden verschwundenen Fischer", "douze avocats interpellés", "dos
# periodistas detenidos"
EUROPEAN_GROUP = re.compile(
    rf"\b(?P<whole>(?:(?i:die|der|den|les|des|los|las)\s)?(?P<number>(?i:{_EUROPEAN_COUNT}))\s(?:(?:inhaftierten?|verschwundenen?|festgenommenen?|verhafteten?|verurteilten?|entführten?|verschleppten?|getöteten?)\s[A-ZÄÖÜ]\w{{2,24}}(?:\saus\s[A-ZÄÖÜ]\w{{2,20}})?"
    r"|(?:[a-zà-ÿ’'-]{3,20}\s){1,3}?(?:détenu|arrêté|interpellé|retenu|emprisonné|condamné|disparu|incarcéré|enlevé|exécuté|détenid|detenid|encarcelad|condenad|desaparecid|arrestad|secuestrad)[eoa]?s))"
)
_HAN_PERSONS = (
    r"(?:公民|员工|渔民|移民|记者|律师|学生|工人|僧人|教师|商人|船员|学者|人士|难民|渔工|移工|劳工|儿童|青年|村民|信徒|牧师|"
    r"囚犯|政治犯|良心犯|士兵|维和人员|人质)"
)
# a counted group in Chinese. matches "三名某公司员工", "两名被扣押的渔民"; not "三名部长"
HAN_GROUP = re.compile(
    rf"(?P<whole>(?P<number>[一二两三四五六七八九十百\d]{{1,4}})[多余]?(?:名|位|个)(?:被[\u4e00-\u9fff]{{1,4}}的)?[\u4e00-\u9fff]{{0,8}}?{_HAN_PERSONS})"
)
HAN_DONE = re.compile(
    r"被(?:捕|拘|押|扣|关|判|羁|带走|失踪|限制|杀|打)|扣押|拘押|羁押|关押|限制出境|失踪|失联|死亡|遇害|判刑|获释|释放|收容"
)
# a body that was banned, in Chinese. matches "灯塔教会被取缔"; not "教会的活动"
HAN_BODY = re.compile(
    r"(?<=[到及对的，了：“])(?P<name>[\u4e00-\u9fff]{2,5}(?:教会|日报|周刊|组织|协会|基金会|网站|杂志|书店|学会))(?=被(?:取缔|关闭|查封|解散|停刊))"
)
