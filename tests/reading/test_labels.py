"""Lines that begin as a label may: what is found, in which shape, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading.labels import Shape, find_candidates

LINES: list[tuple[str, str | None, Shape | None]] = [
    ("MR. HALL: Yes.", "MR. HALL", Shape.CAPITALS),
    ("DEPUTY SECRETARY O’NEIL (via interpreter): Yes.", "DEPUTY SECRETARY O’NEIL (via interpreter)", Shape.CAPITALS),
    ("**QUESTION:** Why?", "QUESTION", Shape.CAPITALS),
    ("\\*\\*QUESTION:\\*\\* Why?", "QUESTION", Shape.CAPITALS),
    ("\u00a0\u00a0\u00a0 MS. JEAN-ORR:\u00a0 Hi.", "MS. JEAN-ORR", Shape.CAPITALS),
    ("DR. McCABE: Yes.", "DR. McCABE", Shape.CAPITALS),
    ("SENIOR ADMINISTRATION\nOFFICIAL: Yes.", "SENIOR ADMINISTRATION\nOFFICIAL", Shape.CAPITALS),
    ("**Hanne Brix,\nHead of Press:** Yes.", "Hanne Brix,\nHead of Press", Shape.NAME),
    ("Q    Thank you", "Q", Shape.BARE_Q),
    ("Q: When?", "Q", Shape.LETTER),
    ("Quite so", None, None),
    ("Q. When?", "Q", Shape.FULL_STOP),
    ("**Q. Anna Hall (Post)**: When?", "Q. Anna Hall (Post)", Shape.NAME),
    ("The President. Yes.", "The President", Shape.FULL_STOP),
    ("Secretary Hall. No.", "Secretary Hall", Shape.FULL_STOP),
    ("Thank you. Yes.", None, None),
    ("Answer: Soon.", "Answer", Shape.LETTER),
    ("Ответ: Да.", "Ответ", Shape.LETTER),
    ("A.H.: Soon.", "A.H.", Shape.INITIALS),
    ("Wang Li: No.", "Wang Li", Shape.NAME),
    ("Le porte-parole\u00a0: Non.", "Le porte-parole", Shape.NAME),
    ("Journalist (AFP): When?", "Journalist (AFP)", Shape.NAME),
    ("I said to them: no", None, None),
    ("10:30 in the morning", None, None),
    ("Https://example.org", None, None),
    ("问：何时？", "问", Shape.HAN),
    ("法新社记者：何时？", "法新社记者", Shape.HAN),
    ("【記者】いつですか。", "記者", Shape.BRACKETS),
    ("記者）いつですか。", "記者", Shape.BRACKETS),
    ("（一）第一", None, None),
    ("他在会上说明了情况，并且表示：好。", None, None),
]


@pytest.mark.parametrize(("line", "label", "shape"), LINES, ids=[line for line, _, _ in LINES])
def test_a_label_is_told_from_other_words(line: str, label: str | None, shape: Shape | None) -> None:
    found = find_candidates("Above.\n\n" + line, 0)
    assert [(one.text, one.shape) for one in found] == ([(label, shape)] if label else [])
    assert [(one.text, one.shape) for one in find_candidates(line, 0)] == [(one.text, one.shape) for one in found]


@given(st.text(alphabet=st.sampled_from("Qa AM.R:：问答\n*_\\()（）【】 \u00a0,") | st.characters(), max_size=300))
def test_candidates_stand_in_order_where_their_words_are(text: str) -> None:
    found = find_candidates(text, 0)
    assert all(text[one.start : one.start + len(one.text)] == one.text and one.words <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_marks_that_nobody_sees_do_not_part_two_labels_of_one_speaker() -> None:
    found = find_candidates("MR. HA\u200bLL: Yes.\n\nMR. HALL: No.\n", 0)
    assert [label.key for label in found] == ["MR. HALL", "MR. HALL"]
