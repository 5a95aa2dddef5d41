"""Bytes to characters: the byte-order mark, UTF-8, UTF-16 by its NULs, what a page or mail says of itself, then a guess."""

import codecs
import contextlib
import re

import chardet

from twotrack.errors import SourceError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_GUESSED = ["gb18030", "big5hkscs", "cp932", "euc_jis_2004", "cp949", "euc_kr", "cp1251", "koi8-r", "cp1250", "cp1252"]
_LABELS = (
    {  # what a page or a mail calls it (https://encoding.spec.whatwg.org/#names-and-labels) -> what it is read with
        "gb18030": "gb18030 gb2312 gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 euc-cn",
        "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 big5hkscs",
        "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932",
        "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
        "iso2022_jp": "iso-2022-jp csiso2022jp",
        "cp949": "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 csksc56011987 iso-ir-149",
        "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 latin1 l1 ascii us-ascii ansi_x3.4-1968 cp819",
        "cp1254": "windows-1254 cp1254 iso-8859-9 latin5 l5",
        "cp1250": "windows-1250 cp1250 x-cp1250",
        "cp1251": "windows-1251 cp1251 x-cp1251",
        "cp1253": "windows-1253 cp1253",
        "cp1255": "windows-1255 cp1255",
        "cp1256": "windows-1256 cp1256",
        "cp1257": "windows-1257 cp1257",
        "cp1258": "windows-1258 cp1258",
        "cp874": "windows-874 tis-620 iso-8859-11 dos-874",
        "cp866": "ibm866 cp866 866",
        "koi8-r": "koi8-r koi8 koi8_r koi cskoi8r",
        "koi8-u": "koi8-u koi8-ru",
        "mac_roman": "macintosh mac x-mac-roman csmacintosh",
        "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
        "hz": "hz hz-gb-2312",
        "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
        "utf-16-le": "utf-16 utf-16le unicode ucs-2 iso-10646-ucs-2",
        "utf-16-be": "utf-16be",
    }
    | {f"iso8859-{part}": f"iso-8859-{part} iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
)
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
_WITHOUT_UTF8 = frozenset({"utf-16-le", "utf-16-be", "iso2022_jp", "hz"})  # their bytes are all valid UTF-8 too
_SAMPLE = 64_000  # bytes that are looked at for a guess
_SHORT = 40  # bytes: fewer may read as Chinese by chance
_COMMON = re.compile("[\t\n\f\r -~\u00a0-\u00ff\u2010-\u2030\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_HIGH = re.compile(rb"[\x80-\xff]")
_BROKEN = 500  # one character in so many may be broken: a line cut in two, not a wrong guess
_LATIN = 0.4  # of every second byte, which NUL is in UTF-16 of Latin letters; bytes in the wrong order read as Chinese


def decode(content: bytes) -> str:
    """The characters of a text file by the rule of `Document.text`.

    Raises SourceError for what is no text: NUL bytes that are not UTF-16's, or no encoding that fits."""
    return clean(_characters(content))


def decode_as(content: bytes, label: str) -> str:
    """The characters of bytes of which a page or a mail says how they are encoded, by the same rule.

    A byte-order mark goes before the label, and UTF-8 that holds before every label of bytes: programs label what they
    did not write. A label that is unknown or does not fit is no label. Raises SourceError as `decode` does."""
    codec = _CODECS.get(label.strip().strip("\"'").lower(), "")
    if not codec or any(content.startswith(mark) for mark, _ in _MARKS):
        return decode(content)
    if codec not in _WITHOUT_UTF8:
        try:
            return clean(content.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    text = content.decode(codec, "replace")
    return clean(text) if _fits(text) else decode(content)


def as_named(content: bytes, label: str | None) -> bytes:
    """The bytes of a text in the encoding that its host named, as UTF-8 with a byte-order mark: that holds against all that
    the text says of itself. Unchanged where the host named none that is known, or where they are no text."""
    if not label or label.lower() not in _CODECS:
        return content
    try:
        return codecs.BOM_UTF8 + decode_as(content, label).encode("utf-8")
    except SourceError:
        return content


def clean(text: str) -> str:
    """The text rule: no byte-order mark, CR and CRLF as LF, NUL and lone surrogates as U+FFFD, nothing else changed."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:  # rare, and ten times as dear
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def load() -> None:
    """Load every codec, so that a process that may open no file has them."""
    for name in (*_LABELS, "utf-16", "utf-32-le", "utf-32-be", "idna", "cp437", "ascii", "latin-1"):
        codecs.lookup(name)
    for label in _CODECS:  # a library may ask for them by these names
        with contextlib.suppress(LookupError):
            codecs.lookup(label)
    chardet.detect("\u4eba\u6743".encode("gb18030"))  # it loads its models when it is first asked


def _characters(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    if b"\0" in content:
        return _by_nuls(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(content)


def _by_nuls(content: bytes) -> str:
    """UTF-16 without a mark: NUL at every second place in Latin letters; in Chinese at line ends, figures and blanks."""
    sample = content[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    orders = ("utf-16-le", "utf-16-be") if odd > even else ("utf-16-be", "utf-16-le")
    latin = max(even, odd) >= _LATIN * len(sample) / 2 and min(even, odd) * 50 <= max(even, odd)
    for name in orders[:1] if latin else orders:
        if (
            len(content) % 2 == 0
            and (latin or len(content) >= _SHORT)
            and _reads_as_words(sample.decode(name, "replace"))
        ):
            return content.decode(name, "replace")
    raise SourceError("is binary and of no kind that is read here: give a document")


def _reads_as_words(text: str) -> bool:
    """Nearly all characters are letters, figures, blanks or common marks, as bytes taken at random never are."""
    return "\ufffd" not in text and len(_COMMON.sub("", text)) * 20 <= len(text)


def _guess(content: bytes) -> str:
    """By the likeliest of the other encodings; SourceError where it does not fit the whole."""
    high = _HIGH.search(content)
    begin = max(0, high.start() - 200) if high else 0
    found = chardet.detect(content[begin : begin + _SAMPLE], include_encodings=_GUESSED)
    codec = _CODECS.get(str(found["encoding"] or "").lower(), "")
    if codec:
        text = content.decode(codec, "replace")
        if _fits(text):
            return text
    raise SourceError("is in no encoding that is known here: save it as UTF-8")


def _fits(text: str) -> bool:
    """No character is broken, or next to none."""
    return text.count("\ufffd") * _BROKEN <= len(text)
