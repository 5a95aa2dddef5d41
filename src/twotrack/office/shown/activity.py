"""What was done in the record of late: who, when, how many of what. No word of an entry: the log's values are not read."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from twotrack.record.confidentiality import Sight
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.links import record_models
from twotrack.record.models import LogEntry, User

_CHANGES = 2_000  # looked at in each database: enough for some weeks of work
_ACTS = 100
_BESIDE = {"ground", "sourcechunk"}  # written with whatever is entered, so told of nothing by themselves
_DONE = {"add": "added", "change": "changed", "remove": "removed", "forget": "forgotten"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What one person did within one minute in one part of the record."""

    at: datetime
    by: str
    confidential: bool
    what: str


def activity(sight: Sight) -> list[Act]:
    """The latest acts in sight, the newest first."""
    people = {user.pk: user.name for user in User.objects.using(PUBLIC).all()}
    names = {model._meta.model_name: model._meta for model in record_models()}
    acts = []
    for alias in sight.aliases:
        logged = LogEntry.objects.using(alias).order_by("-number").values_list("at", "by", "action", "model")[:_CHANGES]
        rows = [
            (at.replace(second=0, microsecond=0), by, action, model)
            for at, by, action, model in logged
            if model not in _BESIDE
        ]
        for (at, by), group in groupby(rows, key=itemgetter(0, 1)):
            counts = Counter((action, model) for _, _, action, model in group)
            parts = []
            for (action, model), number in sorted(counts.items(), key=lambda item: -item[1]):
                meta = names.get(model)
                word = str((meta.verbose_name if number == 1 else meta.verbose_name_plural) if meta else model)
                parts.append(f"{number} {word} {_DONE.get(action, action)}")
            acts.append(
                Act(at=at, by=people.get(by, "the program"), confidential=alias == CONFIDENTIAL, what=", ".join(parts))
            )
    return sorted(acts, key=lambda act: act.at, reverse=True)[:_ACTS]
