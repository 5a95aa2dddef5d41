"""Positions: what a side said of a theme, as the sentence in which it took a view stands.

To raise a theme is no position; to be concerned about it, to condemn, reject, maintain, welcome or call for something is.
"""

import re

from twotrack.reading.findings import PositionFinding
from twotrack.reading.known import Known
from twotrack.reading.meeting_of import MeetingOf
from twotrack.reading.raising import Act, Raising
from twotrack.reading.raising_verbs import Deed
from twotrack.reading.said import trimmed
from twotrack.reading.spoken import Spoken
from twotrack.reading.subjects import BOTH
from twotrack.reading.topics import find_themes

# a verb that takes a view. matches "expressed concern", "condemned", "urged", "called for", "rejected", "maintained",
# "welcomed", "reaffirmed", "opposes", "强调", "反对"; not "raised", "mentioned", "introduced", "visited"
_VIEW = re.compile(
    r"(?i)concern|alarm|dismay|regret|troubled|appalled|condemn|deplor|\burg|\bcall|appeal|demand|stress|under(?:lin|scor)"
    r"|emphasi|welcom|encourag|critici|reaffirm|reiterat|oppos|object|reject|maintain|argu|denied|clarif"
    r"|préoccupation|inquiétude|condamn|appelé|exhort|soulign|salu|insist|kritis|verurteil|gefordert|fordert|mahnt|betont|begrüß"
    r"|exig|preocupación|denunci|subray|destac|acogi|强调|指出|批评|重申|阐明|关切|敦促|呼吁|谴责|要求|认为"
)
_LONGEST = 600  # characters of a sentence that is a position; longer ones are lists and speeches


def find_positions(known: Known) -> tuple[PositionFinding, ...]:
    """One finding for each side, theme and sentence, in the order of the text; what a side might say, or did not, is none."""
    spoken = known.spoken or Spoken(known.text, known.document.body, known.turns)
    meetings, raising, found = MeetingOf(known, spoken), Raising(known), list[PositionFinding]()
    for number, themes in find_themes(known):
        said = spoken.said[number]
        if said.heading or not said.official or said.moderator or said.end - said.start > _LONGEST:
            continue
        taken: set[tuple[str, str]] = set()
        for theme, span in themes:
            act = raising.at(number, span.start)
            if act is None or not _takes_a_view(act) or (str(act.by), theme) in taken:
                continue
            assert act.by is not None, "whoever takes a view is known"
            taken.add((act.by, theme))
            found.append(
                PositionFinding(
                    theme=theme,
                    party=act.by,
                    meeting=meetings.sentence(number),
                    mentions=(trimmed(known.text, said.start, said.end),),
                    confidence=0.6 if act.deed is Deed.STRESSED else 0.5,
                    rule="positions.view",
                )
            )
    return tuple(found)


def _takes_a_view(act: Act) -> bool:
    return (
        act.by not in (None, BOTH)
        and not act.negated
        and not act.to_come
        and act.deed is not Deed.DISCUSSED
        and _VIEW.search(act.words) is not None
    )
