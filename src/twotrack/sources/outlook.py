"""Outlook mails (MSG): plain text, else the page, else Rich Text; what is attached, mails within it as EML."""

import email.policy
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage

from twotrack.errors import SourceError
from twotrack.sources.html import characters, page_text
from twotrack.sources.mail import NO_TEXT, NO_WORDS, fuller
from twotrack.sources.outlook_storage import Storage
from twotrack.sources.paragraphs import required, tidy
from twotrack.sources.raw import Document, Member
from twotrack.sources.rich_text import words

EXTRACTOR = "outlook/2"
DEPTH = 4
"""Mails within one another that are opened."""

_SUBJECT, _BODY, _HTML, _RTF, _FROM, _SENDER = "0037", "1000", "1013", "1009", "0042", "0C1A"
_SMTP, _ADDRESS = "5D01", "0C1F"
_DATA, _LONG_NAME, _SHORT_NAME = "3701", "3707", "3704"
_NAME = 200  # characters of a name


def extract_text(content: bytes) -> Document:
    """The words of a mail. Raises SourceError for what is damaged, no mail, or without text."""
    mail = Storage.opened(content)
    text = required(_text(mail), NO_TEXT if mail.attached() else NO_WORDS)
    return Document(text=text, extractor=EXTRACTOR, metadata=_metadata(mail))


def attachments(content: bytes) -> list[Member]:
    """The files attached to a mail, in order; a mail within it as EML, with what is attached to that."""
    return _attached(Storage.opened(content), DEPTH)


def _text(mail: Storage) -> str:
    page = mail.text(_HTML) or characters(mail.binary(_HTML))
    text = fuller(tidy(mail.text(_BODY)), page_text(page) if page else "")
    return text or (words(mail.binary(_RTF)) if mail.binary(_RTF) else "")


def _attached(mail: Storage, depth: int) -> list[Member]:
    found = []
    for number, place in enumerate(mail.attached(), 1):
        within = mail.mail_within(place) if depth else None
        data = mail.binary(_DATA, place)
        if within is not None:
            name = _line(within.text(_SUBJECT)).replace("/", "-") or f"mail-{number}"
            found.append(Member(name=f"{name}.eml", content=_as_mail(within, depth - 1).as_bytes()))
        elif data:
            name = _line(mail.text(_LONG_NAME, place)) or _line(mail.text(_SHORT_NAME, place))
            found.append(Member(name=name or f"part-{number}", content=data))
    return found


def _as_mail(mail: Storage, depth: int) -> EmailMessage:
    """A mail within a mail as an EML of its own, since its storage is no file."""
    message = EmailMessage(policy=email.policy.default)
    message["Subject"] = _line(mail.text(_SUBJECT))
    message["From"] = _sender(mail)
    message["MIME-Version"] = "1.0"
    if (sent := mail.sent()) is not None:
        message["Date"] = sent
    try:
        message.set_content(_text(mail), cte="8bit")
    except SourceError:
        message.set_content("")
    for one in _attached(mail, depth):
        message.add_attachment(one.content, maintype="application", subtype="octet-stream", filename=one.name)
    return message


def _sender(mail: Storage) -> Address:
    """Who sent a mail, with an address where it has one of the internet."""
    name, said = _metadata(mail).get("author", ""), _line(mail.text(_SMTP) or mail.text(_ADDRESS))
    try:
        return Address(display_name=name, addr_spec=said) if "@" in said else Address(display_name=name)
    except (HeaderParseError, ValueError, IndexError, AttributeError):
        return Address(display_name=name)


def _line(value: str) -> str:
    return " ".join(tidy(value).split())[:_NAME]


def _metadata(mail: Storage) -> dict[str, str]:
    sent = mail.sent()
    found = {
        "title": _line(mail.text(_SUBJECT)),
        "date": sent.isoformat() if sent else "",
        "author": _line(mail.text(_FROM) or mail.text(_SENDER)),
    }
    return {key: value for key, value in found.items() if value}
