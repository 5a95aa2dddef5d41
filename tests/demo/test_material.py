"""The material of the demonstration records holds together: quotes, ids, words and dates."""

import json
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from twotrack import edtf
from twotrack.vocabulary import (
    CommitmentStatus,
    DecisionKind,
    Grade,
    Judgement,
    Matter,
    MeetingKind,
    MeetingStatus,
    OutcomeKind,
    Property,
    PublicationForm,
    RepresentationKind,
    ResponseType,
    Strength,
)

Row = dict[str, Any]
MATERIAL = files("twotrack") / "data" / "demo"
WORLD: dict[str, Any] = json.loads((MATERIAL / "fictional" / "world.json").read_text("utf-8"))
FACTS: list[Row] = json.loads((MATERIAL / "facts.json").read_text("utf-8"))["dialogues"]
CANARY = "Quellbramme"
DATES = {"when", "dated", "due", "asserted", "handed_on", "review_by"}
REFERENCES = {
    "about", "agreed_at", "benchmark", "by", "case", "cases", "commitment", "decision", "dialogue", "document", "group", "into",
    "list", "made_at", "makes", "meeting", "part_of", "parties", "party", "person", "promises", "set_at", "statement",
    "subject", "to", "told_by", "from",
}  # fmt: skip
NO_IDS = {"both", *(user["name"] for user in WORLD["users"])}
WORDS = [
    ("proposals", "decision", DecisionKind),
    ("cases", "matter", Matter),
    ("meetings", "kind", MeetingKind),
    ("meetings", "status", MeetingStatus),
    ("statements", "about", Property),
    ("statements", "grade", Grade),
    ("representations", "kind", RepresentationKind),
    ("responses", "type", ResponseType),
    ("outcomes", "kind", OutcomeKind),
    ("commitments", "strength", Strength),
    ("follow_ups", "status", CommitmentStatus),
    ("judgements", "judgement", Judgement),
    ("publication", "form", PublicationForm),
]


def rows(*parts: str) -> Iterator[tuple[str, Row]]:
    """Section and row of these parts of the fictional world, of both unless told."""
    for part in parts or ("public", "confidential"):
        for section, found in WORLD[part].items():
            yield from ((section, row) for row in found)


def ids(*parts: str) -> set[str]:
    return {row["id"] for _, row in rows(*parts) if "id" in row}


def references(section: str, row: Row) -> Iterator[str]:
    """The ids that a row names, those of its grounds included."""
    for key in REFERENCES & set(row):
        if (section, key) not in (("statements", "about"), ("proposals", "decision")):
            yield from row[key] if isinstance(row[key], list) else [row[key]]
    yield from (ground["document"] for ground in row.get("on", ()))


def texts() -> dict[str, str]:
    documents = [row for section, row in rows() if section == "documents"]
    return {row["id"]: (MATERIAL / "fictional" / row["file"]).read_text("utf-8") for row in documents}


def accounts() -> list[Row]:
    """Every account of the facts."""
    meetings = [meeting for dialogue in FACTS for meeting in dialogue["meetings"]]
    return [account for one in (*FACTS, *meetings) for account in one["accounts"]]


def test_every_quote_stands_once_in_its_document() -> None:
    documents = texts()
    quoted = [ground for _, row in rows() for ground in row.get("on", ())]
    assert quoted
    assert [one for one in quoted if documents[one["document"]].count(one["quote"]) != 1] == []


def test_every_entry_stands_on_words_or_on_an_inference() -> None:
    without = {"documents", "proposals", "shown", "publication", "publication_reasons"}
    bare = [row for section, row in rows() if section not in without and ("on" in row) == ("inference" in row)]
    assert bare == []


def test_ids_are_unique_and_every_id_named_is_there() -> None:
    counted = Counter(row["id"] for _, row in rows() if "id" in row)
    assert [key for key, count in counted.items() if count > 1] == []
    named = {key for section, row in rows() for key in references(section, row)}
    assert named - NO_IDS - set(counted) == set()


def test_public_rows_name_no_confidential_ones() -> None:
    named = {key for section, row in rows("public") for key in references(section, row)}
    assert named & ids("confidential") == set()


@pytest.mark.parametrize(("section", "field", "words"), WORDS)
def test_kinds_are_words_of_the_vocabulary(section: str, field: str, words: type[Any]) -> None:
    used = {row[field] for name, row in rows() if name == section and field in row}
    assert used
    assert used <= {word.value for word in words}


def test_dates_of_the_world_are_edtf() -> None:
    dates = [row[key] for _, row in rows() for key in DATES & set(row) if row[key]]
    stated = [row for section, row in rows() if section == "statements"]
    dates += [row["value"] for row in stated if row["about"] in ("when", "detained-on", "born-on")]
    assert [one for one in dates if not edtf.is_valid(one)] == []


def test_each_title_says_that_it_is_fictional() -> None:
    assert {key: "(fictional)" in text[:200] for key, text in texts().items()} == dict.fromkeys(texts(), True)


def test_the_canary_of_the_note_stands_in_no_public_row_or_document() -> None:
    public = [text for key, text in texts().items() if key != "note"]
    assert CANARY in texts()["note"]
    assert not any(CANARY in text for text in (*public, json.dumps(WORLD["public"])))


def test_names_known_in_confidence_stand_in_no_public_document() -> None:
    told = [row["value"] for section, row in rows("confidential") if section == "statements" and row["about"] == "name"]
    assert told
    public = "\n".join(text for key, text in texts().items() if key != "note")
    assert [name for name in told if name in public] == []


def test_each_form_of_publication_is_chosen_for_somebody() -> None:
    chosen = {row["form"] for section, row in rows("public") if section == "publication"}
    assert chosen == {form.value for form in PublicationForm}


def test_two_persons_of_one_name_differ_in_their_characters_and_births() -> None:
    said: dict[str, set[tuple[str, str]]] = {}
    for section, row in rows("public"):
        if section == "statements":
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
    used |= {row["theme"] for _, row in rows() if row.get("theme")}
    assert used <= themes
