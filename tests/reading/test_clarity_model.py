"""The trained model of clarity: its weights, what it makes of features, and the sentence that speaks most for a label."""

import math

import pytest

from twotrack.reading.clarity_features import look_at
from twotrack.reading.clarity_model import LABELS, deciding, most_likely, probabilities, weights
from twotrack.vocabulary import Clarity


def test_every_feature_has_a_rounded_weight_for_each_label() -> None:
    assert len(weights()) > 500
    assert all(len(row) == len(LABELS) for row in weights().values())
    assert all(round(weight, 2) == weight for row in weights().values() for weight in row)


@pytest.mark.parametrize("features", [{}, {"bias": 1.0}, {"declines@1": 1.0, "unheard-of": 3.0}, {"long": 1e9}])
def test_probabilities_sum_to_one(features: dict[str, float]) -> None:
    assert math.isclose(sum(probabilities(features, weights())), 1.0)


@pytest.mark.parametrize(
    ("asked", "said", "label"),
    [
        ("How many were on the list?", ["There were twelve people on the list."], Clarity.REPLY),
        ("Is the envoy going back to Verania?", ["Yes, he leaves on Thursday."], Clarity.REPLY),
        (
            "Will you name them?",
            ["I’m just not going to get into that from here, and I won’t name them."],
            Clarity.NON_REPLY,
        ),
        ("下一轮对话何时举行？", ["双方商定明年三月在萨恩霍尔姆举行下一轮对话。"], Clarity.REPLY),
    ],
)
def test_plain_answers_and_plain_refusals_are_told(asked: str, said: list[str], label: Clarity) -> None:
    assert most_likely(look_at(asked, said))[0] is label


def test_the_refusal_speaks_most_for_no_reply() -> None:
    looked = look_at(
        "Will you name them?", ["We had two good days.", "I’m not going to get into names.", "It was warm."]
    )
    assert deciding(looked, Clarity.NON_REPLY) == 1
