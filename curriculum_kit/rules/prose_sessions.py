"""Cuts the text of a session into pieces: lines of fences and options are left out, what they print is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from curriculum_kit.blocks import BLOCKS, Argument
from curriculum_kit.source.document import BlockUse, Document
from curriculum_kit.source.text_places import TextPlaces

PRINTED_OPTIONS = ("materials", "offline", "alt")
Kind = Literal["paragraph", "item", "cell", "heading", "title", "option"]
_NOTHING: tuple[bool, tuple[str, ...]] = (False, ())
Cut = tuple[int, int, Kind, bool, tuple[str, ...]]
"""Start and end offset, kind, whether only trainers see it, and the kinds of the blocks around it, outer first."""

_FENCE = re.compile(r"\s*:{3,}")
_ITEM = re.compile(r"\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+")
TABLE_RULE = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")
"""The line of dashes below the head of a table."""
_BEGIN = re.compile(rf"{_HEADING.pattern}|{_ITEM.pattern}")
_BLANK = re.compile(r"\s*")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")


def session_pieces(document: Document, places: TextPlaces) -> Iterator[Cut]:
    """All pieces of the text of a session, the titles and printed options of its blocks among them."""
    heads: dict[int, BlockUse] = {block.first_line: block for block in document.walk()}
    around = _blocks_around(document)
    run: list[int] = []
    number = document.body_line
    while number <= len(places.lines):
        line, next_number = places.line(number), number + 1
        head = heads.get(number)
        table = "|" in line and TABLE_RULE.fullmatch(places.line(number + 1))
        ends = head or table or not line.strip() or _FENCE.match(line) or _BEGIN.match(line)
        if run and (ends or _HEADING.match(places.line(run[0]))):
            yield (*_paragraph(places, run), *around.get(run[0], _NOTHING))
            run = []
        if head:
            yield from ((*cut, *around[head.first_line]) for cut in _head(head, places))
            next_number = max(next_number, head.body_line)
        elif table:
            while "|" in places.line(number):
                yield from ((*cut, *around.get(number, _NOTHING)) for cut in _cells(places, number))
                number += 1
            next_number = number
        elif line.strip() and not _FENCE.match(line):
            run.append(number)
        number = next_number
    if run:
        yield (*_paragraph(places, run), *around.get(run[0], _NOTHING))


def _paragraph(places: TextPlaces, run: list[int]) -> tuple[int, int, Kind]:
    """The lines of a paragraph, list item or heading without the marks at its beginning."""
    first, last = places.line(run[0]), places.line(run[-1])
    begin = _HEADING.match(first) or _ITEM.match(first) or _QUOTE.match(first) or _BLANK.match(first)
    start = places.offset(run[0]) + (begin.end() if begin else 0)
    kind: Kind = "heading" if _HEADING.match(first) else "item" if _ITEM.match(first) else "paragraph"
    return start, places.offset(run[-1]) + len(last.rstrip()), kind


def _blocks_around(document: Document) -> dict[int, tuple[bool, tuple[str, ...]]]:
    """For every line inside blocks whether only trainers see it, and the kinds of these blocks."""
    found: dict[int, tuple[bool, tuple[str, ...]]] = {}
    for block in document.walk():  # outer before inner
        for line in range(block.first_line, block.last_line + 1):
            found[line] = block.trainer_only, (*found.get(line, _NOTHING)[1], block.kind)
    return found


def _head(block: BlockUse, places: TextPlaces) -> Iterator[tuple[int, int, Kind]]:
    known = BLOCKS.get(block.kind)
    if block.argument and (known.argument is Argument.TITLE if known else block.kind in {"list-table", "table"}):
        start = places.offset(block.argument_span.line, block.argument_span.column)
        yield start, start + len(block.argument), "title"
    for name in PRINTED_OPTIONS:
        option = block.options.get(name)
        if option and option.value:
            start = places.offset(option.value_span.line, option.value_span.column)
            yield start, start + len(option.value), "option"


def _cells(places: TextPlaces, number: int) -> Iterator[tuple[int, int, Kind]]:
    line, start = places.line(number), places.offset(number)
    if TABLE_RULE.fullmatch(line):
        return
    for match in _CELL.finditer(line):
        words = match[0].strip()
        if words:
            at = start + match.start() + len(match[0]) - len(match[0].lstrip())
            yield at, at + len(words), "cell"
