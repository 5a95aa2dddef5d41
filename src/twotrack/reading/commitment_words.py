"""The words of promises: who undertakes something to come, how firmly, and what only sounds like it."""

import re

CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,24}"
_ADVERBS = r"(?:also|both|then|certainly|now|still|actually|have|had|has|already|of\scourse|do)"
# who promises. matches "we", "Both sides", "the two sides", "the Chinese side", "the United States", "our labour
# inspectors"
SUBJECT = (
    rf"(?P<who>\b(?:[Ww]e|I|[Tt]hey|[Bb]oth(?:\ssides|\sof\sus|\sgovernments)?|[Tt]he\stwo\s(?:sides|governments"
    rf"|countries|leaders)|[Tt]he\s(?:United\sStates|U\.S\.|European\sUnion|EU)(?:\sand\sthe\s{CAP})?"
    rf"|(?:[Tt]he\s)?(?:government|representatives|delegation|side)\sof\s{CAP}(?:\s{CAP})?"
    rf"|[Tt]he\s{CAP}s?(?:\s(?:side|government|delegation|Government))?|[Oo]ur\s(?:[a-z]+\s){{1,2}}[a-z]+s"
    rf"|(?:Secretary|Minister|President|Ambassador|Director)\s{CAP}|{CAP}\s{CAP})(?!\w))"
)
# agreed. matches "we agreed to set the dates", "Both sides agreed to maintain", "have also agreed to release", "we
# have reached an agreement to secure",
# "we’re now committed to doing it"; not "we agreed with", "remains committed to our policy", "we agree that it is hard"
AGREED = re.compile(
    SUBJECT
    + rf"(?:\s{_ADVERBS}){{0,3}}\s(?:agreed?\s(?:to|on)\s|reached\san?\s(?:agreement|understanding)\s(?:to|on)\s"
    rf"|committed\sto\s(?!the\s|our\s|a\s|promoting)|pledged\s(?:to\s)?|undertook\s(?:to\s)?|promised\s(?:to\s"
    rf"|me\s|us\s)?|signed\sa)"
    + rf"|{SUBJECT.replace('?P<who>', '?P<who2>')}(?:[’']re|\sare)\s(?:now\s|both\s)?committed\sto\s(?:doing"
    rf"|continuing|holding|meeting|maintaining|resuming)"
    + rf"|(?P<and>\bagree\sto\s(?=pursue|hold|continue|set|maintain|resume))|{CAP}\sinvited\s(?:me"
    rf"|us)\b(?=[^.]{{5,140}}accepted)"
)
# will. matches "We will continue to raise", "I’ll be going to Beijing", "Our labour inspectors will visit", "They
# will be provided"; not "we’ll take one more", "will you", "if they will"
WILL = re.compile(
    SUBJECT + r"(?:\swill|[’']ll)\s(?:also\s|then\s|certainly\s|now\s|both\s|soon\s|actually\s|ourselves\s){0,2}"
    r"(?!not\b|never\b|take\b|go\b(?!\s(?:on|to\s(?:[A-Z]|see)))|open\b|leave\b|turn\b|hand\b|let\b|just\b"
    r"|say\b|note\b|point\b|refer\b|try\b|stop\b|start\s(?:with|off|by)|get\b|have\s(?:some|more|a\sreadout"
    r"|an\sannouncement)|wrap\b|make\b|see\b|find\b|remember\b|recall\b|"
    r"notice\b|understand\b|know\b|(?:also|then|certainly|now|both|soon|actually|ourselves|assure|ensure|try"
    r"|respond|lay|ask|kick|speak|discuss|hear|seize|highlight)\b"
    r"|do\b(?!\s(?:so|that|it)\b)|have\s(?:an?\s)?(?:opportunity|chance)|be\s(?:looking|talking|sharing|working"
    r"|there|here|joined|well|happy|able|glad|clear|brief|honest|back|more|very|a\s|the\s|interesting|reflected"
    r"|out\b|up\b|in\s)|follow\sup\s(?:with|a\slittle|later)|answer\b|add\b|give\syou|call\b|do\smy|tell\syou"
    r"|read\b|pass\b|check\b|defer\b|keep\syou|share\b|end\b|discuss\sthat|wait\b|talk\b|feel\b|determine\b"
    r"|want\b|need\b|probably\b|all\b|always\b)"
    r"(?P<verb>[a-z]+)|(?<=\band\s)will\scontinue\sto\s(?P<verb2>[a-z]+)"
)
# going to. matches "We’re going to continue to raise it", "we are going to try to do that"; not "not going to",
# "we’re going to be more effective", "are we going to"
GOING = re.compile(
    SUBJECT + r"(?:[’'](?:re|m|s)|\sare|\sam|\sis)\s(?:also\s|now\s|certainly\s)?going\sto\s(?!be\b(?!\s(?:released"
    r"|suspended|held|releasing|hosting|launching))|get\b|have\b|take\b|go\b(?!\sto\s[A-Z])|see\b|need\b|turn\b"
    r"|open\b|leave\b|let\b|pull\b|make\b|start\b|want\b|know\b|say\b|answer\b|call\b|give\b|stop\b|wait\b"
    r"|hear\b|find\b|do\sa\b|ask\b|read\b|keep\b|clarify\b|talk\b|change\b|jump\b|head\b|wrap\b|end\b"
    r"|try\b)(?P<verb>[a-z]+)"
)
# plans. matches "We plan to continue the discussions", "we intend to hold", "We expect to hold it", "we hope to have
# follow-up discussions", "we do anticipate there’ll be",
# "our goal is to use"; not "I hope you", "we expect them to", "we hope that"
PLANS = re.compile(
    SUBJECT + r"(?:[’']re|\sare|\sdo|\salso|\sfully){0,2}\s(?:plan(?:ning)?\s(?:to|on)\s|intend(?:ing)?\sto\s"
    r"|expect(?:ing)?\s(?:to\s(?:hold|have|meet|host|launch|sign|continue)|it\sto\stake\splace|at\ssome\spoint)"
    r"|hop(?:e|ing)\sto\s(?:have|hold|meet|host|launch|continue|resume)|aim(?:ing)?\sto\s"
    r"|anticipate\s(?:there[’']ll|that\sthere|there\swill|a\s|holding)"
    r"|look(?:ing)?\sforward\sto\s(?:the\s(?!day)|a\s(?:next|new|further)|hosting|welcoming|holding)"
    r"|seek(?:ing)?\sto\s|want\sto\smaintain|continu(?:e|ing)\sto\s(?:track|press|raise|maintain|hold|meet"
    r"|consult|share))"
    + r"|\b(?:[Oo]ur|[Mm]y)\s(?:intention|goal|plan|next\sstep|aim)(?:,\s[Mm]y\sintention)?\s(?:is|was|would\sbe"
    r"|will\sbe)\s(?:to\s)?"
)
# talked of. matches "we are discussing further expert discussions", "we’re in talks about hosting"; not "we discussed"
DISCUSSING = re.compile(
    SUBJECT + r"(?:[’']re|\sare)\s(?:also\s|still\s|now\s)?(?:discussing|considering|exploring|in\s(?:talks"
    r"|discussions)\s(?:about|on))\s(?!the\sfact)"
)
# an event or act to come, in the passive or of itself. matches "the first meeting will take place in June", "will be
# extradited from", "is to be held in", "will soon be released"; not "will be reflected"
EVENT = re.compile(
    rf"(?P<what>\b(?:[Tt]he|[Tt]hose|[Tt]hey|[Aa]ll|{CAP}|[Aa]n?|[Tt]hree|[Ff]our|[Ss]ix|[Tt]en"
    rf"|\d+)\b[^.;:–—]{{0,110}}?)\s(?<!that\s)(?<!which\s)(?:(?:will|are\sgoing\sto|is\sgoing\sto)\s(?:soon\s"
    rf"|actually\s|then\s|also\s)?(?:take\splace|be\s(?:actually\s)?(?:held|released|extradited|provided"
    rf"|launched|hosted|suspended|signed|convened|transferred|freed|published|resumed))|(?:is"
    rf"|are)\sto\sbe\sheld)\b"
)
BENCHMARK = re.compile(
    r"(?i)\b(?:(?:the|our|my|a|one)\s(?:first|second|next|key|main|important)?\s?(?:benchmark|yardstick|test"
    r"|measure)(?:\sof\ssuccess)?\s(?:is|will\sbe|would\sbe)\s(?:that\s|whether\s)?)"
)
HAN = re.compile(
    r"双方(?:同意|商定|一致同意|将)[^，。；]{3,40}|(?:我方|中方|美方|欧方|对方)(?:将|承诺|同意)[^，。；]{3,40}"
)

