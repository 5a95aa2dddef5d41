"""The words that say who took part, and on whose side."""

import re

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
# our own people. matches "I was joined by", "joined us at lunch", "we had representatives from", "led our side", "I had
# the Ministry of Justice with me"; not "joined the army", "I had to go with me"
JOINED = re.compile(
    r"\b(?:(?:was|were|am)\s(?:also\s)?(?:joined|accompanied)\sby|joined\s(?:me|us)\b"
    r"|\b(?:I|[Ww]e)\shad\s(?!to\b|been\b)[^.;]{3,90}?\s(?:with\s(?:me|us)|at\sthe\stable)\b"
    r"|we\shad\s(?:representatives|experts|colleagues|officials)\s(?:here\s)?from|(?:led|headed)\sour\s(?:side"
    r"|delegation|team)|[Oo]n\sour\sside)"
)
# the other side's. matches "delegation was led by", "They had nine agency representatives from", "He brought six";
# not "they had a point"
THEIRS = re.compile(
    r"\b(?:delegation\s(?:was|is)\s(?:led|headed)\sby|(?:[Tt]hey|[Hh]e|[Ss]he|[Tt]he\sother\sside)\s(?:had|brought"
    r"|came\swith)\s(?:\w+\s){0,4}?(?:representatives|officials|agencies|experts|colleagues)\b)"
)
# either side's, by the words beside. matches "led the delegation of Verania", "headed the Chinese delegation",
# "participated", "took part", "was co-chaired by", "represented Verania", "Across the table was", "étaient
# représentés"; not "led to", "took the part"
TOOK_PART = re.compile(
    r"\b(?:(?:led|headed|chaired)\s(?:the|a|its|their|his|her)\s(?:[\w’-]+\s){0,3}?(?:delegations?|side|team"
    r"|talks|dialogue|round)|(?:participated|took\spart|taken\spart|were\s(?:also\s)?represented|attended|co-chaired"
    r"|co-led|co-hosted|presided)\b"
    r"|(?:was|were|is)\s(?:jointly\s)?(?:chaired|led|headed|hosted|opened|moderated)\sby|oversaw\sthe"
    r"|(?:delegation|side|participants|team)\s(?:also\s)?(?:brought|fielded|included|comprised|consisted\sof"
    r"|was\smade\sup\sof|were)\b"
    r"|represented\s(?:the\s)?(?:[A-Z]\w+|its|their|our)\b|(?:was|were)\srepresented\sby|on\sthe\s[A-Z]\w+\sside\b"
    r"|(?:was|were)\s(?:also\s)?(?:with\s(?:me|us)|present|there\sfrom)\b|[Aa]lso\spresent\b|composed\sof\b"
    r"|(?:delegation|side),\s(?:led|headed)\sby\b"
    r"|(?:delegation|contingent|[Tt]eam)\s(?:[^.;]{0,40}\s)?included\b"
    rf"|(?:had|brought|sent|fielded|came\swith)\s(?:\w+\s){{0,3}}?{_NUMBER}\s(?:\w+\s){{0,2}}?(?:representatives"
    rf"|officials"
    r"|agencies|experts|ministries)|joined\s(?:the|for|a)\b|accompanied\s(?:by|the)\b"
    r"|[Aa]cross\sthe\stable\b|étai(?:t|ent)\s(?:également\s|aussi\s)?représentée?s?|coprésid\w{2,6}\b"
    r"|nahmen\b|nahm\b|[Tt]eilgenommen\b|[Ll]eitung\shatten?\b|prendront\spart|prennent\spart|pris\spart"
    r"|participeront|participera"
    r"|conduite?\s(?:de\snotre\scôté\s)?par|geleitet\svon|[Ll]eitung\s(?:von|des|der)|teilgenommen|leitete\b"
    r"|leiteten\b"
    r"|(?:co-?)?présidée?\spar|conduite?\spar|menée?\spar|ont\sparticipé|a\sparticipé|dirigée?\spar|encabezada?"
    r"\spor|presidida?\spor"
    r"|participaron|participó)"
)
# who was met, in whatever document. matches "met Foreign Minister", "held talks with", "received", "hat mit"; not "met
# the target"
MET = re.compile(
    r"\b(?:met(?:\sseparately|\stoday|\syesterday)?(?:\swith)?|meets(?:\swith)?|meetings?\swith|(?:held"
    r"|holds|had|has\sheld)"
    r"\s(?:[\w-]+\s){0,4}?(?:talks|meetings?|consultations|discussions|a\smeeting|calls?)\swith|spoke\s"
    r"(?:by\sphone\s|today\s)?(?:with|to)"
    r"|received(?=\s(?:[A-Z]|by\b|the\s(?:\w+\s){0,2}(?:[Mm]inister|delegation|[Aa]mbassador|[Pp]resident)))"
    r"|hosted\sby|was\sreceived\sby|were\sreceived\sby|visited|visits|traf(?:en)?|gespräch(?:e)?\smit|gesproche"
    r"n|haben?\smit"
    r"|a\srencontré|s[’']est\sentretenue?\savec|ont\srencontré|se\sreunió\scon|welcomed)\b"
)
# matches "consulting with", "engaged with", "close coordination with"; not "engaged in"
CONSULTED = re.compile(r"\b(?:consult\w*|engag\w+|coordinat\w+|negotiat\w+)\s(?:[\w’-]+\s){0,2}?with\b|\binvolving\b")
# before one who is met, visited or called. matches "will meet with ", "a call with ", "welcome "; not "met the target"
WITH = re.compile(
    r"\b(?:meets?|meeting|calls?\swith|conversations?\swith|talks\swith|sat\sdown\swith|welcom(?:e|ed|es"
    r"|ing)|received|hosts?|hosted|spoken?|by\s(?:tele)?phone[\w\s]{0,14}\swith"
    r"|called\son|empfing|empfangen|treffen|trifft|traf|rencontré|recevra|recibió)\b"
)
LED_BY = re.compile(r"\b(?:led|headed|chaired|co-chaired|co-led)\sby\s(?:the\s)?\Z")
LEADS = re.compile(
    r"\A[^.;]{0,60}?\s(?:who\s)?(?:led|headed)\s(?:the|our|their|its|a)\s(?:\w+\s)?(?:delegation|side|team)"
)
BETWEEN = re.compile(r"\bbetween\s(?:the\s)?\Z")
# how many. matches "nine agency representatives", "six agencies"; not "two days", "between the two ministries"
COUNT = re.compile(
    r"\b(?<!the\s)(?<!both\s)(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s(?P<what>agenc(?:y|ies)"
    r"|ministries|departments)\b(?:\srepresentatives)?"
)
# the office that a person holds, and the body that it is in. matches ", Director, Law Division, " before "Ministry of Justice",
# ", directrice des affaires juridiques du "; not ", the ", ", and the "
APPOSED = re.compile(
    r"\A(?:,\s(?!(?:The|Mr|Mrs|Ms|Dr)\b)[A-Z][^,;.\n]{2,80}(?:,\s(?!(?:The|Mr|Mrs|Ms|Dr)\b)[A-Z][^,;.\n]{2,80}){0,3},\s"
    r"|,\s(?!(?:und|sowie|et|ainsi|and|y)\b)[a-zà-ÿ][^,;.\n]{3,90}\s(?:du|au|à\sla|de\sla|des|de\sl[’'])\s?)\Z"
)
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 2)}
# words that make a name somebody else's. matches "representatives of Hall", "Hall authorities", "case of Hall"; not
# "joined by Hall"
NOT_HIMSELF = re.compile(
    r"(?i)\b(?:(?:representatives?|authorities|government|people|name|regime|behalf|successor|visit|death"
    r"|memory|work)\s(?:of"
    r"|from|for|to)\s(?:the\s)?|(?:cases?|release|situation|detention|imprisonment|family|families|trial"
    r"|wife|husband|brother"
    r"|sister|mother|father|son|daughter|lawyers?)\s(?:of|for)\s(?:the\s)?(?:[\w’'-]+,?\s){0,4})\Z"
)
AT_ISSUE = re.compile(
    r"(?i)\b(?:detain\w*|prison\w*|releas\w*|arrest\w*|clemency|sentenced|jail\w*|extradit\w*|hostages?"
    r"|fugitive|raised\sthe\scases?)\b"
)
# between a person and the body that he is of. matches " from the ", ", director of "; not ", and the "
OF_BODY = re.compile(
    r"\A(?:,?\s(?:from|of|at)|,\s(?!with\b|and\b|by\b|also\b)(?:who\s(?:is|was)\s)?(?:the\s)?(?:[\w-]+\s){1,5}?"
    r"(?:of|at|in|from))\s(?:the\s|our\s|their\s)?\Z"
)
# words that say whose a person or a body is. matches "for Aldmark", "on behalf of Verania", "on the Veranian side"
BESIDE = re.compile(
    r"(?P<rep>[A-Z]\w+)\s(?:was|were)\s(?:also\s)?represented\sby|(?:delegation|side"
    r"|team)\sof\s(?:the\s)?(?P<of>[A-Z][\w ]{2,25})|(?:[Oo]n\sthe\s)?(?P<adj>[A-Z]\w+)[’']?s?\s(?:delegation"
    r"|side|team)|\b(?:[Oo]n\s)?(?P<our>our\s(?:side|delegation|team))|\b(?:[Oo]n\sbehalf\sof|[Rr]epresenting"
    r"|[Rr]epresented)\s(?:the\s)?(?P<for>[A-Z][\w ]{2,25})"
    r"|\bfor\s(?:the\s)?(?P<end>[A-Z]\w{2,25})(?=[.,;]|\Z)|\s(?P<their>their\s(?:side|delegation|team))"
)
