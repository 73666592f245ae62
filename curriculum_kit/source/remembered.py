"""The costly steps of reading a curriculum, taken only for what has changed since the last time."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from curriculum_kit.source.curriculum import FieldMarkdown, Places, Source
from curriculum_kit.source.document import Document, Fault
from curriculum_kit.source.memory import Memory
from curriculum_kit.source.model_shape import marked
from curriculum_kit.source.schema.base import MarkdownMark, Record
from curriculum_kit.source.yaml_data import Yaml
from curriculum_kit.source.yaml_text import Extents, KeySpans, ValueSpans, YamlText

R = TypeVar("R", bound=Record)

# Words and harmless signs on one line, a letter first: whatever Markdown is, this is none.
_PLAIN_WORDS = re.compile(r"""[A-Za-z](?:[A-Za-z0-9 ,.;?()/'"“”‘’–—%+-]|:(?!:))*""")  # noqa: RUF001 - quotes of authors


class _YamlEntry(Struct, frozen=True, array_like=True):
    """YAML without findings: text, data, and the extents, which are decoded when somebody asks for a place."""

    text: str | None
    data: dict[str, Any] | None
    extents: bytes


class Fields(Struct, frozen=True, array_like=True):
    """What the Markdown fields of a record mention, and what is wrong with them."""

    mentions: tuple[FieldMarkdown, ...]
    faults: tuple[Fault, ...]


def remembered_yaml(memory: Memory, file: str, content: bytes | str, *, first_line: int = 1) -> Yaml:
    """`read_yaml`. Only what reads without a finding is remembered."""
    fresh: list[Yaml] = []

    def read() -> Yaml:
        from curriculum_kit.source.yaml_events import read_yaml  # noqa: PLC0415 - costly, and often not needed

        return read_yaml(file, content, first_line=first_line)

    def make() -> _YamlEntry:
        yaml = read()
        fresh.append(yaml)
        if yaml.diagnostics or yaml.data is None:
            return _YamlEntry(None, None, b"")
        return _YamlEntry(yaml.text, yaml.data, yaml.extents.packed())

    entry = memory.recall("yaml", (file, str(first_line), content), _YamlEntry, make)
    if fresh:
        return fresh[0]
    if entry.text is None:
        return read()
    source, extents = YamlText(file, entry.text, first_line), Extents(entry.extents)
    places = Places(file, KeySpans(source, extents), ValueSpans(source, extents))
    return Yaml(entry.data, places, (), entry.text, extents)


def remembered_session(memory: Memory, file: str, text: str, body_line: int) -> Document:
    """`parse_session`."""

    def make() -> Document:
        from curriculum_kit.source.markdown import parse_session  # noqa: PLC0415 - costly, and often not needed

        return replace(parse_session(file, text, body_line), text="")

    document = memory.recall("session", (file, str(body_line), text), Document, make)
    return replace(document, text=text)


def remembered_fields(memory: Memory, source: Source[R], whole_text: str) -> Fields:
    """The roles and links of a record's Markdown fields. `whole_text` is the file they stand in."""

    def make() -> Fields:
        from curriculum_kit.source.markdown import parse_field  # noqa: PLC0415

        mentions: list[FieldMarkdown] = []
        found: list[Fault] = []
        for loc, value in marked(source.record, MarkdownMark):
            if not isinstance(value, str) or _PLAIN_WORDS.fullmatch(value):
                continue
            roles, links, faults = parse_field(source.file, value, whole_text, source.places.value(*loc))
            found += faults
            if roles or links:
                mentions.append(FieldMarkdown(loc, roles, links))
        return Fields(tuple(mentions), tuple(found))

    return memory.recall("fields", (source.file, type(source.record).__name__, whole_text), Fields, make)
