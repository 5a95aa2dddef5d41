"""Trains the model of clarity and writes src/twotrack/data/clarity_weights.tsv: `python bench/train_clarity.py`.

    --cross      also how good it is on documents left out (ten parts, by document), beside two plain baselines, with
                 95 % by a bootstrap over documents, and the table of reliability
    --rules      how often the two rules of reading/clarity.py hold
    --test       how good the weights that lie in data/ are on the labels that nothing was chosen on

Labels: bench/labels/clarity (exchanges of briefings of the corpus as offsets; invented ones with their words),
bench/labels/passages and bench/labels/invented, the briefings of bench/labels that are for developing, and
tests/documents (conventions, conventions-test and findings-test: published and looked at, so the columns of the last two in
docs/accuracy.md are no test of clarity; --cross is). Never: the annotated documents of ../shared/gold and what is called
`test` in bench/labels. Without ../shared the corpus is not at hand and nothing is trained.

The model is a multinomial logistic regression with an L2 penalty, learnt by stochastic gradient descent (Bottou, 2010) with
averaging, in plain Python, one thread, a fixed seed, weights rounded to two decimals: the same labels give the same bytes.
The penalty, the number of rounds and the least number of times that a word must occur were chosen by cross-validation.
"""

import argparse
import hashlib
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import accuracy

from twotrack.reading.answers import find_answers
from twotrack.reading.clarity import judge
from twotrack.reading.clarity_features import about_asking, look_at, tidied
from twotrack.reading.clarity_model import LABELS, Weights, probabilities, weights
from twotrack.reading.finders import FINDERS, Known
from twotrack.reading.findings import Exchange, Span
from twotrack.reading.sentences import sentences
from twotrack.sources.formats import extract, media_type
from twotrack.sources.raw import RawSource
from twotrack.vocabulary import Clarity

HERE = Path(__file__).resolve().parent
LABELLED = HERE / "labels"
DATA = HERE.parent / "src" / "twotrack" / "data" / "clarity_weights.tsv"
_OF_TECHNIQUE = dict.fromkeys(("declining", "ignorance", "clarification"), "non-reply") | {"explicit": "reply"}
_NEEDED = ("labels", "convention", "heading", "turns", "spoken", "sides", "askers", "exchanges")
PENALTY = 0.012
ROUNDS = 30
RATE = 0.3
LEAST = 3  # times that a word must occur in training
TOWARDS_REPLY = 1.15  # odds: the briefings lean to ambivalent more than what the program is to read
SMALLEST = 0.02  # weights below are left out
FOLDS = 10
DRAWS = 1_000
_WORDS = ("first:", "last:", "han:")
HEAD = """\
# The model of clarity: a feature, then its weight for reply, ambivalent and non-reply (tab between). Made by
# bench/train_clarity.py from the labels it names; not to be edited. Numbers alone and short words: no text of any document.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One exchange with its label: the set and document it comes from, what was asked, the sentences said to it."""

    of: str
    document: str
    asked: str
    said: tuple[str, ...]
    clarity: str
    features: Mapping[str, float]


def main() -> int:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for option in ("cross", "rules", "test"):
        parser.add_argument(f"--{option}", action="store_true")
    options = parser.parse_args()
    if not (accuracy.SHARED / "corpus").is_dir():
        print("train_clarity: ../shared is not at hand, so nothing is trained")
        return 0
    if options.test:
        _report_test(list(examples(test=True)))
        return 0
    known = sorted(examples(test=False), key=lambda one: (one.of, one.document, one.asked, one.said))
    print(
        f"{len(known)} exchanges of {len({one.document for one in known})} documents:",
        dict(Counter(one.clarity for one in known)),
    )
    if options.rules:
        _report_rules(known)
    if options.cross:
        _report_cross(known)
    _write(learn(known))
    print(
        f"wrote {DATA.name}: {DATA.stat().st_size:,} bytes, SHA-256 {hashlib.sha256(DATA.read_bytes()).hexdigest()[:16]}"
    )
    return 0


