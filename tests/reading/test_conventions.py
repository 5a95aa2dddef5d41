"""The patterns of labels, with lines that they must match and lines that they must not."""

import re

import pytest

from twotrack.reading.conventions import CAPITALS, FULL_STOP, HAN, LETTER_Q, LETTERS, NAME, asks
from twotrack.reading.tense import looks_ahead

LINES: list[tuple[re.Pattern[str], str, str | None]] = [
    (CAPITALS, "MR. HALL: Yes.", "MR. HALL"),
    (CAPITALS, "DEPUTY SECRETARY O’NEIL (via interpreter): Yes.", "DEPUTY SECRETARY O’NEIL (via interpreter)"),
    (CAPITALS, "**QUESTION:** Why?", "QUESTION"),
    (CAPITALS, "\u00a0\u00a0\u00a0 MS. JEAN-PIERRE:\u00a0 Hi.", "MS. JEAN-PIERRE"),
    (CAPITALS, "DR. McCABE: Yes.", "DR. McCABE"),
    (CAPITALS, "Mr. Hall: Yes.", None),
    (CAPITALS, "And THEN: no", None),
    (CAPITALS, "A: Yes.", None),
    (LETTER_Q, "Q    Thank you", "Q"),
    (LETTER_Q, "Q: When?", "Q"),
    (LETTER_Q, "Quite so", None),
    (LETTER_Q, "Q. When?", None),
    (FULL_STOP, "Q. When?", "Q"),
    (FULL_STOP, "The President. Yes.", "The President"),
    (FULL_STOP, "Secretary Hall. No.", "Secretary Hall"),
    (FULL_STOP, "Thank you. Yes.", None),
    (LETTERS, "Q: When?", "Q"),
    (LETTERS, "Answer: Soon.", "Answer"),
    (LETTERS, "Aim: to meet", None),
    (NAME, "Wang Li: No.", "Wang Li"),
    (NAME, "Journalist (AFP): When?", "Journalist (AFP)"),
    (NAME, "Bottom line: no", None),
    (NAME, "10:30 in the morning", None),
    (HAN, "问：何时？", "问"),
    (HAN, "法新社记者：何时？", "法新社记者"),
    (HAN, "他在会上说明了情况并且表示今后还将继续保持沟通和对话：好。", None),
]


@pytest.mark.parametrize(("pattern", "line", "label"), LINES, ids=[line for _, line, _ in LINES])
def test_a_label_is_told_from_other_words(pattern: re.Pattern[str], line: str, label: str | None) -> None:
    match = pattern.match(line)
    assert (match["label"].strip() if match else None) == label


@pytest.mark.parametrize(
    ("label", "press"),
    [
        ("Q", True),
        ("QUESTION", True),
        ("Journalist (AFP)", True),
        ("法新社记者", True),
        ("MR. HALL", False),
        ("答", False),
        ("QUESTIONABLE", False),
    ],
)
def test_a_label_may_say_that_the_press_asks(label: str, press: bool) -> None:
    assert asks(label) is press


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("We will meet in X.", True),
        ("We plan to meet in X.", True),
        ("We met in X.", False),
        ("It was raised in X.", False),
        ("They agreed to meet, and will do so in X.", True),
        ("We met. X is the month.", None),
        ("In X we will meet.", True),
    ],
)
def test_the_nearest_sign_says_whether_words_look_ahead(text: str, ahead: bool | None) -> None:
    at = text.index("X")
    assert looks_ahead(text, at, at + 1) is ahead
