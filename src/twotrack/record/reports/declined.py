"""Questions that were not answered, by theme and year."""

from collections import Counter

from django.db.models import Q
from django.db.models.functions import Substr

from twotrack.record.keyring import CONFIDENTIAL
from twotrack.record.models import Exchange, Source
from twotrack.record.reports.report import Asked, Report, Row, Total
from twotrack.record.reports.seen import Seen
from twotrack.themes import theme_label
from twotrack.vocabulary import Clarity

COLUMNS = ("theme", "year", "asked", "non-reply", "unanswered", "ambivalent")
NOTES = ("The year is that of the source. Clarity is a person's decision; what nobody reviewed is in no count.",)
_NOT = (Clarity.NON_REPLY, Clarity.UNANSWERED)
Group = tuple[str, str]


def make(asked: Asked) -> Report:
    """The report `declined`."""
    seen = asked.seen
    counts: dict[Group, Counter[str]] = {}
    hidden: Counter[Group] = Counter()
    for theme, year, clarity, number, confidential in _counted(seen, asked.only(Exchange)):
        counts.setdefault((theme, year), Counter())[clarity] += number
        hidden[theme, year] += number if confidential else 0
    groups = sorted(key for key, some in counts.items() if any(some[clarity] for clarity in _NOT))
    rows = tuple(
        Row(
            cells=(
                theme_label(key[0]) or None, key[1] or None, counts[key].total(),
                *(counts[key][clarity] or None for clarity in (*_NOT, Clarity.AMBIVALENT)),
            ),
            confidential=hidden[key] > 0,
        )
        for key in groups[: asked.limit]
    )  # fmt: skip
    everything = sum(counts.values(), Counter())
    totals = [Total(label="asked", value=everything.total(), confidential=hidden.total())]
    totals += [Total(label=clarity.label, value=everything[clarity]) for clarity in Clarity]
    return Report(
        name="declined",
        title="Asked and not answered, by theme and year",
        columns=COLUMNS,
        rows=rows,
        totals=tuple(totals),
        notes=NOTES,
        more=len(groups) > asked.limit,
    )


def _counted(seen: Seen, only: tuple[Q, ...]) -> list[tuple[str, str, str, int, bool]]:
    """Theme, year, clarity, number, whether confidential. A confidential exchange may be of a public source."""
    found = []
    for alias, rows in seen.rows(Exchange, *only):
        own = seen.tallied([(alias, rows.annotate(year=Substr("source__dated", 1, 4)))], "theme", "year", "clarity")
        found += [(*key, number, alias == CONFIDENTIAL) for key, number in own.all.items()]
        if alias == CONFIDENTIAL:
            sources = Source._default_manager.using(alias).values("pk")
            across = seen.tallied([(alias, rows.exclude(source_id__in=sources))], "theme", "source_id", "clarity")
            years = seen.by_id(Source, (key[1] for key in across.all), "dated")
            for (theme, source, clarity), number in across.all.items():
                found.append((theme, years[source].dated[:4] if source in years else "", clarity, number, True))
    return found
