"""Which web addresses may be asked for, and which numbers are of the open network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twotrack.errors import SourceError
from twotrack.sources.addresses import is_inside, is_public, joined, page_of, parse

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
INSIDE = ["127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "::1", "fd00::1",
          "::ffff:10.0.0.1", "64:ff9b::7f00:1"]  # fmt: skip
NEITHER = ["0.0.0.0", "0.1.2.3", "169.254.169.254", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::", "ff02::1",
           "fe80::1", "fe80::1%eth0", "2002:7f00:1::", "2001:0:808:808::", "64:ff9b:1::808:808", "::8.8.8.8", "fec0::1",
           "192.88.99.1", "no number", ""]  # fmt: skip


@pytest.mark.parametrize("number", PUBLIC)
def test_numbers_of_the_open_network_are_public(number: str) -> None:
    assert is_public(number)
    assert not is_inside(number)


@pytest.mark.parametrize("number", INSIDE)
def test_numbers_inside_may_be_asked_for_by_option_alone(number: str) -> None:
    assert not is_public(number)
    assert is_inside(number)


@pytest.mark.parametrize("number", NEITHER)
def test_other_numbers_are_never_asked(number: str) -> None:
    assert not is_public(number)
    assert not is_inside(number)


@pytest.mark.parametrize(
    ("given_as", "asked_as"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTP://EXAMPLE.org:80/a b".replace(" ", "%20"), "http://example.org/a%20b"),
        ("https://example.org:8443/a?b=c#part", "https://example.org:8443/a?b=c"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://bücher.example/ü", "http://xn--bcher-kva.example/%C3%BC"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_an_address_is_asked_for_in_one_form(given_as: str, asked_as: str) -> None:
    assert parse(given_as).text == asked_as


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:1", "http://", "http:///a", "//a",
     "http://user@example.org/", "http://user:word@example.org/", "http://example.org:99999/", "http://[::1/",
     "http://exa mple.org/", "http://example.org\\@inside/", "http://example.org/\r\nHost: inside", "http://[fe80::1%25eth0]/",
     "http://\u2488example\u2044org/"],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(address: str) -> None:
    with pytest.raises(SourceError):
        parse(address)


def test_a_redirect_may_be_relative_and_stays_a_web_address() -> None:
    assert joined(parse("https://example.org/a/b"), "../c?d").text == "https://example.org/c?d"
    with pytest.raises(SourceError):
        joined(parse("https://example.org/"), "file:///etc/passwd")


def test_one_page_is_known_by_either_scheme_and_whatever_part_of_it_was_meant() -> None:
    assert page_of("http://Example.org/a#b") == page_of("https://example.org/a")
    assert page_of("http://example.org/a") != page_of("http://example.org/A")
    assert page_of("typed") == ""


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_refused(words: str) -> None:
    for text in (words, f"http://{words}/"):
        try:
            parsed = parse(text)
        except SourceError:
            continue
        assert parsed.text.isascii()
        assert parse(parsed.text).host == parsed.host
