"""The layers hold: each imports those before it, reading knows no Django, and no module grows beyond what one reads at once."""

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
SOURCE = TOP / "src" / "twotrack"
LONGEST = 400


def test_each_layer_imports_only_those_before_it() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run([linter, "--no-cache"], cwd=TOP, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
    assert "2 kept, 0 broken" in said.stdout


def test_reading_is_imported_without_django_or_a_database() -> None:
    code = (
        "import sys, twotrack, twotrack.reading.finders, twotrack.reading.ledger, twotrack.reading.as_json;"
        "print([name for name in sys.modules if name.split('.')[0] in ('django', 'sqlcipher3', 'sqlite3')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_no_module_is_longer_than_one_reads_at_once() -> None:
    modules = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
    lengths = {str(path.relative_to(SOURCE)): len(path.read_text("utf-8").splitlines()) for path in modules}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_no_module_is_called_after_nothing() -> None:
    vague = {"utils", "util", "helpers", "common", "core", "base", "misc"}
    named = {path.relative_to(SOURCE) for path in SOURCE.rglob("*.py") if path.stem in vague}
    assert named == {Path("record/sqlcipher/base.py")}  # Django looks for a database engine under this name
