"""`twotrack ingest` of web addresses, versions and pasted text: what is said, and what is kept."""

from collections.abc import Iterator

import pytest

from commands import Said, Twotrack
from hosts import Host, serving
from makers import PASSPHRASE, MadeRecord
from twotrack.record import folder, keyring
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Source, SourceText

BRIEFING = """DIRECTOR ASHBY: We met on 3 March 2025 in Dunmarrow. We raised the case of Tamsin Orrel, who is detained.

QUESTION: Did they answer?

DIRECTOR ASHBY: I'm not going to get into the details.
"""
LATER = BRIEFING.replace("who is detained", "who was released") + "\nDIRECTOR ASHBY: Thank you.\n"


@pytest.fixture
def host() -> Iterator[Host]:
    """A page on this machine."""
    with serving(Host("127.0.0.1", {"/talks": (200, {"Content-Type": "text/plain"}, BRIEFING.encode())})) as made:
        yield made


def takes_in(twotrack: Twotrack, host: Host, *options: str, path: str = "/talks") -> Said:
    return twotrack("ingest", "--private-address", *options, host.at(path, "127.0.0.1"))


def becomes(host: Host, text: str) -> None:
    host.answers["/talks"] = (200, {"Content-Type": "text/plain"}, text.encode())


def test_a_page_is_taken_in_with_its_address(twotrack: Twotrack, host: Host, closed_record: MadeRecord) -> None:
    host.answers["/old"] = (301, {"Location": "/talks"}, b"")
    said = takes_in(twotrack, host, "--public", path="/old")
    assert (said.status, said.err) == (0, "")
    assert "proposals wait" in said.out
    with folder.opened(closed_record.folder, PASSPHRASE), keyring.cleared():
        source = Source.objects.using(PUBLIC).get()
        assert source.addresses == [host.at("/old", "127.0.0.1"), host.at("/talks", "127.0.0.1")]


def test_a_private_address_is_refused_unless_asked_for(twotrack: Twotrack, host: Host) -> None:
    said = twotrack("ingest", "--public", host.at("/talks", "127.0.0.1"))
    assert said.status == 1
    assert "--private-address" in said.err
    assert host.asked == []


def test_in_confidence_it_is_said_first_that_the_host_sees_who_reads(twotrack: Twotrack, host: Host) -> None:
    said = takes_in(twotrack, host)
    (line,) = said.err.strip().splitlines()
    assert "the host of a web address sees" in line
    assert "confidential" in said.out


def test_a_later_capture_is_told_in_numbers_without_a_word_of_it(twotrack: Twotrack, host: Host) -> None:
    takes_in(twotrack, host)
    becomes(host, LATER)
    said = takes_in(twotrack, host)
    assert "version 2: 1 sentence added, 1 changed" in said.out
    assert "known from earlier" in said.out
    assert not {"Orrel", "Dunmarrow", "released"} & set(said.out.replace(".", " ").split())
    assert "seen again" in takes_in(twotrack, host).out
    assert "All rules hold" in twotrack("check").out


def test_captures_in_confidence_and_in_public_know_nothing_of_each_other(twotrack: Twotrack, host: Host) -> None:
    takes_in(twotrack, host)
    becomes(host, LATER)
    assert "version" not in takes_in(twotrack, host, "--public").out


def test_nothing_is_kept_where_a_page_could_not_be_read(
    twotrack: Twotrack, host: Host, closed_record: MadeRecord
) -> None:
    host.answers["/broken"] = (200, {"Content-Length": "9000"}, b"We met")
    host.answers["/gone"] = (404, {}, b"We met")
    said = twotrack(
        "ingest", "--private-address", *(host.at(path, "127.0.0.1") for path in ("/broken", "/talks", "/gone"))
    )
    assert said.status == 1
    assert "2 of 3 documents" in said.err
    assert "proposals wait" in said.out
    with folder.opened(closed_record.folder, PASSPHRASE), keyring.cleared():
        assert [row.name for row in Source.objects.using(CONFIDENTIAL).all()] == ["talks"]


def test_pasted_text_is_taken_in(twotrack: Twotrack) -> None:
    said = twotrack("ingest", "-", given=BRIEFING)
    assert "proposals wait" in said.out
    assert twotrack("ingest", "-", given=" \n").status == 1


def test_a_note_in_an_older_encoding_keeps_its_words(twotrack: Twotrack, closed_record: MadeRecord) -> None:
    words = "他们在走廊里说,她可以给家里写信。"
    assert twotrack("note", given_bytes=words.encode("gb18030")).status == 0
    with folder.opened(closed_record.folder, PASSPHRASE), keyring.cleared():
        assert SourceText.objects.using(CONFIDENTIAL).get().text == words


def test_a_note_that_is_no_text_is_refused(twotrack: Twotrack) -> None:
    said = twotrack("note", given_bytes=b"\x89PNG\r\n\x00\xff\xfe" * 40)
    assert said.status == 1
    assert "is binary" in said.err
