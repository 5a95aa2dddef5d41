"""The fictional record, from data/demo/fictional: the documents are ingested, the findings decided as the tables say, and what
the reading did not find is entered by hand under the same ids (data/demo/README.md tells the shape)."""

from datetime import datetime

from twotrack.demo import material
from twotrack.demo.afterwards import join_askers, put_right, release_entries, take_back, theme_questions
from twotrack.demo.builder import Builder
from twotrack.demo.documents import attribute, decide_findings, take_in
from twotrack.demo.entering import enter, name_subjects, state
from twotrack.demo.kept import enter_contacts
from twotrack.demo.lists import enter_lists
from twotrack.demo.publishing import choose_shown, decide_forms, review_names
from twotrack.demo.rows import AFTER_LISTS, FIRST, PEOPLE, TALKS
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Setting, User

OUR_SIDE = "aldmark"


def build(*, by: User, at: datetime) -> None:
    """Fill the open record, which must be new. `at` is the day from which the days of `today+40` count."""
    open_part, kept = material.public(at.date()), material.confidential(at.date())
    builder = Builder(by, at)
    for part in (open_part, kept):
        enter(builder, part, FIRST)
        _read(builder, part)
        enter(builder, part, TALKS)
        enter_lists(builder, part)
        enter(builder, part, AFTER_LISTS)
        enter_contacts(builder, part)
        state(builder, part.alias, part.rows("statements"))
        choose_shown(builder, part.alias, part.rows("shown"))
    theme_questions(builder, open_part.rows("questions"))
    join_askers(builder, open_part.rows("askers"))
    review_names(builder, open_part)
    decide_forms(builder, open_part.rows("publication"), kept.rows("publication_reasons"))
    release_entries(builder, kept.rows("releases"))
    put_right(builder, open_part.rows("corrections"))
    take_back(builder, kept.rows("withdrawals"))
    with builder.writing(PUBLIC) as ledger:
        ledger.add(Setting(name="our-side", value={"party": str(builder.made[OUR_SIDE].pk)}))


def _read(builder: Builder, part: material.Material) -> None:
    """Take the documents in and decide what was found in them, before and after the persons have their ids."""
    documents, proposals = part.rows("documents"), part.rows("proposals")
    take_in(builder, part.alias, [row for row in documents if not row["later"]])
    decide_findings(builder, part, [row for row in proposals if not row["late"]])
    take_in(builder, part.alias, [row for row in documents if row["later"]])
    name_subjects(builder, part.rows("cases"))
    enter(builder, part, PEOPLE)
    decide_findings(builder, part, [row for row in proposals if row["late"]])
    attribute(builder, part.alias, documents)
