"""Which cases were raised how often and which were answered, counted over the whole record.

Two databases cannot be joined, so each counts for itself, by an index alone, and the counts are added by key. What is not to
be counted (a word that nothing was raised, a note that no reply came) is rare, so it is counted apart and taken off.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model

from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Outcome, RaisedCase, Representation, Response, ResponseCase
from twotrack.record.reports.seen import Rows, Seen, among, raw
from twotrack.record.reports.within import Within
from twotrack.vocabulary import OutcomeKind, RepresentationKind, ResponseType

Key = Any  # as the database holds it: see seen.raw
_NOT_RAISED = [kind.value for kind in RepresentationKind if kind is not RepresentationKind.RAISED]
BETTER = frozenset(
    (
        OutcomeKind.RELEASED, OutcomeKind.RELEASED_ON_PAROLE, OutcomeKind.SENTENCE_REDUCED, OutcomeKind.BETTER_CONDITIONS,
        OutcomeKind.ALLOWED_TO_LEAVE, OutcomeKind.LICENCE_RESTORED,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Cases by key: all in sight, and those of them that public rows tell of."""

    all: frozenset[Key]
    public: frozenset[Key]

    def within(self, others: "Keys") -> "Keys":
        """Those that are among the others too."""
        return Keys(all=self.all & others.all, public=self.public & others.public)

    def hides(self, key: Key) -> bool:
        """Whether confidential rows alone tell of a case."""
        return key in self.all and key not in self.public

    @property
    def counts(self) -> tuple[int, int]:
        """How many, and by how many the number is larger than it would be without clearance."""
        return len(self.all), len(self.all) - len(self.public)


def times_raised(seen: Seen, within: Within | None = None) -> tuple[dict[Key, int], dict[Key, int]]:
    """How often each case was raised: all acts in sight, or those of a dialogue, and the public ones of them."""
    if within is not None:
        found = _raised_within(seen, within)
    else:
        found = _linked(seen, RaisedCase, "representation", Representation, representation_kind__in=_NOT_RAISED)
    public = found[PUBLIC]
    everything = dict(public)
    for case, number in found.get(CONFIDENTIAL, {}).items():
        everything[case] = everything.get(case, 0) + number
    return everything, public


def _raised_within(seen: Seen, within: Within) -> dict[str, dict[Key, int]]:
    """For each database the number of links of each case to acts of a dialogue."""
    acts: set[Key] = set()
    unwanted: set[Key] = set()
    found = {}
    others = seen.rows(Representation, representation_kind__in=_NOT_RAISED)
    parts = zip(*(seen.rows(Representation, part) for part in within.acts()), strict=True)
    for (alias, rows), of_alias, (_, links) in zip(others, parts, seen.rows(RaisedCase), strict=True):
        unwanted |= {key for (key,) in raw(alias, rows.order_by().values_list("pk"))}
        acts |= {key for _, part in of_alias for (key,) in raw(alias, part.order_by().values_list("pk"))}
        found[alias] = dict(_by_case(alias, links.filter(representation_id__in=among(acts - unwanted))))
    return found


def answered(seen: Seen) -> Keys:
    """The cases on which a reply came; that there was none is no reply."""

    def found() -> Keys:
        linked = _linked(seen, ResponseCase, "response", Response, response_type=ResponseType.NO_REPLY.value)
        return keys({alias: set(counts) for alias, counts in linked.items()})

    return _once(seen, "answered", found)


def with_response(seen: Seen, kind: ResponseType) -> Keys:
    """The cases on which a response of this type came."""
    return keys(
        {
            alias: {case for case, _ in _of_kind(alias, rows, "response", Response, {"response_type": kind.value})}
            for alias, rows in seen.rows(ResponseCase)
        }
    )


def bettered(seen: Seen) -> Keys:
    """The cases on which an outcome is recorded that is better treatment."""
    return _once(seen, "bettered", lambda: _outcomes(seen, [kind.value for kind in BETTER]))


def changed(seen: Seen) -> Keys:
    """The cases on which any outcome is recorded but `no change`."""
    kinds = [kind.value for kind in OutcomeKind if kind is not OutcomeKind.NO_CHANGE]
    return _once(seen, "changed", lambda: _outcomes(seen, kinds))


def keys(found: dict[str, set[Key]]) -> Keys:
    """The keys that each database gave, together."""
    everything: set[Key] = set().union(*found.values())
    public: set[Key] = set().union(*(some for alias, some in found.items() if alias != CONFIDENTIAL))
    return Keys(all=frozenset(everything), public=frozenset(public))


def _once(seen: Seen, what: str, find: Callable[[], Keys]) -> Keys:
    """What was counted for this report, now or before."""
    known: dict[str, Keys] = seen.memo.setdefault("answers", {})
    if what not in known:
        known[what] = find()
    return known[what]


def _outcomes(seen: Seen, kinds: list[str]) -> Keys:
    return keys(
        {
            alias: {key for (key,) in raw(alias, rows.order_by().values_list("case_id").distinct())}
            for alias, rows in seen.rows(Outcome, outcome_kind__in=kinds)
        }
    )


def _linked(
    seen: Seen, links: type[Model], link: str, model: type[Model], **unwanted: Any
) -> dict[str, dict[Key, int]]:
    """For each database the number of links of each case, but for those to unwanted entries."""
    found = {}
    for alias, rows in seen.rows(links):
        counts = dict(_by_case(alias, rows))
        for case, number in _of_kind(alias, rows, link, model, unwanted):
            counts[case] -= number
            if not counts[case]:
                del counts[case]
        found[alias] = counts
    return found


def _of_kind(
    alias: str, rows: Rows, link: str, model: type[Model], unwanted: dict[str, Any]
) -> Iterator[tuple[Key, int]]:
    yield from _by_case(alias, rows.filter(**{f"{link}__{name}": value for name, value in unwanted.items()}))
    if alias == CONFIDENTIAL:  # a confidential link may lead to a public entry
        public = model._base_manager.using(PUBLIC).filter(**unwanted).order_by().values_list("pk")
        if across := [key for (key,) in raw(PUBLIC, public)]:
            yield from _by_case(alias, rows.filter(**{f"{link}_id__in": among(across)}))


def _by_case(alias: str, rows: Rows) -> list[tuple[Key, int]]:
    return raw(alias, rows.order_by().values("case_id").annotate(number=Count("*")).values_list("case_id", "number"))
