"""A reading as JSON ("twotrack-reading/1") and back, and the JSON Schema of that contract."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from twotrack.errors import SourceError
from twotrack.reading.findings import Heading, Reading, Span

FORMAT = "twotrack-reading/1"


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """A reading as values that `json` can write: the heading's parts stand at the top beside the sections."""
    rest = _writer(Reading)(reading)
    heading = rest.pop("heading")
    return {"format": FORMAT, **{name: rest[name] for name in ("source", "sha256", "text")}, **heading, **rest}


def reading_from_json(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_to_json` wrote; parts that are not known here are passed over.

    Raises SourceError for another format or a part that is missing or of the wrong kind."""
    if data.get("format") != FORMAT:
        raise SourceError(f"the reading is in another format than {FORMAT}: read the document again")
    try:
        reading: Reading = _built(Reading, {**data, "heading": data})
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"the reading is not in the shape of {FORMAT}: read the document again") from error
    return reading


def _same(value: Any) -> Any:
    return value


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """What makes plain JSON of a value of a type; found once a type, since a long transcript has 100,000 values."""
    origin = get_origin(kind)
    if origin is tuple:
        each = _writer(get_args(kind)[0])
        return list if each is _same else lambda value: [each(item) for item in value]
    if origin in (Union, UnionType):
        some = _writer(_some(kind))
        return _same if some is _same else lambda value: None if value is None else some(value)
    if kind is Span:
        return list
    if hasattr(kind, "__dataclass_fields__"):
        return _object_writer(kind)
    return str.__str__ if isinstance(kind, type) and issubclass(kind, StrEnum) else _same


def _object_writer(kind: Any) -> Callable[[Any], dict[str, Any]]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    values = attrgetter(*names)
    changed = [(name, write) for name in names if (write := _writer(hints[name])) is not _same]

    def write_object(item: Any) -> dict[str, Any]:
        written = dict(zip(names, values(item), strict=True))
        for name, write in changed:
            written[name] = write(written[name])
        return written

    return write_object


def _built(kind: Any, value: Any) -> Any:
    """A value of a type from plain JSON; KeyError, TypeError or ValueError where it does not fit."""
    origin = get_origin(kind)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError(kind)
        return tuple(_built(get_args(kind)[0], item) for item in value)
    if origin in (Union, UnionType):
        return None if value is None else _built(_some(kind), value)
    if kind is Span:
        start, end = value
        return Span(int(start), int(end))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if hasattr(kind, "__dataclass_fields__"):
        hints = get_type_hints(kind)
        there = [field for field in fields(kind) if field.default is MISSING or field.name in value]
        return kind(**{field.name: _built(hints[field.name], value[field.name]) for field in there})
    if not isinstance(value, (int, float) if kind is float else kind):
        raise TypeError(kind)
    return value


def _some(kind: Any) -> Any:
    """The type beside None in an optional one."""
    return next(part for part in get_args(kind) if part is not NoneType)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a reading, made from the dataclasses of findings.py."""
    heading, whole = _object(Heading)["properties"], _object(Reading)["properties"]
    whole.pop("heading")
    properties = {"format": {"const": FORMAT}, **heading, **whole}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in _later()],
    }


def _later() -> set[str]:
    """The parts that earlier versions did not write."""
    return {field.name for field in fields(Reading) if field.default is not MISSING}


def _object(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties = {field.name: _limits(field.name, _schema(hints[field.name])) for field in fields(kind)}
    required = [field.name for field in fields(kind) if field.default is MISSING]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _schema(kind: Any) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0])}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(_some(kind)), {"type": "null"}]}
    if kind is Span:
        return {"type": "array", "prefixItems": [{"type": "integer", "minimum": 0}] * 2, "minItems": 2, "maxItems": 2}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if hasattr(kind, "__dataclass_fields__"):
        return _object(kind)
    return {"type": {str: "string", bool: "boolean", int: "integer", float: "number"}[kind]}


def _limits(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """What a type does not say: confidence lies between 0 and 1, the hash is 64 hex digits."""
    if name == "confidence":
        return {**schema, "minimum": 0, "maximum": 1}
    return {**schema, "pattern": "^[0-9a-f]{64}$"} if name == "sha256" else schema
