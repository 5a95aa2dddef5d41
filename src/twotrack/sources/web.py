"""One page of the web -> a RawSource. Of the whole program, this module alone opens the network.

A page is asked for once, by GET, without cookies, credentials or a proxy. The host's name is resolved once for each step;
where any of its numbers is not of the open network the step is refused, else the connection goes to one of the numbers
that were judged, while the request and the certificate keep the name. Redirects are judged in the same way. One clock runs
over everything, so that a host which lets its answer drip is cut off.
"""

import dataclasses
import re
import socket
import ssl
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from urllib.parse import unquote

import httpcore2

import twotrack
from twotrack import clock
from twotrack.errors import SourceError
from twotrack.sources.addresses import Address, is_inside, is_public, joined, parse
from twotrack.sources.connection import Deadline, Judged
from twotrack.sources.formats import media_type
from twotrack.sources.limits import SOURCE
from twotrack.sources.raw import RawSource

SECONDS = 60.0
"""How long a page may take, redirects and the whole of its text included."""
REDIRECTS = 5
Resolve = Callable[[str, int], list[str]]

_MOVED = frozenset({301, 302, 303, 307, 308})
_HEADERS: dict[bytes | str, bytes | str] = {
    "User-Agent": f"Twotrack/{twotrack.__version__}",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.1",
    "Accept-Encoding": "identity",
}
_SAVE = "open it in a browser and save the page"
_ANSWERS = {
    401: f"asks for a password (401): {_SAVE}",
    403: f"is refused to this program (403): {_SAVE}",
    404: "is not there (404): check the address",
    410: "was taken away (410): look for it in a web archive",
    429: "is asked for too often (429): try again later",
}
_CHARSET = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")  # "utf-8", "gb_2312-80"
_NO_DOCUMENTS = ("image/", "audio/", "video/", "font/", "text/css", "application/json", "application/wasm")


def resolved(host: str, port: int) -> list[str]:
    """The numbers of a host, by this machine's resolver."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """The network as a fetch meets it. `trust` is what certificates are judged by, the system's if not given; `seconds`
    the wall clock over a whole fetch; `limit` the bytes of a document, as sent and as unpacked."""

    resolve: Resolve = resolved
    is_public: Callable[[str], bool] = is_public
    trust: ssl.SSLContext | None = None
    seconds: float = SECONDS
    limit: int = SOURCE


def fetch(address: str, *, private: bool = False, net: Net | None = None) -> RawSource:
    """The document at a web address, with the chain of addresses by which it came.

    `private` allows this machine and networks inside, for as long as no step led outside. Raises SourceError in one line
    that names the address."""
    try:
        return _fetch(address, private, net or Net())
    except SourceError as error:
        raise SourceError(f"{_shown(address)} {error}") from None


def _fetch(address: str, private: bool, net: Net) -> RawSource:
    deadline, trust = Deadline(net.seconds), net.trust or httpcore2.default_ssl_context()
    at, chain = parse(address), list[str]()
    while True:
        chain.append(at.text)
        numbers = _numbers(at, net.resolve, deadline)
        outside = all(net.is_public(one) for one in numbers)
        if not outside and not (private and all(is_inside(one) or net.is_public(one) for one in numbers)):
            raise SourceError(_PRIVATE if len(chain) == 1 else _LEADS_INSIDE)
        private = private and not outside  # what lies outside may not lead inside, whoever asked
        answer = _answer(at, numbers, trust, deadline, net.limit)
        if not isinstance(answer, str):
            return dataclasses.replace(answer, place=address, addresses=tuple(chain))
        at = _next(at, answer, chain)


_PRIVATE = "is a private address: say --private-address if it is meant"
_LEADS_INSIDE = "leads to a private address: it is not followed there"


def _numbers(at: Address, resolve: Resolve, deadline: Deadline) -> list[str]:
    try:
        numbers = deadline.over(lambda: resolve(at.host, at.port))
    except TimeoutError:
        raise SourceError("hangs: its host's name was not resolved in time; try again later") from None
    except (OSError, UnicodeError):
        numbers = []
    if not numbers:
        raise SourceError("names a host that is not known: check the address, or whether this machine is online")
    return list(dict.fromkeys(numbers))


def _next(at: Address, location: str, chain: Sequence[str]) -> Address:
    try:
        following = joined(at, location)
    except SourceError:
        raise SourceError("leads to what is no web address (http or https): it is not followed there") from None
    if following.text in chain:
        raise SourceError("leads in a loop of redirects: nothing can be read there")
    if len(chain) > REDIRECTS:
        raise SourceError(f"leads on more than {REDIRECTS} times: give the address where it ends")
    return following


def _answer(
    at: Address, numbers: Sequence[str], trust: ssl.SSLContext, deadline: Deadline, limit: int
) -> RawSource | str:
    """What the host answers: a document, or the address to which it leads."""
    url = httpcore2.URL(scheme=at.scheme.encode(), host=at.host.encode(), port=_port(at), target=at.target.encode())
    backend = Judged(numbers, deadline)
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=trust, network_backend=backend) as pool,
            pool.stream("GET", url, headers=_HEADERS) as answer,
        ):
            heads = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in answer.headers}
            if answer.status in _MOVED and "location" in heads:
                return heads["location"].encode("latin-1").decode("utf-8", "replace")
            return _document(at, answer.status, heads, answer.iter_stream(), limit)
    except httpcore2.TimeoutException:
        raise SourceError("hangs: it was not read in time; try again later, or save the page in a browser") from None
    except httpcore2.ConnectError as error:
        raise SourceError(_no_connection(error)) from None
    except (httpcore2.NetworkError, httpcore2.ProtocolError):
        raise SourceError("breaks off in the middle or answers no HTTP: try again later") from None


def _port(at: Address) -> int | None:
    """The port where it is not the scheme's own, which the Host header leaves out."""
    return None if at.port == {"http": 80, "https": 443}[at.scheme] else at.port


