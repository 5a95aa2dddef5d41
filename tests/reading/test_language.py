"""The language of a text."""

import pytest

from twotrack.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Delegacje spotkały się i rozmawiały o prawach, ale nikt nie chciał mówić o liście.", "pl"),
        ("De två delegationerna talade om de fängslades rättigheter och om att mötas.", "sv"),
        ("Дві делегації зустрічалися два дні й говорили про права затриманих.", "uk"),
        ("Две делегации встречались два дня и говорили о правах задержанных.", "ru"),
        ("二つの代表団は二日間にわたって会合を開いた。", "ja"),
        ("12 / 34", "und"),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text: str, language: str) -> None:
    assert language_of(text) == language
