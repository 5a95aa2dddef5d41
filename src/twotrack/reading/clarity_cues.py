"""The words by which an answer shows how clear it is: refusals, ignorance, pointing elsewhere, putting off, yes and no.

English, Chinese in both scripts, French, German and Spanish. Each pattern is looked for in one sentence on one line and
stands with words it must match and must not; tests/reading/test_clarity_cues.py runs them. The kinds are those of the
CLARITY taxonomy (Thomas et al., Findings of EMNLP 2024), the refusals those that Clayman (2001) and Bull and Mayer (1993)
describe for political interviews. Quantifiers are bounded and no pattern reaches beyond 60 characters.
"""

import re

_I = r"(?:I|we|he|she|they)(?:[’']m|[’']re|[’']ll|[’']d|[’']ve|[’']s|\sam|\sare|\sis|\swill|\swould|\shave)?"
_REALLY = (
    r"(?:just\s|really\s|certainly\s|also\s|probably\s|obviously\s|simply\s|still\s|frankly\s|again\s|quite\s){0,3}"
)
_SPEAK = (
    r"(?:get\sinto|go\sinto|get\sahead|getting\s(?:into|ahead)|going\sinto|go\s(?:beyond|further|any|there)"
    r"|say\s(?:more"
    r"|anything|who|what|where|how|why|which|much)|speak\s(?:to|about|for|on)|comment(?:ing)?\b|discuss\b|clarify|read\s(?:out|into)"
    r"|preview"
    r"|prejudge|pre-?empt|characteri[sz]e|speculat(?:e|ing)|detail\b|elaborate|share\b|talk\sabout|confirm\b|disclose"
    r"|reveal|name\s(?:names|them|him|her|the)|negotiat(?:e|ing)|weigh\sin|litigate|engage\sin|address\b|ascribe"
    r"|respond"
    r"|answer\b|say\b(?=\s(?:if|whether|when|that\sfor))|get\s(?:beyond|too\sfar|inside)|take\s(?:any\s)?options"
    r"|negotiate|disclose|publicly|talk\spublicly|go\sfarther|relitigate|attribute|give\s(?:you|any|numbers"
    r"|names|details)|offer\s(?:you|any)|tell\syou|make\sany\scomment|lay\sout|provide\s(?:any|more|details)"
    r"|predict|dive\sin|go\sdown|play\s(?:that|the)|put\s(?:a"
    r"|any)\s(?:number|date|timeline)|make\sa\sjudg)"
)
# declines to say. matches "I’m not going to get into the details", "I’ll not go into specifics", "we don’t discuss cases",
# "I won’t comment on that", "I can’t preview it", "no comment"; not "we’re not going to change minds", "They didn’t get into
# specifics", "I can’t imagine that"
DECLINES = re.compile(
    rf"(?i)\b{_I}\s?(?:{_REALLY})(?:not\s(?:going\sto|gonna|here\sto|at\sliberty|prepared\sto|able\sto|in\s(?:a"
    rf"|any)\sposition)|won[’']t|will\snot"
    rf"|not|can[’']t|cannot|can\snot|(?:don[’']t|do\snot|wouldn[’']t)\s(?:think\s(?:I|we)[’']re\sgoing\sto"
    rf"|want\sto|like\sto|propose\sto|intend\sto|think\sI[’']ll"
    rf"|plan\sto)|wouldn[’']t|would\snot|prefer\snot\sto|rather\snot"
    rf"|have\sto\sbe\scareful\snot\sto)\s(?:to\s)?{_REALLY}(?:be\s(?:able\sto\s|the\sone\sto\s)?|try\sto\s|start\sto\s"
    rf"|want\sto\s|going\sto\s|get\sto\s|yet\s|necessarily\s|even\s){{0,2}}{_SPEAK}"
    rf"|\b(?:we|I)\s(?:never|do\snot|don[’']t|wouldn[’']t|would\snot)\s(?:generally\s|normally\s|usually\s"
    rf"|typically\s){{0,2}}"
    r"(?:discuss|comment|get\sinto|speak\sto|talk\sabout|speculate|characteri[sz]e|read\sout|confirm)\b"
    r"|\A\W{0,3}(?:again,?\s|just\s|certainly\s|so,?\s|look,?\s|but\s){0,3}not\sgoing\sto\s(?:get|go|comment"
    r"|speak|talk|say|do\sthat|read)\b|\bwon[’']t\shave\s(?:more|anything|any)\b"
    r"|\b(?:probably\s)?stay\saway\sfrom\s(?:that|the|this)\b"
    r"|\bnot\s(?:going\sto\s)?say\s(?:much|any)\smore\b|\bunder\sthe\spurview\b|\b(?:let|until)\s(?:the|that"
    r"|this)\s(?:\w+\s){1,3}(?:deliberate|play\sout|conclude|concludes)\b"
    r"|\bleave\s(?:the\s(?:answer|details|specifics|\w+\s(?:in\sthe|details))|our\sconversations"
    r"|those\sconversations)\b|\b(?:you\s)?understand\swhy\s(?:I|we)\s(?:wouldn[’']t|won[’']t|can[’']t|don[’']t)\b"
    r"|\b(?:wrong|improper|inappropriate|unwise|premature)\s(?:of|for)\s(?:me|us)\sto\b|\bnot\sfor\s(?:me|us|him|her|the\s[A-Z][\w-]{2,20})(?:\sto\b|[.;,]|\Z)"
    r"|\bcouldn[’']t\s(?:give\syou|tell\syou|say|possibly)\b|\bI[’']ll\sleave\s(?:that|it)\s(?:to|for)\b|\bI\sleave\s(?:that|it|to)\b"
    r"|\bno\scomment\b|\bdeclin(?:e|ed|es|ing)\sto\s(?:comment|say|answer|discuss|give|name|confirm|elaborate"
    r"|be\sdrawn)\b"
    r"|\b(?:not|isn[’']t|wouldn[’']t\sbe)\s(?:appropriate|helpful|for\sme|my\splace)\s(?:for\s(?:me"
    r"|us)\s)?to\s(?:comment|speculate|get"
    r"|say|speak|discuss|go|talk|prejudge|weigh|answer)\b|\bno\s(?:intention|plans?)\sof\s(?:commenting|discussing)\b"
    r"|\bhypotheticals?\b|\bnot\sat\sliberty\b|\bnot\sbe\sdrawn\b|\blet\s(?:it|that"
    r"|the\s[\w\s’']{3,30})\s(?:stand|speak)\b"
    r"|\bnot\s(?:something|a\s\w{1,15})\s(?:that\s)?(?:I|we)(?:[’']m|[’']re|\scan|\swill|[’']ll|\swant)\b"
    r"|\bdon[’']t\s(?:make|have|offer|give)\s(?:any\s)?comments?\b"
    r"|\bagreed\snot\sto\s(?:give|say|discuss|name|comment|publish|talk)\b|\bnot\sin\sa\sposition\sto\b"
    r"|\bhave\snot\s(?:put\sout|released|disclosed|announced)\b"
    r"|\bnegotiat(?:e|ing)\s(?:in\spublic|from\s(?:here|the\spodium))\b"
    r"|不(?:讨论|討論|予?置?评论?|予?置?評論?|便|方便|宜)|无可奉告|無可奉告|不(?:作|做)(?:任何)?(?:评论|評論"
    r"|推测|猜测|回应|回應)|不回(?:应|應)"
    r"|(?i:\b(?:pas|aucun)\s(?:de\s)?commentaires?\b|\bne\s(?:souhaite|peux|veux|vais|commente|ferai"
    r"|ferons)\w{0,3}\s(?:pas|aucun)\b"
    r"|\bje\sn[’']ai\srien\sà\s(?:ajouter|annoncer|dire)\b|\bkommentier\w{0,4}\s(?:wir|ich"
    r"|das)?\s?(?:grundsätzlich\s)?nicht\b"
    r"|\bnicht\sStellung\snehmen\b|\bberichten\swir\s(?:\w+\s){0,2}nicht\b|\bgreif\w{0,3}\s(?:ich|wir)\snicht\svor\b|\bnicht\sberichten\b"
    r"|\b(?:n[’']en|ne)\s(?:dirai|dirons|dira)\s(?:pas|rien)\b|\bla\sdiscrétion\sest\b|\bpas\sen\smesure\sde\b|\bno\s(?:haré|haremos)\scomentarios\b"
    r"|\bnicht\s(?:kommentieren|äußern|spekulieren|vorgreifen|bestätigen)\b|\bäußer\w{0,3}\s(?:wir|ich)\s(?:mich"
    r"|uns)\s[\w\s]{0,30}nicht\b"
    r"|\bdazu\skann\sich\s[\w\s]{0,20}nichts?\b|\bno\s(?:voy|vamos|puedo|podemos)\sa?\s?(?:comentar|entrar"
    r"|especular|hablar)\b"
    r"|\bsin\scomentarios\b)"
)
# has nothing to give. matches "I don’t have anything to announce", "nothing to add", "I have no update for you", "no
# announcement today"; not "we have nothing to fear", "I don’t have a car"
NOTHING = re.compile(
    r"(?i)\b(?:don[’']t|do\snot|doesn[’']t|didn[’']t)\s(?:just\s|really\s|currently\s){0,2}have\s(?:anything|any"
    r"|an?|specific|additional"
    r"|further|more|new|much|that|those|the)\b(?:\s[\w’'-]{1,15}){0,7}?\s(?:to\s(?:share|announce|preview|add"
    r"|report|say|read|offer|give"
    r"|provide|speak|lay|confirm|predict|tell)|for\syou|beyond|on\sth(?:at|is)|at\sth(?:is|e)\s(?:time|moment"
    r"|point)|updates?|details?|reactions?|timeframes?|much\son"
    r"|specifics?|timelines?|information|announcements?|readouts?|comment)\b"
    r"|\b(?:have|got|has|[’']ve)\s(?:got\s)?(?:nothing|no)\b(?:\s[\w’'-]{1,15}){0,4}?\s?(?:to\s(?:share|announce"
    r"|preview|add|report"
    r"|say|read|offer|confirm|predict|tell)|for\syou|comments?|announcements?|updates?|readouts?|information|details)\b"
    r"|\bmay\snot\shave\s(?:much|a\slot|any)\b|\bnothing\s(?:more\s|further\s|new\s|else\s"
    r"|specific\s)?(?:for\syou|to\s(?:announce|preview|add|share|report|say|read|offer|confirm))\b"
    r"|\bno\s(?:new\s|further\s|additional\s|specific\s)?(?:announcements?|updates?|readouts?|comments?)\s(?:on"
    r"|for|to|about|today|at|beyond)\b"
    r"|没有(?:更多|可以|什么|进一步|任何)?的?(?:信息|消息|补充|內容|内容|评论)|沒有(?:更多|可以|什麼|進一步"
    r"|任何)?的?(?:資料|消息|補充|評論|信息)"
    r"|(?i:\brien\s(?:à|de\splus)\b|\bnichts\s(?:hinzuzufügen|mitzuteilen|anzukündigen|zu\s(?:berichten"
    r"|verkünden))\b|\bnada\sque\s(?:anunciar|añadir)\b)"
)
# does not know. matches "I don’t know", "I’m not aware of", "I haven’t seen that report", "I’ll have to check", "too early to
# tell"; not "I don’t know that there is", "you know", "we don’t know each other"
IGNORANT = re.compile(
    r"(?i)\bI\s(?:really\s|just\s|honestly\s|actually\s){0,2}(?:don[’']t|do\snot|didn[’']t"
    r"|did\snot)\s(?:actually\s|really\s)?(?:know\b"
    r"(?!\sthat\b|\sabout\syou|\s(?:if|whether)\s(?:you|we\shave|there[’']s\sanything))|recall\b|remember\b"
    r"|have\s(?:that|an\sanswer|those|the\s(?:answer|number|figure|detail))|hear\b)"
    r"|\bwe\s(?:just\s|simply\s){0,2}(?:don[’']t|do\snot)\s(?:yet\s)?know\b(?!\sthat\b|\seach)"
    r"|\bI\s?(?:[’']m|\sam)\s(?:just\s|really\s|honestly\s){0,2}not\s(?:familiar|tracking|sure|certain"
    r"|an?\sexpert|up\sto\sspeed)\b"
    r"|\b(?:I|we)\s(?:just\s|personally\s)?(?:haven[’']t|have\snot|hadn[’']t|had\snot)\s(?:yet\s)?(?:seen|heard"
    r"|spoken|talked|been\sbriefed"
    r"|read|looked)\b|\bI[’']ve\snot\s(?:seen|heard|spoken|read)\b|\bI\swasn[’']t\s(?:tracking|there|in\sthe)\b"
    r"|\bhaven[’']t\sparticipated\b|\b(?:I|we)(?:[’']d|\swould)\s(?:probably\s|just\s){0,2}have\sto\s(?:talk"
    r"|check|ask|go\sback|connect|look)\b|\bhave\sto\s(?:connect|go\sback)\b"
    r"|\b(?:have|need|want|got)\sto\s(?:check|get\sback|look\sinto|take\sthat|follow\sup|double-?check"
    r"|talk\sto)\b|\b(?:I|we)\scan\s(?:certainly\s)?(?:get\sback|check|follow\sup)\b|\b(?:why\sdon[’']t"
    r"|like)\s(?:us\sto\s(?:be\sable\sto\s)?|we\s)follow\sup\b"
    r"|\b(?:I[’']ll|I\swill|we[’']ll|let\sme|let\sus|happy\sto|going\sto|will)\s(?:have\sto\s|need\sto\s|go\s"
    r"|just\s|probably\s){0,2}"
    r"(?:check|get\sback|circle\sback|look\sinto|take\s(?:that|the)\s(?:question|back)|follow\sup\swith\syou"
    r"|see\sif\s(?:we|I|there))\b"
    r"|\b(?:can[’']t|cannot|don[’']t)\s(?:get|try\sto\sfigure\sout|know)\s(?:inside|what[’']s\sin"
    r"|into)\s(?:the\s|his|her|their)|\b(?:difficult|hard)\sto\s(?:say|know|tell)\b|\btoo\s(?:soon"
    r"|early)\s(?:to\s(?:tell|say|know|judge|speculate|evaluate)|right\snow)\b|\bno\sidea\b|\bhaven[’']t\sany\b"
    r"|\b(?:can|will)\sget\sback\sto\syou\b"
    r"|\bdon[’']t\shave\s(?:that|those|the)\s(?:schedule|list|number|figure|level|detail|information|answer|data|exact)\w{0,2}\b"
    r"|不了解|不掌握|不清楚|不知道|不知情|没有听说|沒有掌握|不瞭解|需要(?:核实|核實|了解)|向有关部门了解"
    r"|(?i:\bje\s(?:ne\s|n[’'])(?:sais|connais|ai\spas\s(?:connaissance|d[’']information|les?\s(?:chiffres?|détails?)))"
    r"|\b(?:weiß|wissen)\s(?:ich|wir)\s(?:\w+\s)?nicht\b|\bist\s(?:mir|uns)\snicht\sbekannt\b|\blieg(?:t|en)\s?(?:mir"
    r"|uns)?\s[\w\s]{0,25}(?:nicht|kein)"
    r"|\bmüsste\sich\s(?:\w+\s){0,3}(?:nachreichen|nachsehen|erkundigen)\b|\breichen?\s(?:(?:ich|wir|das|es|die\s\w+)\s){1,3}nach\b"
    r"|\bkeine\s(?:Kenntnis|Erkenntnisse|Informationen)\b"
    r"|\bno\s(?:lo\s)?sé\b|\bdesconozco\b|\bno\stengo\s(?:información|ese\sdato|constancia)\b)"
)
# sends elsewhere. matches "I would refer you to", "I’d point you to the Treasury", "you’d have to ask them", "I’ll let them
# speak to that"; not "we referred the case to court"
REFERS = re.compile(
    r"(?i)\b(?:I|we)(?:[’']d|[’']ll|[’']m|\swould|\swill|\sam|\scan)?\s(?:going\sto\s|gonna\s)?(?:just\s"
    r"|certainly\s|have\sto\s|again\s|probably\s|really\s){0,3}(?:refer"
    r"|direct|point|send|defer)\b(?:\s(?:you|questions|that|back|people)){0,2}\s(?:to|back)\b|\byou(?:[’']d"
    r"|[’']ll|\swould|\swill)?\s(?:really\s)?(?:have\sto"
    r"|need\sto|should|want\sto|can)\s(?:ask(?!\s(?:who|why))|talk\sto|speak\s(?:to|with)|check\swith|reach\sout"
    r"|go\sto)\b|\bI(?:[’']d|\swould)\sask\syou\sto\b|\b(?:to|let)\s(?:my|our)\scolleagues?\b"
    r"|\b(?:let|leave)\s(?:it\sto\s|that\sto\s|the\sspecifics\sto\s)?(?:them|him|her|the\s[\w\s’']{2,30}?"
    r"|[A-Z]\w+(?:\s[A-Z]\w+){0,2})\s?(?:to\s)?(?:speak|answer"
    r"|comment|address|specify|talk|explain|characterize)\b|\b(?:better|great|good"
    r"|best)?\s?question\s(?:is\s)?(?:for|put\sto|posed\sto|better\sput)\b|\bbest\s(?:ones?|placed"
    r"|positioned)\sto\b|\b(?:better|best)\sput\sto\b|\bcannot\sspeak\s(?:for|to)\b"
    r"|\b(?:up\sto|a\squestion\sfor|a\smatter\sfor|best\sasked\sof)\s(?:them|him|her|the|those|[A-Z]\w+)\b"
    r"|建议你?(?:向|询)|建議(?:你)?(?:向|詢)|请(?:你)?向|請(?:你)?向|应由|應由"
    r"|(?i:\bje\svous\srenvoie\b|\bverweise\s(?:ich|Sie)\b|\bich\s(?:darf|möchte"
    r"|würde)?\s?(?:Sie\s)?(?:an\s[\w\s]{2,40})?verweis|\bmüssen\sSie\s[\w\s]{2,40}fragen\b"
    r"|\bles?\s?remito\sa\b|\bpregunt\w{1,4}\sa\b)"
)
# puts off. matches "we’ll have more to say soon", "stay tuned", "in the coming days", "wait for the report"; not "the coming
# storm"
LATER = re.compile(
    r"(?i)\b(?:we|I|he|she|they|you)(?:[’']ll|\swill|\sexpect\swe[’']ll|\sshould|\smight|\smay)?\s(?:certainly\s"
    r"|probably\s|obviously\s|all\s){0,2}(?:have\s(?:more|an?\s(?:update"
    r"|announcement|readout))|hear\s(?:more|from|directly)|see\smore|share\smore)\b|\bstay\stuned\b"
    r"|\bmore\sto\s(?:share|say|announce|preview|come)\b|\bwait\s(?:for|until|and\ssee)\b"
    r"|\brelease\s(?:\w+\s)?information\b|\bcheck\sback\b|\bkeep\s(?:you\s)?(?:posted|updated)\b|\bwill\sbe\sannounced\b"
    r"|\bin\sdue\scourse\b|\bwhen\s(?:we|there[’']s|the\stime|it[’']s\sready)\b.{0,30}\b(?:announce|share"
    r"|let\syou\sknow|update)\b"
    r"|\bwe[’']ll\s(?:see|let\syou\sknow|keep\syou)\b|及时发布|及時發布|请关注|請關注|适时|適時|届时|屆時"
    r"|(?i:\ble\smoment\svenu\b|\bzu\sgegebener\sZeit\b|\ben\ssu\smomento\b)"
)
# turns to what can be said. matches "but what I can tell you is", "what I would say is", "I would just say"
PIVOT = re.compile(
    r"(?i)\b(?:(?:all|what)\s(?:I|we)\s(?:can|will|would|could)\s(?:just\s|only\s)?(?:say|tell|do|speak|share"
    r"|point)|I\s(?:would|will|can|[’']d|[’']ll)\s(?:just\s|only\s|simply\s)?(?:say|tell\syou|note|add"
    r"|point\sout|remind|reiterate|emphasi[sz]e)|I[’'](?:d|ll)\s(?:just\s)?(?:say|note|add|point\sout|remind"
    r"|reiterate)|more\s(?:broadly|generally)|broadly\sspeaking|我(?:想|要|愿|願)(?:强调|強調|重申|指出)"
    r"|我可以告诉)\b|我(?:想|要)(?:强调|重申|指出)"
)
# says it was said. matches "as I said", "we’ve been very clear", "I think I answered", "我们多次"; not "as I walked"
ECHOES = re.compile(
    r"(?i)\bas\s(?:I|we|you|the\s\w+|he|she)(?:[’']ve|\shave|\sjust|\salready|\salso)?\s(?:just\s|already\s"
    r"|previously\s)?(?:said|mentioned|stated|noted|laid\sout|indicated|know|heard|discussed|outlined|announced)"
    r"|\b(?:been\s(?:very\s|pretty\s|quite\s|really\s|crystal\s|extremely\s)?|(?:was|is|are|were)\s(?:very"
    r"|pretty|quite|really|crystal|extremely)\s)(?:clear|consistent)\b|\b(?:answered|addressed|spoke\sto"
    r"|spoken\sto|talked\sabout|said)\s(?:this|that|it|your)\b"
    r"|\b(?:already|just)\s(?:answered|responded|replied|addressed)\b|\byou\sheard\s(?:me|what)\b|\bnot\sa\syes\sand\b|\bask\sme\s(?:again\s)?(?:at|when|after|in|next|then)\b"
    r"|一贯|一貫|多次|已经回答|已經回答|已(?:经|經)?(?:表明|阐明|闡明|回答|说过|作出)|立场(?:是)?(?:明确|清楚)|立場(?:是)?(?:明確"
    r"|清楚)|刚才(?:已|也)"
)
# yes or no first. matches "No, not that I am aware", "Well, yes.", "We did indeed.", "We brought it up", "Absolutely.", "是的",
# "Oui,", "Nein."; not "Now, we met", "Nothing was said", "No doubt they came"
DIRECT = re.compile(
    r"(?i)\A\W{0,3}(?:(?:well|okay|look|so|again|but|oh|hey|hi|um|uh|and|i\sthink|right|actually|in\sfact"
    r"|i\smean)\W{1,3}){0,4}"
    r"(?:yes\b|(?:yeah|sure|yep)\b(?=[.!]?\Z)|no\b(?!\sdoubt|\squestion|\sone\b|\scomment|\smatter)|nope\b"
    r"|absolutely\b|correct\b|that[’']s\s(?:right|correct|true|not)|that\sis\s(?:right|correct|true|not)|exactly\b"
    r"|of\scourse\b(?!,\swhile)|certainly\b(?!\s(?:the|we|he))|not\s(?:yet|at\sall|really|that\sI)\b|never\b"
    r"|indeed\b|definitely\b|I\s(?:do|did|don[’']t|think\sso)\b(?=[.,!])|(?:I|we)\scan\sconfirm\b"
    r"|(?:we|they|he|she|it|there|you)\s(?:did|didn[’']t|do|don[’']t|does|doesn[’']t|was|wasn[’']t|were"
    r"|weren[’']t|is|isn[’']t|are|aren[’']t|has|hasn[’']t|have|haven[’']t|will|won[’']t|would|wouldn[’']t)"
    r"(?:\s(?:indeed|not|so))?(?:[.,]|\s(?:say|any|no|a|an)\b(?!\s(?:comment|update|announcement)))"
    r"|we\sbrought\sit\sup|(?:we|they|he|she|I)\sdid\s(?:raise|discuss|ask|talk|speak|bring|meet|mention|hand"
    r"|get|receive|address|cover|agree|see|have)\b|it[’']s\s(?:not|true)\b|there[’']s\s(?:no"
    r"|not)\b(?!\s(?:update|personnel)))"
    r"|\A\W{0,3}(?:是的|是。|对[，。]|對[，。]|有的|没有[，。]|沒有[，。]|不是|会的|會的|确实|確實|属实|屬實"
    r"|不会[，。]|可以确认|可以確認|我(?:可以|能)(?:证实|确认|證實|確認))"
    r"|(?i:\A\W{0,3}(?:oui|non|si(?=,)|absolument|tout\sà\sfait|ja|nein|doch|genau|sí|claro|desde\sluego)\b)"
)
# leaves it half said. matches "I don’t want to get into every detail", "go into every case"
EVERY = re.compile(
    r"(?i)\b(?:every|all|each)\s(?:of\s(?:the|those)\s)?(?:single\s)?(?:details?|case|one|aspect|individual|specifics?)"
)
# only ends an answer. matches "I’ll leave it at that", "I’m not going to say more than that", "I’ll stop there"
CLOSES = re.compile(
    r"(?i)\bleave\s(?:it|that)\s(?:at\sthat|there)|\bmore\sthan\sthat\b|\b(?:any\s)?(?:f[au]rther"
    r"|beyond)\s(?:than\s)?th(?:at|is)\b|\bstop\sthere\b|\bas\sfar\sas\sI"
)
# asks back. matches "What do you mean?", "Which case?", "Can you repeat that?", "Say that again."; not "Why would they? We"
ASKS_BACK = re.compile(
    r"(?i)\?\W{0,3}\Z|\b(?:repeat|rephrase)\s(?:that|the|your)\b|\bsay\sthat\s(?:again|last)"
    r"|\bdidn[’']t\s(?:hear|catch|understand)\b|\bnot\ssure\s(?:I\s(?:understand|follow)|what\syou(?:r|[’']re)?\s)"
    r"|\bwhat\sdo\syou\smean\b|请(?:你)?(?:再说|重复|具体)|請(?:你)?(?:再說|重複|具體)|你(?:指|说)的是|你(?:指"
    r"|說)的是|[？]\Z|(?i:\bpouvez-vous\s(?:répéter|préciser)\b|\bkönnen\sSie\s(?:das|die\sFrage)\b)"
)
# is not aware that it is so, which often says no. matches "I’m not aware of any outreach", "not that I’m aware of"
NOT_AWARE = re.compile(
    r"(?i)\bnot\s(?:that\s(?:I|we)(?:[’']m|[’']re|\sam|\sare)\s)?aware\b|\bnot\sthat\sI\sknow\b|\bunaware\b"
)
# about the asking, no answer. matches "Thanks for those questions.", "You broke up", "I’ll take the first question.",
# "You asked about Burma as well.", "That’s a great question.", "Okay."; not "Thanks to them we met. We raised it"
META = re.compile(
    r"(?i)\A\W{0,3}(?:(?:(?:yeah|yes|sure|okay|well|so|look|oh|hey|hi|hello|right|great|and|absolutely|again"
    r"|no)\W{1,4}){0,3}(?:(?:thanks?|thank\syou)\b[^.?!]{0,60}|you\s(?:broke\sup|asked)\b.{0,160}"
    r"|i[’']ll\s(?:take|start\swith)\s(?:this|that|it|the\s\w+\s(?:one|question))|i[’']m\s(?:sorry"
    r"|going\sto\stake\sthat\sone)|(?:good|great|excellent|fair|interesting)\squestions?\b.{0,20}"
    r"|(?:that[’']s|it[’']s|that\sis|those\sare|they[’']re|i\sappreciate)\s(?:all\s)?(?:an?\s"
    r"|the\s)?(?:[a-z]{3,12},?\s){0,2}questions?\b.{0,20}|is\sthat\sright|i\s(?:hear|understand|get)\s(?:you"
    r"|your|the)(?:\squestion)?\b.{0,20}"
    r"|this\sis\s\\?\[?senior\sadministration\sofficial\\?\]?.{0,20}|go\sahead\b.{0,30}|(?:okay|sure|great"
    r"|hey\b.{0,20}|well|look|so|yeah|oh|right))\W*(?:great\squestion\W*)?)\Z"
    r"|\A\W{0,3}(?:谢谢|謝謝|感谢|感謝)[^。？！]{0,20}[。！]?\Z|\A(?i:\W{0,3}(?:merci|vielen\sdank|danke"
    r"|gracias)\b[^.?!]{0,60}[.!]?)\Z"
)
# a word broken off or said again. matches "cam- —", "I — I", "I’m not — I’m just not"
BROKEN = re.compile(r"\b\w{1,12}-\s[—–]\s")
AGAIN = re.compile(r"(?i)\b((?:[\w’']{1,12}\s){0,2}[\w’']{1,12})(?:\s|,\s)?[—–]\s(?=\1\b)")