# --- labels -------------------------------------------------------------------------------------------------------------


def examples(*, test: bool) -> Iterator[Example]:
    """The labelled exchanges that may be trained on, or those that nothing may be chosen on."""
    whole = [one for one in accuracy.annotated() if any("clarity" in exchange for exchange in one.gold["exchanges"])]
    for document in whole:
        if (document.set in ("annotated", "briefings-test")) == test:
            yield from _of_whole(document.set, document.name, document.content, document.gold)
    passages = [json.loads(path.read_text("utf-8")) for path in sorted((LABELLED / "passages").glob("*.json"))]
    own = [] if test else _lines(LABELLED / "clarity" / "briefings.jsonl")
    corpus = accuracy._members({one["path"] for one in (*passages, *own)})
    for one in passages:
        if (one["split"] == "test") == test:
            yield from _of_whole("passages-test" if test else "passages", one["path"], _checked(corpus, one), one)
    for one in own:
        text = _checked(corpus, one).decode("utf-8")
        for exchange in one["exchanges"]:
            said = [text[a:b] for start, end in exchange["said"] for a, b in sentences(text, start, end)]
            asked = " ".join(" ".join(text[a:b].split()) for a, b in exchange["asks"])
            yield _example("briefings-own", one["path"], asked, said, exchange["clarity"])
    if not test:
        yield from _invented()


