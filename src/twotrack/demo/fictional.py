"""The fictional record, from data/demo/fictional: the documents are ingested, the findings decided as the tables say, and what
the reading did not find is entered by hand under the same ids (data/demo/README.md tells the shape)."""

from datetime import datetime

from twotrack.demo import material
from twotrack.demo.builder import Builder
from twotrack.demo.documents import decide_findings, take_in
from twotrack.demo.entering import enter, refine, state
from twotrack.demo.lists import enter_lists
from twotrack.demo.publishing import choose_shown, decide_forms
from twotrack.demo.rows import AFTER_LISTS, ROWS
from twotrack.record.keyring import PUBLIC
from twotrack.record.models import Setting, User

OUR_SIDE = "aldmark"
_FIRST = ("parties", "dialogues")


def build(*, by: User, at: datetime) -> None:
    """Fill the open record, which must be new. `at` is the day from which the days of `today+40` count."""
    open_part, kept = material.public(at.date()), material.confidential(at.date())
    builder = Builder(by, at)
    enter(builder, open_part, {table: ROWS[table] for table in _FIRST})
    documents = open_part.rows("documents")
    take_in(builder, PUBLIC, [row for row in documents if not row["later"]])
    decide_findings(builder, PUBLIC, open_part.rows("proposals"))
    take_in(builder, PUBLIC, [row for row in documents if row["later"]])
    refine(builder, open_part)
    _enter_all(builder, open_part)
    choose_shown(builder, open_part.rows("shown"))
    take_in(builder, kept.alias, kept.rows("documents"))
    _enter_all(builder, kept)
    decide_forms(builder, open_part.rows("publication"), kept.rows("publication_reasons"))
    with builder.writing(PUBLIC) as ledger:
        ledger.add(Setting(name="our-side", value={"party": str(builder.made[OUR_SIDE].pk)}))


def _enter_all(builder: Builder, part: material.Material) -> None:
    enter(builder, part, ROWS)
    enter_lists(builder, part)
    enter(builder, part, AFTER_LISTS)
    state(builder, part.alias, part.rows("statements"))
