"""How an exchange fared: a reply, ambivalent, or no reply. The labels are those of CLARITY (Thomas et al., 2024).

Where the words leave no doubt a rule decides: an answer that is nothing but a question back, and a short one that
begins with a refusal and holds neither yes nor no. Else the trained model does (clarity_model.py), which weighs the same
cues by where they stand, with lengths, shared words and words at both ends. The words that decide are the evidence, and
`rule` names who decided.
"""

from collections.abc import Mapping, Sequence

from twotrack.reading.answers import find_answers
from twotrack.reading.clarity_features import REFUSALS, Looked, about_asking, look_at, tidied
from twotrack.reading.clarity_model import deciding, most_likely
from twotrack.reading.findings import Span
from twotrack.reading.known import Answered, Known
from twotrack.vocabulary import Clarity, Technique

# how often the rules hold on the labels of bench/labels (`python bench/train_clarity.py --rules`)
_ASKED_BACK = 0.95
_REFUSED = 0.95
_SHORT_REFUSAL = 25  # words
_SHORT_QUESTION = 20


def find_clarity(known: Known) -> Mapping[str, Answered]:
    """For each exchange its clarity, the technique (None where unanswered), the words that decide, how sure and by which
    rule."""
    answers = find_answers(known)
    found: dict[str, Answered] = {}
    for exchange in known.exchanges:
        spans = answers.get(exchange.id, [])
        if spans:
            asked = " ".join(" ".join(known.text[a:b].split()) for a, b in exchange.mentions)
            found[exchange.id] = judge(known.text, asked, spans)
        else:
            found[exchange.id] = Answered(Clarity.UNANSWERED, None, (), 1.0, "clarity.unanswered")
    return found


def judge(text: str, asked: str, spans: Sequence[Span]) -> Answered:
    """The clarity of what was said in some sentences of a text, at least one, to a request."""
    said = [(span, tidied(text[span.start : span.end])) for span in spans]
    kept = [(span, words) for span, words in said if not about_asking(words)] or said
    looked = look_at(asked, [words for _, words in kept])
    clarity, confidence, at, rule = _by_rule(looked) or _by_model(looked)
    return Answered(clarity, _technique(clarity, looked, at), (kept[at][0],), round(confidence, 2), rule)


def _by_rule(looked: Looked) -> tuple[Clarity, float, int, str] | None:
    """What leaves no doubt, None where something does."""
    if looked.words <= _SHORT_QUESTION and all("asks-back" in names for names in looked.cues):
        return Clarity.NON_REPLY, _ASKED_BACK, len(looked.cues) - 1, "clarity.asked-back"
    refuses = looked.cues[0] & REFUSALS and not any(names & {"direct", "echoes"} for names in looked.cues)
    if refuses and looked.words <= _SHORT_REFUSAL:
        return Clarity.NON_REPLY, _REFUSED, 0, "clarity.refused"
    return None


def _by_model(looked: Looked) -> tuple[Clarity, float, int, str]:
    label, likely = most_likely(looked)
    return label, likely, deciding(looked, label), "clarity.model"


def _technique(clarity: Clarity, looked: Looked, at: int) -> Technique:
    """How it was done, by the cues of the deciding sentence and of the whole."""
    cues = looked.cues[at]
    if clarity is Clarity.REPLY:
        return Technique.EXPLICIT
    if clarity is Clarity.NON_REPLY:
        if "asks-back" in cues and not cues & REFUSALS:
            return Technique.CLARIFICATION
        ignorant = "ignorant" in cues and not cues & {"declines", "nothing", "refers"}
        return Technique.IGNORANCE if ignorant else Technique.DECLINING
    if any(names & (REFUSALS | {"closes"}) for names in looked.cues):
        return Technique.PARTIAL
    if any("direct" in names for names in looked.cues):
        return Technique.IMPLICIT
    return Technique.GENERAL if max(looked.shared) > 1 else Technique.DODGING
