"""What the trained model of clarity looks at in a request and in the sentences that were said to it.

A feature is a name with a number between 0 and 1. Most are cues (clarity_cues.py) with the place where they stand, lengths
and shared words; they are the same in every language. Some are words: the first and the last of an answer; of Chinese, its
characters in pairs. Nothing here knows weights: those are learnt by bench/train_clarity.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twotrack.reading import clarity_cues as cues_
from twotrack.reading.clarity_questions import ASKED_FOR, asks_of
from twotrack.reading.sentences import content_words

_CUES = (
    ("declines", cues_.DECLINES),
    ("nothing", cues_.NOTHING),
    ("ignorant", cues_.IGNORANT),
    ("refers", cues_.REFERS),
    ("later", cues_.LATER),
    ("pivot", cues_.PIVOT),
    ("echoes", cues_.ECHOES),
    ("closes", cues_.CLOSES),
    ("every", cues_.EVERY),
    ("not-aware", cues_.NOT_AWARE),
)
REFUSALS = frozenset({"declines", "nothing", "ignorant", "refers"})
_LENGTHS = (5, 12, 25, 50, 90, 150, 250)
_READ = 12  # sentences of an answer that are looked at: the first, and the last two
_LONGEST = 1_500  # characters of a sentence that are looked at
_LONGEST_META = 400
_WORD = re.compile(r"[^\W_]+(?:'[a-z]{1,3})?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FIRST_WORDS = 14
_LAST_WORDS = 12
# a plain statement. matches "We raised it", "they agreed", "双方举行"; not "Raise it"
_PLAIN = re.compile(
    r"(?i)\b(?:we|they|he|she|I|it|sides|side|there)(?:[’']\w{1,3})?\s(?:\w{1,15}\s){0,2}?(?:raised|discussed|talked"
    r"|spoke|brought|met|agreed?|made|set|asked|told|did|didn[’']t|had|have|will|remains?|see|is|are)\b|举行|舉行|同意|介绍|介紹|提出"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The features of an answer; those that stem from each sentence, and each sentence's cues and words shared with the
    request (by the sentence's number)."""

    features: Mapping[str, float]
    of_sentence: tuple[tuple[str, ...], ...]
    cues: tuple[frozenset[str], ...]
    shared: tuple[int, ...]
    words: int


def tidied(words: str) -> str:
    """A sentence on one line, words that were broken off or said again left out: "I’m not — I’m not" is "I’m not"."""
    line = " ".join(words[:_LONGEST].split())
    if "—" in line or "–" in line:
        line = cues_.AGAIN.sub("", cues_.BROKEN.sub("", line))
    return line


def about_asking(words: str) -> bool:
    """Whether a tidied sentence is about the asking and no answer."""
    return len(words) < _LONGEST_META and cues_.META.match(words) is not None


def look_at(asked: str, said: Sequence[str]) -> Looked:
    """The features of what was said, tidied sentences, to a request."""
    number = len(said)
    read = [words if at < _READ or at >= number - 2 else "" for at, words in enumerate(said)]
    cues = tuple(_cues_of(words, at) if words else frozenset() for at, words in enumerate(read))
    asks = asks_of(asked)
    own = content_words(asked)
    shared = tuple(len(own & content_words(words)) if words else 0 for words in read)
    counts = [words_of(words) for words in said]
    per = [_of_sentence(read, at, cues[at], asks) if read[at] else [] for at in range(number)]
    features = {name: 1.0 for names in per for name in names}
    features |= {f"asks:{name}": 1.0 for name in asks}
    features |= _lengths(counts, asked)
    features |= _places(cues, counts)
    features |= _shared(own, read)
    features |= _given(asked, read, cues)
    features |= _plainly(own, read, shared, yes_no="yes-no" in asks and "elaborate" not in asks)
    features |= _together(features, sum(counts))
    features["bias"] = 1.0
    return Looked(
        features=features,
        of_sentence=tuple(tuple(names) for names in per),
        cues=cues,
        shared=shared,
        words=sum(counts),
    )