def _lines(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


def _checked(corpus: Mapping[str, bytes], one: Mapping[str, str]) -> bytes:
    content = corpus[one["path"]]
    assert hashlib.sha256(content).hexdigest() == one["sha256"], one["path"]
    return content


def _invented() -> Iterator[Example]:
    for number, line in enumerate((LABELLED / "clarity" / "invented.tsv").read_text("utf-8").splitlines()):
        if not line.startswith("#"):
            _, asked, said, technique = line.split("\t")
            clarity = _OF_TECHNIQUE.get(technique, "ambivalent")
            yield _example("invented-own", f"invented {number // 8}", asked, _cut(said), clarity)
    for path in sorted((LABELLED / "invented").glob("*.jsonl")):
        for number, one in enumerate(_lines(path)):
            if one["clarity"] != "unanswered":
                yield _example(
                    "invented", f"{path.stem} {number // 8}", one["question"], _cut(one["answer"]), one["clarity"]
                )


def _cut(said: str) -> list[str]:
    return [said[a:b] for a, b in sentences(said, 0, len(said))]


def _example(of: str, document: str, asked: str, said: Sequence[str], clarity: str) -> Example:
    lines = [tidied(words) for words in said]
    kept = tuple(words for words in lines if not about_asking(words)) or tuple(lines)
    return Example(
        of=of, document=document, asked=asked, said=kept, clarity=clarity, features=look_at(asked, kept).features
    )


def _of_whole(of: str, name: str, content: bytes, gold: Mapping) -> Iterator[Example]:  # type: ignore[type-arg]
    """The exchanges of an annotated document as the program finds them, each with the label of the annotated exchange that
    begins with the same turn and shares an answer; the others are left out."""
    raw = RawSource(
        content=content, place=name, name=name, media_type=media_type(content), got_at=datetime(2000, 1, 1, tzinfo=UTC)
    )
    known = Known(document=extract(raw))
    for step in FINDERS:
        if step.adds in _NEEDED:
            known = replace(known, **{step.adds: step.find(known)})  # type: ignore[arg-type]
    answers = find_answers(known)
    begins = {turn.id: turn.start for turn in known.turns}
    starts = {turn["id"]: turn["start"] for turn in gold["turns"]}
    used: set[str] = set()
    for one in gold["exchanges"]:
        if one.get("clarity") in (None, "unanswered"):
            continue
        said = {starts[turn] for turn in one["answer_turns"]}
        ranked = [
            (_likeness(exchange, begins, said, answers[exchange.id], one["evidence"]), exchange)
            for exchange in known.exchanges
            if exchange.id not in used
            and exchange.answer_turns
            and abs(begins[exchange.question_turns[0]] - starts[one["question_turns"][0]]) <= 10
        ]
        best = max(ranked, key=lambda pair: pair[0], default=((0.0, 0), None))
        if best[1] is None or not best[0][0]:
            continue
        used.add(best[1].id)
        asked = " ".join(" ".join(known.text[a:b].split()) for a, b in best[1].mentions)
        yield _example(of, name, asked, [known.text[a:b] for a, b in answers[best[1].id]], one["clarity"])


def _likeness(
    exchange: Exchange, begins: Mapping[str, int], said: set[int], answer: Sequence[Span], evidence: list[list[int]]
) -> tuple[float, int]:
    own = {begins[turn] for turn in exchange.answer_turns}
    inside = sum(a < span.end and span.start < b for a, b in evidence for span in answer)
    return len(own & said) / len(own | said), inside


# --- learning -----------------------------------------------------------------------------------------------------------


def learn(known: Sequence[Example]) -> Weights:
    """The weights, not rounded: averaged stochastic gradient descent on the logistic loss with an L2 penalty."""
    often = Counter(name for one in known for name in one.features)
    names = sorted(name for name, number in often.items() if number >= LEAST or not name.startswith(_WORDS))
    at = {name: number for number, name in enumerate(names)}
    rows = [
        (
            [(at[name], value) for name, value in sorted(one.features.items()) if name in at and value],
            _label(one.clarity),
        )
        for one in known
    ]
    width = len(LABELS)
    own = [[0.0] * width for _ in names]
    average = [[0.0] * width for _ in names]
    order, draw, step, scale = list(range(len(rows))), random.Random(0), 0, 1.0  # noqa: S311  (a draw, not a secret)
    begun = ROUNDS * len(rows) // 2
    for _ in range(ROUNDS):
        draw.shuffle(order)
        for number in order:
            step += 1
            rate = RATE / (1 + RATE * PENALTY * step)
            scale *= 1 - rate * PENALTY
            features, label = rows[number]
            chances = _chances(own, features, scale)
            for feature, value in features:
                row = own[feature]
                for one in range(width):
                    row[one] -= rate * value * (chances[one] - (one == label)) / scale
        if step >= begun:
            for row, kept in zip(own, average, strict=True):
                for one in range(width):
                    kept[one] += row[one] * scale
    rounds = ROUNDS - (ROUNDS - 1) // 2
    odds = (math.log(TOWARDS_REPLY), 0.0, 0.0)
    return {
        name: tuple(
            value / rounds + (more if name == "bias" else 0.0)
            for value, more in zip(average[number], odds, strict=True)
        )
        for name, number in at.items()
    }


def _label(clarity: str) -> int:
    return LABELS.index(Clarity(clarity))


def _chances(own: Sequence[Sequence[float]], features: Sequence[tuple[int, float]], scale: float) -> list[float]:
    sums = [0.0] * len(LABELS)
    for feature, value in features:
        for one, weight in enumerate(own[feature]):
            sums[one] += weight * value * scale
    top = max(sums)
    powers = [math.exp(one - top) for one in sums]
    total = sum(powers)
    return [one / total for one in powers]


def _write(learnt: Weights) -> None:
    lines = [
        "\t".join((name, *(f"{weight:.2f}" for weight in row)))
        for name, row in sorted(learnt.items())
        if max(map(abs, row)) >= SMALLEST and not name.startswith("#")
    ]
    DATA.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


# --- measuring ----------------------------------------------------------------------------------------------------------

Judged = tuple[Example, str, float]
"""An example, the label that it got, and how likely that was held to be."""


def _judged(tested: Sequence[Example], learnt: Weights) -> list[Judged]:
    found = []
    for one in tested:
        chances = probabilities(one.features, learnt)
        best = max(range(len(LABELS)), key=lambda label: chances[label])
        found.append((one, str(LABELS[best]), chances[best]))
    return found


def _report_cross(known: Sequence[Example]) -> None:
    documents = sorted({one.document for one in known})
    random.Random(0).shuffle(documents)  # noqa: S311
    part = {document: number % FOLDS for number, document in enumerate(documents)}
    found: list[Judged] = []
    for fold in range(FOLDS):
        learnt = learn([one for one in known if part[one.document] != fold])
        found += _judged([one for one in known if part[one.document] == fold], learnt)
    _report("cross-validation", found)
    for of in sorted({one.of for one in known}):
        _report(f"  {of}", [one for one in found if one[0].of == of])
    _report("always ambivalent", [(one, "ambivalent", 0.5) for one in known])
    _report("a list of refusals", [(one, _by_list(one), 0.5) for one in known])
    _report_reliability(found)


def _report_test(tested: Sequence[Example]) -> None:
    for of in sorted({one.of for one in tested}):
        _report(of, _judged([one for one in tested if one.of == of], weights()))
    found = _judged(tested, weights())
    _report("together", found)
    _report("always ambivalent", [(one, "ambivalent", 0.5) for one in tested])
    _report("a list of refusals", [(one, _by_list(one), 0.5) for one in tested])
    _report_reliability(found)


def _by_list(one: Example) -> str:
    """The plain baseline: a refusal among the first two sentences is no reply, all else ambivalent."""
    return (
        "non-reply" if {"declines@1", "declines@2", "ignorant@1", "ignorant@2"} & one.features.keys() else "ambivalent"
    )


def figures(found: Sequence[Judged]) -> tuple[float, float, float]:
    """Accuracy, macro F1 and the F1 of non-reply."""
    right = sum(one.clarity == label for one, label, _ in found) / len(found)
    each = []
    for label in map(str, LABELS):
        hits = sum(one.clarity == label == got for one, got, _ in found)
        both = sum(one.clarity == label for one, _, _ in found) + sum(got == label for _, got, _ in found)
        each.append(2 * hits / both if both else 0.0)
    return right, sum(each) / len(each), each[-1]


def _report(name: str, found: Sequence[Judged]) -> None:
    documents: dict[str, list[Judged]] = {}
    for one in found:
        documents.setdefault(one[0].document, []).append(one)
    draw = random.Random(0)  # noqa: S311
    drawn = [
        figures([one for document in draw.choices(list(documents.values()), k=len(documents)) for one in document])
        for _ in range(DRAWS // 4)
    ]
    cells = []
    for at, (title, value) in enumerate(zip(("accuracy", "macro F1", "non-reply F1"), figures(found), strict=True)):
        values = sorted(one[at] for one in drawn)
        cells.append(f"{title} {value:.2f} ({values[len(values) // 40]:.2f} to {values[-len(values) // 40 - 1]:.2f})")
    print(f"  {name:<22}{len(found):>5}  " + "  ".join(cells))


def _report_reliability(found: Sequence[Judged]) -> None:
    print("  held at      exchanges  right")
    for low in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        held = [one for one in found if low <= one[2] < low + 0.1 or (low == 0.9 and one[2] >= 1)]
        if held:
            right = sum(one.clarity == got for one, got, _ in held) / len(held)
            print(f"  {low:.1f} to {low + 0.1:.1f} {len(held):>10}   {right:.2f}")
    score = sum((chance - (one.clarity == got)) ** 2 for one, got, chance in found) / len(found)
    base = sum(one.clarity == got for one, got, _ in found) / len(found)
    print(f"  Brier score {score:.3f} (always the mean {base:.2f}: {base * (1 - base):.3f})")


def _report_rules(known: Sequence[Example]) -> None:
    held: dict[str, list[str]] = {}
    for one in known:
        text, spans = " ".join(one.said), list[Span]()
        for words in one.said:
            begin = spans[-1].end + 1 if spans else 0
            spans.append(Span(begin, begin + len(words)))
        held.setdefault(judge(text, one.asked, spans).rule, []).append(one.clarity)
    for rule in ("clarity.asked-back", "clarity.refused"):
        print(f"  {rule}: right {held[rule].count('non-reply')} of {len(held[rule])}")


if __name__ == "__main__":
    sys.exit(main())