def _no_connection(error: Exception) -> str:
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"has a certificate that does not hold ({cause.verify_message}): look whether the address is right"
    if isinstance(cause, ssl.SSLError):
        return "does not speak TLS as it should: try http://, or save the page in a browser"
    return "is not reached, its host refuses or is away: check the address, or try again later"


def _document(at: Address, status: int, heads: dict[str, str], body: Iterable[bytes], limit: int) -> RawSource:
    if status != 200:
        other = f"fails at its host ({status}): try again later" if status >= 500 else f"answers {status}, no document"
        raise SourceError(_ANSWERS.get(status, other))
    said = Message()
    said["Content-Type"] = heads.get("content-type", "application/octet-stream")
    kind = said.get_content_type()
    if kind.startswith(_NO_DOCUMENTS) or kind.endswith("javascript"):
        raise SourceError(f"is {_shown(kind)}, no document: give the address of a page, a PDF or a text")
    if heads.get("content-length", "").isdecimal() and int(heads["content-length"][:15]) > limit:
        raise SourceError(_too_large(limit))
    content = b"".join(_counted(_unpacked(_counted(body, limit), heads.get("content-encoding", ""), limit), limit))
    if not content.strip():
        raise SourceError("is empty: nothing to read")
    found = media_type(content)
    if found == "text/plain" and kind in ("text/html", "application/xhtml+xml"):
        found = "text/html"  # a page that begins without saying what it is
    return RawSource(
        content=content,
        place=at.text,
        name=_name(at),
        media_type=found,
        got_at=clock.now(),
        charset=_charset(said),
    )


def _charset(said: Message) -> str | None:
    """The encoding that the host names, as it names it."""
    try:
        name = said.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return None
    return name if name and _CHARSET.fullmatch(name) else None


def _counted(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise SourceError(_too_large(limit))
        yield chunk


def _too_large(limit: int) -> str:
    return f"is larger than {limit / 1_000_000:g} MB: save it and split it first"


def _unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> Iterator[bytes]:
    """The body as it was before the host packed it, unasked, no step of it larger than the limit."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"comes packed, unasked, in a way that is not read here: {_SAVE}")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            yield unpacker.decompress(chunk, limit + 1)
    except zlib.error:
        raise SourceError(f"comes packed, unasked, in a way that is damaged: {_SAVE}") from None
    if not unpacker.eof or unpacker.unused_data:
        raise SourceError(f"comes packed, unasked, and not whole: {_SAVE}")


def _name(at: Address) -> str:
    path = at.target.partition("?")[0]
    return unquote(path.rstrip("/").rpartition("/")[2]).replace("/", " ") or at.host


def _shown(words: str) -> str:
    """Words from outside in a line of our own: nothing that steers a terminal, and not without end."""
    return "".join(character for character in words if character.isprintable())[:300]
