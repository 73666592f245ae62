"""What a Word file holds, as plain data: paragraphs, tables, boxes and pictures in order, and what was left out.

It travels from the process that reads the file (`isolated`), so it consists of `msgspec` structs only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from curriculum_kit.diagnostics import Text

_BRACES = str.maketrans("{}", "()")
_FENCE = re.compile(r":{2,}")


class Group(StrEnum):
    """What became of a part of the file."""

    UNDERSTOOD = "understood"
    GUESSED = "guessed"
    DROPPED = "dropped"


class Remark(Struct, frozen=True):
    """What is to be said of a place. `number` counts paragraphs from 1; 0 is the file as a whole.

    `words` are those of the file that stand nowhere else in the result.
    """

    group: Group
    number: int
    message: Text
    words: str = ""


class Piece(Struct, frozen=True):
    """Words of one look, or a picture: then `picture` is its place in `Story.pictures`, and `text` its description."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    picture: int = -1


class Picture(Struct, frozen=True):
    """A picture that can be used: PNG or JPEG."""

    data: bytes
    suffix: str


class Paragraph(Struct, tag="p"):
    """A paragraph. `level` is that of a heading, 0 of others; `size` that of its letters in half points, 0 by default.

    `marker` is "" outside lists, else "bullet", "number" or "letter"; `ordinal` is its number in the list.
    `is_open`: the mark at its end was deleted in a tracked change, so the next paragraph goes on with it.
    """

    number: int
    pieces: list[Piece]
    level: int = 0
    style: str = ""
    marker: str = ""
    depth: int = 0
    ordinal: int = 0
    size: int = 0
    is_framed: bool = False
    is_open: bool = False
    boxes: list[Box] = []

    @property
    def text(self) -> str:
        """Its words, without pictures."""
        return plain(self.pieces)

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        words = [piece for piece in self.pieces if piece.picture < 0 and piece.text.strip()]
        return bool(words) and all(piece.bold for piece in words)


class Cell(Struct):
    """A cell; `columns` and `rows` say how many it covers. A covered one has no content of its own."""

    blocks: list[Block]
    columns: int = 1
    rows: int = 1
    is_covered: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(filter(None, (words_of(block) for block in self.blocks)))


class Table(Struct, tag="t"):
    """A table whose rows all have the same number of cells. `heads` counts the rows that are marked as its head."""

    number: int
    rows: list[list[Cell]]
    heads: int = 0

    @property
    def is_merged(self) -> bool:
        """Whether some cells cover several places."""
        return any(cell.is_covered for row in self.rows for cell in row)


class Box(Struct, tag="b"):
    """A frame around something: a text box, a table of one cell, or paragraphs with a border."""

    number: int
    blocks: list[Block]


Block: TypeAlias = Paragraph | Table | Box


class Story(Struct):
    """A Word file as far as it was read."""

    blocks: list[Block] = []
    pictures: list[Picture] = []
    remarks: list[Remark] = []
    title: str = ""
    paragraphs: int = 0


class Reply(Struct):
    """What the reading process says: a story, or the key of a refusal (`refusals.REASONS`)."""

    story: Story | None = None
    refused: str = ""


def plain(pieces: Iterable[Piece]) -> str:
    """The words of pieces, with single blanks."""
    return harmless(" ".join("".join(piece.text if piece.picture < 0 else " " for piece in pieces).split()))


def harmless(words: str) -> str:
    """Words in which nothing looks like a role or the fence of a block, which output for participants must not hold."""
    return _FENCE.sub(lambda colons: " ".join(colons[0]), words.translate(_BRACES))


def words_of(block: Block) -> str:
    """All words of a block and of the boxes in it."""
    match block:
        case Paragraph():
            return " ".join(filter(None, (block.text, *(words_of(box) for box in block.boxes))))
        case Table():
            return " ".join(filter(None, (cell.text for row in block.rows for cell in row)))
        case _:
            return " ".join(filter(None, (words_of(inner) for inner in block.blocks)))


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs, those in tables and boxes among them."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
                yield from paragraphs_of(block.boxes)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from paragraphs_of(cell.blocks)
            case _:
                yield from paragraphs_of(block.blocks)
