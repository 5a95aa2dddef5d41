"""`twotrack import` of UN recommendations and of readings."""

import json
from pathlib import Path

import pytest

from commands import Opened, Twotrack
from lists import as_csv, as_xlsx, saved
from makers import make_reading
from twotrack.reading.as_json import reading_to_json
from twotrack.record.check import check
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Party, Proposal, Recommendation, Source

UHRI = [
    ["Text", "OHCHR Annotation Id", "Document Symbol", "Document Publication Date", "Reccomending Body", "Type",
     "Countries Concerned", "Themes", "UPR Session", "UPR Reccomending States", "UPR Position"],
    ["136.27 Let lawyers do their work (Aldmark);", "a-1", "A/HRC/99/6", "2019-02-15", "- UPR", "- Recommendations",
     "- Verania", "- Lawyers", "31", "- Aldmark\n- Tarn", "Supported"],
    ["The Committee is concerned.", "a-2", "CAT/C/VER/CO/5", "2016-02-03", "- CAT", "- Concerns/Observations", "- Verania",
     "", "", "", ""],
    ["Visit the north.", "a-3", "A/HRC/98/1", "2018-01-01", "- WG on detention", "- Recommendations", "- Verania\n- Ostmark",
     "", "", "", ""],
]  # fmt: skip
UPR_INFO = [
    ["State under Review", "Recommending State", "Session", "Issue", "Recommendation", "Response", "Action"],
    ["Verania", "Aldmark", "31", "Justice", "Let lawyers do their work", "Noted", "4"],
    ["Verania", "Tarn", "31", "Justice", "", "Accepted", "4"],
]


@pytest.mark.parametrize("make", [as_csv, as_xlsx], ids=["csv", "xlsx"])
def test_an_export_of_uhri_becomes_recommendations(
    twotrack: Twotrack, opened: Opened, tmp_path: Path, make: object
) -> None:
    assert callable(make)
    said = twotrack("import", saved(tmp_path, make(UHRI), "uhri.file"), "--public")
    assert said.out == "2 rows: 2 new.\n"
    with opened:
        one = Recommendation.objects.using(PUBLIC).get(reference="a-1")
        assert (one.body, one.reply, one.document, one.dated) == (
            "universal-periodic-review", "accepted", "A/HRC/99/6", "2019-02-15",
        )  # fmt: skip
        assert (one.from_words, one.to_party.name if one.to_party else "") == ("Aldmark; Tarn", "Verania")
        several = Recommendation.objects.using(PUBLIC).get(reference="a-3")
        assert (several.body, several.to_party) == ("special-procedure", None)
        assert [party.name for party in Party.objects.using(PUBLIC).all()] == ["Verania"]
        assert list(check()) == []


def test_an_export_of_upr_info_becomes_recommendations(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    said = twotrack("import", saved(tmp_path, as_csv(UPR_INFO)), "--public")
    assert (said.status, said.out) == (1, "2 rows: 1 new, 1 bad.\n")
    assert "line 3" in said.err
    with opened:
        one = Recommendation.objects.using(PUBLIC).get()
        assert (one.reply, one.reference, one.cycle) == ("noted", "not numbered", "31")


def test_recommendations_again_change_nothing_and_another_reply_waits(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    twotrack("import", saved(tmp_path, as_csv(UHRI)), "--public")
    assert twotrack("import", saved(tmp_path, as_csv(UHRI)), "--public").out == "2 rows: 2 imported before.\n"
    changed = saved(tmp_path, as_csv([UHRI[0], [*UHRI[1][:-1], "Noted"]]), "next.csv")
    assert "in reply" in twotrack("import", changed, "--public", "--dry-run").out
    assert twotrack("import", changed, "--public").out == "1 row: 1 waiting for a decision.\n"
    decided = saved(tmp_path, b'{"line": 2, "decision": "same"}', "decided.jsonl")
    assert twotrack("import", changed, "--public", "--decisions", decided).out == "1 row: 1 the same.\n"
    with opened:
        assert Recommendation.objects.using(PUBLIC).get(reference="a-1").reply == "noted"
        assert list(check()) == []


def readings(*lines: object) -> bytes:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def test_a_reading_becomes_proposals_of_a_source(twotrack: Twotrack, opened: Opened, tmp_path: Path) -> None:
    file = saved(tmp_path, readings(reading_to_json(make_reading())), "read.jsonl")
    assert twotrack("import", file).out == "1 reading: confidential, 6 proposals wait\n"
    assert twotrack("import", file).out == "1 reading: confidential, 0 proposals wait\n"
    with opened:
        assert Proposal.objects.using(CONFIDENTIAL).filter(section="cases").get().main_value == "Tamsin Orrel"
        assert list(check()) == []


def test_a_reading_of_a_document_that_is_there_is_of_that_document(
    twotrack: Twotrack, opened: Opened, tmp_path: Path
) -> None:
    reading = make_reading()
    twotrack("ingest", saved(tmp_path, reading.text.encode(), "briefing.txt"))
    assert twotrack("import", saved(tmp_path, readings(reading_to_json(reading)), "read.jsonl")).status == 0
    with opened:
        assert Source.objects.using(CONFIDENTIAL).count() == 1
        assert list(check()) == []


@pytest.mark.parametrize(
    "change",
    [{"text": "too short"}, {"cases": [{"name": 1}]}, {"format": "twotrack-reading/99"}, {"error": "x", "text": None}],
    ids=["spans beyond the text", "wrong shape", "another format", "failed"],
)
def test_a_bad_reading_is_named_and_the_others_hold(
    twotrack: Twotrack, opened: Opened, tmp_path: Path, change: dict[str, object]
) -> None:
    good = reading_to_json(make_reading())
    said = twotrack("import", saved(tmp_path, readings(good, {**good, **change}) + b"{\n", "read.jsonl"))
    assert (said.status, said.out) == (1, "1 reading: confidential, 6 proposals wait\n")
    assert "line 2" in said.err
    assert "line 3" in said.err
    with opened:
        assert list(check()) == []
