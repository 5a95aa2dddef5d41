"""Front matter: the `key: value` lines between two rules at the head of a Markdown file, without a YAML parser.

Read in one pass and capped; what is not understood is left out, and nothing here can fail.
"""

import re

CAP = 16_000
"""Characters that front matter may take; a longer head is text."""

_KEY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,60}?)\s{0,3}:(?:\s+(?P<value>.*))?")
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nt"\\/_ ]))')
_PLAIN = {"n": "\n", "t": "\t", "_": "\u00a0"}


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The keys (in lower case) and values at the head of a text, and where the words after it begin.

    ({}, 0) where there is none. Lists are joined by ", "; quoted values may go on over further lines."""
    if not text.startswith("---\n"):
        return {}, 0
    end = text.find("\n---", 3, CAP)
    after = text.find("\n", end + 1) if end >= 0 else -1
    if end < 0 or text[end + 4 : after if after >= 0 else len(text)].strip():
        return {}, 0
    return _values(text[4:end].split("\n")), after + 1 if after >= 0 else len(text)


def _values(lines: list[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        match = _KEY.fullmatch(line) if not line[:1].isspace() else None
        if match:
            key = match["key"].strip().lower()
            found[key] = [match["value"] or ""]
        elif key and line.strip():
            found[key].append(line.strip())
    return {key: value for key, parts in found.items() if (value := _value(parts))}


def _value(parts: list[str]) -> str:
    """One value from its lines: a list, a quoted string that goes on with a backslash, or plain words."""
    first, rest = parts[0].strip(), parts[1:]
    if first in {"", "|", ">", "|-", ">-"} and rest and all(part.startswith("- ") for part in rest):
        return ", ".join(_unquoted(part[2:].strip()) for part in rest)
    if first in {"|", ">", "|-", ">-"}:
        first = ""
    if first.startswith("[") and first.endswith("]"):
        return ", ".join(_unquoted(part.strip()) for part in first[1:-1].split(",") if part.strip())
    joined = first
    for part in rest:
        joined = joined[:-1] + part.removeprefix("\\") if joined.endswith("\\") else f"{joined} {part}".strip()
    return _unquoted(joined)


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return _ESCAPE.sub(_character, value[1:-1])
    return value


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        character = chr(int(code, 16))
        return "\ufffd" if 0xD800 <= ord(character) <= 0xDFFF or character == "\0" else character
    return _PLAIN.get(match[3], match[3])
