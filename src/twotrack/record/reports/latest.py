"""What became of promises and yardsticks: the latest word of a person on each, over the whole record."""

from collections import defaultdict
from typing import Any

from django.db.models import Model

from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import Entry
from twotrack.record.reports.seen import Seen, keys_of, raw

Key = Any  # as the database holds it: see seen.raw


def latest_words(seen: Seen, model: type[Entry], link: str, word: str) -> tuple[dict[Key, str], frozenset[Key]]:
    """By the key of what `link` names the `word` of the row recorded last, and those of which a confidential row tells."""
    said: dict[Key, list[tuple[Key, str]]] = defaultdict(list)
    hidden: set[Key] = set()
    for alias, rows in seen.rows(model):
        for key, value, row in raw(alias, rows.order_by().values_list(link, word, "pk")):
            said[key].append((row, value))
            if alias == CONFIDENTIAL:
                hidden.add(key)
    # Only where the words differ does it matter which came last: the time stands in the table of all entries, far away.
    doubtful = [row for found in said.values() if len({value for _, value in found}) > 1 for row, _ in found]
    at = _recorded(seen, model, doubtful)
    words = {key: max(found, key=lambda one: (at.get(one[0], ""), one[0]))[1] for key, found in said.items()}
    return words, frozenset(hidden)


def _recorded(seen: Seen, model: type[Model], rows: list[Key]) -> dict[Key, str]:
    """When each of these rows was recorded, as text that sorts by time."""
    if not rows:
        return {}
    wanted = keys_of(rows)
    return {
        key: str(at)
        for alias, found in seen.rows(model, pk__in=wanted)
        for key, at in raw(alias, found.order_by().values_list("pk", "recorded_at"))
    }
