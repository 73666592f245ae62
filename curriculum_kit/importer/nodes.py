"""What a session consists of, before it is written: headings, words, lists, tables, pictures, teaching blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from curriculum_kit.importer.story import Table


@dataclass(slots=True)
class Heading:
    """A heading within a session; `level` is that of the Word file."""

    level: int
    words: str


@dataclass(slots=True)
class Prose:
    """A paragraph in Markdown."""

    words: str


@dataclass(slots=True)
class Item:
    """An item of a list in Markdown."""

    words: str
    marker: str
    depth: int = 0
    ordinal: int = 0


@dataclass(slots=True)
class Grid:
    """A table that is read; `title` is its caption."""

    table: Table
    title: str = ""


@dataclass(slots=True)
class Figure:
    """A picture in `media/` with its alternative text and caption."""

    file: str
    name: str
    alt: str
    caption: str = ""


@dataclass(slots=True)
class Sheet:
    """A table that participants fill in."""

    id: str


@dataclass(slots=True)
class Teaching:
    """A teaching block. `lines` is the room to write, in lines; `answer` what only trainers see.

    `is_asked`: it began with a question above room to write, so more room belongs to it.
    """

    kind: str
    title: str = ""
    nodes: list[Node] = field(default_factory=list)
    answer: list[Node] | None = None
    lines: int = 0
    number: int = 0
    key: str = ""
    is_asked: bool = False


Node: TypeAlias = Heading | Prose | Item | Grid | Figure | Sheet | Teaching
