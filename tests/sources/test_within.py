"""What lies within a source is a source of its own, as confidential as the one it lay in."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from twotrack.errors import SourceError
from twotrack.sources import kinds, sandbox
from twotrack.sources.formats import FORMATS, Format, extract
from twotrack.sources.gather import gather
from twotrack.sources.raw import Failure, RawSource

MAIL = b"From: a@example.org\nTo: b@example.org\nMessage-ID: <1@example.org>\n\nwords\n"


@pytest.fixture(autouse=True)
def probes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    sandbox.close()
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setitem(FORMATS, kinds.MAIL, Format(name="a mail", module="probes", members="some"))
    yield
    sandbox.close()


def test_a_mail_is_a_source_and_so_is_each_attachment(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(MAIL)
    mail, attached, bad = gather([str(tmp_path / "m.eml")], confidential=True)
    assert isinstance(mail, RawSource)
    assert extract(mail, confidential=True).text == MAIL.decode()
    assert isinstance(attached, RawSource)
    assert (attached.place, attached.content) == (f"{tmp_path}/m.eml/a\\x1b.txt", b"words")
    assert isinstance(bad, Failure)
    assert bad.error == f"{tmp_path}/m.eml/b is bad"


def test_a_confidential_archive_stays_shut_where_its_parser_cannot_be_shut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_COPIES", False)
    monkeypatch.setattr(sandbox, "_warned", [True])
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "words")
    (found,) = gather([str(tmp_path / "a.zip")], confidential=True)
    assert isinstance(found, Failure)
    assert "--trust-parser" in found.error
    (found,) = gather([str(tmp_path / "a.zip")], confidential=True, trust_parser=True)
    assert isinstance(found, RawSource)


def test_a_confidential_page_is_refused_there_and_a_text_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sandbox, "_COPIES", False)
    monkeypatch.setattr(sandbox, "_warned", [True])
    (tmp_path / "a.eml").write_bytes(MAIL)
    (tmp_path / "b.txt").write_text("words")
    mail, *_, text = (one for one in gather([str(tmp_path)], confidential=True) if isinstance(one, RawSource))
    with pytest.raises(SourceError, match="--trust-parser"):
        extract(mail, confidential=True)
    assert extract(mail, confidential=True, trust_parser=True).text == MAIL.decode()
    assert extract(text, confidential=True).text == "words"
