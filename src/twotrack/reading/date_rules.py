"""The rules of English time expressions by the kind of word or number that they hang on."""

from twotrack.reading import day_rules as days
from twotrack.reading import unit_rules as units
from twotrack.reading.date_rule import DateRule

RULES: dict[str, tuple[DateRule, ...]] = {
    "year": days.YEARS,
    "number": days.NUMBERS,
    "month": days.MONTHS,
    "weekday": days.WEEKDAYS,
    "day-word": days.DAY_WORDS,
    "feast": days.FEASTS,
    "code": days.CODES,
    "day": units.DAY_RULES,
    "part-of-day": units.PART_OF_DAY_RULES,
    "unit": units.UNIT_RULES,
    "count": units.COUNT_RULES,
    "season": units.SEASON_RULES,
    "decade": units.DECADE_RULES,
}
