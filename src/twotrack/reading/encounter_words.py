"""The words that tell of a meeting in a clause, in English: one pattern a manner of telling, each with what it must match
and must not. What they find is put together in encounters.py.
"""

import re

from twotrack.reading.meeting_words import CAP

_OFFICE = (
    r"(?:President|Premier|Chancellor|King|Queen|Emir|Sultan|Pope|Prime\sMinister|Crown\sPrince|Minister"
    r"|Secretary|Ambassador"
    r"|Representative|Adviser|Advisor|Envoy|Commissioner|Rapporteur|Director|Councill?or|Governor|Chairman"
    r"|Chair|Speaker"
    r"|Attorney|Commander|Chief|Director|General|Colonel|Admiral|Senator|Vice|Foreign|Deputy|Under|High"
    r"|Special|National)"
)
_POSSESSIVE = r"(?:his|her|their|our|its|my)"
# with whom: a name, an office, counterparts, families. matches "President Abel", "the Foreign Minister of Tarn", "his
# Veranian counterpart", "the families of the two", "representatives of the bar"; not "reporters", "Congress about"
WITH_WHOM = (
    rf"(?:(?:(?:the|{_POSSESSIVE}|{CAP}[’']s|both)\s)?(?:{CAP}\s){{0,3}}?{_OFFICE}\w{{0,3}}\b(?:[’']s)?"
    rf"(?:\s(?:of|for)\s(?:the\s)?{CAP}(?:\s{CAP})?)?,?(?:\s{CAP}){{0,3}}"
    rf"|{_POSSESSIVE}\s(?:{CAP}\s|[a-z]+\s)?(?:counterparts?|wife|family)\b"
    r"|the\s(?:\w+\s)?famil(?:y|ies)\b|(?:\w+\s)?famil(?:y|ies)\sof\b|the\s(?:two\s)?(?:presidents|leaders)\b"
    rf"|(?:representatives|members|leaders|officials)\s(?:of|from)\s(?:the\s)?{CAP}(?:\s{CAP}){{0,2}}"
    rf"|(?:H\.E\.\s)?(?:Mr|Mrs|Ms|Dr|M|Mme)\.?\s{CAP}(?:\s{CAP})?|{CAP}\s{CAP}(?:\s{CAP})?)"
)
_WHEN = (
    r"(?:(?:today|yesterday|tomorrow|again|also|then|directly|recently|bilaterally|virtually|separately"
    r"|privately|briefly|informally|just|actually|early)\s){0,2}"
)
# matches "spoke by phone on Sunday with the Foreign Minister", "will speak with President Abel", "talked to his
# counterpart"; not "spoke to reporters", "speaks to the issue"
SPOKE = re.compile(
    rf"\b(?:(?:will|to|last|first|has|have|had|just|and)\s)?(?:sp(?:o|ea)ke?n?s?|speaking|talked|talks|talk)\s{_WHEN}"
    rf"(?:(?:on\sthe|by)\s(?:tele)?phone\s)?(?:on\s\w+\s)?(?:with|to)\s{WITH_WHOM}"
    r"|\b(?:they|[Tt]he\s(?:two\s)?(?:leaders|presidents|ministers)|two\s(?:leaders|presidents))\s(?:last\s"
    r"|have\s|will\s|did\s|also\s){0,2}(?:spoken?|speak|talk|talked)\s(?:again\b|by\s(?:tele)?phone|on\sthe\sph"
    r"one|on\s(?=\w+\s\d)|at\slength|yesterday|today|tomorrow|last)"
)
# matches "his conversation with President Abel", "a good call with Premier Abel", "the call between the two leaders",
# "a courtesy call on the Speaker"; not "conversations with reporters", "call on Tarn to"
CONVERSED = re.compile(
    rf"\b(?:(?:a|an|the|{_POSSESSIVE}|this|that|another|our|{CAP}[’']s)\s)?(?:[\w-]+\s){{0,2}}?(?:conversations?"
    rf"|(?:tele)?phone\scalls?|calls?|discussions?|engagements?)\s(?:(?:today|yesterday|here|earlier|she"
    rf"|he|had|that)\s){{0,3}}(?:with|between)\s{WITH_WHOM}"
    rf"|\bcourtesy\scalls?\son\s{WITH_WHOM}|\bcalled\son\s{WITH_WHOM}(?![\w\s]{{0,30}}\sto\s)"
)
# matches "meets the Foreign Minister", "will meet with President Abel", "sat down with Minister Abel", "meeting with the
# families of"; not "meet the needs", "met the standard"
MEETS = re.compile(
    rf"\b(?:(?:will|to|last|when|who|he|she|they)\s)?(?:me(?:e)?ts?|meeting|sat\sdown|sits?\sdown|sitting\sdown"
    rf"|talks|held\stalks|consultations)\s{_WHEN}(?:face-to-face\s)?(?:with\s)?{WITH_WHOM}"
    r"|\b(?:they|[Tt]he\stwo\s(?:\w+\s)?(?:leaders|presidents|ministers|sides|countries)(?:\sfirst)?|the\sparties|the\s\w+\s"
    r"(?:doctors|judges|experts|teams)(?:\sof\sthe\stwo\s\w+)?|[Oo]ur\steams)\s(?:last\s|will\s|are\sto\s"
    r"|had\s|then\s|also\s|next\s){0,2}(?:me(?:e)?t|saw\seach\sother|see\seach\sother)\s(?=in\b|on\b|at\b"
    r"|for\b|again\b|last\b|next\b|tomorrow\b|today\b|yesterday\b|this\b|early\b|late\b)"
    r"|\b(?:[Ww]e|[Tt]hey)\ssaw\seach\sother\b"
)
# matches "a consultation with civil society organisations"
CIVIL = re.compile(
    r"\b(?:consultations?|meetings?|exchanges?|discussions?|met|meet)\s(?:with|of)\s(?:\w+\s)?civil\ssociety"
    r"(?:\s\w+)?"
)
# matches "the prison doctors of the two countries will meet in"; not "the doctors will go"
EXPERTS = re.compile(
    r"\b[Tt]he\s(?:\w+\s)?(?:doctors|judges|experts|lawyers|specialists|prosecutors|officials)(?:\sof\s"
    r"(?:the\stwo|both)\s\w+)?\s(?:will|are\sto|plan\sto|met|meet)\s?(?:meet\s)?(?=again\b|in\b|on\b|at\b"
    r"|next\b|this\b|last\b)"
)
# matches "was received by President Abel", "received Vice Minister Abel", "hosted Foreign Minister Abel"; not "received the
# letter", "hosted by"
RECEIVES = re.compile(
    rf"\b(?:receiv(?:e|es|ed|ing)(?:\sby)?|host(?:s|ed|ing)?|welcom(?:e|es|ed|ing))\s{WITH_WHOM}(?P<to>"
    rf"(?:\s(?:of|from)\s(?:the\s)?{CAP})?\s(?:to|here|at\sthe|in)\s(?:the\s)?(?:{CAP}(?:\s{CAP})?)?)?"
)
# matches "invited the Special Rapporteur to", "invite Minister Abel to visit"; not "invited questions"
INVITES = re.compile(
    rf"\b(?:invit(?:e|es|ed|ing)|invitation\sto)\s{WITH_WHOM}(?=[^.;]{{0,60}}?(?:\sto\s|\sbefore\s|\svisit" rf"|\.|\Z))"
)
_SORT = (
    r"(?:(?:official|working|state|short|first|three-day|two-day|four-day|five-day|week-long|private|brief"
    r"|historic|two|joint|return)\s){0,3}"
)
# matches "will pay an official visit to Tarn", "concluded a three-day visit to", "a trip to Tarn", "visit by the High
# Commissioner", "Prime Minister Abel’s visit", "the visit of President Abel"; not "the visit was long"
VISIT = re.compile(
    rf"\b(?:(?:a|an|his|her|their|our|my|the|this|that)\s)?{_SORT}(?:study\s)?(?:visit|trip|travel)s?\s"
    rf"(?:by|of|from)\s(?:the\s|an?\s)?(?:{CAP}\s){{0,3}}{CAP}"
    rf"|\b(?:the\s)?(?:{CAP}\s){{0,3}}{CAP}[’']s\s(?:\w+\s)?(?:visit|trip|travel)\b"
    rf"|\b(?:pa(?:y|id|ys)|mak(?:e|es|ing)|made|carry\sout|carried\sout|conclud(?:e|ed|es)|beg(?:i|a)ns?"
    rf"|undertak(?:e|es)|undertook|complet(?:e|es|ed)|during|on|for|after|planned|upcoming|of)\s(?:a|an"
    rf"|his|her|their|our|the)\s{_SORT}(?:visit|trip)s?\b(?:\sto\s(?:the\s)?(?P<to>{CAP}(?:\s{CAP})?))?"
    rf"|\b{_SORT}(?:visit|trip)s?\sto\s(?:the\s)?(?P<to2>{CAP}(?:\s{CAP})?)"
    r"|\b(?:two|three|several)\s(?:\w+\s){0,3}visits\b|\bexchange\sof\s(?:judges|prosecutors|officials"
    r"|lawyers|students|delegations)\b"
)
# matches "a mission to Tarn", "its first fact-finding mission to Tarn"; not "the Permanent Mission to Tarn", "mission to help"
MISSION = re.compile(
    rf"\b(?:an?|the|its|their|his|her|our|that|this)\s(?:[\w-]+\s){{0,2}}?mission\sto\s(?:the\s)?(?P<to>{CAP}(?:\s{CAP})?)"
)
# matches "went to Tarn in July", "will spend a week in Tarn",
# "travelled to", "flew to Tarn", "arrived in Tarn", "was in Tarn", "will be in Tarn", "is
# coming to Tarn", "heading to Asia", "visited Tarn"; not "went to school", "was in office"
GOES = re.compile(
    rf"\b(?:(?:will|to|has|have|just|and|also|recently|he|she|they|we|plans\sto|is|are)\s){{0,3}}(?:went"
    rf"|goes|go(?:ing)?|travell?(?:s|ed|ing)?|fl(?:ew|y|ies|ying)|headed|heading|heads|coming|leaves?\sfor"
    rf"|left\sfor|arriv(?:ed|es|e|ing)|return(?:ed|s|ing)?)\s(?:back\s|out\s|over\s|again\s|soon\s)?(?:to"
    rf"|in|for|from)\s(?:the\s)?(?P<to>{CAP}(?:\s{CAP})?)"
    rf"|\bvisit(?:s|ed|ing)?\s(?:the\s)?(?P<to2>{CAP}(?:\s{CAP})?)"
    rf"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|(?!(?:Dialogue|Summit|Council|Consultations|Meeting|Conference"
    rf"|It|That|This)\b){CAP}),?\s(?:was|were|will\sbe|[’']ll\sbe|has\sbeen|have\sbeen|is\sgoing\sto\sbe)\s"
    rf"(?:just\s|also\s|back\s)?in\s(?P<to3>{CAP}(?:\s{CAP})?)"
    r"|\bspen(?:d|t|ds|ding)\s(?:an?|one|two|three|four|five|six|seven|ten|several|\d{1,2})\s(?:days?|weeks?|months?)"
    rf"\s(?:in|at)\s(?:the\s)?(?P<to4>{CAP}(?:\sand\s{CAP})?)"
    r"|\b(?:was|were|been|come|coming|came)\s(?P<here>here|there|to\stown|to\ssee\sus)(?=,?\s(?:last|next"
    r"|this|yesterday|today|tomorrow|on|a\s|two|three|in\s[A-Z])\b)"
)
_FACILITY = (
    r"(?:prison|colon(?:y|ies)|jail|centres?|centers?|shelters?|courts?|schools?|hospitals?|camps?|facilit"
    r"(?:y|ies)|institutions?|monaster(?:y|ies)"
    r"|factor(?:y|ies)|offices?|museums?|villages?|memorial|mosque|church|temple|university|clinic|plant"
    r"|Office|Prison|Centre|Center|Court|Colony|School|Hospital|University|Memorial|Camp|Shelter)"
)
# matches "visited the women’s prison", "were taken to Penal Colony 6", "toured a factory", "saw the
# women’s colony", "sat in on a hearing at the Court"; not
# "visited Tarn", "saw the report"
SITE = re.compile(
    rf"\b(?:(?:[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Tt]he\s(?:[\w-]+\s){{0,2}}?(?:delegations?|participants|guests"
    rf"|group|experts|Minister|Secretary|Ambassador|Rapporteur|delegation\sof\s{CAP}|side|mission|team))\s)?"
    rf"(?:also\s|then\s)?(?:visited|toured|(?:were|was)\s(?:taken|shown)\s(?:to|round|around)|inspected"
    rf"|saw|visits?\sto|went\sto(?=\s(?:the|an?)\s(?![^,.;]{{0,40}}\b[Cc]ourt))"
    rf"|(?:sat\sin\son|attended)\san?\s(?:[\w-]+\s)?(?:hearing|trial|class)\s(?:at|in))\s"
    rf"(?P<what>(?:the|a|an|two|three|several)?\s?[^,.;]{{0,60}}?\b{_FACILITY}\b(?:\s"
    rf"(?:at|in|of)\s{CAP}|\s\d{{1,3}})?)"
)
# matches "the Summit of the Coastal States", "a second summit", "the Climate Ministerial", "COP27", "the 2+2", "the NATO
# defence ministerial", "the General Assembly"; not "the assembly of parts"
GATHERING = re.compile(
    rf"\b(?:(?:the|a|an|this|our|their)\s)?(?:(?:second|first|next|last|coming|upcoming|virtual|trilateral"
    rf"|leaders[’']?)\s){{0,2}}(?:{CAP}(?:[-–+]{CAP})?\s){{0,4}}(?:defen[cs]e\s)?(?:[Ss]ummit(?:\smeeting)?"
    rf"|[Mm]inisterial(?:\s[Mm]eeting)?|Conference|Council\s[Mm]eeting|Permanent\sCouncil"
    rf"|Forum)\b(?:\s(?:of|on|for|in)\s(?:the\s)?(?:(?:{CAP}|and|of)[\s’]{{0,2}}){{1,5}})?"
    r"|\b(?:at|for)\sthe\s(?:U\.N\.\s|UN\s)?General\sAssembly|\bCOP\s?\d{1,2}\b|\b(?:[Tt]he\s)?(?:2\+2"
    r"|two-plus-two)(?:\s\w+)?(?:\stalks|\sdialogue|\smeeting)?\b"
    r"|\b(?:the|a|first)\s(?:first\s)?Quad\s(?:leaders[’'-]?\s?(?:level\s)?)?(?:meeting|engagement|summit)\b"
    rf"|\b(?:the\s)?(?:state\s)?funeral\s(?:of|for)\s(?:former\s)?{CAP}|\b(?:this|next|the|a)\s(?:[\w’'-]+\s)?"
    rf"(?:\w+-person|bilateral|trilateral|face-to-face)\s(?:meetings?|summit|discussion|engagements?)\b"
    rf"|\b(?:the|a|his|her)\sbilats?\b(?:\swith\s(?:{CAP}\s?){{1,2}})?"
)
_ORD = (
    r"(?P<nth>next|previous|last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|Next|Previous|Last|First|Second"
    r"|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
    r"|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|\d{1,2}(?:st|nd|rd|th)|new|inaugural|resumed|earlier"
    r"|upcoming|coming)"
)
_KIND_OF_TALKS = (
    r"(?:human\srights|strategic|political|bilateral|annual|trade|legal|migration|security|structured|formal"
    r"|ministerial|regular|economic|policy)"
)
# matches "the fourth human rights dialogue", "The next consultations", "our ninth Cooperation Council", "Third Consultation on
# Human Rights", "The tenth round", "The eighth took place", "the previous session"; not "the first talks about money"
NTH = re.compile(
    rf"\b(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Ii]ts|[Tt]his)\s)?{_ORD}\s(?:(?:{_KIND_OF_TALKS}|round\sof"
    rf"|{CAP}(?:\s?[-–—]\s?{CAP})?|and|{_POSSESSIVE}|on)\s){{0,6}}?"
    rf"(?:[Dd]ialogues?|[Cc]onsultations?|[Tt]alks|[Nn]egotiations|[Ss]ession|Council|Commission|[Rr]ound"
    rf"|(?P<bare>(?:took|takes?|will\stake|was|were|is|will\sbe)(?=\s(?:place|held|to\sbe|in\s\d|convened"
    rf"|hosted|foreseen|scheduled|planned))))\b"
    rf"(?:\s(?:of|with|between|on)\s(?:the\s|this\s|our\s|their\s)?(?:[\w–-]+\s){{0,2}}?{CAP}(?:\s(?:and\s)?"
    rf"(?:the\s)?{CAP}){{0,3}})?"
)
# matches "human rights consultations with Tarn", "direct talks between Tarn and Ostmark", "two days of talks with the
# parties", "the recent migration talks", "the resumption of the consultations"; not "talks about money"
TALKS = re.compile(
    rf"\b(?:(?:the|direct|two\sdays\sof|three\sdays\sof|{_POSSESSIVE}|resumption\sof\sthe|resumed|recent"
    rf"|holding)\s){{0,3}}(?:{_KIND_OF_TALKS}\s|{CAP}[’']?s?\s){{0,2}}(?:dialogue|talks|consultations|negotiatio"
    rf"ns)\s(?:in\s{CAP}\s)?(?:with|between)\s(?:the\s)?(?:parties|two|{CAP})(?:\sand\s(?:the\s)?{CAP})?"
    rf"|\b(?:the|these|recent|latest|those|{CAP}-led)\s(?:[\w-]+\s){{0,2}}?(?:{_KIND_OF_TALKS}|{CAP}|{CAP}-led"
    rf"|in-person|climate)\s(?:dialogue|talks|consultations|negotiations)\b"
    rf"|\bpolitical\sconsultations\b|\bthe\s(?:dialogue|talks|consultations|negotiations|round)\s(?:in|at)\s{CAP}"
    rf"|\bdate\s(?:\w+\s){{0,2}}?for\sthe\s[\w\s]{{0,20}}?dialogue"
)
# matches "an expert workshop on forensic documentation", "a technical mission", "the expert seminar on business", "a
# working group on labour migration"; not "the workshop of a carpenter"
WORKSHOP = re.compile(
    r"\b(?:an?|the|another|first|joint)\s(?:[\w-]+\s){0,3}?(?:workshops?|seminars?|symposium|round-?table"
    r"|technical\s(?:missions?|talks|meetings?)|expert\s(?:meetings?|missions?|exchange|level\stalks)|working\s"
    r"(?:level\s)?groups?)(?:\s(?:on|about)\s(?:the\s)?[\w-]+(?:\s(?:of|and|for)?\s?[\w-]+){0,3})?"
)
# matches "the periodic review of Tarn", "the Committee against Torture will examine Tarn’s next report",
# "the review by the Committee", "the Accords review in"; not "a review of the book"
REVIEWED = re.compile(
    rf"\b(?:the\s)?(?:(?:periodic|peer)\s[Rr]eview\s(?:of|by)\s(?:the\s)?{CAP}|review\sby\sthe\s(?:Human\sRights"
    rf"\s)?(?:Committee|Council|Commission)(?:\s(?:on|against|of)\s{CAP})?|(?:Committee|Commission)(?:\s(?:on|against)\s(?:the\s)?"
    rf"(?:{CAP}(?:\sof|\sand)?\s?){{1,6}})?\s(?:will|is\s(?:due\s)?to)\s(?:examine|consider|review)\s(?=[\w\s’-]{{0,40}}report)|{CAP}\s[Rr]eview(?=\sin\b|\son\b))"
)
ABOUT_THE_CALL = re.compile(
    r"(?i)\b(?:on\sthe\scall|this\scall\sis|joining|background|embargo\w*|question|press\scall|conference\scall"
    r"|transcript)\b"
)
# what was named before. matches "this trip", "the call", "tomorrow’s meeting"; not "the trip to Tarn"
AGAIN = re.compile(
    r"\b(?:[Tt]h(?:is|e|at)|[Hh]is|[Hh]er|[Tt]heir|[Tt]oday[’']s|[Tt]omorrow[’']s|[Yy]esterday[’']s|[Nn]ext\swe"
    r"ek[’']s)\s(?:[\w-]+\s)?(?:(?P<visit>visit|trip)|(?P<call>(?:phone\s|video\s)?(?:call|conversation))"
    r"|(?P<other>meeting|summit|bilat))\b(?!\s(?:to|by|of|from|is\son)\b)"
)
