"""Paragraphs that belong together: those in one frame, and those whose mark a tracked change has deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curriculum_kit.importer.labels import line_label
from curriculum_kit.importer.story import Block, Box, Paragraph


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Neighbouring paragraphs with a border become one box; a line that opens a block begins another one."""
    made: list[Block] = []
    is_open = False
    for block in _closed(blocks):
        in_frame = isinstance(block, Paragraph) and block.is_framed and not block.level
        last = made[-1] if made else None
        if in_frame and is_open and isinstance(last, Box) and not _opens(block):
            last.blocks.append(block)
        elif in_frame:
            made.append(Box(block.number, [block]))
        else:
            made.append(block)
        is_open = in_frame
    return made


def _closed(blocks: Iterable[Block]) -> Iterator[Block]:
    """A paragraph whose mark was deleted and the next one are one."""
    before: Paragraph | None = None
    for block in blocks:
        if before is not None and isinstance(block, Paragraph) and not block.level:
            before.pieces = [*before.pieces, *block.pieces]
            before.boxes = [*before.boxes, *block.boxes]
            before.is_open = block.is_open
        else:
            if before is not None:
                yield before
            before = block if isinstance(block, Paragraph) and block.is_open else None
            if before is None:
                yield block
            continue
        if not before.is_open:
            yield before
            before = None
    if before is not None:
        yield before


def _opens(block: Block) -> bool:
    """Whether a paragraph opens a block of its own, as an answer does not: it belongs to the question above."""
    label = line_label(block.text, is_bold=block.is_bold) if isinstance(block, Paragraph) else None
    return label is not None and label.kind != "answer"
