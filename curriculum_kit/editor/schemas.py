"""Records → JSON Schemas (draft-07, which YAML editors know best), with the explanations of `guidance`.

The schemas say what authors may write in YAML. A record takes every value as text, an editor does not: a number without
quotes is a number to it. Where such a value is allowed, its schema allows both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

import yaml
from pydantic_core import PydanticUndefined

from curriculum_kit.editor.guidance import FieldHelp, help_of
from curriculum_kit.editor.kinds import Kind
from curriculum_kit.editor.scalars import scalar
from curriculum_kit.source import messages
from curriculum_kit.source.model_shape import TypeForm, bare_type, field_type
from curriculum_kit.source.schema.base import Record

Schema: TypeAlias = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"


class _Dumper(yaml.SafeDumper):
    """Sets lists off from their key, as the files of a curriculum do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indent one level."""
        return super().increase_indent(flow, indentless=False)


def schema_of(kind: Kind) -> Schema:
    """The schema of a kind of file."""
    return {"$schema": DRAFT, "$comment": "Ditulis oleh `ck schema`.", **record_schema(kind.record)}


def schema_text(kind: Kind) -> str:
    """The content of a schema file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


def record_schema(record: type[Record]) -> Schema:
    """The schema of a mapping with fixed keys."""
    about = help_of(record)
    fields = record.model_fields
    return {
        "title": about.title,
        "type": "object",
        "properties": {name: _field(record, name, about.fields[name]) for name in fields},
        "required": _required(record),
        "additionalProperties": False,
        "errorMessage": _keys(record),
    }


def _required(record: type[Record]) -> list[str]:
    return [name for name, field in record.model_fields.items() if field.is_required()]


def _keys(record: type[Record]) -> str:
    """What is said when a key is missing or unknown: an editor has one sentence for both."""
    required = _required(record)
    optional = [name for name in record.model_fields if name not in required]
    if not required:
        return f"Kunci yang boleh ada di sini: {', '.join(optional)}. Kunci lain tidak dikenal."
    also = f"; boleh juga: {', '.join(optional)}" if optional else ""
    return f"Kunci yang wajib di sini: {', '.join(required)}{also}. Kunci lain tidak dikenal."


def type_schema(annotation: TypeForm) -> Schema:
    """The schema of a type as records annotate it."""
    bare, metadata = bare_type(annotation)
    origin: object = get_origin(bare)
    parts = get_args(bare)
    if isinstance(bare, type) and issubclass(bare, Record):
        return record_schema(bare)
    if origin in {Union, UnionType}:
        return _one_of(tuple(type_schema(part) for part in parts))
    if origin is Literal:
        return _choice(parts)
    if origin is tuple:
        return {"type": "array", "items": type_schema(parts[0]), "errorMessage": _shape(messages.LIST)}
    if origin is dict:
        return {
            "type": "object",
            "additionalProperties": type_schema(parts[1]),
            "errorMessage": _shape(messages.MAPPING),
        }
    return scalar(bare, metadata)


def _one_of(variants: tuple[Schema, ...]) -> Schema:
    """Scalars of a union become one, so that an editor has one thing to say about a wrong value."""
    records = [variant for variant in variants if variant["type"] == "object"]
    texts = [variant for variant in variants if variant["type"] != "object"]
    tags = [field for variant in records for field in variant["properties"].values() if "const" in field]
    for tag in tags:
        tag["errorMessage"] = _choose([other["const"] for other in tags])
    return {"anyOf": [*texts[-1:], *records]}


def _choice(values: tuple[str, ...]) -> Schema:
    if len(values) == 1:
        return {"type": "string", "const": values[0]}
    return {"type": "string", "enum": list(values), "errorMessage": _choose(values)}


def _choose(values: Iterable[str]) -> str:
    return f"Pilih salah satu: {', '.join(values)}."


def _shape(shape: str) -> str:
    return messages.WRONG_SHAPE[shape].help.format()


def _field(record: type[Record], name: str, about: FieldHelp) -> Schema:
    schema = type_schema(field_type(record, name))
    schema["description"] = " ".join((about.description, *_when_absent(record, name)))
    readable = [example for example in about.examples if not _holds_mapping(example)]
    if readable:
        schema["examples"] = readable
    complex_ones = [example for example in about.examples if _holds_mapping(example)]
    if complex_ones:  # editors cannot offer these as values, but they can show them
        shown = "".join(f"\n\nContoh:\n\n```yaml\n{_as_yaml({name: example})}```" for example in complex_ones)
        schema["markdownDescription"] = schema["description"] + shown
    if about.values:
        _explain(schema, about.values)
    return schema


def _when_absent(record: type[Record], name: str) -> Iterator[str]:
    """What an author may take from the default of a field."""
    field = record.model_fields[name]
    if field.is_required():
        return
    default = field.default
    if default is PydanticUndefined or default is None or isinstance(default, tuple | Record):
        yield "Boleh dihilangkan."
    else:
        yield f"Bila dihilangkan, berlaku {json.dumps(default) if isinstance(default, bool) else default}."


def _explain(schema: Schema, values: Mapping[str, str]) -> None:
    """Say what each value of a fixed list means, wherever in the field the list stands."""
    place = schema
    while "enum" not in place and "const" not in place:
        place = place["items"] if "items" in place else place["additionalProperties"]
    if "const" in place:
        schema["description"] += f" {values[place['const']]}"
        return
    place["markdownEnumDescriptions"] = [values[value] for value in place["enum"]]


def _holds_mapping(example: object) -> bool:
    return isinstance(example, dict) or (isinstance(example, list) and any(map(_holds_mapping, example)))


def _as_yaml(value: object) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100))
