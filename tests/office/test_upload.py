"""Documents taken in at the office: in memory alone, by the rights of the one who gives them."""

import builtins
import os
import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clients import CANARY, Visitor, user
from makers import TEXT, MadeRecord
from twotrack.office.uploads import UPLOADS
from twotrack.office.views.upload import NOTHING, TOO_LARGE
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Export, Proposal, Source, User


def gives(visitor: Visitor, *files: tuple[str, bytes], handling: str = "confidential", **more: Any) -> str:
    """The page of the upload, when all of it was read."""
    uploaded = [SimpleUploadedFile(name, content) for name, content in files]
    response = visitor.client.post("/take-in", {"files": uploaded, "handling": handling, **more})
    assert response.status_code == 302, response.content.decode()
    UPLOADS.wait()
    return visitor.sees(response.headers["Location"])


def test_a_file_becomes_a_confidential_source_with_proposals_unless_said_otherwise(record: MadeRecord) -> None:
    shown = gives(Visitor("officer"), ("talks.txt", TEXT.encode()))
    source = Source.objects.using(CONFIDENTIAL).get()
    assert (source.name, source.got_by_id) == ("talks.txt", user("officer").pk)
    assert f'href="/sources/{source.pk}"' in shown
    assert "taken in" in shown
    assert Proposal.objects.using(CONFIDENTIAL).filter(source_id=source.pk).exists()
    assert Source.objects.using(PUBLIC).count() == 0


def test_a_pasted_text_is_a_source(record: MadeRecord) -> None:
    gives(Visitor("clerk"), handling="public", text=TEXT, called="what they sent")
    assert Source.objects.using(PUBLIC).get().place == "what they sent"


def test_the_same_bytes_twice_change_nothing_and_it_is_said(record: MadeRecord) -> None:
    officer = Visitor("officer")
    gives(officer, ("talks.txt", TEXT.encode()))
    assert "already there" in gives(officer, ("again.txt", TEXT.encode()))
    assert Source.objects.using(CONFIDENTIAL).count() == 1


def test_a_duplicate_is_told_within_what_one_may_see(record: MadeRecord) -> None:
    gives(Visitor("officer"), ("talks.txt", TEXT.encode()))
    shown = gives(Visitor("clerk"), ("talks.txt", TEXT.encode()), handling="public")
    assert "already there" not in shown
    assert "public part too" in gives(Visitor("officer"), ("talks.txt", TEXT.encode()))


def test_a_bad_document_never_stops_the_others(record: MadeRecord) -> None:
    shown = gives(
        Visitor("officer"), ("broken.pdf", b"%PDF-1.7 nothing"), ("talks.txt", TEXT.encode()), ("e.txt", b" ")
    )
    assert shown.count("not taken in") == 2
    assert Source.objects.using(CONFIDENTIAL).count() == 1


def test_one_without_clearance_cannot_take_in_in_confidence(record: MadeRecord) -> None:
    response = Visitor("clerk").sends("/take-in", text=TEXT, handling="confidential")
    assert response.status_code == 400
    assert Source.objects.using(PUBLIC).count() == 0


def test_whoever_lost_the_right_meanwhile_takes_in_nothing(record: MadeRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twotrack.office.uploads._raw", _ended())
    shown = Visitor("clerk").client.post("/take-in", {"text": TEXT, "handling": "public"})
    UPLOADS.wait()
    assert shown.status_code == 302
    assert Source.objects.using(PUBLIC).count() == 0


def _ended() -> Any:
    """Reading that takes so long that the account is ended before it is done."""
    from twotrack.office import uploads

    raw = uploads._raw

    def slow(order: Any, given: Any) -> Any:
        User.objects.using(PUBLIC).filter(name="clerk").update(is_active=False)
        yield from raw(order, given)

    return slow


def test_nobody_sees_the_upload_of_another(record: MadeRecord) -> None:
    response = Visitor("officer").client.post("/take-in", {"text": CANARY, "handling": "confidential"})
    UPLOADS.wait()
    address = response.headers["Location"]
    assert CANARY not in address
    assert (
        Visitor("keeper").asks(address).status_code
        == Visitor("keeper").asks(f"/take-in/{uuid.uuid4()}").status_code
        == 404
    )


def test_nothing_given_and_too_much_are_said_in_words(record: MadeRecord) -> None:
    assert NOTHING in Visitor("officer").sends("/take-in", handling="confidential").content.decode()
    large = SimpleUploadedFile("large.txt", b"x" * (26 * 1024 * 1024))
    response = Visitor("officer").sends("/take-in", files=[large], handling="confidential")
    assert (response.status_code, TOO_LARGE in response.content.decode()) == (413, True)


def test_an_upload_of_many_megabytes_opens_no_file_for_writing(
    record: MadeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    real_open, real_os = builtins.open, os.open

    def watched(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        opened.extend([str(path)] if set(mode) & set("wax+") else [])
        return real_open(path, mode, *rest, **more)

    def watched_os(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        opened.extend([str(path)] if flags & (os.O_WRONLY | os.O_RDWR) else [])
        return real_os(path, flags, *rest, **more)

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(os, "open", watched_os)
    gives(Visitor("officer"), ("talks.pdf", b"%PDF-1.7 " + CANARY.encode() * 300_000))
    assert [path for path in opened if not re.search(r"heads|/dev/null", path)] == []


def test_the_original_comes_as_a_download_under_a_name_without_words(record: MadeRecord) -> None:
    gives(Visitor("officer"), (f"{CANARY}.html", f"<html><body><p>{TEXT}</p><script>1</script></body></html>".encode()))
    source = Source.objects.using(CONFIDENTIAL).get()
    response = Visitor("officer").sends(f"/sources/{source.pk}/original")
    assert response.content.startswith(b"<html>")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == f'attachment; filename="source-{source.pk}.html"'
    assert Export.objects.using(CONFIDENTIAL).get().what == "original"
    assert Visitor("clerk").sends(f"/sources/{source.pk}/original").status_code == 404
