"""What is in a package, for those who open it: datapackage.json (Frictionless Data Package 2) and a README."""

import hashlib
import inspect
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models

from twotrack import __version__
from twotrack.record import migrations
from twotrack.record.exports.tables import fields_of, tables
from twotrack.record.models import Entry, SourceChunk

FORMAT = "twotrack-package/1"
DESCRIPTION = "datapackage.json"
README = "README.md"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = (
    (models.DateTimeField, "datetime"), (models.DateField, "date"), (models.BooleanField, "boolean"),
    (models.IntegerField, "integer"), (models.FloatField, "number"), (models.JSONField, "any"),
)  # fmt: skip


def description(files: Mapping[str, bytes], parts: tuple[str, ...]) -> bytes:
    """The description of a package's files, each with its length and SHA-256."""
    told = {
        "$schema": _PROFILE,
        "name": "twotrack-record",
        "title": "A record of human rights dialogues",
        "description": f"See {README}. Each table is a file of JSON Lines; sources are kept as they came.",
        "twotrack": {"format": FORMAT, "version": __version__, "tables": schema_version(), "parts": list(parts)},
        "resources": [_resource(path, files) for path in sorted(files) if path != README],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


@cache
def schema_version() -> str:
    """The newest migration of the tables, by which two versions of the program know whether their tables are the same."""
    return max(path.stem for path in Path(migrations.__path__[0]).glob("[0-9]*.py"))


def digest(content: bytes) -> str:
    """The hash of a file as a description writes it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _resource(path: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    content = files[path]
    about = {
        "name": re.sub(r"[^a-z0-9._-]", "-", path.removesuffix(".jsonl").replace("/", ".")),
        "path": path,
        "bytes": len(content),
        "hash": digest(content),
    }
    if not path.endswith(".jsonl"):
        return {**about, "mediatype": "application/octet-stream"}
    part, _, name = path.removesuffix(".jsonl").partition("/")
    model = tables()[name]
    return {
        **about,
        "type": "table",
        "title": str(model._meta.verbose_name),
        "description": re.sub(r"\s+", " ", inspect.getdoc(model) or ""),
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        "schema": _schema(model, part, files),
    }


def _schema(model: type[models.Model], part: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    fields = [_field(field) for field in fields_of(model)]
    if model is SourceChunk:
        fields.append({"name": "bytes", "type": "integer", "description": "of this part of the source's file"})
    schema: dict[str, Any] = {
        "fields": fields,
        "primaryKey": [model._meta.pk.attname if model is _numbered(model) else "id"],
    }
    keys = [_foreign_key(field, part) for field in fields_of(model) if _leads_to_a_table(field, part, files)]
    return {**schema, "foreignKeys": keys} if keys else schema


def _numbered(model: type[models.Model]) -> type[models.Model] | None:
    """The model itself where its key is no `id` (the log's number)."""
    return model if not issubclass(model, Entry) and model._meta.pk.attname != "id" else None


def _field(field: "models.Field[Any, Any]") -> dict[str, Any]:
    held = field.target_field if isinstance(field, models.ForeignKey) else field
    kind = next(
        (name for of, name in _TYPES if isinstance(held, (of, models.AutoField) if name == "integer" else of)), "string"
    )
    told: dict[str, Any] = {"name": field.attname, "type": kind}
    constraints: dict[str, Any] = {} if field.null or field.blank or kind == "string" else {"required": True}
    if field.choices and not field.blank:
        constraints["enum"] = [value for value, _ in field.choices]
    return {**told, "constraints": constraints} if constraints else told


def _leads_to_a_table(field: "models.Field[Any, Any]", part: str, files: Mapping[str, bytes]) -> bool:
    """Whether a link leads to one table of the same part: a confidential row may name a public one, and a link to any entry
    names no table."""
    target = field.related_model
    if part != "public" or not isinstance(target, type) or target is Entry or not field.is_relation:
        return False
    return f"{part}/{target._meta.model_name}.jsonl" in files


def _foreign_key(field: "models.Field[Any, Any]", part: str) -> dict[str, Any]:
    target: Any = field.related_model
    key = "id" if issubclass(target, Entry) else target._meta.pk.attname
    return {"fields": [field.attname], "reference": {"resource": f"{part}.{target._meta.model_name}", "fields": [key]}}


READ_ME = f"""# A record of human rights dialogues

`{DESCRIPTION}` says what each file holds: every table with its fields, every file with its length and SHA-256.

| path | what |
|---|---|
| `public/TABLE.jsonl` | the public rows of a table, a JSON object a line, in the order of their keys |
| `confidential/TABLE.jsonl` | the confidential rows, where the package holds them |
| `PART/sources/ID` | the bytes of a source as it came; encrypted for the recovery key where it is sealed |

A row is known by its `id`, a random UUID (the log by its `number`). `NAME_id` names another row: of the same part, or, from a
confidential row, of the public part. Dates are EDTF (ISO 8601-2), times ISO 8601 in UTC, languages BCP 47. Each entry stands on
rows of `ground`: a passage (`quote` is `text[start:end]` of the source's text) or somebody's signed inference. `logentry` is
the log of every change, a chain of hashes; `logvalue` holds salt and value of each digest.

*Public is not published*: public rows may name persons of whom no decision says that they may be named. Handle this as you
would the record.

To verify: the SHA-256 of each file is in `{DESCRIPTION}`; `twotrack import` of the package into an empty record proves every
hash, quote, link and the log before anything is kept, and `twotrack check` proves them again.
"""
