"""What a reading missed: words that a person selects become a finding of the same kind, decided like any other.

It is known by its words, as every proposal is, and stays when the document is read again.
"""

from typing import Any

from twotrack.errors import LedgerError
from twotrack.record.confidentiality import confidentiality_of
from twotrack.record.decisions import decide
from twotrack.record.ledger import writing
from twotrack.record.models import Entry, Proposal, SourceText, User
from twotrack.record.proposals import BY_HAND, CONTEXT, MAIN_VALUES
from twotrack.vocabulary import Clarity, DecisionKind, MeetingKind, MeetingStatus, Raised, Strength

_NOTHING_YET: dict[str, dict[str, Any]] = {
    "meetings": {"kind": MeetingKind.OTHER.value, "name": None, "when": None, "place": None,
                 "status": MeetingStatus.HELD.value, "part_of": None},
    "participants": {"name": None, "title": None, "organisation": None, "side": None, "meeting": None, "head": False,
                     "count": None},
    "topics": {"theme": "", "raised_by": None, "meeting": None},
    "cases": {"name": None, "aliases": [], "group": False, "matter": None, "status": None, "raised": Raised.RAISED.value,
              "raised_by": None, "meeting": None, "status_mentions": []},
    "commitments": {"what": None, "who": None, "due": None, "strength": Strength.AGREED.value, "standing": False,
                    "benchmark": False, "meeting": None},
    "positions": {"theme": "", "party": None, "meeting": None},
    "characterisations": {"words": None, "party": None, "meeting": None},
    "exchanges": {"asks": None, "asker": None, "outlet": None, "clarity": Clarity.REPLY.value, "technique": None,
                  "meeting": None, "follow_up_to": None, "questions": [], "answers": [], "evidence": []},
}  # fmt: skip
_FROM_THE_WORDS = {
    "meetings": "name",
    "participants": "name",
    "cases": "name",
    "commitments": "what",
    "exchanges": "asks",
    "characterisations": "words",
}


def found_by_hand(text: SourceText, section: str, start: int, end: int) -> Proposal:
    """A finding on these words, not written yet, to be filled in. Raises LedgerError where the text has no such words or a
    reading no such section."""
    if section not in _NOTHING_YET:
        raise LedgerError("choose what these words are: a meeting, a person, a promise ...")
    if not 0 <= start < end <= len(text.text):
        raise LedgerError("these words do not lie in the text; select them again")
    words = text.text[start:end]
    data = {**_NOTHING_YET[section], "teller": None}
    if (field := _FROM_THE_WORDS.get(section)) is not None:
        data[field] = " ".join(words.split())
    return Proposal(
        source=text.source,
        text=text,
        section=section,
        anchor_quote=words,
        anchor_number=text.text.count(words, 0, start) + 1,
        anchor_prefix=text.text[max(0, start - CONTEXT) : start],
        anchor_suffix=text.text[end : end + CONTEXT],
        data=data,
        spans=[[start, end]],
        confidence=1.0,
        rule=BY_HAND,
    )


def add_finding(proposal: Proposal, values: dict[str, Any], *, by: User) -> Entry | None:
    """Keep a finding by hand as the person filled it in, and accept it. All together, or not at all."""
    proposal.data = {**proposal.data, **{name: value for name, value in values.items() if name in proposal.data}}
    told = (str(value) for name in MAIN_VALUES[proposal.section] if (value := proposal.data.get(name)))
    proposal.main_value = next(told, "")
    more = {name: value for name, value in values.items() if name not in proposal.data}
    with writing(confidentiality_of(proposal.text), by=by) as ledger:
        proposal.made_at = ledger.at
        ledger.add(proposal)
        return decide(proposal, DecisionKind.ACCEPT, by=by, data=more)


def place_of(text: str, words: str, number: int = 1) -> tuple[int, int] | None:
    """Where words stand in a text for the n-th time, in code points; None where they do not."""
    start = -1
    for _ in range(max(1, number)):
        start = text.find(words, start + 1) if words else -1
        if start == -1:
            return None
    return start, start + len(words)
