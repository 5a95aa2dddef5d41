"""Mails: which part is read, its characters, what is attached."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources.mail import attachments, extract_text
from twotrack.sources.raw import Member

LONG = "<p>" + "The round in Tarn is put off. " * 20


def mail(plain: str | None = "Words", page: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Rückblick", "Desk <desk@example.org>"
    message["Date"] = "Tue, 14 May 2030 10:00:00 +0000"
    if plain is not None:
        message.set_content(plain)
    if page is not None:
        message.add_alternative(page, subtype="html")
    return message


def test_headers_become_title_date_and_author() -> None:
    assert extract_text(mail().as_bytes()).metadata == {
        "title": "Rückblick",
        "date": "2030-05-14T10:00:00+00:00",
        "author": "Desk <desk@example.org>",
    }


@pytest.mark.parametrize(
    ("plain", "page", "begins"),
    [("Words", "<p>Words", "Words"), ("View in browser", LONG, "The round"), ("", LONG, "The round")],
    ids=["plain", "stub", "empty"],
)
def test_the_plain_text_is_read_unless_it_is_a_stub(plain: str, page: str, begins: str) -> None:
    assert extract_text(mail(plain, page).as_bytes()).text.startswith(begins)


@pytest.mark.parametrize(
    ("charset", "written", "words"),
    [("gb2312", "gb18030", "朱镕基"), ("x-none", "utf-8", "é"), ("iso-8859-1", "cp1252", "“a”")],
    ids=["wider", "unknown", "windows"],
)
def test_charsets_are_read_as_browsers_do(charset: str, written: str, words: str) -> None:
    head = f"From: a@example.org\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert extract_text(head.encode() + words.encode(written)).text == words


def test_one_broken_character_does_not_change_the_charset() -> None:
    head = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    text = extract_text(head + "Права человека. ".encode() * 9 + b"\xd1").text
    assert text == "Права человека. " * 9 + "\ufffd"


def test_flowed_lines_are_made_whole() -> None:
    assert extract_text(b"Content-Type: text/plain; format=flowed\n\na \nb\nc").text == "a b\nc"


def test_attachments_are_given_with_names_and_no_words_of_the_mail() -> None:
    message = mail()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../a.pdf")
    message.add_attachment(mail("Inner"))
    first, second = attachments(message.as_bytes())
    assert first == Member(name="../a.pdf", content=b"%PDF-")
    assert second.name.endswith(".eml")
    assert extract_text(second.content).text == "Inner"


@pytest.mark.parametrize(("attached", "what"), [(True, "read what is attached"), (False, "nothing to read")])
def test_a_mail_without_words_is_refused(attached: bool, what: str) -> None:
    message = mail("\n")
    if attached:
        message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(SourceError, match=what):
        extract_text(message.as_bytes())


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_refusal(content: bytes) -> None:
    try:
        extract_text(b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain;" + content)
        attachments(content)
    except SourceError as error:
        assert "\n" not in str(error)