def words_of(words: str) -> int:
    """How many words a sentence has; three Chinese characters count as two."""
    return words.count(" ") + 1 + (0 if words.isascii() else len(_HAN.findall(words)) * 2 // 3)


def _cues_of(words: str, at: int) -> frozenset[str]:
    """The cues that one sentence bears, being the `at`-th."""
    found = {name for name, pattern in _CUES if pattern.search(words)}
    if at < 3 and not found & {"declines", "nothing", "closes"} and cues_.DIRECT.match(words):
        found.add("direct")
    if cues_.ASKS_BACK.search(words):
        found.add("asks-back")
    return frozenset(found)


def _of_sentence(said: Sequence[str], at: int, cues: frozenset[str], asks: frozenset[str]) -> list[str]:
    """The features that stem from one sentence."""
    place = "1" if at == 0 else "2" if at == 1 else "z" if at == len(said) - 1 else "m"
    names = [f"{cue}@{place}" for cue in sorted(cues)]
    if "direct" in cues:
        names += [f"direct-to:{name}" for name in sorted(asks & {"yes-no", "which", "open"})]
    if at == 0 or (at == 1 and words_of(said[0]) <= 3):
        names += _words("first", said[at], 0, _FIRST_WORDS)
    if at == len(said) - 1 and at > 0:
        names += _words("last", said[at], -_LAST_WORDS, None)
    return names


def _words(where: str, words: str, start: int, stop: int | None) -> list[str]:
    """The words at one end of a sentence, alone and in pairs; of Chinese, its characters in pairs."""
    if not words.isascii() and _HAN.search(words):
        return [f"han:{a}{b}" for a, b in pairwise("".join(_HAN.findall(words))[:40])]
    low = _WORD.findall(words.lower().replace("’", "'"))[start:stop]
    return [f"{where}:{one}" for one in low] + [f"{where}:{a} {b}" for a, b in pairwise(low)]


def _lengths(counts: Sequence[int], asked: str) -> dict[str, float]:
    total = sum(counts)
    return {f"words>{least}": 1.0 for least in _LENGTHS if total > least} | {
        "long": min(total, 400) / 400,
        "asked-long": min(words_of(asked), 80) / 80,
        "one-sentence": float(len(counts) == 1),
    }


def _places(cues: Sequence[frozenset[str]], counts: Sequence[int]) -> dict[str, float]:
    """Where refusals stand: how early, how much of the answer, whether anything stands before or after them."""
    found: dict[str, float] = {}
    total = sum(counts) or 1
    for name in ("declines", "nothing", "ignorant", "refers", "echoes", "pivot"):
        number = sum(name in names for names in cues)
        if number:
            found[f"{name}:any"] = 1.0
        if number > 1:
            found[f"{name}:again"] = 1.0
    refusing = [at for at, names in enumerate(cues) if names & REFUSALS]
    if not refusing:
        return found | {"no-refusal": 1.0}
    first = sum(counts[: refusing[0]])
    return found | {
        "refusal-words-before": min(first, 100) / 100,
        "refusal-share": sum(counts[at] for at in refusing) / total,
        "refusal-first-and-last": float(refusing[0] <= 1 and refusing[-1] == len(cues) - 1),
        "refusal-at-head": float(first <= 6),
        "refusal-after-yes-or-no": float(any("direct" in names for names in cues[: refusing[0] + 1])),
        "refusal-short": float(total <= 45),
    }


def _shared(own: set[str], said: Sequence[str]) -> dict[str, float]:
    """How many of the request's words the answer takes up."""
    if not own:
        return {"shared:none-asked": 1.0}
    head, whole = content_words(" ".join(said[:2])), content_words(" ".join(said[:_READ]))
    return {
        "shared:head": len(own & head) / len(own),
        "shared:whole": len(own & whole) / len(own),
        "shared:nothing": float(not own & whole),
    }


def _given(asked: str, said: Sequence[str], cues: Sequence[frozenset[str]]) -> dict[str, float]:
    """Whether a number, time, reason or name was asked for, and such a thing was said."""
    found: dict[str, float] = {}
    for name, question, answer in ASKED_FOR:
        if question.search(asked):
            early = any(
                answer.search(words) and not names & REFUSALS for words, names in zip(said[:3], cues, strict=False)
            )
            found[f"given:{name}" if early else f"not-given:{name}"] = 1.0
    return found


def _plainly(own: set[str], said: Sequence[str], shared: Sequence[int], *, yes_no: bool) -> dict[str, float]:
    """Whether one of the first sentences is a plain statement in the request's own words."""
    least = min(len(own), 12)
    for at, (words, number) in enumerate(zip(said[:5], shared, strict=False)):
        if number >= (2 if yes_no else 3) and number * 4 >= least and _PLAIN.search(words):
            return {"plain": 1.0, f"plain@{min(at, 2)}": 1.0}
    return {}


def _together(found: Mapping[str, float], total: int) -> dict[str, float]:
    """What counts only together: a refusal at the head of a short, a middling or a long answer, with or without a turn to
    what can be said; a question back that is all."""
    size = "short" if total <= 25 else "middling" if total <= 70 else "long" if total <= 150 else "very-long"
    holds = {
        "refusal-at-head": found.get("refusal-at-head", 0.0) > 0,
        "refusal-later": found.get("refusal-words-before", 0.0) > 0,
        "no-refusal": "no-refusal" in found,
        "direct": "direct@1" in found or "direct@2" in found,
        "closes": "closes@1" in found,
        "echoes": "echoes@1" in found,
        "later": "later@1" in found or "later@2" in found,
        "asks-back": "asks-back@1" in found or "asks-back@z" in found,
    }
    together = {f"{name}&{size}": 1.0 for name, true in holds.items() if true}
    if holds["refusal-at-head"]:
        together["head&pivot" if "pivot:any" in found else "head&no-pivot"] = 1.0
    return together
