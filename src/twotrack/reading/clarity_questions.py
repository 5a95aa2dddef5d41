"""What kind of thing a request asks for: yes or no, a number, a time, a reason, a name, a comment, more."""

import re

# a question that takes yes or no. matches "Did you raise", "Is there any", "was the Dalai Lama raised"; not "What did
# you", "Can you elaborate"
YES_NO = re.compile(
    r"(?i)(?:\A|[,;:.–—]\s|\b(?:and|but|so|or|then|secondly|also|whether|if)\b,?\s)(?:\w+,\s)?(?:did|do|does|is"
    r"|are|was|were|has|have|had|will|would|should|could|isn[’']t|aren[’']t|didn[’']t|wasn[’']t|don[’']t"
    r"|doesn[’']t|whether|if)\s(?:you|he|she|they"
    r"|we|it|there|the|this|that|these|those|any|your|president|[A-Z]\w+)\b|吗[？?]|嗎[？?]|是否|会不会|會不會"
    r"|有没有|有沒有"
    r"|(?i:\best-ce\sque\b|\bhaben\sSie\b|\bist\ses\b|\bgibt\ses\b|\bwird\sdie\b|¿(?:ha|hay|es|va)\b)"
)
# asks for more of the same. matches "Can you elaborate?", "talk a little bit more about"
ELABORATE = re.compile(
    r"(?i)\b(?:elaborate|expand\son|be\s(?:a\s(?:little|bit)\s)?more\sspecific|more\s(?:color|details?"
    r"|specifics?|information)|talk\s(?:a\s(?:little"
    r"|bit)\s)?(?:bit\s)?(?:more\s)?about|describe|characteri[sz]e|walk\sus\sthrough|give\sus\s(?:a\ssense|more"
    r"|an?\s(?:idea|update)))\b|进一步|進一步|具体介绍|詳細"
)
# asks what is thought of it. matches "your reaction to", "Do you have a comment", "有何评论"
COMMENT = re.compile(
    r"(?i)\b(?:reaction|comments?|respon[sd]\w{0,3}|make\sof|message|view|thoughts|position|say\sto)\b|评论|評論"
    r"|回应|回應|看法|立场|立場|表态|(?i:\bréagi|\bReaktion\b)"
)
UPDATE = re.compile(
    r"(?i)\b(?:updates?|status|where\s(?:things|that|it|does)\b.{0,20}stand|latest|readout|timeline|progress)\b"
    r"|进展|進展|最新"
)
SO_THEN = re.compile(
    r"(?i)\A\W{0,3}(?:so|but|and\sso|then)\b|\bto\sbe\sclear\b|\bjust\sto\s(?:clarify|confirm)\b|,\s(?:right"
    r"|correct)\?|\bis\sthat\s(?:right|correct|fair|accurate|true)\b"
)
WHY = re.compile(
    r"(?i)\bwhy\b|\bhow\s(?:do|can)\s(?:you|he|she|they|the)\s(?:explain|square|justify|reconcile)\b"
    r"|\bhow\scome\b|为何|為何|为什么|為什麼|(?i:\bpourquoi\b|\bwarum\b|\bpor\squé\b)"
)
HOW = re.compile(r"(?i)\bhow\s(?!many|much|long|often|soon|do\syou\sexplain)\b|如何|怎么|怎麼|(?i:\bcomment\b|\bwie\b)")
WHAT = re.compile(r"(?i)\bwh(?:at|ich)\b|什么|什麼|哪(?:些|个|個)|(?i:\bquel\w{0,3}\b|\bwelche\w?\b|\bwas\b)")
OFFER = re.compile(
    r"(?i)\bcan\syou\s(?:confirm|say|tell|explain|give|share|talk|speak|comment)\b|能否|可否|(?i:\bpouvez-vous\b"
    r"|\bkönnen\sSie\b)"
)

# what is asked for, and what would give it. matches "how many" with "twenty", "When" with "next week", "why" with "because"
ASKED_FOR = (
    (
        "number",
        re.compile(
            r"(?i)\bhow\s(?:many|much|long|often|big|large)\b|多少|几[名人个次]|幾[名人個次]|(?i:\bcombien\b"
            r"|\bwie\s?viele?\b)"
        ),
        re.compile(
            r"(?i)\b\d+\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{2,6}teen|twenty|thirty"
            r"|forty|fifty|dozen|hundred|thousand|deux|trois|quatre|cinq|zwei|drei|vier|fünf)\b"
            r"|[一二三四五六七八九十百]{1,9}"
        ),
    ),
    (
        "time",
        re.compile(
            r"(?i)\b(?:when|how\ssoon|what\s(?:month|date|day|time|year|timeline|timeframe))\b|何时|何時"
            r"|什么时候|什麼時候|(?i:\bquand\b|\bwann\b)"
        ),
        re.compile(
            r"(?i)\b(?:set\sa\s(?:time|date)|(?:next|this|last|later)\s(?:week|month|year|summer|fall|spring"
            r"|winter)|january|february|march|april|may\s\d"
            r"|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
            r"|saturday|sunday"
            r"|20\d\d|tomorrow|today|tonight|yesterday|weeks?|months?|o[’']clock|(?:a|p)\.m)\b|\d{1,4}[月日年号]"
            r"|明年|今年|下周|上午|下午"
        ),
    ),
    (
        "reason",
        WHY,
        re.compile(
            r"(?i)\b(?:because|reasons?|that[’']s\swhy|so\sthat|in\sorder\sto|due\sto|as\sa\sresult|since\sthe"
            r"|given)\b|因为|因為|由于|由於|(?i:\bparce\sque\b|\bweil\b)"
        ),
    ),
    (
        "name",
        re.compile(r"(?i)\bwho\b|谁|誰|(?i:\bqui\sest\b|\bwer\b)"),
        re.compile(r"\b[A-Z][a-z]{1,20}\s[A-Z][a-z]{1,20}\b"),
    ),
)

_KINDS = (
    ("yes-no", YES_NO), ("elaborate", ELABORATE), ("comment", COMMENT), ("update", UPDATE), ("so-then", SO_THEN),
    ("why", WHY), ("how", HOW), ("what", WHAT), ("offer", OFFER),
)  # fmt: skip


def asks_of(asked: str) -> frozenset[str]:
    """The kinds of thing that a request asks for; "which" where it names one of a number or time, "open" where none is
    known."""
    found = {name for name, pattern in _KINDS if pattern.search(asked)}
    if any(question.search(asked) for name, question, _ in ASKED_FOR if name in {"number", "time", "name"}):
        found.add("which")
    marks = asked.count("?") + asked.count("？")
    if marks > 1:
        found.add("several")
    if not marks:
        found.add("no-mark")
    return frozenset(found or {"open"})
