"""Which party this record is kept for, and the one across the table."""

from twotrack.office.shown.dialogues import OUR_SIDE
from twotrack.record.confidentiality import Sight
from twotrack.record.models import DialogueParty, Party, Setting


def our_side(sight: Sight) -> Party | None:
    """Our side: a setting of the record."""
    for row in sight.all(Setting, name=OUR_SIDE):
        key = row.value.get("party") if isinstance(row.value, dict) else None
        if key and (party := sight.get(Party, key)) is not None:
            return party
    return None


def the_other_side(sight: Sight, ours: Party | None) -> Party | None:
    """The other party to our dialogues, where there is one alone."""
    if ours is None:
        return None
    mine = {row.dialogue_id for row in sight.all(DialogueParty, party_id=ours.pk)}
    others = {row.party_id for row in sight.all(DialogueParty) if row.dialogue_id in mine} - {ours.pk}
    return sight.get(Party, others.pop()) if len(others) == 1 else None
