"""Pages by the network, from servers on this machine alone: what is followed, what is refused, what is kept."""

import datetime
import gzip
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hosts import Answer, Host, serving
from twotrack.errors import SourceError
from twotrack.sources.web import REDIRECTS, Net, fetch

WORDS = "We met in Dunmarrow. 我们在会上提到了人权。\n"
PAGE = f"<!doctype html><title>Talks</title><p>{WORDS}</p>".encode()


@pytest.fixture
def host() -> Iterator[Host]:
    """A host at 127.0.0.1, which the tests take for one of the open network."""
    with serving(Host("127.0.0.1", {"/": (200, {"Content-Type": "text/html"}, PAGE)})) as made:
        yield made


@pytest.fixture
def inner() -> Iterator[Host]:
    """A host at 127.0.0.2, which the tests take for one of the network inside."""
    with serving(Host("127.0.0.2", {"/": (200, {}, b"the keys of the house")})) as made:
        yield made


NAMES = {"talks.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"], "both.example": ["127.0.0.1", "127.0.0.2"]}


def never(host: str, port: int) -> list[str]:
    """A resolver that hangs."""
    time.sleep(3)
    return []


def by_name(host: str, port: int) -> list[str]:
    """The tests' own resolver: their names, and numbers in any form that the system's resolver takes."""
    with suppress(OSError):
        return [socket.inet_ntoa(socket.inet_aton(host))]
    return NAMES.get(host, [])


def net(resolve: Callable[[str, int], list[str]] = by_name, **more: object) -> Net:
    """A network in which 127.0.0.1 alone counts as public."""
    return Net(**{"resolve": resolve, "is_public": lambda number: number == "127.0.0.1", "seconds": 5.0, **more})  # type: ignore[arg-type]


def refused(address: str, within: Net | None = None, *, private: bool = False) -> str:
    """Why an address is not read: one line that names it."""
    with pytest.raises(SourceError) as caught:
        fetch(address, private=private, net=within or net())
    line = str(caught.value)
    assert "\n" not in line
    assert len(line) < 400
    return line


def test_a_page_comes_with_its_address_time_and_kind(host: Host) -> None:
    raw = fetch(host.at(), net=net())
    assert raw.content == PAGE
    assert (raw.place, raw.addresses, raw.media_type) == (host.at(), (host.at(),), "text/html")
    assert raw.got_at.tzinfo is datetime.UTC


