"""The text of one YAML file seen through the marks of libyaml: marks → spans, and lines to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.curriculum import Loc

if TYPE_CHECKING:
    import yaml

_GLUED_COMMENT = re.compile(r"[ \t]#[^\s#]")

Extent: TypeAlias = tuple[int, int, int, int]
"""Line and column of the beginning, line and column of the end, as libyaml counts them: from 0, in code points."""
Written: TypeAlias = dict[Loc, tuple[Extent, Extent | None]]
"""The extent of every value, and of its key if it has one."""
_Rows = tuple[tuple[Loc, Extent, Extent | None], ...]


@dataclass(frozen=True)
class YamlText:
    """A text that begins on line `first_line` of `file`."""

    file: str
    text: str
    first_line: int = 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    @cached_property
    def glued_comments(self) -> dict[int, int]:
        """By line, where a `#` follows a blank and touches a word: `Latihan #1`."""
        if not _GLUED_COMMENT.search(self.text):
            return {}
        found = ((number, _GLUED_COMMENT.search(line)) for number, line in enumerate(self.lines))
        return {number: match.start() + 1 for number, match in found if match}

    def span(self, extent: Extent) -> Span:
        """An extent as a place in the file."""
        line, column, end_line, end_column = extent
        return Span(self.file, line + self.first_line, column + 1, end_line + self.first_line, end_column + 1)

    def at(self, line: int, column: int) -> Span:
        """The place of one character; of the last one when the text ended too early."""
        last = len(self.lines) - 1
        while last > 0 and not self.lines[last].strip():
            last -= 1
        if line > last:
            line, column = last, len(self.lines[last])
        return self.span((line, column, line, max(min(column + 1, len(self.lines[line])), column)))

    def rest_of_line(self, line: int, column: int) -> Span:
        """The place from a character to the end of its line."""
        return self.span((line, column, line, max(len(self.lines[line].rstrip()), column)))

    def extent(self, event: yaml.Event) -> Extent:
        """Where an event begins and where its last visible character ends."""
        first, last = event.start_mark, event.end_mark
        if first is None or last is None:  # Never so for what libyaml yields.
            return 0, 0, 0, 0
        line, column, end_line, end_column = first.line, first.column, last.line, last.column
        if end_column == 0 and end_line > line:
            # libyaml ends a block text (`|`, `>`) at the next line that is not part of it.
            end_line -= 1
            while end_line > line and not self.lines[end_line].strip():
                end_line -= 1
            end_column = len(self.lines[end_line])
        return line, column, end_line, end_column

    def swallowed_item(self, extent: Extent) -> tuple[int, int] | None:
        """Where an unquoted text of several lines swallowed what was meant as the next item of a list."""
        for number in range(extent[0] + 1, extent[2] + 1):
            words = self.lines[number].lstrip(" ")
            if words.startswith("- "):
                return number, len(self.lines[number]) - len(words)
        return None


class Extents:
    """The extents of a text, filled while it is read, or kept packed until somebody asks for one."""

    def __init__(self, packed: bytes = b"") -> None:
        self._packed = packed

    @cached_property
    def written(self) -> Written:
        """The extent of every value, and of its key if it has one."""
        rows = msgspec.msgpack.decode(self._packed, type=_Rows) if self._packed else ()
        return {loc: (extent, key) for loc, extent, key in rows}

    def packed(self) -> bytes:
        """All extents in a form that can be kept."""
        return msgspec.msgpack.encode([(loc, *extents) for loc, extents in self.written.items()])


@dataclass(frozen=True, slots=True)
class ValueSpans(Mapping[Loc, Span]):
    """The places of values. An extent becomes a span when somebody asks: most are never asked for."""

    source: YamlText
    extents: Extents

    def __getitem__(self, loc: Loc) -> Span:
        return self.source.span(self.extents.written[loc][0])

    def __contains__(self, loc: object) -> bool:
        return loc in self.extents.written

    def __iter__(self) -> Iterator[Loc]:
        return iter(self.extents.written)

    def __len__(self) -> int:
        return len(self.extents.written)


@dataclass(frozen=True, slots=True)
class KeySpans(Mapping[Loc, Span]):
    """The places of keys; items of lists have none."""

    source: YamlText
    extents: Extents

    def __getitem__(self, loc: Loc) -> Span:
        key = self.extents.written[loc][1]
        if key is None:
            raise KeyError(loc)
        return self.source.span(key)

    def __iter__(self) -> Iterator[Loc]:
        return (loc for loc, (_, key) in self.extents.written.items() if key is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
