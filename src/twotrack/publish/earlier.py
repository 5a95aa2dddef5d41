"""What the publication before was made from, so that a page which would be the same is not rendered anew.

For each page of one entry a note holds a keyed digest of the values that it shows and one of its bytes. Where the values are
the same and the file in the folder still has these bytes, it is taken over; so a folder equals one made from nothing. The
notes lie in the record's folder, hold no word, and their key follows from that of the public database: without it no guess
at a value can be confirmed. Damaged, or of another version of the program, they count for nothing.
"""

import hashlib
import json
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from twotrack.publish.pages import Pages

FILE = "published.json"
_SIZE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a publication would do to the page of an entry: `new`, `changed` or `gone`. `called` as it is published."""

    what: str
    path: str
    kind: str
    called: str


class Earlier:
    """The notes of the publication before, and those of the one that is being made. `folder`: where it lies."""

    def __init__(self, folder: Path, notes: str, key: bytes) -> None:
        self._folder = folder
        self.key = hashlib.blake2b(key, person=b"publication").digest()
        self._before = _read(notes)
        self._now: dict[str, tuple[str, str]] = {}

    def content(self, path: str, digest: str) -> bytes | None:
        """The bytes of a page whose values have this digest, None where it is to be rendered."""
        known = self._before.get(path)
        if known is None or known[0] != digest:
            return None
        file = self._folder / path
        try:
            content = None if file.is_symlink() else file.read_bytes()
        except OSError:
            return None
        if content is None or self._of(content) != known[1]:
            return None
        self._now[path] = (digest, known[1])
        return content

    def note(self, path: str, digest: str, content: bytes) -> None:
        """Note a page that was rendered."""
        self._now[path] = (digest, self._of(content))

    def changes(self, pages: Pages) -> list[Change]:
        """The pages of entries that would be new, changed or gone."""
        there, found = set(), []
        for page in pages.all():
            if page.alone:
                there.add(page.path)
                known = self._before.get(page.path)
                if known is None or known[0] != page.digest(pages.at_issue, self.key):
                    found.append(_change("new" if known is None else "changed", page.path, page.called))
        found += [_change("gone", path, "") for path in self._before.keys() - there]
        return sorted(found, key=lambda one: (one.kind, one.called, one.path))

    def notes(self) -> str:
        """What to keep for the next publication."""
        return json.dumps({"program": _program(), "pages": self._now})

    def _of(self, content: bytes) -> str:
        return hashlib.blake2b(content, key=self.key, digest_size=_SIZE).hexdigest()


def _change(what: str, path: str, called: str) -> Change:
    return Change(what=what, path=path, kind=path.partition("/")[0].removesuffix("s"), called=called)


def _read(notes: str) -> dict[str, tuple[str, str]]:
    try:
        found = json.loads(notes)
        if found["program"] != _program():
            return {}
        return {str(path): (str(values), str(content)) for path, (values, content) in found["pages"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


@cache
def _program() -> str:
    """A digest of all of this program and of what renders for it: another version renders every page anew."""
    digest = hashlib.blake2b(digest_size=_SIZE)
    for name in ("jinja2", "markupsafe"):
        digest.update(f"{name} {version(name)} {sys.version}".encode())
    for path, content in _below(files("twotrack"), ""):
        digest.update(f"{path} {len(content)} ".encode() + content)
    return digest.hexdigest()


def _below(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            found += _below(one, f"{path}{one.name}/") if one.name != "__pycache__" else []
        else:
            found.append((path + one.name, one.read_bytes()))
    return found
