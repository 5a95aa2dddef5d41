"""`twotrack import` as a person uses it: lists of cases, what it says of each row, and that the same list changes nothing."""

import json
from pathlib import Path

import pytest

from commands import Opened, Said, Twotrack
from lists import CECC_HEADINGS, GAO, ORREL, as_csv, as_xlsx, cecc_list, saved
from twotrack.record.check import check
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.links import record_models
from twotrack.record.models import Case, Ground, ImportedRow, List, ListItem, LogEntry, Person, Source, Statement
from twotrack.vocabulary import Property

SIMPLE = [
    ["Name", "DOB", "Prison", "Remark"],
    ["Gao Zhiyuan", "1964", "Dunmarrow", "x"],
    ["Teo Marrend", "1971", "Ketter", ""],
]


def rows_of(said: Said) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.out.splitlines() if line.startswith("{")]


def values(about: Property, alias: str = CONFIDENTIAL) -> set[str]:
    return set(Statement.objects.using(alias).filter(about=about.value).values_list("value", flat=True))


def test_a_list_with_known_headings_needs_no_mapping(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    said = twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO, ORREL))), "--yes")
    assert (said.status, said.out) == (0, "2 rows: 2 new.\n")
    with opened:
        assert values(Property.NAME) == {"Gao Zhiyuan", "高志远", "Old Lamp", "Gao Lamp", "Tamsin Orrel"}
        assert values(Property.DETAINED_ON) == {"2009-07-15"}
        assert values(Property.RELEASE_EXPECTED_ON) == {"2021~"}
        assert values(Property.SENTENCE) == {"12 years 6 months"}
        assert Person.objects.using(PUBLIC).count() == 0


