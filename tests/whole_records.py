"""Records with a row of nearly every kind, and all rows of one, for tests that move whole records."""

from typing import Any

from django.db import connections

from clients import user
from lists import GAO, ORREL, as_csv, cecc_list
from makers import NOW, ingest_made, make_reading
from twotrack import clock
from twotrack.record.decisions import decide_all
from twotrack.record.exports.tables import tables
from twotrack.record.imports import cases, files, mapping, plan, rows
from twotrack.record.imports.handed import Handed
from twotrack.record.imports.tables import read_table
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.ledger import writing
from twotrack.record.models import Case, Proposal, Recommendation
from twotrack.record.publication import decide_publication
from twotrack.record.releases import release
from twotrack.record.representations import record_outcome, respond
from twotrack.record.search_index import ENTRIES, TEXTS
from twotrack.sources.kinds import media_type
from twotrack.sources.raw import RawSource
from twotrack.vocabulary import OutcomeKind, Property, PublicationForm, RecommendationBody, ResponseType


def import_list(content: bytes, alias: str, *, name: str = "list.csv", handed: Handed | None = None) -> cases.Done:
    """A list of cases into the open record, with every row that is clear."""
    raw = RawSource(content=content, place=name, name=name, media_type=media_type(content), got_at=NOW)
    document = files.text_of(raw, confidential=True)
    table = read_table(document.text, mapping.known_headings(), by_record=files.is_workbook(document))
    sight = cases.sight_of(alias)
    columns = mapping.mapping_of(table.headings, sight)
    origin = cases.origin_of(columns.vocabulary, "", handed, name)
    planned = list(plan.plan(rows.list_rows(table, columns), sight=sight, origin=origin, decided={}))
    given = cases.CaseList(
        raw=raw,
        document=document,
        table=table,
        mapping=columns,
        planned=planned,
        alias=alias,
        origin=origin,
        handed=handed,
    )
    return cases.import_cases(given, by=user("officer"), at=clock.now, watch=lambda rows: rows)


def fill(*, names: tuple[str, ...] = ("高志远", "Tamsin Orrel")) -> None:
    """Rows of nearly every kind in both parts of the open record, with these names in confidence."""
    officer = user("officer")
    for alias in (PUBLIC, CONFIDENTIAL):
        ingest_made(alias, make_reading(), by=officer)
        decide_all(list(Proposal.objects.using(alias).order_by("made_at", "id")), by=officer)
    import_list(as_csv(cecc_list(GAO, ORREL)), PUBLIC, handed=Handed(name="June list", handed_on="2011-06"))
    rows = [["Name", "DOB", "Prison"], *([name, str(1950 + at), "Ketter"] for at, name in enumerate(names))]
    import_list(as_csv(rows), CONFIDENTIAL, name="ngo.csv", handed=Handed(name="Handed in private"))
    case = Case.objects.using(PUBLIC).order_by("id").first()
    assert case is not None
    assert case.person is not None
    decide_publication(
        case.person,
        PublicationForm.DESCRIPTION,
        description="a lawyer",
        why="asked the family",
        by=officer,
        at=clock.now(),
    )
    with writing(CONFIDENTIAL, by=officer) as ledger:
        respond(ledger, [case], ResponseType.NO_SUCH_NAME, summary="said quietly", inference="told")
        record_outcome(ledger, case, OutcomeKind.BETTER_CONDITIONS, when="2012", inference="told")
        said = ledger.state(case, Property.STATUS, "moved to a hospital", inference="told")
    release(said, fields=frozenset({"subject", "about", "value"}), why="the family asked", by=officer, at=clock.now())
    with writing(PUBLIC, by=officer) as ledger:
        made = ledger.add(Recommendation(body=RecommendationBody.UPR.value, reference="1.1", text="Let her go."))
        ledger.ground(made, inference="read")


def all_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of both databases, and what the search index holds."""
    found = {}
    for alias in (PUBLIC, CONFIDENTIAL):
        with connections[alias].cursor() as cursor:
            for name in ("entry", *tables()):
                cursor.execute(f"SELECT * FROM record_{name}")
                found[f"{alias} {name}"] = sorted(map(tuple, cursor.fetchall()), key=repr)
            for table in (TEXTS, ENTRIES):
                cursor.execute(f"SELECT row, words FROM search_keys JOIN {table} ON {table}.rowid = search_keys.id")
                found[f"{alias} {table}"] = sorted(map(tuple, cursor.fetchall()))
    return found


def all_values() -> list[str]:
    """Every row of every table of both databases as text, the log and the search index too."""
    found = []
    for alias in (PUBLIC, CONFIDENTIAL):
        with connections[alias].cursor() as cursor:
            tables = cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                found += [f"{alias} {table} {row}" for row in cursor.execute(f'SELECT * FROM "{table}"').fetchall()]
    return found
