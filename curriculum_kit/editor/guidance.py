"""What the fields of the records mean, in Indonesian: read once from `help/`, one file per schema module.

A file holds, for each record, a title under `_` and an entry for each field: what to write and why, an example, and
for a field with a fixed list of values the meaning of each. `help/writing.yaml` holds such entries for what is written
in Markdown and in formulas: blocks, options, ways to answer, roles, functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from curriculum_kit.source.schema.base import Record

FOLDER = Path(__file__).parent / "help"
TITLE = "_"
WRITING = "writing"
"""The file about Markdown and formulas."""


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
    return {name: _record(entries) for name, entries in _read(schema_module).items()}


@cache
def writing() -> Mapping[str, Mapping[str, FieldHelp]]:
    """What may be written in Markdown and in formulas, by kind (`blocks`, `options` …) and by name."""
    whole = _read(WRITING)
    return {kind: {name: _entry(entry) for name, entry in entries.items()} for kind, entries in whole.items()}


def help_texts() -> Iterator[tuple[str, str]]:
    """Every text of the help files, with the file that it stands in: what is to be translated."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.stem == WRITING:
            entries = [entry for entries in writing().values() for entry in entries.values()]
        else:
            records = guidance(path.stem).values()
            yield from ((about.title, path.name) for about in records)
            entries = [entry for about in records for entry in about.fields.values()]
        for entry in entries:
            yield entry.description, path.name
            yield from ((words, path.name) for words in entry.values.values())


def help_of(record: type[Record]) -> RecordHelp:
    """What is said about a record."""
    return guidance(record.__module__.rpartition(".")[2])[record.__name__]


def _record(entries: Mapping[str, Any]) -> RecordHelp:
    return RecordHelp(entries[TITLE], {name: _entry(entry) for name, entry in entries.items() if name != TITLE})


def _entry(entry: Mapping[str, Any]) -> FieldHelp:
    return FieldHelp(entry["description"], tuple(entry["examples"]), entry.get("values", {}))


def _read(stem: str) -> Mapping[str, Any]:
    content = (FOLDER / f"{stem}.yaml").read_text(encoding="utf-8")
    return cast("Mapping[str, Any]", yaml.load(content, Loader=yaml.CSafeLoader))
