"""The trained model of clarity: a linear one, whose weights lie in data/clarity_weights.tsv.

Multinomial logistic regression over the features of clarity_features.py; bench/train_clarity.py makes the file and says on
which labels, how it was chosen and how good it is on documents that it did not see. The numbers that it gives are
probabilities: of answers judged at 0.8, about 8 in 10 are judged right (docs/accuracy.md).
"""

import math
from collections.abc import Mapping
from functools import cache

from twotrack.reading.clarity_features import Looked
from twotrack.reading.word_lists import rows
from twotrack.vocabulary import Clarity

LABELS = (Clarity.REPLY, Clarity.AMBIVALENT, Clarity.NON_REPLY)
"""The order of the columns of the file of weights."""

Weights = Mapping[str, tuple[float, ...]]


@cache
def weights() -> Weights:
    """Each feature's weight for each label."""
    return {name: tuple(map(float, numbers)) for name, *numbers in rows("clarity_weights.tsv")}


def probabilities(features: Mapping[str, float], known: Weights) -> tuple[float, ...]:
    """How likely each label is; they sum to 1."""
    sums = [0.0] * len(LABELS)
    for name, value in features.items():
        if row := known.get(name):
            for at, weight in enumerate(row):
                sums[at] += weight * value
    top = max(sums)
    powers = [math.exp(one - top) for one in sums]
    total = sum(powers)
    return tuple(one / total for one in powers)


def most_likely(looked: Looked) -> tuple[Clarity, float]:
    """The label of an answer, and how likely it is."""
    found = probabilities(looked.features, weights())
    at = max(range(len(LABELS)), key=lambda one: found[one])
    return LABELS[at], found[at]


def deciding(looked: Looked, label: Clarity) -> int:
    """The number of the sentence that speaks most for a label: by its own features, else by words shared with the request."""
    known, at = weights(), LABELS.index(label)

    def speaks(number: int) -> tuple[float, int]:
        own = (known[name] for name in looked.of_sentence[number] if name in known)
        return round(sum(row[at] - sum(row) / len(row) for row in own), 6), -number

    best = max(range(len(looked.of_sentence)), key=speaks)
    if label is not Clarity.NON_REPLY and not looked.cues[best] and max(looked.shared) > looked.shared[best]:
        return looked.shared.index(max(looked.shared))
    return best
