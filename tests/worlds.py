"""A record in a process of its own, which acts as it is told, publishes, and says what lies in the folder.

Two of them with the same public history and other confidential ones are two worlds; they differ in hash seed, time zone,
locale, umask and the order in which folders list their files too. Identifiers and the clock are inputs: those of a public act
follow from its number alone.
"""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SETTINGS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "UMASK": "022", "ORDER": "as it is"},
    {"PYTHONHASHSEED": "77", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "UMASK": "077", "ORDER": "reversed"},
)
FIRST = 0  # the form of the first decision: by name


class Elsewhere:
    """A world in another process: `ask` hands it a request and waits for the answer."""

    def __init__(self, number: int, template: Path, key: bytes, place: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "worlds.py"), str(template), key.hex(), str(place)],
            env={**os.environ, **SETTINGS[number], "PYTHONPATH": os.pathsep.join(sys.path)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def send(self, **request: Any) -> None:
        """Hand over a request."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        """What came back."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the world ended; its last words are on standard error"
        return json.loads(line)

    def end(self) -> None:
        """Let it go."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)
        assert self._process.stdout is not None
        self._process.stdout.close()


def both(worlds: tuple[Elsewhere, Elsewhere], **request: Any) -> tuple[Any, Any]:
    """The answers of both worlds, which work at the same time."""
    for one in worlds:
        one.send(**request)
    first, second = (one.answer() for one in worlds)
    return first, second


class World:
    """The record of one process."""

    def __init__(self, template: Path, key: bytes, place: Path) -> None:
        self.template, self.key, self.place = template, key, place

    def begin(self) -> None:
        """A new record with a document and a decision on its person, and no publication."""
        from twotrack.record import folder

        started = self.place.with_name(f"{self.place.name}-started")
        if not started.exists():
            folder.attach(shutil.copytree(self.template, started), self.key)
            self.public(1, "document", "Tamsin Orrel", 1)
            self.public(2, "decide", "she agrees", FIRST)
        folder.detach()
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(started, self.place / "record")
        folder.attach(self.place / "record", self.key)

    def public(self, number: int, kind: str, words: str, by: int) -> str:
        """A public act; returns what it was refused for."""
        from acts import PUBLIC_ACTS

        return self._act(f"public {number}", number, 0, lambda: PUBLIC_ACTS[kind](words, by))

    def secret(self, number: int, kind: str, words: str, by: int, world: int) -> str:
        """An act in confidence, between the public ones."""
        from acts import SECRET_ACTS

        return self._act(f"secret {world} {number}", number, 7 * world + 3, lambda: SECRET_ACTS[kind](words, by))

    def release(self, number: int, words: str, by: int, world: int, unconfirmed: bool) -> str:
        """A confidential statement, of which the same fields become public in each world."""
        from acts import make_public, moment, pick, tell, unconfirm
        from twotrack.record.models import Case

        case = pick(Case, by)
        if case is None:
            return ""
        said: list[Any] = []
        told = f"in confidence {world}"
        self._act(f"secret {world} {number}", number, world, lambda: said.append(tell(case, words, told)))
        refused = self._act(f"public {number}", number, 0, lambda: make_public(said[0], told, at=moment(number)))
        if unconfirmed:
            self._act(f"secret again {world} {number}", number, 1, unconfirm)
        return refused

    def publish(self, hosted: bool) -> list[list[Any]]:
        """What lies in the folder after a publication: paths, hashes, modes and times."""
        from makers import NOW
        from twotrack.publish.folder import write
        from twotrack.publish.site import render
        from twotrack.record.public import public_record

        site = self.place / "site"
        record = public_record((NOW + timedelta(days=2)).date())
        write(site, render(record, address="https://example.org/" if hosted else ""))
        paths = [site, *site.rglob("*")]
        return sorted([str(path.relative_to(site)), *_looks(path)] for path in paths)

    def _act(self, ids: str, number: int, minutes: int, act: Callable[[], object]) -> str:
        from acts import moment
        from twotrack import clock
        from twotrack.errors import TwotrackError
        from twotrack.record import keyring

        drawn = random.Random(ids)
        with (
            clock.fixed(
                lambda: moment(number, minutes), lambda: uuid.UUID(int=drawn.getrandbits(128), version=4)
            ),
            keyring.cleared(),
        ):  # fmt: skip
            try:
                act()
            except TwotrackError as error:
                return type(error).__name__
        return ""


def _looks(path: Path) -> list[Any]:
    stat = path.stat()
    content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    return [content, oct(stat.st_mode), stat.st_mtime_ns]


def _list_backwards() -> None:
    """Let folders list their files in another order."""
    as_it_is, scan = os.listdir, os.scandir
    os.listdir = lambda *given: as_it_is(*given)[::-1]  # type: ignore[assignment]

    class Scanned(list):  # type: ignore[type-arg]
        def __enter__(self) -> Any:
            return iter(self)

        def __exit__(self, *_: object) -> None: ...

        def __next__(self) -> Any:
            return self.pop(0)

        def close(self) -> None: ...

    os.scandir = lambda *given: Scanned(list(scan(*given))[::-1])  # type: ignore[assignment]


def main(template: str, key: str, place: str) -> None:
    """Answer requests, one a line, until there are no more."""
    os.umask(int(os.environ["UMASK"], 8))
    sys.path.insert(0, str(HERE))
    from twotrack.record.folder import set_up_django

    set_up_django()
    world = World(Path(template), bytes.fromhex(key), Path(place))
    if os.environ["ORDER"] == "reversed":
        _list_backwards()
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(getattr(world, request.pop("do"))(**request)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