# what is no promise: a condition, a wish, history, housekeeping
CONDITIONAL = re.compile(
    r"(?i)\A\W{0,3}(?:if|unless|were\swe|should\sthey|in\scase)\b|\b(?:if\s(?:we|they|he|she|it|you|that|the)"
    r"|unless)\b[^,]{0,60},?\s\Z"
)
HOUSEKEEPING = re.compile(
    r"(?i)\b(?:questions?|embargo|call\sis|on\sbackground|readout\slater|transcript|briefing\s(?:is|will)"
    r"|one\smore|last\sone|microphone|speakers?[’']\sremarks|with\sthat"
    # what the speaker will do with the next words
    r"|(?:come|get)\sback\sto\s(?:that|this|it)|leave\sit\sat\sthat|name\s(?:one|two|three|a\sfew|some)"
    r"|mention\s(?:one|two|a\sfew|that)|say\sa\s(?:few\swords|word|little))\b"
)
HISTORY = re.compile(r"(?i)\b(?:last\s(?:year|month|week|fall|summer|spring)|ago|back\sin)\b")
ANAPHORA = re.compile(
    r"(?i)\b(?:continue\s(?:to\sdo\s(?:that|so|it)?|them|it|that)|do\s(?:so|that|it)(?:\b(?!\sin)))\b\W*\Z"
)

# where the clause of a promise ends. A date that follows at once is taken in.
CLAUSE_END = re.compile(
    r"(?:(?<![A-Z])(?<!\bMs)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bNo)\.|[;!?])(?=\s|\Z|[”\"])|\s[–—]\s|\s[–—]\Z|,\s(?:and|but|so|because|although|while|given"
    r"|which|where|as\s(?:I|we|you|agreed)|or|not\sjust\sbecause|though)\s(?!on\b|labou?r|religious)|,\s(?:we"
    r"|they|I)\s(?!do\sit)|\s(?:and|but|because|so\sthat|when)\s(?:we|I|they|he|she|it|you|that\swe|agree)\b"
    r"|,\sand\s(?:on|in|at|by)\s(?:\w+\s){1,3}(?:he|she|we|they|I|it|the)\b|[，。；]"
)
CONTINUES = re.compile(r"(?i)\b(?:continue|continuing|keep|go\son|carry\son|maintain|remain)\b|继续")
TALKS = re.compile(
    r"(?i)\b(?:dialogues?|discussions|talks|rounds?|meetings?|meet\sagain|channels?|consultations?|negotiations"
    r"|working\sgroup|exchange|them|call\sbetween|visits\sin)\b|对话|磋商|会谈"
)
RAISE = re.compile(r"(?i)\b(?:raise|press|concerns?|track|follow|sanctions)\b")
