"""Case lists of others as views of statements: which column is which property, both ways.

Each column of a vocabulary is a property of vocabulary.py with a `form` that tells columns of one property apart (a name's
characters from its pinyin). A list that is imported becomes statements by this table; a case list is exported by the same.

    cecc        the 32 columns of the export of the Political Prisoner Database of the Congressional-Executive Commission on
                China (cecc.gov), and the columns of its older CSV of July 2020 under `also`
    openevsys   person, act and arrest of OpenEvSys (HURIDOCS, schema/mysql-dbcreate.sql), Events Standard Formats
    twotrack    our own: a column for each property, values of one cell between " | "
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twotrack.vocabulary import Property

CASE, CONFIDENTIALITY = "twotrack case", "confidentiality"  # columns of our own lists that are no statement
BETWEEN = " | "  # between the values of one cell in our own lists
LENGTHS = ("years", "months", "weeks", "days")  # forms of `sentence` that together are its length
LENGTH = "length"

# What a row says of the person or group; all other properties are of the case.
PERSONAL = frozenset(
    (
        Property.NAME, Property.DESCRIPTION, Property.BORN_ON, Property.SEX, Property.ORIGIN, Property.RESIDENCE,
        Property.NATIONALITY, Property.ETHNIC_GROUP, Property.RELIGION, Property.FAMILY, Property.AFFILIATION,
        Property.OCCUPATION, Property.TITLE, Property.SIZE,
    )
)  # fmt: skip
OF_CASES = tuple(
    about for about in Property if about not in (Property.WHEN, Property.PLACE, Property.ROUND_NUMBER)
)  # the others are of meetings


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list. `between`: what stands between the values of one cell, "" where a cell is one value.
    `also`: other headings of the same column."""

    name: str
    about: Property
    form: str = ""
    between: str = ""
    also: tuple[str, ...] = ()

    @property
    def is_date(self) -> bool:
        """Whether its values are dates, kept as EDTF."""
        return self.about.value.endswith("-on")

    @property
    def field(self) -> str:
        """The column as it is written in a mapping: the property, and the form after a colon."""
        return self.about.value + (f":{self.form}" if self.form else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnVocabulary:
    """The columns of one kind of list. `own_number`: the heading by which its rows are known again; `month_first`: how it
    writes 5/4/2009; `teller`: whose account its rows are, "" where the one who hands the list is to be named."""

    name: str
    columns: tuple[Column, ...]
    own_number: str = ""
    month_first: bool | None = None
    teller: str = ""
    known_by: tuple[str, ...] = ()  # headings that only such a list has
    older: tuple[Column, ...] = ()  # columns that are read and no longer written


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One statement as a plain value."""

    about: Property
    value: str
    form: str = ""


def _column(name: str, about: Property, form: str = "", *also: str, between: str = "") -> Column:
    return Column(name=name, about=about, form=form, also=also, between=between)


P = Property
_CECC_OLDER = (  # columns of the CSV of July 2020 that the export has no more
    _column("charge (statute)", P.CHARGE),
    _column("age at detention", P.AGE),
    _column("legal process", P.LEGAL_PROCESS),
    _column("current (or last) sentence or time served weeks", P.SENTENCE, "weeks"),
    _column("province where imprisoned (or detained)", P.WHEREABOUTS, "province"),
    _column("prefecture where imprisoned (or detained)", P.WHEREABOUTS, "prefecture"),
    _column("county where imprisoned (or detained)", P.WHEREABOUTS, "county"),
    _column("trial court", P.COURT, "trial"),
    _column("trial date", P.TRIED_ON),
    _column("sentence court", P.COURT, "sentence"),
    _column("sentence date", P.SENTENCED_ON),
    _column("appeal court", P.COURT, "appeal"),
    _column("appeal ruling court", P.COURT, "appeal ruling"),
)
CECC = ColumnVocabulary(
    name="cecc",
    own_number="CECC Record Number",
    month_first=True,
    teller="CECC",
    known_by=("CECC Record Number",),
    columns=(
        _column("CECC Record Number", P.EXTERNAL_ID, "cecc"),
        _column("Detention Date", P.DETAINED_ON, "", "date of detention"),
        _column("Main Name", P.NAME, "main", "main/religious name"),
        _column("Chinese characters", P.NAME, "characters"),
        _column("Pinyin Name", P.NAME, "pinyin"),
        _column("Alternate Name (lay or pen)", P.NAME, "alternate"),
        _column("Additional Name(s)", P.NAME, "additional", between="; "),
        _column("Name Native Characters (non-Chinese)", P.NAME, "native"),
        _column("Name Transliteration (non-Chinese)", P.NAME, "transliteration"),
        _column("Short Summary", P.SUMMARY, "", "summary"),
        _column("Sex", P.SEX),
        _column("Date of Birth", P.BORN_ON),
        _column("Origin", P.ORIGIN),
        _column("Residence", P.RESIDENCE, "", "residence province/prefecture/county"),
        _column("Occupation", P.OCCUPATION),
        _column("Affiliation", P.AFFILIATION),
        _column("Ethnic Group", P.ETHNIC_GROUP),
        _column("Religion", P.RELIGION),
        _column("Family", P.FAMILY),
        _column("Sentence Length Years", P.SENTENCE, "years", "current (or last) sentence or time served years"),
        _column("Months", P.SENTENCE, "months", "current (or last) sentence or time served months"),
        _column("Days", P.SENTENCE, "days", "current (or last) sentence or time served days"),
        _column("Expected Release Date", P.RELEASE_EXPECTED_ON),
        _column("Actual Release Date", P.RELEASED_ON, "", "actual date released"),
        _column("Current or Last Detention Facility", P.WHEREABOUTS, "", "current (or last) prison, detention center, or site"),
        _column("Formal Arrest Date", P.ARRESTED_ON),
        _column("Sentence Details", P.SENTENCE, "details"),
        _column("Legal Advisor", P.LEGAL_COUNSEL),
        _column("Official End Date of Sentence", P.SENTENCE_ENDS_ON, "", "sent. ends per PRC"),
        _column("Detention Status", P.STATUS),
        _column("Issues", P.ISSUE, "", "issue category"),
        _column("Detention Timeline", P.LEGAL_PROCESS, "timeline"),
    ),
    older=_CECC_OLDER,
)  # fmt: skip
OPENEVSYS = ColumnVocabulary(
    name="openevsys",
    own_number="person_record_number",
    known_by=("person_record_number", "type_of_detention", "court_case_code", "arrest_record_number"),
    columns=(
        _column("person_record_number", P.EXTERNAL_ID, "openevsys"),
        _column("person_name", P.NAME, "main"),
        _column("other_names", P.NAME, "additional", between="; "),
        _column("group_description", P.DESCRIPTION),
        _column("number_of_persons_in_group", P.SIZE),
        _column("date_of_birth", P.BORN_ON),
        _column("place_of_birth", P.ORIGIN),
        _column("sex", P.SEX),
        _column("citizenship", P.NATIONALITY),
        _column("ethnic_background", P.ETHNIC_GROUP),
        _column("religion", P.RELIGION),
        _column("occupation", P.OCCUPATION),
        _column("affiliation", P.AFFILIATION),
        _column("initial_date", P.DETAINED_ON),
        _column("final_date", P.RELEASED_ON),
        _column("stated_reason", P.CHARGE),
        _column("age_at_time_of_victimisation", P.AGE),
        _column("status_at_end_of_act", P.STATUS),
        _column("case_description", P.SUMMARY),
        _column("type_of_detention", P.DETENTION_TYPE),
        _column("detention_conditions", P.DETENTION_CONDITIONS),
        _column("court_case_code", P.COURT_CASE, "code"),
        _column("court_case_name", P.COURT_CASE, "name"),
        _column("judicial_district", P.COURT, "district"),
        _column("type_of_language", P.LEGAL_PROCESS, "language"),
        _column("whereabouts", P.WHEREABOUTS, "", "whereabouts_and_outside_contact_during_detention"),
        _column("legal_counsel", P.LEGAL_COUNSEL),
        _column("type_of_court", P.COURT, "type"),
    ),
)
TWOTRACK = ColumnVocabulary(
    name="twotrack",
    own_number=CASE,
    known_by=(CASE,),
    columns=tuple(_column(about.label, about, between=BETWEEN) for about in OF_CASES),
)
VOCABULARIES = {one.name: one for one in (CECC, OPENEVSYS, TWOTRACK)}


def cells_of(vocabulary: ColumnVocabulary, statements: Iterable[Stated]) -> dict[str, str]:
    """The cells of one row: each statement in the column of its property and form, else in that of its property alone.

    The length of a sentence is told in years, months and days where the list has such columns. What finds no column is left
    out: the list has no place for it."""
    cells: dict[str, list[str]] = {}
    for stated in statements:
        for name, value in _places(vocabulary, stated):
            if value not in cells.setdefault(name, []):
                cells[name].append(value)
    columns = {column.name: column for column in vocabulary.columns}
    return {name: (columns[name].between or "; ").join(values) for name, values in cells.items()}


def _places(vocabulary: ColumnVocabulary, stated: Stated) -> Iterable[tuple[str, str]]:
    of_property = [column for column in vocabulary.columns if column.about is stated.about]
    if stated.about is P.SENTENCE and (lengths := length_parts(stated.value)):
        found = [(column.name, lengths[column.form]) for column in of_property if column.form in lengths]
        if found:
            return found
    exact = next((column for column in of_property if column.form == stated.form), None)
    plain = [column for column in of_property if column.form not in LENGTHS]
    chosen = exact or (plain[0] if plain else None)
    return [(chosen.name, stated.value)] if chosen else []


def length_of(parts: Mapping[str, str]) -> str:
    """The length of a sentence in words: {"years": "12", "months": "6"} is "12 years 6 months". Parts that are 0 are not."""
    return " ".join(f"{parts[unit]} {unit}" for unit in LENGTHS if parts.get(unit, "0").strip("0."))


_PARTS = re.compile(r"(\d{1,4})\s?(years|months|weeks|days)\b")  # matches "12 years"; not "12 year-olds"


def length_parts(value: str) -> dict[str, str]:
    """The parts of a length as `length_of` writes it; none where it is something else."""
    parts = {unit: number for number, unit in _PARTS.findall(value[:80])}
    return parts if parts and length_of(parts) == value else {}
