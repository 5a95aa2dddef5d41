"""Bytes to characters: the byte-order mark, UTF-8, then a guess among the encodings in which documents still come."""

import chardet

from twotrack.errors import SourceError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_GUESSED = {  # what is guessed -> the wider encoding that it is read with
    "gb18030": "gb18030",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "iso-8859-1": "cp1252",
    "iso-8859-2": "iso8859-2",
    "iso-8859-15": "iso8859-15",
    "koi8-r": "koi8-r",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "cp949": "cp949",
}
_SAMPLE = 64_000  # bytes that are looked at for a guess


def decode(content: bytes) -> str:
    """The characters of a text file by the rule of `Document.text`.

    Raises SourceError for what is no text: NUL bytes without a byte-order mark, or no encoding that fits."""
    return clean(_characters(content))


def clean(text: str) -> str:
    """The text rule: no byte-order mark, CR and CRLF as LF, NUL and lone surrogates as U+FFFD, nothing else changed."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _characters(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    if b"\0" in content:
        raise SourceError("is binary, not text: give a text or Markdown file")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(content)


def _guess(content: bytes) -> str:
    """The likeliest of the other encodings; SourceError where none decodes the whole."""
    found = chardet.detect(content[:_SAMPLE])
    names = [_GUESSED.get((found["encoding"] or "").lower(), ""), "gb18030", "cp1252"]
    for name in filter(None, names):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    raise SourceError("is in no encoding that is known here: save it as UTF-8")
