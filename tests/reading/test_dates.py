"""Time expressions, resolved from Wednesday 15 May 2030."""

import pytest

from typed_text import reading_of


def found(text: str, day: str = "2030-05-15") -> list[tuple[str, str]]:
    return [(date.quote, date.edtf) for date in reading_of(text, date=day).dates]


@pytest.mark.parametrize(
    ("words", "quote", "edtf"),
    [
        ("It began on May 13, 2030.", "May 13, 2030", "2030-05-13"),
        ("It began on 13 May 2029.", "13 May 2029", "2029-05-13"),
        ("We met on May 10th and 11th.", "May 10th and 11th", "2030-05-10/2030-05-11"),
        ("They met 30 May to 2 June 2029.", "30 May to 2 June 2029", "2029-05-30/2029-06-02"),
        ("We met May 30 to June 2, 2029.", "May 30 to June 2, 2029", "2029-05-30/2029-06-02"),
        ("That was June 13th, last year.", "June 13th, last year", "2029-06-13"),
        ("the vote on November [December] 3rd", "November [December] 3rd", "2029-12-03"),
        ("We will launch it on January 30th.", "January 30th", "2031-01-30"),
        ("They were held in November 2029.", "November 2029", "2029-11"),
        ("The last meeting was in June.", "June", "2029-06"),
        ("We will meet in June.", "June", "2030-06"),
        ("It took place in early January.", "early January", "2030-01"),
        ("We announced it last November.", "last November", "2029-11"),
        ("The last one was in 2028.", "2028", "2028"),
        ("It lasted from 2024 to 2029.", "2024 to 2029", "2024/2029"),
        ("It goes back to the sixties.", "the sixties", "196X"),
        ("It goes back to the 1990s.", "the 1990s", "199X"),
        ("We met yesterday afternoon.", "yesterday afternoon", "2030-05-14"),
        ("There was a call last night.", "last night", "2030-05-14"),
        ("I will say more later today.", "later today", "2030-05-15"),
        ("We go there next week.", "next week", "2030-05-20/2030-05-26"),
        ("We met last week.", "last week", "2030-05-06/2030-05-12"),
        ("We met this last week.", "this last week", "2030-05-08/2030-05-15"),
        ("It will be held next year.", "next year", "2031"),
        ("It begins in the next few months.", "the next few months", "2030-05-15/2030-11"),
        ("It begins in the coming weeks.", "the coming weeks", "2030-05-15/2030-06-26"),
        ("We met over the past two days.", "the past two days", "2030-05-14/2030-05-15"),
        ("We will work over the next year.", "the next year", "2030-05-15/2031-05"),
        ("That was two months ago.", "two months ago", "2030-03"),
        ("That was three days ago.", "three days ago", "2030-05-12"),
        ("We expect it this spring.", "this spring", "2030-21"),
        ("It was agreed last fall.", "last fall", "2029-23"),
        ("It opened in the summer of 2028.", "the summer of 2028", "2028-22"),
        ("By the end of the year we report.", "the end of the year", "2030-12"),
        ("They met on Monday.", "Monday", "2030-05-13"),
        ("They will meet on Monday.", "Monday", "2030-05-20"),
        ("They met last Friday.", "last Friday", "2030-05-10"),
        ("双方于2030年5月13日至14日举行对话。", "2030年5月13日至14日", "2030-05-13/2030-05-14"),
        ("去年6月双方会面。", "去年6月", "2029-06"),
        ("代表团昨天抵达。", "昨天", "2030-05-14"),
    ],
)
def test_it_resolves(words: str, quote: str, edtf: str) -> None:
    assert (quote, edtf) in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "We may march with them.",
        "The talks took two days.",
        "Now we see more of it.",
        "Happy Friday to all of you.",
        "They meet every year.",
        "It cost 2030 dollars and 2,030 men came.",
        "We begin at 10:30 A.M. sharp.",
        "In today’s world this matters.",
        "She fell on the spring.",
    ],
)
def test_it_is_no_date(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "day", "edtf"),
    [
        ("It fell since last spring.", "2031-01-22", "2030-21"),
        ("It rose last winter.", "2031-12-17", "2030-24"),
        ("They joined in the fall.", "2031-01-24", "2030-23"),
        ("We expect it in the spring.", "2031-01-27", "2031-21"),
        ("We expect it in the spring.", "2030-11-27", "2031-21"),
        ("It happened on the 7th of October.", "2031-08-15", "2030-10-07"),
        ("They met in November.", "2031-01-10", "2030-11"),
        ("They met on Friday.", "2030-05-17", "2030-05-17"),
    ],
)
def test_it_resolves_across_the_turn_of_a_year(words: str, day: str, edtf: str) -> None:
    assert [value for _, value in found(words, day)] == [edtf]


def test_without_a_day_of_the_document_only_full_dates_are_found() -> None:
    assert [date.edtf for date in reading_of("We met yesterday and on 3 May 2029.").dates] == ["2029-05-03"]


def test_a_quote_is_the_text_at_its_offsets_over_a_line_end() -> None:
    reading = reading_of("They left on June 13th, last\nyear, together.", date="2030-05-15")
    (date,) = reading.dates
    assert reading.text[date.start : date.end] == date.quote == "June 13th, last\nyear"
