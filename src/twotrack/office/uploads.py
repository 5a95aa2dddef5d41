"""Documents on their way into the record: read one after the other by one thread beside the pages, bytes in memory alone.

Nothing of an upload is written but by `record.ingest`: what waits here is gone when the office closes or is locked, and
the person is told what was taken in. Each document is taken in with the rights that its person has at that moment.
"""

import queue
import threading
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from twotrack import clock
from twotrack.errors import TwotrackError
from twotrack.office.locking import DOOR, LockedError
from twotrack.office.rights import CONTRIBUTOR, reaches
from twotrack.reading.finders import read
from twotrack.record import keyring
from twotrack.record.confidentiality import Sight
from twotrack.record.ingest import Ingested, ingest, is_there
from twotrack.record.keyring import CONFIDENTIAL, PUBLIC
from twotrack.record.models import Dialogue, Source, User
from twotrack.sources.formats import extract, media_type
from twotrack.sources.names import shown
from twotrack.sources.raw import Failure, RawSource
from twotrack.sources.web import fetch
from twotrack.sources.within import unfolded
from twotrack.vocabulary import Terms, Word
from twotrack.wordless import describe

KEPT = 50  # uploads remembered; the oldest go first
_LOCKED = "the office was locked before it was read; give it again"
_REFUSED = "your account may not take in documents any more"


class State(Word):
    """How far a document is."""

    WAITS = "waits"
    READING = "being read"
    DONE = "taken in"
    THERE = "already there"
    FAILED = "not taken in"


@dataclass(slots=True)
class Item:
    """One document of an upload. `line` says in one line what came of it; `also` names a source of the same bytes in the
    other part of the record, where the person may see that one."""

    place: str
    state: State = State.WAITS
    line: str = ""
    source: uuid.UUID | None = None
    also: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How documents are to be taken in, and by whom. `cleared`: the one who gave them then saw confidential rows."""

    by: uuid.UUID
    alias: str
    cleared: bool
    terms: Terms | None = None
    dialogues: tuple[uuid.UUID, ...] = ()


@dataclass(slots=True)
class Upload:
    """What somebody gave at one time. `order` and `items` are read by the pages of that person alone."""

    key: uuid.UUID
    order: Order
    items: list[Item] = field(default_factory=list)
    running: bool = True


class Given(NamedTuple):
    """What was given: a web address, or bytes with the name that they had."""

    place: str
    content: bytes | None


class Uploads:
    """What waits and what was done, and the one thread that does it."""

    def __init__(self) -> None:
        self._known: dict[uuid.UUID, Upload] = {}
        self._waiting: queue.Queue[tuple[Upload, list[Given]]] = queue.Queue()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, order: Order, given: Iterable[Given]) -> Upload:
        """Put documents in the queue; returns at once."""
        given = list(given)
        upload = Upload(key=clock.new_id(), order=order, items=[Item(place=shown(one.place)) for one in given])
        with self._guard:
            self._known[upload.key] = upload
            for old in list(self._known)[:-KEPT]:
                del self._known[old]
            self._waiting.put((upload, given))
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="uploads", daemon=True)
                self._thread.start()
        return upload

    def get(self, key: uuid.UUID, by: User) -> Upload | None:
        """The upload of this key, for the one who gave it alone."""
        upload = self._known.get(key)
        return upload if upload is not None and upload.order.by == by.pk else None

    def forget(self) -> None:
        """Drop everything: the record is locked."""
        with self._guard:
            self._known.clear()
            while not self._waiting.empty():
                self._waiting.get_nowait()
                self._waiting.task_done()

    def wait(self) -> None:
        """Until nothing waits any more."""
        self._waiting.join()

    def _work(self) -> None:
        while True:
            upload, given = self._waiting.get()
            try:
                with DOOR.beside(), keyring.cleared() if _clears(upload.order) else keyring.uncleared():
                    _take_in(upload, given)
            except LockedError:
                self.forget()
            finally:
                upload.running = False
                self._waiting.task_done()


UPLOADS = Uploads()
keyring.WHEN_LOCKED.append(UPLOADS.forget)


def _clears(order: Order) -> bool:
    """Whether the one who gave it worked with confidential rows then, and may now."""
    user = User.objects.using(PUBLIC).filter(pk=order.by, is_active=True).first()
    return bool(user and user.clearance and order.cleared)


def _take_in(upload: Upload, given: list[Given]) -> None:
    """Each document in turn; an archive's files and a mail's attachments join the list as they are met."""
    items = list(upload.items)
    for number, item in enumerate(items):
        if DOOR.locked:
            item.state, item.line = State.FAILED, _LOCKED
            continue
        found: Iterator[RawSource | Failure] = _raw(upload.order, given[number])
        given[number] = Given(item.place, None)  # let go of the bytes as soon as they are read
        try:
            for nth, raw in enumerate(found):
                if nth:
                    item = Item(place=shown(raw.place))
                    upload.items.append(item)
                item.state = State.READING
                _one(upload.order, item, raw)
        except TwotrackError as error:
            item.state, item.line = State.FAILED, str(error)
        except Exception as error:  # the edge of this thread: one bad document never stops the others
            fault = f"a fault of this program ({describe(error)}); please report it, without the document"
            item.state, item.line = State.FAILED, fault


def _raw(order: Order, given: Given) -> Iterator[RawSource | Failure]:
    """The sources in what was given."""
    if given.content is None:
        raw = fetch(given.place)
    else:
        if not given.content.strip():
            yield Failure(place=shown(given.place), error=f"{shown(given.place)} is empty: nothing to read")
            return
        name = shown(given.place)
        raw = RawSource(
            content=given.content, place=name, name=name, media_type=media_type(given.content), got_at=clock.now()
        )
    yield from unfolded(raw, sealed=order.alias == CONFIDENTIAL)


def _one(order: Order, item: Item, raw: RawSource | Failure) -> None:
    if isinstance(raw, Failure):
        item.state, item.line = State.FAILED, raw.error
        return
    by = User.objects.using(PUBLIC).filter(pk=order.by, is_active=True).first()
    if by is None or not reaches(by.role, CONTRIBUTOR.role) or (order.alias == CONFIDENTIAL and not by.clearance):  # type: ignore[arg-type]
        item.state, item.line = State.FAILED, _REFUSED
        return
    if not raw.addresses and is_there(raw, order.alias):
        known = Source.objects.using(order.alias).filter(sha256=raw.sha256).first()
        item.state, item.source = State.THERE, known.pk if known else None
    else:
        document = extract(raw, confidential=order.alias == CONFIDENTIAL)
        reading = read(document, source=raw.place, sha256=raw.sha256)
        sight = Sight.of_context() if order.alias == CONFIDENTIAL else Sight.public()
        dialogues = [row for key in order.dialogues if (row := sight.get(Dialogue, key)) is not None]
        done = ingest(
            raw, document, reading, alias=order.alias, by=by, at=clock.now(), dialogues=dialogues, terms=order.terms
        )  # fmt: skip
        item.state = State.THERE if done.already_there else State.DONE
        item.source, item.line = done.source.pk, _told(done)
    if order.alias == CONFIDENTIAL:
        other = Source.objects.using(PUBLIC).filter(sha256=raw.sha256).first()
        item.also = other.pk if other else None


def _told(done: Ingested) -> str:
    """What ingesting did, in numbers: no word of the document."""
    if done.seen_again:
        return "the same as before, seen again"
    if done.already_there:
        return ""
    if done.changed is None:
        return ""
    known = f"{done.known} findings known from earlier"
    return f"version {done.version}: {done.changed.in_words}; {known}"
