"""Feeds that a reader opens, linked data without persons, and a site map of what may be listed."""

import json

import feedparser

from makers import MadeRecord
from published import TODAY
from published import cleared_record as cleared_record
from twotrack.publish.feeds import all_feeds
from twotrack.publish.linked_data import all_linked_data
from twotrack.publish.site import render
from twotrack.record.public import PublicRecord, public_record


def test_a_reader_opens_each_feed_and_finds_its_entries(cleared_record: PublicRecord) -> None:
    feeds = dict(all_feeds(cleared_record, "https://example.org/"))
    assert {path.partition("/")[0] for path in feeds} == {"feed.atom", "cases"}
    for path, text in feeds.items():
        read = feedparser.parse(text)
        assert (read.bozo, read.version) == (False, "atom10"), path
        assert all(
            entry.link.startswith("https://example.org/") and entry.id.startswith("urn:uuid:") for entry in read.entries
        )
        assert len({entry.id for entry in read.entries}) == len(read.entries) > 0
    kinds = {entry.tags[0].term for entry in feedparser.parse(feeds["feed.atom"]).entries}
    assert kinds == {"meeting", "case", "raised", "promise"}


def test_without_an_address_links_are_relative_and_lead_to_a_file(cleared_record: PublicRecord) -> None:
    paths = {file.path for file in render(cleared_record)}
    text = dict(all_feeds(cleared_record))["feed.atom"]
    links = [entry.link for entry in feedparser.parse(text).entries]
    assert set(links) <= paths


def test_an_empty_record_has_no_feed(record: MadeRecord) -> None:
    assert list(all_feeds(public_record(TODAY))) == []


def test_linked_data_tell_of_meetings_and_of_no_person(cleared_record: PublicRecord) -> None:
    files = [json.loads(text) for _, text in all_linked_data(cleared_record)]
    assert {file["@type"] for file in files} == {"Event"}
    assert {file.get("startDate") for file in files} == {"2025-03-03", None}
    assert "Orrel" not in json.dumps(files)
    assert "Tarn" not in json.dumps(files)


def test_the_site_map_leaves_out_who_is_named(cleared_record: PublicRecord) -> None:
    files = {
        file.path: file.content.decode(errors="replace")
        for file in render(cleared_record, address="https://example.org/")
    }
    case = cleared_record.cases[0]
    assert "<loc>https://example.org/index.html</loc>" in files["sitemap.xml"]
    assert str(case.id) not in files["sitemap.xml"]
    assert "sitemap.xml" not in {file.path for file in render(cleared_record)}
