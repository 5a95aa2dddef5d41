"""The material of the demonstration records holds together: quotes, ids, words and dates."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from twotrack import edtf
from twotrack.demo import material
from twotrack.demo.material import Row
from twotrack.vocabulary import (
    Channel,
    CommitmentNature,
    CommitmentStatus,
    DecisionKind,
    DocumentKind,
    Grade,
    Judgement,
    Matter,
    MeetingKind,
    MeetingStatus,
    OutcomeKind,
    ParticipationRole,
    Property,
    PublicationForm,
    RepresentationKind,
    ResponseType,
    Strength,
    Terms,
    Track,
)

Fact = dict[str, Any]
MATERIAL = files("twotrack") / "data" / "demo"
TODAY = date(2026, 11, 25)
PARTS = {"public": material.public(TODAY), "confidential": material.confidential(TODAY)}
FACTS: list[Fact] = json.loads((MATERIAL / "facts.json").read_text("utf-8"))["dialogues"]
CANARY = "Quellbramme"
DATES = {"when", "dated", "due", "asserted", "handed_on", "review_by"}
REFERENCES = {
    "about", "agreed_at", "benchmark", "case", "cases", "commitment", "contact", "decision", "dialogue", "document",
    "entry", "group", "into", "list", "made_at", "makes", "meeting", "part_of", "parties", "party", "person", "promises",
    "recommendation", "set_at", "statement", "subject", "taken_up_in", "to", "told_by",
}  # fmt: skip
OTHERWISE = {("statements", "about"), ("proposals", "decision")}  # headings that name no id in these tables
WORDS = [
    ("proposals", "decision", DecisionKind),
    ("documents", "kind", DocumentKind),
    ("documents", "terms", Terms),
    ("cases", "matter", Matter),
    ("meetings", "kind", MeetingKind),
    ("meetings", "status", MeetingStatus),
    ("meetings", "track", Track),
    ("participations", "role", ParticipationRole),
    ("statements", "about", Property),
    ("statements", "grade", Grade),
    ("representations", "kind", RepresentationKind),
    ("representations", "channel", Channel),
    ("responses", "type", ResponseType),
    ("outcomes", "kind", OutcomeKind),
    ("commitments", "strength", Strength),
    ("commitments", "nature", CommitmentNature),
    ("follow_ups", "status", CommitmentStatus),
    ("judgements", "judgement", Judgement),
    ("publication", "form", PublicationForm),
]


def rows(*parts: str) -> Iterator[tuple[str, Row]]:
    """Table and row of these parts of the fictional record, of both unless told."""
    for part in parts or tuple(PARTS):
        for table, found in PARTS[part].tables.items():
            yield from ((table, row) for row in found)


def ids(*parts: str) -> set[str]:
    return {row["id"] for _, row in rows(*parts) if row["id"]}


def references(table: str, row: Row) -> Iterator[str]:
    """The ids that a row names, those of its grounds included."""
    for heading in REFERENCES & set(row):
        if (table, heading) not in OTHERWISE:
            yield from row.ids(heading)
    yield from (quote.document for quote in row.quotes())


def texts() -> dict[str, str]:
    documents = [row for table, row in rows() if table == "documents"]
    return {row["id"]: material.words_of(row["file"]).decode() for row in documents}


def accounts() -> list[Fact]:
    """Every account of the facts."""
    meetings = [meeting for dialogue in FACTS for meeting in dialogue["meetings"]]
    return [account for one in (*FACTS, *meetings) for account in one["accounts"]]


def test_every_quote_stands_once_in_its_document() -> None:
    documents = texts()
    quoted = [quote for _, row in rows() for quote in row.quotes()]
    assert quoted
    assert [one for one in quoted if documents[one.document].count(one.words) != 1] == []


def test_every_entry_stands_on_words_or_on_an_inference() -> None:
    decided = {"proposals", "shown", "marked", "questions", "askers", "corrections", "withdrawals", "releases"}
    without = {"documents", "publication", "publication_reasons"} | decided
    bare = [(table, row) for table, row in rows() if table not in without and not (row["on"] or row["inference"])]
    assert bare == []


def test_every_row_has_a_cell_for_each_heading() -> None:
    ragged = [
        (one.name, number)
        for part in PARTS
        for one in (material.FOLDER / part).iterdir()
        for number, line in enumerate(one.read_text("utf-8").splitlines(), 1)
        if line.count("\t") != one.read_text("utf-8").splitlines()[0].count("\t")
    ]
    assert ragged == []


def test_ids_are_unique_and_every_id_named_is_there() -> None:
    counted = Counter(row["id"] for _, row in rows() if row["id"])
    assert [key for key, count in counted.items() if count > 1] == []
    named = {key for table, row in rows() for key in references(table, row)}
    assert named - set(counted) == set()


def test_public_rows_name_no_confidential_ones() -> None:
    named = {key for table, row in rows("public") for key in references(table, row)}
    assert named & ids("confidential") == set()


@pytest.mark.parametrize(("table", "heading", "words"), WORDS)
def test_kinds_are_words_of_the_vocabulary(table: str, heading: str, words: type[Any]) -> None:
    used = {row[heading] for name, row in rows() if name == table and row[heading]}
    assert used
    assert used <= {word.value for word in words}


def test_dates_of_the_tables_are_edtf() -> None:
    dates = [row[key] for _, row in rows() for key in DATES & set(row) if row[key]]
    dates += [row["value"] for table, row in rows() if table == "statements" and row["about"] in ("when", "born-on")]
    assert [one for one in dates if not edtf.is_valid(one)] == []


def test_each_title_says_that_it_is_fictional() -> None:
    said = {key: any(word in text[:200] for word in ("(fictional)", "（虚构）")) for key, text in texts().items()}
    assert said == dict.fromkeys(texts(), True)


def test_eight_documents_are_english_and_two_chinese() -> None:
    documents = [row for table, row in rows("public") if table == "documents" and not row["later"]]
    assert Counter(row["language"] for row in documents) == {"en": 10, "zh-Hans": 2}
    kinds = Counter(row["kind"] for row in documents)
    assert kinds == {"briefing": 5, "readout": 3, "joint-statement": 2, "other": 2}


def test_the_canary_of_the_note_stands_in_no_public_row_or_document() -> None:
    public = [text for key, text in texts().items() if key not in ids("confidential")]
    assert CANARY in texts()["note"]
    assert not any(CANARY in text for text in (*public, *(str(row) for _, row in rows("public"))))


def test_names_known_in_confidence_stand_in_no_public_document() -> None:
    told = {fact.value for _, row in rows("confidential") for fact in row.facts() if fact.about == Property.NAME}
    told |= {row["value"] for table, row in rows("confidential") if table == "statements" and row["about"] == "name"}
    assert told
    public = "\n".join(text for key, text in texts().items() if key not in ids("confidential"))
    assert [name for name in told if name in public] == []


def test_each_form_of_publication_is_chosen_for_somebody() -> None:
    chosen = {row["form"] for table, row in rows("public") if table == "publication"}
    assert chosen == {form.value for form in PublicationForm}


def test_two_persons_of_one_name_differ_in_their_characters_and_births() -> None:
    said: dict[str, set[tuple[str, str]]] = {}
    for table, row in rows("public"):
        if table == "statements":
            said.setdefault(row["subject"], set()).add((row["about"], row["value"]))
    printer, organiser = said["printer"], said["organiser"]
    assert ("name", "Teo Marrend") in printer & organiser
    assert {about for about, _ in printer ^ organiser} >= {"name", "born-on"}


def test_every_account_of_the_facts_has_an_address_and_a_teller() -> None:
    assert len(accounts()) > 100
    assert [one for one in accounts() if not one["site"].startswith(("http://", "https://"))] == []
    assert [one for one in accounts() if not one["path"].startswith("/")] == []
    assert [one for one in accounts() if not one["told_by"]] == []


def test_dates_of_the_facts_are_edtf() -> None:
    dates = [one[key] for one in accounts() for key in ("dated", "when") if one.get(key)]
    assert [date for date in dates if not edtf.is_valid(date)] == []


def test_accounts_of_one_meeting_speak_of_one_round_and_may_differ() -> None:
    meetings = [meeting["accounts"] for dialogue in FACTS for meeting in dialogue["meetings"]]
    assert [found for found in meetings if len({one["round"] for one in found if "round" in one}) > 1] == []
    assert any(len({one["place"] for one in found if "place" in one}) > 1 for found in meetings)


def test_the_facts_hold_nobody_at_issue() -> None:
    known = {
        "site", "path", "dated", "language", "told_by", "teller_is", "form", "when", "round", "place", "also_places", "heads",
        "co_heads", "themes", "numbers", "remark",
    }  # fmt: skip
    assert {key for one in accounts() for key in one} <= known
    assert "cases_named" not in (MATERIAL / "facts.json").read_text("utf-8")


def test_themes_are_those_of_the_list() -> None:
    listed = (MATERIAL.joinpath("..", "themes.tsv")).read_text("utf-8").splitlines()
    themes = {line.split("\t")[0] for line in listed if not line.startswith("#")}
    used = {theme for one in accounts() for theme in one.get("themes", ())}
    used |= {row["theme"] for _, row in rows() if row["theme"]}
    assert used <= themes
