"""The labelled passages and invented exchanges of bench/labels, joined with their texts.

    from labelled import exchanges, invented, passages
    for passage in passages("train"): ...         passage.text[start:end] are the words of every span of passage.labels
    for one in exchanges("train"): ...            what was asked, what was said to it, its clarity
    for one in exchanges("development", folder="."): ...    those of the whole documents, whose splits are their own
    for one in invented(): ...                    invented exchanges of other conventions, always for training

    python bench/labelled.py                      how many labels each split holds

Splits: `train`, `development`, `test`; bench/labels/README.md says how they were drawn and what each label means. The
texts lie in shared/corpus/press-briefings.tar.xz beside the project and not in it; where they are not at hand `passages` yields
nothing, and `at_hand()` says so. A document whose bytes are not those that were annotated raises ValueError.
"""

import hashlib
import json
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LABELS = HERE / "labels"
PACKED = Path("shared") / "corpus" / "press-briefings.tar.xz"
CORPUS = next((above / PACKED for above in HERE.parents if (above / PACKED).is_file()), HERE.parents[1] / PACKED)
SPLITS = ("train", "development", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of one document, every exchange, case and commitment of which is labelled; spans refer to `text`."""

    path: str
    split: str
    date: str
    text: str
    start: int
    end: int
    labels: Mapping[str, Any]

    def words(self, span: tuple[int, int] | list[int]) -> str:
        """The words of a span."""
        return self.text[span[0] : span[1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One thing asked and what was said to it. `evidence` are spans within `answer`; `technique` None if unanswered."""

    document: str
    language: str
    question: str
    answer: str
    clarity: str
    technique: str | None
    evidence: tuple[tuple[int, int], ...]


def at_hand() -> bool:
    """Whether the texts of the labelled passages can be read here."""
    return CORPUS.is_file()


def passages(split: str | None = None, *, folder: str = "passages") -> Iterator[Passage]:
    """The labelled passages of a split (None: all) in order of date; nothing where the corpus is not at hand."""
    if not at_hand():
        return
    for path in sorted((LABELS / folder).glob("*.json")):
        labels = json.loads(path.read_text("utf-8"))
        if split not in (None, labels["split"]):
            continue
        content = _corpus()[labels["path"]]
        if hashlib.sha256(content).hexdigest() != labels["sha256"]:
            raise ValueError(f"{labels['path']}: not the bytes that were annotated")
        text = content.decode("utf-8")
        start, end = labels.get("passage", (0, len(text)))
        yield Passage(
            path=labels["path"],
            split=labels["split"],
            date=labels["date"],
            text=text,
            start=start,
            end=end,
            labels=labels,
        )


def exchanges(split: str | None = None, *, folder: str = "passages") -> Iterator[Judged]:
    """The exchanges of a split's passages; turns of one side are joined by a line break, labels of speakers included."""
    for passage in passages(split, folder=folder):
        turns = {turn["id"]: turn for turn in passage.labels["turns"]}
        for exchange in passage.labels["exchanges"]:
            asked = [turns[name] for name in exchange["question_turns"]]
            said = [turns[name] for name in exchange["answer_turns"]]
            yield Judged(
                document=passage.path,
                language="en",
                question="\n".join(passage.text[turn["start"] : turn["end"]] for turn in asked),
                answer="\n".join(passage.text[turn["start"] : turn["end"]] for turn in said),
                clarity=exchange["clarity"],
                technique=exchange["technique"],
                evidence=_within(exchange["evidence"], said),
            )


def _within(evidence: list[list[int]], said: list[dict[str, Any]]) -> tuple[tuple[int, int], ...]:
    """Spans of the document as spans of the joined answer turns."""
    found = []
    before = 0
    for turn in said:
        shift = before - turn["start"]
        found += [(a + shift, b + shift) for a, b in evidence if turn["start"] <= a and b <= turn["end"]]
        before += turn["end"] - turn["start"] + 1
    return tuple(found)


def invented() -> Iterator[Judged]:
    """Invented exchanges in the manner of other spokespersons, one JSON object a line in bench/labels/invented."""
    for path in sorted((LABELS / "invented").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one = json.loads(line)
            at = one["answer"].index(one["evidence"]) if one["evidence"] else 0
            yield Judged(
                document=path.stem,
                language=one["language"],
                question=one["question"],
                answer=one["answer"],
                clarity=one["clarity"],
                technique=one["technique"],
                evidence=((at, at + len(one["evidence"])),) if one["evidence"] else (),
            )


@cache
def _corpus() -> Mapping[str, bytes]:
    """The documents that any folder of labels names, by their path in the corpus."""
    wanted = {json.loads(path.read_text("utf-8"))["path"] for path in LABELS.glob("**/*.json")}
    found = {}
    with tarfile.open(CORPUS) as archive:
        for member in archive:
            path = member.name.removeprefix("press-briefings/")
            if path in wanted and (file := archive.extractfile(member)):
                found[path] = file.read()
    return found


def main() -> int:
    """Print how many labels each split holds."""
    if not at_hand():
        print("labelled: the corpus is not at hand (../shared/corpus): nothing to join")
        return 0
    for split in SPLITS:
        held: Counter[str] = Counter()
        for passage in passages(split):
            held["passages"] += 1
            held.update(
                {
                    key: len(value)
                    for key, value in passage.labels.items()
                    if key not in ("passage", "turns") and isinstance(value, list)
                }
            )
        clarity = Counter(one.clarity for one in exchanges(split))
        print(f"{split:<12}", dict(held), dict(clarity))
    print(f"{'invented':<12}", dict(Counter(one.clarity for one in invented())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
