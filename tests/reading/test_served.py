"""What of an answer speaks of all that was asked."""

import pytest

from twotrack.reading.served import of_all


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("I won’t get into that.", True),
        ("I do not have any comments for you on that.", True),
        ("On the first, yes. On the second, that is for a court.", True),
        ("我不了解有关情况。", True),
        ("The sum is settled. On the envoy, I’m not going to guess.", False),
        ("I was minister when the last one broke down.", False),
    ],
)
def test_an_answer_speaks_of_all(said: str, found: bool) -> None:
    assert of_all(said) is found
