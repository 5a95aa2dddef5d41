"""Write the pages of docs/ that are made from the code: words.md, commands.md, reading-json.md,
data-model.md with its picture. `make docs` calls it."""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import click

from twotrack import cli, vocabulary
from twotrack.reading import findings
from twotrack.reading.as_json import FORMAT
from twotrack.record.folder import set_up_django

HERE = Path(__file__).parent

# words of the record that are no table of it
OTHER_WORDS = {
    "finding": "Something that the program found in a document: *possible* until a person reviews it, and in no count.",
    "convention": "How a document marks who speaks. A reading says which one it was read by.",
    "reading": "What the program found in one source: turns, exchanges, dates, meetings and what was said of whom there.",
    "turn": "One uninterrupted stretch by one speaker. The ids of turns (t1) hold within one reading and are never stored.",
    "theme": "An entry of the list of themes (`src/twotrack/data/themes.tsv`).",
    "correction": "A loud way back: the next publication says what was wrong, until when.",
    "withdrawal": "A silent way back, for harm or on request.",
    "forgetting": "The removal of a person from entries, texts, index, log and files; leaves no trace in the next publication.",
}
# tables of the record that are parts of others, not words of their own
PARTS = {"SourceChunk", "LogValue", "Row", "Setting", "User", "ShownStatement"}

# what the fields of a reading mean, where their names and types do not say it
FIELDS = {
    "source": "the path as it was given",
    "sha256": "of the document's bytes, in hex",
    "text": "what every offset refers to",
    "extractor": "the module and version that made the text",
    "convention": "how the document marks who speaks",
    "date": "ISO 8601",
    "language": "BCP 47",
    "id": "within this reading",
    "label": "as printed, without the colon",
    "speaker": "the fullest form that the document gives",
    "inaudible": "how many marks such as (inaudible)",
    "words": "where the speaker's own words begin, after the label",
    "question_turns": "ids of turns",
    "answer_turns": "ids of turns",
    "follow_up_to": "id of an exchange",
    "asks": "in few words",
    "clarity": "`null` where something was said to it and clarity was not looked for (`--only`)",
    "evidence": "the words that decide the clarity",
    "mentions": "the words that it rests on",
    "status_mentions": "the words that say what happened",
    "edtf": "EDTF",
    "when": "EDTF",
    "due": "EDTF",
    "part_of": "id of a meeting",
    "meeting": "id of a meeting",
    "side": "a party",
    "raised_by": "a party, or `both`",
    "who": "a party, a person, or `both`",
    "confidence": "between 0 and 1",
    "rule": "the rule or model that found it",
}


def words() -> str:
    """The page of the words: what each is, and the members of each closed list."""
    set_up_django()
    from twotrack.record import models

    meanings = {
        _spaced(name): _meaning(getattr(models, name))
        for name in models.__all__
        if name not in PARTS and getattr(models, name).__doc__
    }
    rows = [f"| {word} | {meaning} |" for word, meaning in sorted({**meanings, **OTHER_WORDS}.items())]
    lists = [
        kind
        for kind in vars(vocabulary).values()
        if inspect.isclass(kind) and issubclass(kind, vocabulary.Word) and kind is not vocabulary.Word
    ]
    return "\n".join([
        *_head("The words", "One word for one thing, in code, pages, tables and documents."),
        "| word | meaning |",
        "|---|---|",
        *rows,
        "",
        "## The closed lists",
        "",
        "A member is stored and written out as it stands here. People read it without the hyphens.",
        *(line for kind in lists for line in _closed_list(kind)),
        "",
    ])  # fmt: skip


def _closed_list(kind: type[vocabulary.Word]) -> Iterator[str]:
    yield from ("", f"### {_spaced(kind.__name__)}", "", _meaning(kind), "")
    if kind is vocabulary.ResponseType:
        yield from ("| response | counts as (HURIDOCS) |", "|---|---|")
        yield from (f"| `{member.value}` | {member.huridocs} |" for member in vocabulary.ResponseType)
    else:
        yield ", ".join(f"`{member.value}`" for member in kind)


def commands() -> str:
    """The page of the commands, from their own help."""
    set_up_django()
    told = [("twotrack", cli.twotrack), *((f"twotrack {name}", _command(name)) for name in cli.COMMANDS)]
    pages = [
        "\n".join([f"## {name}", "", "```", _help(name, command), "```", ""])
        for name, command in told
        if not command.hidden
    ]
    head = _head(
        "The commands",
        "`--record` and `--passphrase-file` stand before the verb. The exit status is 0, 1 where something failed, 2 where"
        "\nthe command was called wrongly, 130 where it was stopped. An error is one line that says what and what to do.",
    )
    return "\n".join([*head, *pages])


