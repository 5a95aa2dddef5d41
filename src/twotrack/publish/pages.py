"""The pages of the published site. Addresses are random identifiers, never names; links are relative.

A page on which a person or group at issue is named asks search engines not to list it. The page of one entry is given what it
shows and nothing else; those over the whole record are given the record.
"""

import dataclasses
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from twotrack import edtf
from twotrack.publish.charts import acts, charts_of, clarity, time_line
from twotrack.publish.counts import counts
from twotrack.publish.intervals import kept
from twotrack.publish.news import SHOWN, News, news
from twotrack.publish.news import called as called_as
from twotrack.publish.page import Page, cited, quotes
from twotrack.publish.sides import sides_of, themes_of
from twotrack.record.public import PublicRecord
from twotrack.record.public.name_index import NameIndex, plain_forms
from twotrack.record.public.values import (
    PublicCase,
    PublicCommitment,
    PublicCorrection,
    PublicExchange,
    PublicMeeting,
    PublicPerson,
    PublicSource,
    Quote,
)
from twotrack.vocabulary import MeetingStatus, Property, PublicationForm

_FEW = 8  # what is new, on the first page


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A meeting as other pages name it."""

    id: uuid.UUID
    called: str
    kind: str
    when: str


class Pages:
    """All pages of a record."""

    def __init__(self, record: PublicRecord) -> None:
        self.record = record
        self.at_issue = _names_at_issue(record)
        self._meetings = {row.id: row for row in record.meetings}
        self._dialogues = {row.id: row for row in record.dialogues}
        self._cases = {row.id: row for row in record.cases}
        self._persons = {row.id: row for row in record.persons}
        self._commitments = {row.id: row for row in record.commitments}
        self._exchanges = {row.id: row for row in record.exchanges}
        self._sources = {row.id: row for row in record.sources}
        self._order = {row.id: number for number, row in enumerate(record.sources)}
        self._corrections: dict[uuid.UUID, list[PublicCorrection]] = {}
        for one in record.corrections:
            if one.about is not None:
                self._corrections.setdefault(one.about, []).append(one)
        self._themes = themes_of(record)
        self._listed = frozenset(theme.id for theme in self._themes)

    def all(self) -> Iterator[Page]:
        """Each page once, in the same order each time."""
        yield from self._over_the_record()
        yield from (self._meeting(row) for row in self.record.meetings)
        yield from (self._case(row) for row in self.record.cases)
        yield from (self._person(row) for row in self.record.persons)
        yield from (self._commitment(row) for row in self.record.commitments)
        yield from (self._question(row) for row in self.record.exchanges)
        quoted = _quoted(self.record)
        yield from (self._source(row, quoted.get(row.id, [])) for row in self.record.sources)

    # -- over the whole record

    def _over_the_record(self) -> Iterator[Page]:
        record = self.record
        new = news(record)
        of_nobody = [one for one in new if not one.path.startswith("cases/") and one.kind != "correction"]
        upcoming = [one for one in record.meetings if _is_to_come(one, record.last_changed)]
        # Search engines may list the first page, so what is new there is of no person at issue.
        yield self._whole(
            "index.html", counts=counts(record), upcoming=upcoming, news=of_nobody[:_FEW],
            acts=acts(record.commitments),
        )  # fmt: skip
        yield self._whole("cases/index.html", "cases.html", unlisted=True)
        yield self._whole(
            "promises.html", about=record.commitments, chart=acts(record.commitments), meetings=self._meetings
        )
        yield self._whole(
            "questions.html", about=record.exchanges, chart=clarity(record.exchanges), meetings=self._meetings
        )
        yield self._whole("themes/index.html", "themes.html", themes=self._themes)
        yield self._whole("sources/index.html", "sources.html", sources_all=record.sources)
        yield self._new(new)
        yield self._whole("corrections.html")
        yield self._whole("limits.html")
        yield self._whole("search.html", unlisted=True, searches=True)
        for dialogue in record.dialogues:
            meetings = [self._meetings[key] for key in dialogue.meetings]
            moments = time_line(meetings)
            yield self._whole(
                f"dialogues/{dialogue.id}.html", "dialogue.html", dialogue=dialogue, moments=moments,
                charts=charts_of(record, dialogue), kept=kept(dialogue.interval, meetings),
            )  # fmt: skip
        for theme in self._themes:
            about = (theme.concerns, theme.positions, theme.questions)
            yield self._whole(f"themes/{theme.id}.html", "theme.html", about=about, theme=theme)

    def _new(self, new: list[News]) -> Page:
        return self._whole("new.html", unlisted=True, news=new[:SHOWN])

    def _whole(
        self, path: str, template: str = "", *, about: object = (), unlisted: bool = False, **values: Any
    ) -> Page:
        given = {
            "record": self.record,
            "meetings": self._meetings,
            "sources": self._cited(about),
            **self._frame(self.record.last_changed),
            **values,
        }
        return Page(path=path, template=template or path, values=given, unlisted=unlisted)

    # -- of one entry

    def _meeting(self, row: PublicMeeting) -> Page:
        promised = tuple(self._commitments[key] for key in row.commitments)
        asked = tuple(self._exchanges[key] for key in row.exchanges)
        days = [one for one in (row.changed, *(p.changed for p in promised), *(q.changed for q in asked)) if one]
        return self._alone(
            f"meetings/{row.id}.html", "meeting.html", called_as(row), (row, promised, asked), max(days, default=None),
            meeting=row, promised=promised, asked=asked, sides=sides_of(row),
            dialogues={key: self._dialogues[key].name for key in row.dialogues if key in self._dialogues},
            languages={key: self._dialogues[key].language for key in row.dialogues if key in self._dialogues},
            cases={key: dataclasses.replace(self._cases[key], facts=(), ledger=(), changed=None) for key in row.cases},
            meetings=self._linked(row.part_of, *(one.promises for one in promised)),
            listed=self._among_listed(*(one.theme for one in row.concerns)),
            corrections=self._corrected(row.id),
        )  # fmt: skip

    def _case(self, row: PublicCase) -> Page:
        return self._alone(
            f"cases/{row.id}.html", "case.html", row.called, row, row.changed, unlisted=True,
            case=row, group=self._persons[row.person].group, meetings=self._linked(*(line.meeting for line in row.ledger)),
            corrections=(*self._corrected(row.id), *self._corrected(row.person)),
        )  # fmt: skip

    def _person(self, row: PublicPerson) -> Page:
        return self._alone(
            f"persons/{row.id}.html", "person.html", row.called, row, row.changed, unlisted=True,
            person=row, cases={key: self._cases[key] for key in row.cases}, corrections=self._corrected(row.id),
        )  # fmt: skip

    def _commitment(self, row: PublicCommitment) -> Page:
        return self._alone(
            f"commitments/{row.id}.html", "commitment.html", row.what, row, row.changed, one=row,
            meetings=self._linked(row.made_at, row.promises, *(one.meeting for one in row.judged)),
            corrections=self._corrected(row.id),
        )  # fmt: skip

    def _question(self, row: PublicExchange) -> Page:
        return self._alone(
            f"questions/{row.id}.html", "question.html", row.asks, row, row.changed, one=row,
            meetings=self._linked(row.meeting), listed=self._among_listed(row.theme),
        )  # fmt: skip

    def _source(self, row: PublicSource, quoted: list[Quote]) -> Page:
        return self._alone(
            f"sources/{row.id}.html", "source.html", row.title, (), None, source=row, quoted=tuple(quoted)
        )

    def _alone(
        self,
        path: str,
        template: str,
        called: str,
        about: object,
        changed: date | None,
        *,
        unlisted: bool = False,
        **values: Any,
    ) -> Page:
        given = {"sources": self._cited(about), **self._frame(changed), **values}
        return Page(path=path, template=template, values=given, alone=True, called=called, unlisted=unlisted)

    def _frame(self, changed: date | None) -> dict[str, Any]:
        """What stands around every page: how to cite it bears the day of its own last change."""
        return {
            "fictional": self.record.fictional,
            "any_corrections": bool(self.record.corrections),
            "searches": False,
            "corrections": (),
            "changed": changed,
            "record_day": edtf.in_words(changed.isoformat()) if changed else "",
        }

    def _cited(self, about: object) -> dict[uuid.UUID, PublicSource]:
        """The sources that are cited in what stands on a page, in the order of the list of sources."""
        keys = sorted((key for key in cited(about) if key in self._order), key=self._order.__getitem__)
        return {key: self._sources[key] for key in keys}

    def _linked(self, *keys: uuid.UUID | None) -> dict[uuid.UUID, Linked]:
        found = [self._meetings[key] for key in dict.fromkeys(keys) if key in self._meetings]
        return {row.id: Linked(id=row.id, called=row.called, kind=row.kind, when=row.when) for row in found}

    def _among_listed(self, *themes: str) -> tuple[str, ...]:
        return tuple(theme for theme in dict.fromkeys(themes) if theme in self._listed)

    def _corrected(self, key: uuid.UUID) -> tuple[PublicCorrection, ...]:
        return tuple(self._corrections.get(key, ()))


def page(record: PublicRecord, path: str) -> str | None:
    """The HTML of one page, None where there is none at this path."""
    pages = Pages(record)
    found: Iterable[Page] = (one for one in pages.all() if one.path == path)
    return next((one.html(pages.at_issue) for one in found), None)


def _is_to_come(meeting: PublicMeeting, changed: date | None) -> bool:
    """Whether a meeting is planned, and its time was not past at the last public change: no other day is known here."""
    last = edtf.last_day(meeting.when) if edtf.is_valid(meeting.when) else None
    return meeting.status == MeetingStatus.PLANNED and (changed is None or last is None or last >= changed)


def _quoted(record: PublicRecord) -> dict[uuid.UUID, list[Quote]]:
    """The quotes of each source in the order of its text, each once."""
    found: dict[uuid.UUID, dict[uuid.UUID, Quote]] = {}
    for quote in quotes(record):
        if quote.words:
            found.setdefault(quote.source, {})[quote.passage] = quote
    return {key: sorted(rows.values(), key=lambda one: (one.start, one.words)) for key, rows in found.items()}


def _names_at_issue(record: PublicRecord) -> NameIndex:
    """The names under which persons and groups at issue are published."""
    named = [case for case in record.cases if case.form == PublicationForm.NAME]
    names = {case.called for case in named}
    names |= {fact.value for case in named for fact in case.facts if fact.about == Property.NAME}
    return NameIndex({"at issue": plain_forms(names)})
