"""`twotrack export` as a person uses it, and the package back by `twotrack import`."""

from pathlib import Path

import pyrage

from commands import Twotrack
from lists import GAO, ORREL, as_csv, cecc_list, saved


def test_a_record_goes_out_encrypted_and_into_an_empty_one(twotrack: Twotrack, tmp_path: Path) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO, ORREL))), "--yes")
    secret = saved(tmp_path, b"four dry leaves\n", "package-passphrase")
    said = twotrack("export", str(tmp_path / "all"), "--package-passphrase-file", secret)
    assert said.status == 0
    assert "all.age, encrypted; it names 2" in said.out
    assert b"Orrel" not in (tmp_path / "all.age").read_bytes()
    new = tmp_path / "new"
    assert twotrack("init", record=new).status == 0
    package = str(tmp_path / "all.age")
    assert twotrack("import", package, "--package-passphrase-file", secret, record=new).status == 0
    assert twotrack("check", record=new).status == 0
    again = twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO, ORREL))), "--yes", record=new)
    assert again.out == "2 rows: 2 imported before.\n"


def test_the_public_part_goes_out_in_plain_as_a_folder(twotrack: Twotrack, tmp_path: Path) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes")
    assert twotrack("export", str(tmp_path / "public"), "--public").status == 0
    files = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
    assert files
    assert not any("高志远".encode() in path.read_bytes() for path in files)


def test_a_list_of_cases_is_encrypted_for_a_recipient(twotrack: Twotrack, tmp_path: Path) -> None:
    twotrack("import", saved(tmp_path, as_csv(cecc_list(GAO))), "--yes")
    identity = pyrage.x25519.Identity.generate()
    said = twotrack("export", "cases", str(tmp_path / "cases.csv"), "--recipient", str(identity.to_public()))
    assert said.status == 0
    assert "高志远" in pyrage.decrypt((tmp_path / "cases.csv.age").read_bytes(), [identity]).decode()


def test_confidential_rows_never_leave_in_plain(twotrack: Twotrack, tmp_path: Path) -> None:
    said = twotrack("export", str(tmp_path / "all"))
    assert said.status == 2
    assert "--recipient" in said.err
    bad = twotrack("export", str(tmp_path / "all"), "--recipient", "age1nobody")
    assert (bad.status, len(bad.err.splitlines())) == (2, 1)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("all")] == []


def test_a_wrong_passphrase_of_a_package_is_one_line(twotrack: Twotrack, tmp_path: Path) -> None:
    secret = saved(tmp_path, b"four dry leaves\n", "package-passphrase")
    twotrack("export", str(tmp_path / "all"), "--package-passphrase-file", secret)
    wrong = saved(tmp_path, b"guessed\n", "wrong")
    said = twotrack("import", str(tmp_path / "all.age"), "--package-passphrase-file", wrong, record=tmp_path / "new")
    assert (said.status, len(said.err.splitlines())) == (1, 1)
