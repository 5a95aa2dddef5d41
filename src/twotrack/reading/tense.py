"""Whether the words about a time expression look ahead or back."""

import re

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|['’][a-z]{1,2}|[\u4e00-\u9fff]")
_BREAK = re.compile(r"[.?!;](?=\s)|[。？！；]|\n\s{0,9}\n")
_REACH_BEFORE = 100
_REACH_AFTER = 70
_AHEAD = frozenset(
    "will won't shall expect expects hope hopes upcoming scheduled until 'll due tomorrow forthcoming anticipate 将 將 拟 擬 定 会 會".split()
)
_AHEAD_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "going to,plan to,plans to,planning to,plan on,plan for,plans on,intend to,intends to,expect to,expects to,"
        "expected to,expecting to,look forward,looks forward,looking forward,hope to,hopes to,hoped to,would be,"
        "be held,to take,coming up,heading to,set to,want to,wants to,ready to,about to,no later,ahead of,"
        "计 划,計 劃,准 备,準 備,希 望,预 计,預 計"
    ).split(",")
)
_BACK = frozenset(
    "was were had been did last ago since met took went came said made gave saw held spoke began brought told sent left "
    "got happened previously previous earlier wrote led won lost became ran found kept knew heard built fell rose grew "
    "了 曾 已 过 過 自".split()
)
_NOT_PAST = frozenset("need indeed agreed united proceed succeed exceed speed feed seed breed limited".split())


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
    return _WORD.findall(text.lower().replace("’", "'"))


def _sign(words: list[str], at: int) -> bool | None:
    """What one word, with the next, says: True ahead, False back.

    Ahead: "will", "we'll", "plan to", "is to be held"; back: "met", "was", "raised"; neither: "need", "United"."""
    word = words[at]
    if word in _AHEAD or word.endswith("'ll"):
        return True
    if at + 1 < len(words) and (word, words[at + 1]) in _AHEAD_PAIRS:
        return True
    if word in _BACK or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        return False
    return None
