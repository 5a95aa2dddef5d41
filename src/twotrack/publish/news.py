"""What is new: worked out from the public rows' own days, never from an earlier publication."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from twotrack import edtf
from twotrack.record.public import PublicRecord
from twotrack.record.public.values import PublicMeeting
from twotrack.vocabulary import PublicationForm

SHOWN = 100  # the latest so many


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that is new: on which day, of which kind, in which words, where it stands, and of which dialogues and cases."""

    id: uuid.UUID
    on: date
    kind: str
    title: str
    language: str
    path: str
    of: tuple[uuid.UUID, ...]


def news(record: PublicRecord) -> list[News]:
    """All that can be seen, the latest day first."""
    found = [*_of_meetings(record), *_of_cases(record), *_of_words(record)]
    return sorted(found, key=lambda one: (one.on, one.kind, one.title, str(one.id)), reverse=True)


def called(meeting: PublicMeeting) -> str:
    """What a meeting is called: its name, else its kind; and when it was."""
    name = meeting.called or meeting.kind.replace("-", " ")
    return f"{name[:1].upper()}{name[1:]}" + (f", {edtf.in_words(meeting.when)}" if meeting.when else "")


def _of_meetings(record: PublicRecord) -> Iterator[News]:
    for one in record.meetings:
        yield News(
            id=one.id,
            on=one.made.on,
            kind="meeting",
            title=f"{called(one)} ({one.status.replace('-', ' ')})",
            language="en",
            path=f"meetings/{one.id}.html",
            of=one.dialogues,
        )


def _of_cases(record: PublicRecord) -> Iterator[News]:
    dialogues = {meeting.id: meeting.dialogues for meeting in record.meetings}
    for case in record.cases:
        path = f"cases/{case.id}.html"
        yield News(
            id=case.id, on=case.on, kind="case", title=case.called, language=case.language, path=path, of=(case.id,)
        )
        for line in case.ledger:
            if case.form != PublicationForm.NAME and line.step != "raised":
                continue  # of somebody described the day could tell who it is
            yield News(
                id=uuid.uuid5(case.id, str(line.id)),  # one act may be of several cases
                on=max(line.made.on, case.on),
                kind=line.step,
                title=f"{case.called}: {line.what.replace('-', ' ')}",
                language=case.language,
                path=path,
                of=(case.id, *dialogues.get(line.meeting, ())) if line.meeting else (case.id,),
            )


def _of_words(record: PublicRecord) -> Iterator[News]:
    dialogues = {meeting.id: meeting.dialogues for meeting in record.meetings}
    for one in record.commitments:
        of = (*dialogues.get(one.made_at or one.id, ()), *dialogues.get(one.promises or one.id, ()))
        title = one.what or "A promise, not quoted by the terms of its source"
        path = f"commitments/{one.id}.html"
        yield News(id=one.id, on=one.made.on, kind="promise", title=title, language=one.language, path=path, of=of)
        for judged in one.judged:
            yield News(
                id=judged.id,
                on=judged.made.on,
                kind="judged",
                title=f"{title}: {judged.status.replace('-', ' ')}",
                language=one.language,
                path=path,
                of=of,
            )
    for asked in record.exchanges:
        yield News(
            id=asked.id,
            on=asked.made.on,
            kind="question",
            title=asked.asks or "A question, not quoted by the terms of its source",
            language=asked.language,
            path=f"questions/{asked.id}.html",
            of=dialogues.get(asked.meeting, ()) if asked.meeting else (),
        )
    for correction in record.corrections:
        yield News(
            id=correction.id,
            on=correction.on,
            kind="correction",
            title=f"{correction.kind[:1].upper()}{correction.kind[1:]} corrected: {correction.why}",
            language="und",
            path="corrections.html",
            of=(correction.about,) if correction.about else (),
        )
