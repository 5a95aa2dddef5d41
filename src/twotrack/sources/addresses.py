"""Web addresses: which ones may be asked for, and which numbers of the network belong to nobody's inside.

A name says nothing of where it leads: what is judged is every number that it resolves to, once, and the connection then
goes to a number that was judged (see web.py).
"""

import ipaddress
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import idna

from twotrack.errors import SourceError

Number = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:@!$&'()*+,;=~?[]"  # what an address may hold besides letters, digits and -._ without being escaped
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_INSIDE = tuple(
    ipaddress.ip_network(one)
    for one in (
        "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7",
    )
)  # fmt: skip
_NEVER_PUBLIC = tuple(
    ipaddress.ip_network(one)
    for one in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers (RFC 6598)
        "192.88.99.0/24",  # relays of 6to4
        "::/96",  # IPv4 in its oldest wrapping
        "64:ff9b:1::/48",  # a network's own translation to IPv4 (RFC 8215)
        "2001::/32",  # Teredo: any IPv4 inside
        "2002::/16",  # 6to4: any IPv4 inside
        "fec0::/10",
    )
)


class Address(NamedTuple):
    """A web address taken apart: the host in ASCII, the target (path and query) escaped, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def text(self) -> str:
        """The address as it is asked for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def parse(address: str) -> Address:
    """An address taken apart. Raises SourceError, without the address, where it is none that is read."""
    if any(character <= " " or character == "\x7f" for character in address) or "\\" in address:
        raise SourceError("is no web address: it holds a blank, a backslash or a control character")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise SourceError("is no web address: check how it is written") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise SourceError("is no web address: it begins with http:// or https://")
    if "@" in parts.netloc:
        raise SourceError("holds a name or password: take out what stands before the @")
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Address(scheme, _ascii(host), _PORTS[scheme] if port is None else port, target)


def joined(base: Address, location: str) -> Address:
    """Where a redirect leads, from the address that gave it."""
    try:
        return parse(urljoin(base.text, location.strip()))
    except ValueError:
        raise SourceError("is no web address: check how it is written") from None


def page_of(address: str) -> str:
    """What two addresses of one page have in common: host, port, path and query, http and https alike; "" for none."""
    try:
        parsed = parse(address)
    except SourceError:
        return ""
    return parsed._replace(scheme="https", port=443 if parsed.port in _PORTS.values() else parsed.port).text


def is_public(number: str) -> bool:
    """Whether a number is one of the open network: not of this machine, of a network inside, or of none."""
    one = _unwrapped(number)
    if one is None or one.is_multicast or one.is_reserved or not one.is_global:
        return False
    return not any(one in block for block in _NEVER_PUBLIC if block.version == one.version)


def is_inside(number: str) -> bool:
    """Whether a number is one of this machine or of a network inside, which a person may ask for by option. Link-local
    ones (the services of a cloud's own machines) are not."""
    one = _unwrapped(number)
    return one is not None and any(one in block for block in _INSIDE if block.version == one.version)


def _unwrapped(number: str) -> Number | None:
    """The number, or the IPv4 number that is wrapped in it (mapped, or translated by NAT64); None for what is none."""
    try:
        one: Number = ipaddress.ip_address(number)
    except ValueError:
        return None
    if isinstance(one, ipaddress.IPv6Address):
        if one.ipv4_mapped is not None:
            return one.ipv4_mapped
        if one in _NAT64:
            return ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
    return one


def _ascii(host: str) -> str:
    """A host's name in ASCII, as browsers write it (UTS 46): full-width digits become digits before anything is judged."""
    if not host or "%" in host:
        raise SourceError("is no web address: it names no host")
    if host.isascii():
        return host.lower()
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise SourceError("is no web address: its host is no name that can be written in ASCII") from None