def test_every_entry_stands_on_exact_words_of_the_file(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes", "--list", "June list")
    with opened:
        quotes = {
            statement.value: [
                ground.passage.quote for ground in Ground.objects.using(CONFIDENTIAL).filter(entry=statement)
            ]
            for statement in Statement.objects.using(CONFIDENTIAL).all()
        }
        assert quotes["12 years 6 months"] == ["12", "6"]
        assert quotes["1964"] == ["1964.0"]
        assert quotes["Old Lamp"] == ["Old Lamp"]
        assert quotes['He said "no", twice.'] == ['He said ""no"", twice.']
        assert list(check()) == []


@pytest.mark.parametrize("form", ["csv", "gb18030", "utf-16", "semicolons", "xlsx"])
def test_the_same_list_is_read_from_any_form(twotrack: Twotrack, opened: Opened, tmp_path: Path, form: str) -> None:
    rows = cecc_list({**GAO, "Short Summary": "他是律师，在敦马罗被拘留，判处十二年徒刑。"}, ORREL)
    contents = {
        "csv": lambda: as_csv(rows), "gb18030": lambda: as_csv(rows, "gb18030"), "utf-16": lambda: as_csv(rows, "utf-16"),
        "semicolons": lambda: as_csv(rows, delimiter=";"), "xlsx": lambda: as_xlsx(rows),
    }  # fmt: skip
    assert twotrack("import", saved(tmp_path, contents[form](), f"list.{form}"), "--yes").out == "2 rows: 2 new.\n"
    with opened:
        assert "高志远" in values(Property.NAME)
        assert values(Property.BORN_ON) == {"1964", "1970-04-12"}
        assert list(check()) == []


def test_an_encoding_that_cannot_be_told_is_named(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    file = saved(tmp_path, as_csv(cecc_list(GAO), "gb18030"))  # three Chinese letters among many Latin ones
    assert "--encoding" in twotrack("import", file, "--dry-run").err
    assert twotrack("import", file, "--yes", "--encoding", "gbk").status == 0
    assert twotrack("import", file, "--yes", "--encoding", "klingon").status == 2
    with opened:
        assert "高志远" in values(Property.NAME)


def test_the_same_list_again_changes_nothing(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    file = saved(tmp_path, as_csv(cecc_list(GAO, ORREL)))
    twotrack("import", file, "--yes", "--list", "June list")
    with opened:
        before = [
            model._base_manager.using(alias).count() for model in record_models() for alias in (PUBLIC, CONFIDENTIAL)
        ]
    assert twotrack("import", file, "--yes", "--list", "June list").out == "2 rows: 2 imported before.\n"
    with opened:
        assert [m._base_manager.using(a).count() for m in record_models() for a in (PUBLIC, CONFIDENTIAL)] == before


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    with opened:
        before = LogEntry.objects.using(CONFIDENTIAL).count()
    said = twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--dry-run")
    assert "line 2: new" in said.out
    with opened:
        assert LogEntry.objects.using(CONFIDENTIAL).count() == before
        assert not Source.objects.using(CONFIDENTIAL).exists()


def test_the_next_list_adds_what_is_new_to_the_same_person(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes")
    later = {**GAO, "Detention Status": "REL", "Actual Release Date": "2021-01-05"}
    said = twotrack("import", saved(tmp_path, as_csv(cecc_list(later, ORREL)), "next.csv"), "--yes")
    assert said.out == "2 rows: 1 new, 1 the same.\n" or said.out == "2 rows: 1 the same, 1 new.\n"
    with opened:
        assert Person.objects.using(CONFIDENTIAL).count() == 2
        assert values(Property.STATUS) == {"DET", "REL"}
        assert Statement.objects.using(CONFIDENTIAL).filter(about="born-on", value="1964").count() == 1


def test_a_list_that_contradicts_says_in_which_field_and_waits(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes")
    file = saved(tmp_path, as_csv(cecc_list({**GAO, "Date of Birth": "1971"})), "next.csv")
    row = rows_of(twotrack("import", file, "--dry-run", "--format", "json"))[0]
    assert (row["verdict"], row["fields"]) == ("contradicts", ["born-on (1971 / 1964)"])
    assert twotrack("import", file, "--yes").out == "1 row: 1 waiting for a decision.\n"
    with opened:
        assert values(Property.BORN_ON) == {"1964"}


def test_nobody_is_the_same_by_name_alone_and_a_decision_is_kept(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(ORREL))), "--yes")
    other = saved(tmp_path, as_csv([["Name", "Prison"], ["Tamsin Orrel", "Ketter"]]), "ngo.csv")
    row = rows_of(twotrack("import", other, "--dry-run", "--format", "json", "--from", "A Lamp for Tarn"))[0]
    assert row["verdict"] == "perhaps"
    decisions = saved(tmp_path, json.dumps({"line": 2, "decision": "same"}).encode(), "decided.jsonl")
    said = twotrack("import", other, "--yes", "--from", "A Lamp for Tarn", "--decisions", decisions)
    assert said.out == "1 row: 1 the same.\n"
    assert twotrack("import", other, "--yes", "--from", "A Lamp for Tarn").out == "1 row: 1 imported before.\n"
    with opened:
        assert Person.objects.using(CONFIDENTIAL).count() == 1
        assert values(Property.WHEREABOUTS) == {"Ketter"}


def test_a_row_left_out_by_decision_is_left_out_of_the_next_list_too(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    decisions = saved(tmp_path, b'{"line": 2, "decision": "skip"}\n', "decided.jsonl")
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes", "--decisions", decisions)
    next_list = saved(tmp_path, as_csv(cecc_list(GAO, ORREL)), "next.csv")
    assert "1 left out" in twotrack("import", next_list, "--yes").out
    with opened:
        assert values(Property.NAME) == {"Tamsin Orrel"}


def test_any_other_columns_are_guessed_shown_and_confirmed(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    file = saved(tmp_path, as_csv(SIMPLE))
    refused = twotrack("import", file)
    assert refused.status == 2
    assert "whereabouts" in refused.err
    assert "left out" in refused.err
    with opened:
        assert not Source.objects.using(CONFIDENTIAL).exists()
    assert twotrack("import", file, "--yes").out == "2 rows: 2 new.\n"


def test_a_confirmed_mapping_is_known_again_by_the_headings(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    mapping = saved(tmp_path, json.dumps({"Name": "name", "Remark": "status"}).encode(), "mapping.json")
    twotrack("import", saved(tmp_path, as_csv(SIMPLE)), "--mapping", mapping)
    later = [SIMPLE[0], ["Ilsa Tarn", "1980", "Ketter", "released"]]
    assert twotrack("import", saved(tmp_path, as_csv(later), "next.csv")).out == "1 row: 1 new.\n"
    with opened:
        assert values(Property.STATUS) == {"x", "released"}
        assert values(Property.BORN_ON) == set()


def test_a_mapping_with_an_unknown_field_is_refused_in_one_line(twotrack: Twotrack, tmp_path: Path) -> None:
    mapping = saved(tmp_path, json.dumps({"Name": "nom"}).encode(), "mapping.json")
    said = twotrack("import", saved(tmp_path, as_csv(SIMPLE)), "--mapping", mapping)
    assert (said.status, len(said.err.splitlines())) == (1, 1)


def test_bad_rows_are_named_and_stop_nothing(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    rows = [
        *SIMPLE,
        ["", "1980", "Ketter", ""],
        ["Ilsa Tarn"],
        ["a" * 300, "", "", ""],
        ["Bo Shan", "not a day", "", ""],
    ]
    said = twotrack("import", saved(tmp_path, as_csv(rows)), "--yes", "--list", "All")
    assert said.status == 1
    assert said.out == "6 rows: 3 new, 3 bad.\n"
    assert [line for line in said.err.splitlines() if "line" in line] == [
        'twotrack: line 7: no date that is read in "DOB"; left out',
        "twotrack: line 4: it has no name in a column of names",
        "twotrack: line 5: it has 1 cells where the headings are 4",
        "twotrack: line 6: a name is longer than 200 characters",
    ]
    with opened:
        assert ListItem.objects.using(CONFIDENTIAL).count() == 6
        assert list(check()) == []


def test_a_list_is_frozen_as_it_was_handed(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    twotrack(
        "import", saved(tmp_path, as_csv(SIMPLE)), "--yes", "--list", "June list", "--from", "A Lamp for Tarn",
        "--handed-on", "2011-06",
    )  # fmt: skip
    with opened:
        made = List.objects.using(CONFIDENTIAL).get()
        assert (made.name, made.from_words, made.handed_on, made.frozen_at is None) == (
            "June list", "A Lamp for Tarn", "2011-06", False,
        )  # fmt: skip
        items = list(ListItem.objects.using(CONFIDENTIAL).order_by("number"))
        assert [item.name for item in items] == ["Gao Zhiyuan", "Teo Marrend"]
        assert items[0].details == {"Name": "Gao Zhiyuan", "DOB": "1964", "Prison": "Dunmarrow", "Remark": "x"}
        assert {item.case_id for item in items} == set(Case.objects.using(CONFIDENTIAL).values_list("pk", flat=True))


def test_a_public_list_goes_into_the_public_part_alone(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    with opened:
        before = LogEntry.objects.using(CONFIDENTIAL).count()
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes", "--public")
    with opened:
        assert Person.objects.using(PUBLIC).count() == 1
        assert LogEntry.objects.using(CONFIDENTIAL).count() == before
        assert list(check()) == []


def test_a_public_list_is_not_compared_with_confidential_persons(twotrack: Twotrack, tmp_path: Path) -> None:
    file = saved(tmp_path, as_csv(cecc_list(GAO)))
    twotrack("import", file, "--yes")
    assert "line 2: new" in twotrack("import", file, "--public", "--dry-run").out


def test_a_confidential_row_points_at_the_public_person(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes", "--public")
    later = {**GAO, "Current or Last Detention Facility": "Ketter Prison"}
    said = twotrack("import", saved(tmp_path, as_csv(cecc_list(later)), "next.csv"), "--yes")
    assert said.out == "1 row: 1 the same.\n"
    with opened:
        assert Person.objects.using(CONFIDENTIAL).count() == 0
        assert values(Property.WHEREABOUTS) == {"Ketter Prison"}
        assert list(check()) == []


def test_two_lines_of_one_name_in_a_list_without_numbers_wait(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    rows = [["Name", "Prison"], ["Bo Shan", "Ketter"], ["Bo Shan", "Ketter Prison"]]
    said = twotrack("import", saved(tmp_path, as_csv(rows)), "--yes")
    assert said.out == "2 rows: 1 new, 1 waiting for a decision.\n"


def test_two_lines_of_one_number_are_one_person_with_two_detentions(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    again = {**GAO, "Detention Date": "2022-03-01", "Actual Release Date": ""}
    assert "1 new, 1 the same" in twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO, again))), "--yes").out
    with opened:
        assert (Person.objects.using(CONFIDENTIAL).count(), Case.objects.using(CONFIDENTIAL).count()) == (1, 2)


def test_an_interrupted_import_goes_on_with_the_rows_that_are_missing(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    file = saved(tmp_path, as_csv(cecc_list(GAO, ORREL)))
    twotrack("import", file, "--yes", "--list", "June list")
    with opened:  # as if it had been stopped after the first row: the second was never noted
        ImportedRow.objects.using(CONFIDENTIAL).filter(key="2010-00007").delete()
    assert "1 imported before" in twotrack("import", file, "--yes", "--list", "June list").out
    with opened:
        assert List.objects.using(CONFIDENTIAL).count() == 1


def test_an_openevsys_table_is_known_by_its_headings(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    headings = ["person_record_number", "person_name", "other_names", "sex", "type_of_detention", "court_case_code"]
    rows = [headings, ["P-1", "Gao Zhiyuan", "Old Lamp", "Male", "Administrative detention", "(2009) 7"]]
    twotrack("import", saved(tmp_path, as_csv(rows)), "--yes")
    with opened:
        assert values(Property.DETENTION_TYPE) == {"Administrative detention"}
        assert values(Property.NAME) == {"Gao Zhiyuan", "Old Lamp"}


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 x", b"PK\x03\x04" + b"\0" * 60, b"\0\x01\x02" * 500, b"\n\n", b"<html><body><p>x</p></body></html>"],
    ids=["pdf", "zip", "binary", "empty", "page"],
)
def test_what_is_no_list_is_refused_in_one_line(twotrack: Twotrack, tmp_path: Path, content: bytes) -> None:
    said = twotrack("import", saved(tmp_path, content), "--yes")
    assert (said.status, len(said.err.strip().splitlines())) == (1, 1)


def test_formulas_and_guards_are_words(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    rows = [["Name", "Remark", "Prison"], ["Bo Shan", "x", "'=HYPERLINK(1)"], ["Ilsa Tarn", "x", "=1+1"]]
    twotrack("import", saved(tmp_path, as_csv(rows)), "--yes")
    with opened:
        assert values(Property.WHEREABOUTS) == {"=HYPERLINK(1)", "=1+1"}


def test_headings_of_cecc_are_those_of_its_export() -> None:
    assert len(CECC_HEADINGS) == 32
