"""Who met whom: a sentence with "met" is of the main meeting, a visit to a site, or a meeting of its own."""

import re

from twotrack.reading.agencies import Agency, find_agencies
from twotrack.reading.known import Known
from twotrack.reading.main_meeting import MainMeeting, is_of_main
from twotrack.reading.meeting_words import MET, Named
from twotrack.reading.names import PersonName, find_names
from twotrack.reading.said import Said
from twotrack.vocabulary import MeetingKind

_OBJECT = re.compile(r"\s(?:with\s|at\s|(?=(?:the|his|her|their|our)\s)|(?=[A-Z]))(?P<whom>[^.;]{3,120})")


_SOMEBODY = re.compile(
    r"(?i)minister|president|secretary|ambassador|officials|organi[sz]ations|families|members\sof|representatives|delegation"
    r"|attorney|commissioner|judges|lawyers"
)


def find_met(known: Known, said: Said, main: MainMeeting | None) -> list[Named]:
    """The meetings that "met" tells of in one sentence, but for the main one."""
    found: list[Named] = []
    if " met" not in said.words and " sat" not in said.words:
        return found
    for match in MET.finditer(said.words):
        whom = _OBJECT.search(said.words, match.end(), min(len(said.words), match.end() + 160))
        if whom is None or is_of_main(said.words[match.start() :], main):
            continue
        start, end = said.start + whom.start("whom"), said.start + whom.end("whom")
        somebody: list[PersonName | Agency] = [
            *find_names(known.text, start, end),
            *find_agencies(known.text, start, end),
        ]
        if not somebody and not _SOMEBODY.search(whom["whom"]):
            continue
        clause = re.split(r",\s(?:where|who|which|and|to)\b", whom["whom"])[0]
        named = [one.end - said.start for one in somebody if one.end <= start + len(clause)]
        stop = max(named[:2] or [whom.start("whom") + len(clause)])
        we = re.match(r"(?i)(?:we|they|the delegations?)\b", match.group())
        kind = MeetingKind.SITE_VISIT if we and main and main.kind is not MeetingKind.OTHER else MeetingKind.OTHER
        key = key_of_place([one.name for one in somebody])
        found.append(Named(start=match.start(), end=min(stop, match.end() + 120), kind=kind, key=key, needs_date=False))
    return found


def key_of_place(names: list[str]) -> str:
    """A key for a visit to somebody: the last word of the first name."""
    return f"at {names[0].split()[-1]}".casefold() if names else ""
