"""Lines and paragraphs of an extracted text, made alike for every format that is parsed."""

import re

from twotrack.errors import SourceError
from twotrack.sources.encoding import clean

# matches "\x07", "\x1b", "\x85", U+2028, and where a word may break, which nobody sees (U+00AD, U+200B);
# not "\t", "\n"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff]")
_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_MANY = re.compile(r"\n{3,}")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_BROKEN = 50  # one character in so many may be broken: another encoding breaks one in three
# whichever way a document spells an encoding (WHATWG's labels) -> the wider one that it is read with
_WIDER = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
}


def tidy(text: str) -> str:
    """The text rule of `Document.text`, without what nobody sees, spaces at line ends or more than one blank line."""
    text = _CONTROL.sub("", clean(text).translate(_BREAKS))
    return _MANY.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip(" \n\t")


def joined(before: str, after: str) -> str:
    """Two lines of one paragraph as one: Chinese without a space between."""
    if not before or not after or (_HAN.match(before[-1]) and _HAN.match(after[0])):
        return before + after
    return f"{before} {after}"


def declared(content: bytes, charset: str | None) -> str | None:
    """The characters of bytes in the encoding that they are said to be in; None where it is unknown or does not fit.

    A broken character now and then does not speak against it."""
    name = (charset or "").strip().strip("\"'").lower()
    if not name:
        return None
    try:
        text = content.decode(_WIDER.get(name, name), "replace")
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) and text.count("\ufffd") * _BROKEN <= len(text) else None


def required(text: str, problem: str) -> str:
    """The text; SourceError with the problem where it has no words."""
    if not any(character.isalnum() for character in text):
        raise SourceError(problem)
    return text
