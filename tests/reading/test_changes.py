"""What changed from one text to a later one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.reading.changes import Change, changes, counted, in_words, moved
from twotrack.reading.findings import Span

OLD = "We met in Dunmarrow. Tamsin Orrel is detained.\n\nMr. Hollin spoke of the next round. It is in May.\n"


def applied(old: str, new: str, found: list[Change]) -> str:
    """The old text with every change made in it."""
    out, last = [], 0
    for change in found:
        out += [old[last : change.old.start], new[change.new.start : change.new.end]]
        last = change.old.end
    return "".join([*out, old[last:]])


def told(old: str, new: str) -> list[tuple[str, str]]:
    """The words of each change."""
    return [(old[slice(*change.old)].strip(), new[slice(*change.new)].strip()) for change in changes(old, new)]


@pytest.mark.parametrize(
    ("new", "difference", "count"),
    [
        (OLD, [], (0, 0, 0)),
        (OLD + "Thank you.\n", [("", "Thank you.")], (1, 0, 0)),
        (OLD.replace(" Tamsin Orrel is detained.", ""), [("Tamsin Orrel is detained.", "")], (0, 1, 0)),
        (
            OLD.replace("is detained", "was released"),
            [("Tamsin Orrel is detained.", "Tamsin Orrel was released.")],
            (0, 0, 1),
        ),
        ("", [(OLD.strip(), "")], (0, 4, 0)),
        (OLD.replace("\n\n", "\n"), [("", "")], (0, 0, 0)),
        (
            OLD.replace("It is in May", "It is in June. Or July"),
            [("It is in May.", "It is in June. Or July.")],
            (1, 0, 1),
        ),
    ],
    ids=["nothing", "added", "removed", "changed", "all gone", "blanks", "changed and added"],
)
def test_sentences_that_differ_are_told(
    new: str, difference: list[tuple[str, str]], count: tuple[int, int, int]
) -> None:
    assert told(OLD, new) == difference
    assert counted(OLD, new, changes(OLD, new)) == count


def test_chinese_sentences_are_told_apart() -> None:
    assert told("我们见了面。他被关押。下一轮在五月。", "我们见了面。下一轮在五月。") == [("他被关押。", "")]


def test_within_a_change_the_words_are_told() -> None:
    new = OLD.replace("is detained", "was released")
    (change,) = changes(OLD, new)
    assert [(OLD[slice(*one.old)], new[slice(*one.new)]) for one in in_words(OLD, new, change)] == [
        ("is", "was"),
        ("detained", "released"),
    ]


def test_a_paragraph_that_moved_is_removed_here_and_added_there() -> None:
    one, two, three = ("".join(f"Sentence {word} {number}. " for number in range(5)) for word in ("A", "B", "C"))
    assert told(one + two + three, two + three + one) == [(one.strip(), ""), ("", one.strip())]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a. " * 30_000, "a. " * 30_001),
        ("a. b. " * 20_000, "b. a. " * 20_000),
        ("".join(f"{n}. " for n in range(30_000)), "".join(f"{n}. " for n in reversed(range(30_000)))),
        (" \n" * 50_000, "\n " * 50_000),
        ("." * 100_000, "!" * 100_000),
        (" " * 100_000, " " * 100_000 + "x"),
    ],
    ids=["repeated", "alternating", "reversed", "blanks", "points", "spaces"],
)
def test_hostile_texts_are_compared_too(old: str, new: str) -> None:
    assert applied(old, new, changes(old, new)) == new


WORDS = st.lists(
    st.sampled_from(["We met.", "He is ill.", " ", "\n", "\n\n", "Mr. Hollin", "他说。", "x", ""]), max_size=30
)
TEXTS = WORDS.map("".join) | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_the_changes_made_in_the_old_text_give_the_new_one(old: str, new: str) -> None:
    found = changes(old, new)
    assert applied(old, new, found) == new
    assert applied(old, new, [one for change in found for one in in_words(old, new, change)]) == new


@given(TEXTS)
def test_nothing_changed_from_a_text_to_itself(text: str) -> None:
    assert changes(text, text) == []


@given(TEXTS, TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_what_did_not_change_is_found_at_its_new_place(old: str, new: str, start: int, length: int) -> None:
    span = Span(min(start, len(old)), min(start + length, len(old)))
    place = moved(span, changes(old, new))
    assert place is None or new[slice(*place)] == old[slice(*span)]
