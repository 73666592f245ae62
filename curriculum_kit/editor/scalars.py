"""Single values → JSON Schema: what may stand in YAML without quotes, and what is said when it does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from annotated_types import Ge
from pydantic.fields import FieldInfo

from curriculum_kit.source import messages
from curriculum_kit.source.schema.base import Matching

_TEXT_HELP = "Tulis satu teks. Teks yang hanya berisi true atau false, atau memuat titik dua, diapit tanda kutip."
_UNQUOTED: Mapping[str, Mapping[str, Any]] = {
    "ck_element_id": {"type": ["string", "integer"], "minimum": 1, "maximum": 99},
    "ck_kuk_id": {"type": ["string", "number"], "minimum": 1.1, "maximum": 99.99},
    "ck_kebab_id": {"type": ["string", "integer"], "minimum": 0},
    "ck_province": {"type": ["string", "integer"], "minimum": 10, "maximum": 99},
    "ck_regency": {"type": ["string", "number"], "minimum": 10, "maximum": 99.99},
}
"""Texts that editors read as numbers when they stand without quotes, and the numbers that they may be."""
_TYPES: Mapping[object, str] = {int: "integer", Decimal: "number", date: "string", str: "string"}
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"


def scalar(kind: object, metadata: tuple[object, ...]) -> dict[str, Any]:
    """The schema of a value of a type, with what its annotation says."""
    matching = next((item for item in metadata if isinstance(item, Matching)), None)
    if kind is bool:
        return _like({"type": ["boolean", "string"]}, "true|false", messages.VALUES["ck_boolean"].help.format())
    if matching is None:
        return _text()
    help = messages.VALUES[matching.kind].help.format()
    if matching.kind in _UNQUOTED:
        return _like(_UNQUOTED[matching.kind], matching.pattern, help)
    type_ = _TYPES[kind]
    if type_ == "string":
        return _like({"type": "string"}, _DAY if kind is date else matching.pattern, help)
    least = [item.ge for item in _constraints(metadata) if isinstance(item, Ge)]
    bounds = {"minimum": least[0]} if least else {}
    return _like({"type": [type_, "string"], **bounds}, matching.pattern, help)


def _constraints(metadata: Iterable[object]) -> Iterator[object]:
    for item in metadata:
        yield from item.metadata if isinstance(item, FieldInfo) else (item,)


def _text() -> dict[str, Any]:
    """Words. A number is welcome without quotes: `year: 2009`, `value: 5000`."""
    empty = messages.VALUES["string_too_short"].help.format()
    return {"type": ["string", "number"], "pattern": r"\S", "patternErrorMessage": empty, "errorMessage": _TEXT_HELP}


def _like(schema: Mapping[str, Any], pattern: str, help: str) -> dict[str, Any]:
    return {**schema, "pattern": f"^({pattern})$", "errorMessage": help}