def _command(name: str) -> click.Command:
    command = cli.twotrack.get_command(click.Context(cli.twotrack), name)
    assert command is not None
    return command


def _help(name: str, command: click.Command) -> str:
    parent = click.Context(cli.twotrack, help_option_names=["-h", "--help"], terminal_width=80, max_content_width=80)
    context = click.Context(command, info_name=name, parent=parent if command is not cli.twotrack else None)
    context.help_option_names, context.terminal_width, context.max_content_width = ["-h", "--help"], 80, 80
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def reading_json() -> str:
    """The page of the JSON contract, from the dataclasses of reading/findings.py."""
    kinds = [
        kind
        for kind in vars(findings).values()
        if inspect.isclass(kind) and is_dataclass(kind) and kind not in (findings.Reading, findings.Heading)
    ]
    return "\n".join([
        *_head("The result of reading, as JSON", f'The format "{FORMAT}".'),
        "`twotrack read SOURCE... --format json` prints one object a line, also for one document. A document that failed is",
        'a line with `source` and `error` alone. Every span is `[start, end]`: code points of `text`, half open, so that',
        "`text[start:end]` are the words. Ids (`t1`, `e1`, `m1`) hold within one reading. `null` is *not stated in this",
        "document*. More fields may be added; a program passes over those it does not know. The JSON Schema:",
        "",
        "```",
        'python -c "import json; from twotrack.reading.as_json import schema; print(json.dumps(schema()))"',
        "```",
        "",
        "## The object",
        "",
        "| field | value | |",
        "|---|---|---|",
        f'| `format` | "{FORMAT}" | |',
        *_rows(findings.Heading),
        *(row for row in _rows(findings.Reading) if "`heading`" not in row),
        *(line for kind in kinds for line in ("", f"## {_section(kind)}", "", _meaning(kind), "", *_table(kind))),
        "",
    ])  # fmt: skip


def _section(kind: Any) -> str:
    """The field of a reading that holds things of this kind."""
    hints = get_type_hints(findings.Reading)
    return next(name for name, hint in hints.items() if get_args(hint)[:1] == (kind,))


def _table(kind: Any) -> list[str]:
    return ["| field | value | |", "|---|---|---|", *_rows(kind)]


def _rows(kind: Any) -> Iterator[str]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield f"| `{field.name}` | {_value(hints[field.name])} | {FIELDS.get(field.name, '')} |"


def _value(hint: Any) -> str:
    """A type as a person reads it."""
    if get_origin(hint) in (Union, UnionType):
        return " or ".join("`null`" if part is type(None) else _value(part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        return f"list of {_plural(get_args(hint)[0])}"
    if hint is findings.Span:
        return "span"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ", ".join(f"`{member.value}`" for member in hint)
    if is_dataclass(hint):
        return f"see [{_section(hint)}](#{_section(hint)})" if hint is not findings.Heading else ""
    return {str: "text", bool: "true or false", int: "whole number", float: "number"}[hint]


def _plural(hint: Any) -> str:
    return {findings.Span: "spans", str: "texts"}.get(hint) or f"objects, {_value(hint)}"


def _head(title: str, below: str) -> list[str]:
    return [f"# {title}", "", "<!-- Made from the code by `make docs`; a test compares. -->", "", below, ""]


def _meaning(kind: type) -> str:
    """The docstring on one line."""
    return re.sub(r"\s+", " ", inspect.getdoc(kind) or "").replace("|", "\\|")


def _spaced(name: str) -> str:
    """`ExpertDialogue` -> `expert dialogue`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _from_models(part: str) -> str:
    """A part of the page of the tables."""
    set_up_django()
    sys.path.insert(0, str(HERE))
    import data_model

    return str(getattr(data_model, part)())


PAGES: dict[str, Callable[[], str]] = {
    "words.md": words,
    "commands.md": commands,
    "reading-json.md": reading_json,
    "data-model.md": lambda: _from_models("page"),
    "pictures/data-model.svg": lambda: _from_models("picture"),
}

if __name__ == "__main__":
    for page, make in PAGES.items():
        (HERE / page).write_text(make(), "utf-8")
        print(f"wrote docs/{page}", file=sys.stderr)
