"""Characterisations: how a meeting was, in the words of whoever says so."""

import pytest

from twotrack.reading.finders import read
from twotrack.sources.raw import Document

HEAD = "Aldmark-Verania Human Rights Dialogue\n12 March 2031\n\n"


def described(sentence: str, head: str = HEAD) -> list[str]:
    """The words that describe, each standing in the text."""
    text = head + sentence
    found = read(Document(text=text, extractor="text/1"), source="a", sha256="").characterisations
    assert all(text[one.mentions[0].start : one.mentions[0].end] == one.words for one in found)
    return [one.words for one in found]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The talks were candid and constructive.", "candid and constructive"),
        ("We had a frank, in-depth exchange of views.", "frank, in-depth"),
        ("The discussion took place in an open and friendly atmosphere.", "open and friendly"),
        ("One of us called the round courteous but scripted talks.", "courteous but scripted"),
        ("It was a good meeting.", "good"),
        ("双方进行了坦诚、深入的交流。", "坦诚、深入"),
        ("会谈气氛友好。", "友好"),
        ("Les deux délégations ont eu des échanges francs et constructifs.", "francs et constructifs"),
        ("Es war ein offener und konstruktiver Austausch.", "offener und konstruktiver"),
        ("Tuvieron un diálogo franco y constructivo.", "franco y constructivo"),
    ],
)
def test_the_words_are_found(sentence: str, words: str) -> None:
    assert described(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "We hope for a constructive dialogue.",
        "They will continue their candid exchanges.",
        "The talks were not constructive.",
        "He is a frank and honest man.",
        "There are a good many meetings this week.",
        "双方希望开展建设性对话。",
    ],
)
def test_hopes_persons_and_other_things_are_none(sentence: str) -> None:
    assert described(sentence) == []


def test_who_describes_it_is_whoever_is_said_to() -> None:
    text = HEAD + "Verania called the meeting a frank exchange."
    (one,) = read(Document(text=text, extractor="text/1"), source="a", sha256="").characterisations
    assert one.party == "Verania"
