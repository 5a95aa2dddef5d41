"""Whether the words about a time expression look ahead or back."""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|['’][a-z]{1,2}|[\u4e00-\u9fff]")
_BREAK = re.compile(r"(?<![ap]\.m)(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)[.?!;](?=\s)|[。？！；]|\n\s{0,9}\n")
_REACH_BEFORE = 100
_REACH_AFTER = 70
_AHEAD_TEXT = """
will won't shall would might must should deadline deadlines planned expect expects hope hopes upcoming scheduled until 'll
tomorrow forthcoming anticipate leaves meets travels visits arrives departs hosts begins starts opens returns delivers
welcomes attends convenes resumes expires ends
promised pledged undertook promises undertakes 将 將 拟 擬 会 會
"""
_AHEAD_PAIRS_TEXT = """
going to, is to, are to, plan to, plans to, planning to, plan on, plan for, plans on, plans for, agreed to,
agree to, to be, due to,
intend to, intends to, expect to, expects to, expected to, expecting to, look forward, looks forward, looking forward,
hope to, hopes to, hoped to, would be, be held, to take, coming up, heading to, set to, want to, wants to, ready to,
about to, no later, ahead of, 计 划, 計 劃, 准 备, 準 備, 希 望, 预 计, 預 計
"""
_BACK_TEXT = """
was were had been did last ago since met took went came said made gave saw held spoke began brought told sent left got
happened previously previous earlier wrote led won lost became ran found kept knew heard built fell rose grew
了 曾 已
"""
_NOT_PAST_TEXT = "need indeed agreed united proceed succeed exceed speed feed seed breed limited"
_AHEAD = frozenset(_AHEAD_TEXT.split())
_AHEAD_PAIRS = frozenset(tuple(pair.split()) for pair in _AHEAD_PAIRS_TEXT.split(","))
_BACK = frozenset(_BACK_TEXT.split())
_NOT_PAST = frozenset(_NOT_PAST_TEXT.split())


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """True where the sentence about text[start:end] looks ahead, False where back, None where it does not say.

    The nearest sign before decides, else the nearest after; a hundred characters each way are read."""
    before = text[max(0, start - _REACH_BEFORE) : start]
    for cut in _BREAK.finditer(text, max(0, start - _REACH_BEFORE), start):
        before = text[cut.end() : start]
    words = _words(before)
    for at in range(len(words) - 1, -1, -1):
        if (sign := _sign(words, at)) is not None:
            return sign
    after = text[end : end + _REACH_AFTER]
    if cut_after := _BREAK.search(after):
        after = after[: cut_after.start()]
    words = _words(after)
    return next((sign for at in range(len(words)) if (sign := _sign(words, at)) is not None), None)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'"))


def _sign(words: list[str], at: int) -> bool | None:
    """What one word, with its neighbours, says: True ahead, False back.

    Ahead: "will", "we'll", "plan to", "is to be held", "may vote"; back: "met", "was", "raised", "should have"; neither:
    "need", "United", the month May."""
    word, following = words[at], words[at + 1 : at + 2]
    small = word.lower()
    if small in _AHEAD or word == "may" or small.endswith("'ll"):
        return following != ["have"]
    if following and (small, following[0].lower()) in _AHEAD_PAIRS:
        return True
    if small in _BACK or (small.endswith("ed") and len(small) > 3 and small not in _NOT_PAST):
        return None if at and words[at - 1].lower() == "be" else False
    return None
