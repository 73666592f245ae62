"""What the fields of the records mean, in Indonesian: read once from `help/`, one file per schema module.

A file holds, for each record, a title under `_` and an entry for each field: what to write and why, an example, and
for a field with a fixed list of values the meaning of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from curriculum_kit.source.schema.base import Record

FOLDER = Path(__file__).parent / "help"
TITLE = "_"


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """The entry of a field. `values` explains the values of a fixed list."""

    description: str
    examples: tuple[Any, ...]
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecordHelp:
    """The title of a record and the entries of its fields."""

    title: str
    fields: Mapping[str, FieldHelp]


@cache
def guidance(schema_module: str) -> Mapping[str, RecordHelp]:
    """All entries for a module of `source/schema`, by the names of its records."""
    whole = yaml.load((FOLDER / f"{schema_module}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {name: _record(entries) for name, entries in whole.items()}


def help_of(record: type[Record]) -> RecordHelp:
    """What is said about a record."""
    return guidance(record.__module__.rpartition(".")[2])[record.__name__]


def _record(entries: Mapping[str, Any]) -> RecordHelp:
    fields = {
        name: FieldHelp(entry["description"], tuple(entry["examples"]), entry.get("values", {}))
        for name, entry in entries.items()
        if name != TITLE
    }
    return RecordHelp(entries[TITLE], fields)