def test_a_host_learns_the_name_it_is_asked_by_and_little_else(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.2:9")
    fetch(host.at(), net=net())
    ((_, heads),) = host.asked
    assert heads["host"] == f"talks.example:{host.server_port}"
    assert heads["user-agent"].startswith("Twotrack/")
    assert set(heads) == {"host", "user-agent", "accept", "accept-encoding"}


def test_the_encoding_that_the_host_names_is_kept(host: Host) -> None:
    host.answers["/zh"] = (200, {"Content-Type": "text/html; charset=GB18030"}, WORDS.encode("gb18030"))
    raw = fetch(host.at("/zh"), net=net())
    assert (raw.charset, raw.media_type) == ("gb18030", "text/html")


def test_redirects_are_followed_and_each_address_is_kept(host: Host) -> None:
    host.answers["/old"] = (301, {"Location": "/newer"}, b"")
    host.answers["/newer"] = (302, {"Location": host.at("/?part=1")}, b"")
    host.answers["/?part=1"] = (200, {}, PAGE)
    raw = fetch(host.at("/old"), net=net())
    assert raw.place == host.at("/old")
    assert raw.addresses == (host.at("/old"), host.at("/newer"), host.at("/?part=1"))


INWARD = [
    "http://inside.example:{port}/",
    "http://both.example:{port}/",
    "http://127.0.0.2:{port}/",
    "http://127.2:{port}/",
    "http://2130706434:{port}/",
    "http://0x7f.2:{port}/",
    "http://0177.0.0.2:{port}/",
    "http://１２７.0.0.2:{port}/",
    "http://127。0。0。2:{port}/",
    "http://[::ffff:127.0.0.2]:{port}/",
    "http://[64:ff9b::7f00:2]:{port}/",
    "http://[::1]:{port}/",
    "http://169.254.169.254/",
]
NO_PAGE = ["file:///etc/passwd", "ftp://talks.example/", "http://user:word@talks.example:{port}/", "data:text/plain,x",
           "//user@inside.example:{port}/", "http:\\\\inside.example:{port}/"]  # fmt: skip


@pytest.mark.parametrize("place", INWARD)
def test_no_address_reaches_inside(host: Host, inner: Host, place: str) -> None:
    address = place.format(port=inner.server_port)
    assert "private address" in refused(address, net(lambda name, port: [name] if ":" in name else by_name(name, port)))
    assert inner.asked == []


@pytest.mark.parametrize("place", [*INWARD, *NO_PAGE])
@pytest.mark.parametrize("private", [False, True])
def test_no_redirect_reaches_inside_or_another_scheme(host: Host, inner: Host, place: str, private: bool) -> None:
    host.answers["/go"] = (302, {"Location": place.format(port=inner.server_port).encode().decode("latin-1")}, b"")
    resolver = net(lambda name, port: [name] if ":" in name else by_name(name, port))
    assert "not followed there" in refused(host.at("/go"), resolver, private=private)
    assert inner.asked == []


def test_a_name_that_is_answered_otherwise_the_second_time_leads_nowhere_else(host: Host, inner: Host) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    within = net(lambda name, port: next(answers))
    assert fetch(host.at(), net=within).content == PAGE
    assert "private address" in refused(host.at(), within)
    assert inner.asked == []


def test_what_lies_inside_is_read_when_it_is_asked_for(inner: Host) -> None:
    assert "--private-address" in refused(inner.at(host="inside.example"))
    assert fetch(inner.at(host="inside.example"), private=True, net=net()).content == b"the keys of the house"
    assert "private address" in refused("http://169.254.169.254/", private=True)


def test_redirects_end(host: Host) -> None:
    host.answers["/a"] = (302, {"Location": "/b"}, b"")
    host.answers["/b"] = (302, {"Location": "/a"}, b"")
    assert "loop" in refused(host.at("/a"))
    for number in range(REDIRECTS + 1):
        host.answers[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    assert "more than 5 times" in refused(host.at("/0"))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((404, {}, b""), "not there (404)"),
        ((403, {}, b""), "refused to this program (403)"),
        ((503, {}, b""), "fails at its host (503)"),
        ((204, {}, b""), "answers 204"),
        ((302, {}, b""), "answers 302"),
        ((200, {}, b" \n"), "is empty"),
        ((200, {"Content-Type": "image/png"}, b"x"), "is image/png, no document"),
        ((200, {"Content-Type": "text/javascript"}, b"x"), "no document"),
        ((200, {"Content-Encoding": "br"}, b"x"), "comes packed"),
        ((200, {"Content-Encoding": "gzip"}, b"x"), "comes packed"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-9]), "not whole"),
        ((200, {"Content-Length": "9000"}, b"x"), "breaks off"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_document_is_said_in_one_line(host: Host, answer: Answer, said: str) -> None:
    host.answers["/odd"] = answer
    assert said in refused(host.at("/odd"), net(seconds=1.0))


def test_what_is_packed_unasked_is_unpacked(host: Host) -> None:
    host.answers["/packed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert fetch(host.at("/packed"), net=net()).content == PAGE


@pytest.mark.parametrize(
    "heads", [{}, {"Transfer-Encoding": "chunked"}, {"Content-Length": "x"}, {"Content-Encoding": "gzip"}]
)
def test_what_is_too_large_is_cut_off(host: Host, heads: dict[str, str]) -> None:
    body = gzip.compress(bytes(30_000_000)) if "Content-Encoding" in heads else b"a" * 300_000
    if "Transfer-Encoding" in heads:
        body = b"".join(b"400\r\n" + b"a" * 1024 + b"\r\n" for _ in range(300)) + b"0\r\n\r\n"
    host.answers["/large"] = (200, heads, body)
    assert re.search("larger than 0.2 MB|answers no HTTP", refused(host.at("/large"), net(limit=200_000)))


@contextmanager
def dripping(said: bytes) -> Iterator[str]:
    """A host that says this, then one byte after the other without end."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            with suppress(OSError):
                connection, _ = server.accept()
                with connection:
                    connection.sendall(said)
                    while True:
                        connection.sendall(b"x")
                        time.sleep(0.05)

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        yield f"http://talks.example:{server.getsockname()[1]}/"
    thread.join()


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\nX-Long: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_host_that_lets_its_answer_drip_is_cut_off(said: bytes) -> None:
    with dripping(said) as address:
        assert re.search("hangs|answers no HTTP", refused(address, net(seconds=0.6)))


def test_a_host_without_a_name_is_said_and_a_resolver_that_hangs_is_left() -> None:
    assert "not known" in refused("http://nowhere.example/")
    assert "not resolved in time" in refused("http://slow.example/", net(never, seconds=0.2))


def test_a_host_that_takes_no_connection_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "is not reached" in refused(f"http://talks.example:{port}/")


def certificate(folder: Path, name: str) -> ssl.SSLContext:
    """A server's context with a certificate made here for a name; the certificate itself as `folder/name.pem`."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begins = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), 1, begins, begins.replace(year=2120))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / f"{name}.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    forms = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(*forms))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / "key.pem")
    return context


def test_the_certificate_must_be_that_of_the_name_not_of_the_number(host: Host, tmp_path: Path) -> None:
    asked: list[str | None] = []
    context = certificate(tmp_path, "talks.example")
    context.sni_callback = lambda _socket, name, _context: asked.append(name)
    host.socket = context.wrap_socket(host.socket, server_side=True)
    trust = ssl.create_default_context(cafile=str(tmp_path / "talks.example.pem"))
    assert fetch(host.at(scheme="https"), net=net(trust=trust)).content == PAGE
    assert asked == ["talks.example"]
    other = net(lambda name, port: ["127.0.0.1"], trust=trust)
    assert "certificate that does not hold" in refused(host.at(host="other.example", scheme="https"), other)
    assert "certificate that does not hold" in refused(host.at(scheme="https"), net(trust=ssl.create_default_context()))


def test_a_host_that_speaks_no_tls_is_said(host: Host) -> None:
    assert "does not speak TLS" in refused(host.at(scheme="https"))
