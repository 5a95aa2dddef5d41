"""Which kind of reply the words of one line say, in English and Chinese: a first guess that a person confirms."""

import re

from twotrack.vocabulary import ResponseType

# Tried in this order: a line that says "released" of one who was never there says the second.
_CUES = (
    (ResponseType.NO_SUCH_NAME, r"no such person|not found|no record|cannot be found|查无此人|没有此人|未找到"),
    (ResponseType.DIED, r"\bdied\b|deceased|passed away|death of|去世|死亡|已故"),
    (ResponseType.INTERNAL_AFFAIR, r"internal affair|domestic affair|will not discuss|not for discussion|内政|不予讨论"),
    (ResponseType.CONTRADICTS, r"is not detained|never (?:been )?(?:detained|arrested)|contrary to|not true|并未|从未"),
    (ResponseType.ALREADY_RELEASED, r"released|set free|at liberty|returned home|释放|获释|出狱"),
    (ResponseType.MORE_INFORMATION, r"more information|further (?:details|information)|date of birth|进一步信息|更多信息"),
    (ResponseType.WILL_LOOK_INTO, r"look into|inquir|enquir|check on|will find out|将查询|正在核实|将了解"),
    (ResponseType.STATUS_STATED, r"serving|sentenced|detained|in custody|in prison|awaiting trial|charged|服刑|判处|羁押|在押"),
    (ResponseType.NO_REPLY, r"no reply|no answer|nothing came|未答复|没有回复"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(cue, re.IGNORECASE)) for kind, cue in _CUES)


def guess_reply(words: str) -> ResponseType | None:
    """The kind of reply that these words seem to be; None where they say none of those known."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), None)
