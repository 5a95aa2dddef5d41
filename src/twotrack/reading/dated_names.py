"""Words that are a date and part of a name: the Sunday Mirror, Frau März, 《明天》周刊, 三月湾.

Judged by what stands right beside the words; a finding that is part of a name is none.
"""

import re

from twotrack.reading.findings import DateFinding

_PAPERS = (
    r"Mirror|Times|Sentinel|Post|Telegraph|Express|Mail|Herald|Independent|News|World|Review|Chronicle|Star|Sun|Tribune"
    r"|Observer|Journal|Courier|Gazette|Mercury|Echo|Record|Papers?|Zeitung|Show|Programme"
)
# after a weekday or day's word. matches " Mirror", " Times"; not " in Tarn"
_PAPER = re.compile(rf"[ \u00a0](?:{_PAPERS})\b")
# before a German weekday. matches "der Norrhafener "; not "am "
_OF_TOWN = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]{2,20}er[ \u00a0]$")
# before a month. matches "Frau ", "Oberst ", "Dr. "
_TITLE = re.compile(
    r"\b(?:Herrn?|Frau|Oberst|Dr\.|Prof\.|Minister(?:in)?|General|Kanzler(?:in)?|Mr\.|Ms\.|Mrs\.|Justice)[ \u00a0]$"
)
_HYPHEN = re.compile(r"-[A-ZÄÖÜ]")
# matches "》", "报", "晚报", "周刊记者"; not "报道", "报告"
_HAN_PAPER = re.compile(
    r"[\u3400-\u9fff]{0,6}》|[\u3400-\u9fff]{0,3}?(?:[报報](?!道|导|導|告|名|复|復)|周刊|週刊|电视|電視)"
)
# places called after a month or weekday. matches "湾", "街"; not "在"
_HAN_PLACE = re.compile(r"[湾灣街村岛島镇鎮桥橋]")
# a person's name that begins like a weekday: "记者周一鸣"
_HAN_PERSON = re.compile(r"(?:记者|記者)$")
_DAY_RULES = ("weekday", "day-word")
_REACH = 12


def is_in_name(text: str, finding: DateFinding) -> bool:
    """Whether what was found is part of a name: of a newspaper, a person, a place."""
    if finding.rule.endswith("month"):
        before = text[max(0, finding.start - _REACH) : finding.start]
        alone = finding.quote.isalpha()
        named = alone and (_TITLE.search(before) or _HYPHEN.match(text, finding.end))
        return bool(named or _HAN_PLACE.match(text, finding.end))
    if not finding.rule.endswith(_DAY_RULES):
        return False
    if finding.quote.isascii() or finding.rule.startswith("dates.de"):
        if finding.quote[:1].isupper() and _PAPER.match(text, finding.end):
            return True
        before = text[max(0, finding.start - 24) : finding.start]
        return finding.rule == "dates.de-weekday" and _OF_TOWN.search(before) is not None
    if _HAN_PAPER.match(text, finding.end) or _HAN_PLACE.match(text, finding.end):
        return True
    before = text[max(0, finding.start - 2) : finding.start]
    return len(finding.quote) == 2 and finding.quote[0] in "周週" and _HAN_PERSON.search(before) is not None
