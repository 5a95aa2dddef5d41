"""The kind of reply that a line seems to be."""

import pytest

from twotrack.reading.reply_cues import guess_reply

LINES = {
    "No such person was found.": "no-person-of-this-name-found",
    "查无此人": "no-person-of-this-name-found",
    "He was released in March.": "already-released",
    "Is serving a sentence of six years.": "status-stated-nothing-changed",
    "正在服刑": "status-stated-nothing-changed",
    "This is an internal affair.": "internal-affair-will-not-discuss",
    "We shall look into it.": "will-look-into-it",
    "She died in 2024.": "died",
    "Please send further details.": "request-for-more-information",
    "He teaches at the school of Oskar.": None,
}


@pytest.mark.parametrize("words", LINES)
def test_a_line_is_taken_for_the_reply_that_it_says(words: str) -> None:
    assert guess_reply(words) == LINES[words]
