"""Whatever looks like a personal name. High recall: the publisher withholds what is found here and is not cleared.

Overmatching is right: a withheld common word does no harm. Every capitalised word that is not known to be common, a
place, an office, a body or a time counts, and its neighbours with it; in Chinese a surname and one or two characters,
foreign names with a middle dot; in any other script without case (Arabic, Tibetan, Thai, Hangul ...) whole words.
"""

import re

from twotrack.reading.findings import Span
from twotrack.reading.word_lists import lines, words
from twotrack.reading.words_of_names import Kind, Word, adjacent, find_words, title_class

_CAPITAL = frozenset({Kind.NAME, Kind.EITHER, Kind.INITIAL, Kind.COMMON})
# a word in a script that has no case and is neither Latin nor Han: letters with their marks
_CASELESS = re.compile(
    r"[\u0590-\u10ff\u1100-\u11ff\u1200-\u139f\u1700-\u1cff\u2d80-\u2ddf\u30a1-\u30ff\uac00-\ud7af\ua800-\uabff"
    r"\ufb1d-\ufdff\ufe70-\ufeff\u200c\u200d]+(?:[’'-][\u0590-\u10ff\uac00-\ud7af]+)*"
)
_HAN_RUN = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+(?:[·•‧・．][\u3400-\u9fff]+)+"
    r"|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_TIBETAN_OR_UYGHUR = re.compile(
    r"(?:扎西|丹增|次仁|洛桑|索南|仁波切|阿旺|旦增|多吉|卓玛|拉姆|格桑|平措|顿珠|强巴|桑杰|尼玛|达瓦|边巴|贡布|久美|土登|根敦|买买提|阿布都|阿卜杜|阿不都|热比娅|古丽|吐尔逊|艾尼"
    r"|玉素甫|伊力哈木|木拉提)[\u4e00-\u9fff]{0,3}"
)


# surnames too, but alone they are the common word
_NEVER_ALONE_TEXT = "he she you we so to do an men le ban ho lo ha ya ye"
_NEVER_ALONE = frozenset(_NEVER_ALONE_TEXT.split())
_NO_INITIALS = frozenset(("A.M.", "P.M.", "D.C.", "U.S.", "U.N.", "U.K.", "E.U.", "P.R.", "N.Y.", "L.A."))


def possible_names(text: str) -> tuple[Span, ...]:
    """The stretches of a text that may be a person's name, in order, apart from each other."""
    spans = [*_cased(text), *_han(text), *(Span(*match.span()) for match in _CASELESS.finditer(text))]
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _cased(text: str) -> list[Span]:
    found = []
    tokens = find_words(text, 0, len(text))
    for at in range(len(tokens)):
        if not _seed(text, tokens, at):
            continue
        first = last = at
        while first > 0 and _joins(text, tokens, first - 1, first):
            first -= 1
        while last + 1 < len(tokens) and _joins(text, tokens, last + 1, last):
            last += 1
        while tokens[first].kind is Kind.PARTICLE and first < at:
            first += 1
        while tokens[last].kind is Kind.PARTICLE and last > at:
            last -= 1
        found.append(Span(tokens[first].start, tokens[last].end))
    return found


def _seed(text: str, tokens: list[Word], at: int) -> bool:
    """Whether a word alone is reason enough: no known word, or one that is a name too and opens no sentence."""
    word = tokens[at]
    if word.kind is Kind.NAME:
        return len(word.text) > 1
    if word.kind is Kind.INITIAL:
        return word.text.count(".") == 2 and word.text.upper() == word.text and word.text not in _NO_INITIALS
    if (
        at
        and title_class(tokens[at - 1].text) in {"honorific", "office", "plural"}
        and _beside(text, tokens[at - 1], word)
        and not word.opens
    ):
        return word.kind in _CAPITAL
    if word.kind is not Kind.EITHER or word.text.casefold() in _NEVER_ALONE:
        return False
    return not word.opens or word.text.casefold() not in words("common_words.txt") or _speaks(text, word)


def _beside(text: str, left: Word, right: Word) -> bool:
    return adjacent(text, left, right) or re.fullmatch(r"\.\s{0,2}", text[left.end : right.start]) is not None


def _speaks(text: str, word: Word) -> bool:
    """Whether a verb of a person follows: "Brown said"."""
    return (
        re.compile(
            r"\s(?:said|says|told|asked|was|is|has|had|who|met|led|joined|noted|added|argued|wrote|and\s[A-Z])\b"
        ).match(text, word.end)
        is not None
    )


def _joins(text: str, tokens: list[Word], other: int, at: int) -> bool:
    """Whether a neighbour belongs to the same name: capitalised and no office, body or place, or a particle."""
    left, right = sorted((other, at))
    if not _beside(text, tokens[left], tokens[right]) or tokens[right].opens:
        return False
    word = tokens[other]
    if word.kind is Kind.PARTICLE:
        return other not in (0, len(tokens) - 1)
    if word.kind is Kind.COMMON and (word.opens or tokens[left].kind is Kind.INITIAL):
        return False
    if word.kind is Kind.INSTITUTION:  # "Anna Day Hall", "Theresa May"
        beyond = 2 * other - at
        ends = not 0 <= beyond < len(tokens) or not _beside(text, *sorted((tokens[other], tokens[beyond])))
        between = ends or tokens[beyond].kind in {Kind.NAME, Kind.EITHER, Kind.LOWER}
        return between and other > at - 2 and word.text.casefold() in words("names_that_are_words.txt")
    if word.kind is Kind.PLACE:  # "Michael Jordan", "Paris Hall"
        return other > at or word.text.casefold() in words("names_that_are_words.txt")
    return word.kind in _CAPITAL


def _han(text: str) -> list[Span]:
    found = [Span(*match.span()) for match in _TIBETAN_OR_UYGHUR.finditer(text)]
    doubles, *singles = lines("surnames_han.txt")
    double, single = frozenset(doubles.split()), frozenset("".join(singles))
    known = words("words_han.txt")
    for run in _HAN_RUN.finditer(text):
        chars, at = run.group(), 0
        if not chars.isalpha():  # a dot joins the parts of a foreign name
            found.append(Span(*run.span()))
            continue
        while at < len(chars) - 1:
            head = 2 if chars[at : at + 2] in double else 1
            if chars[at : at + 2] in known or (head == 1 and chars[at] not in single):
                at += 2 if chars[at : at + 2] in known else 1
                continue
            stop = min(len(chars), at + head + 2)
            found.append(Span(run.start() + at, run.start() + stop))
            at += 1
    return found
