"""The command line's frame: a table of commands loaded when called, and one edge at which errors become lines."""

import importlib
import subprocess
import sys
from pathlib import Path

import click
import pytest

from twotrack import cli
from twotrack.errors import LedgerError


def in_a_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit status of a command that raises this."""

    @click.command
    def broken() -> None:
        raise error

    monkeypatch.setattr("twotrack.cli.read.command", broken)
    return cli.run(["read"])


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_of_the_table_is_there_and_explains_itself(name: str) -> None:
    module, _, attribute = cli.COMMANDS[name].place.partition(":")
    command = getattr(importlib.import_module(module), attribute)
    assert isinstance(command, click.Command)
    assert command.help


def test_help_lists_every_command_and_loads_neither_django_nor_a_command() -> None:
    said = in_a_process(
        "import sys; from twotrack.cli import run; run(['--help']);"
        "print([m for m in sys.modules if m.split('.')[0] in ('django', 'rich', 'jinja2') or m == 'twotrack.cli.read'])"
    )
    assert said.stdout.rstrip().endswith("[]")
    assert all(f"  {name} " in said.stdout for name in cli.COMMANDS)


def test_reading_loads_no_django(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two governments met on 3 March 2031.")
    said = in_a_process(
        f"import sys; from twotrack.cli import run; run(['read', {str(tmp_path / 'a.txt')!r}]);"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'])"
    )
    assert said.stdout.rstrip().endswith("[]")


def test_an_error_of_ours_is_one_line_with_its_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fail_with(LedgerError("no such entry; look at the list"), monkeypatch) == 1
    assert capsys.readouterr().err == "twotrack: no such entry; look at the list\n"


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "nothing was half written"),
        (OSError(28, "No space left on device"), 1, "the disk is full"),
        (PermissionError(13, "Permission denied"), 1, "look at names and rights"),
    ],
)
def test_bad_circumstances_are_one_line(
    error: BaseException, status: int, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fail_with(error, monkeypatch) == status
    said = capsys.readouterr().err.strip()  # Ctrl-C leaves the line that it was typed on
    assert words in said
    assert "\n" not in said


def test_a_fault_names_its_kind_and_place_and_no_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fail_with(ValueError("Quarrelbird"), monkeypatch) == 1
    said = capsys.readouterr().err
    assert "ValueError at cli/" in said
    assert "Quarrelbird" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("arguments", [["no-such-verb"], ["read"], ["read", "--no-such-option", "x"], ["--record"]])
def test_wrong_use_is_one_line_that_names_the_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == 2
    said = capsys.readouterr().err
    assert "--help" in said
    assert said.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two governments met on 3 March 2031.\n" * 9000)
    command = (
        f"{sys.executable} -c 'from twotrack.cli import main; main()' read --format json {tmp_path}/a.txt | head -c 9"
    )
    said = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert said.stdout == '{"format"'
    assert said.stderr == ""


def test_a_full_disk_is_told_when_the_last_words_do_not_fit(tmp_path: Path) -> None:
    # No file may grow, as on a full disk; errors still go by pipe.
    command = f"ulimit -f 0; {sys.executable} -c 'from twotrack.cli import main; main()' --help > {tmp_path}/help.txt"
    said = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert "the disk is full" in said.stderr


def test_no_core_dump_is_written() -> None:
    resource = pytest.importorskip("resource")
    said = in_a_process(
        "import resource; from twotrack import cli; cli.no_core_dumps(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert said.stdout.strip() == "(0, 0)"
    assert resource.RLIMIT_CORE is not None
