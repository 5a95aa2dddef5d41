"""Bodies named in running text, in several languages."""

import pytest

from twotrack.reading.agencies import find_agencies


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("members of the Commission for the Prevention of Torture met", ["Commission for the Prevention of Torture"]),
        ("the Tarn Women’s Union and the Supreme Court", ["Tarn Women’s Union", "Supreme Court"]),
        ("le ministère de la justice et la Cour suprême", ["ministère de la justice", "Cour suprême"]),
        ("l’Agence française de développement", ["Agence française de développement"]),
        ("the Hanseatic Union and the ministry", []),
        ("le ministère et l’agence", []),
    ],
)
def test_bodies_are_named_in_full(words: str, names: list[str]) -> None:
    assert [one.name for one in find_agencies(words, 0, len(words))] == names


@pytest.mark.parametrize(
    "repeated", ["Agence nationale de ", "ministère de la ", "Women’s Union ", "Prevention of Torture "]
)
def test_hostile_repetition_is_searched_to_its_end(repeated: str) -> None:
    words = repeated * 400
    assert all(0 <= one.start < one.end <= len(words) for one in find_agencies(words, 0, len(words)))
