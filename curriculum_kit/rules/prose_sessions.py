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
Cut = tuple[int, int, Kind, bool]
"""Start and end offset, kind, and whether only trainers see it."""

_FENCE = re.compile(r"\s*:{3,}")
_ITEM = re.compile(r"\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+")
_RULE = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")


def session_pieces(document: Document, places: TextPlaces) -> Iterator[Cut]:
    """All pieces of the text of a session, the titles and printed options of its blocks among them."""
    heads: dict[int, BlockUse] = {block.first_line: block for block in document.walk()}
    hidden = _hidden_lines(document)
    pending: Cut | None = None
    number = document.body_line
    while number <= len(places.lines):
        line, trainer_only = places.line(number), number in hidden
        head = heads.get(number)
        if head or not line.strip() or _FENCE.match(line):
            if pending:
                yield pending
            pending = None
            if head:
                yield from _head(head, places)
                number = max(number + 1, head.body_line)
                continue
        elif _RULE.fullmatch(places.line(number + 1)) and "|" in line:
            if pending:
                yield pending
            pending = None
            while number <= len(places.lines) and "|" in places.line(number):
                yield from _cells(places, number, trainer_only=trainer_only)
                number += 1
            continue
        else:
            begins = _HEADING.match(line) or _ITEM.match(line) or (_QUOTE.match(line) if not pending else None)
            start = places.offset(number) + (begins.end() if begins else len(line) - len(line.lstrip()))
            end = places.offset(number) + len(line.rstrip())
            if pending and not begins:
                pending = (pending[0], end, pending[2], pending[3])
            else:
                if pending:
                    yield pending
                kind: Kind = "heading" if _HEADING.match(line) else "item" if _ITEM.match(line) else "paragraph"
                pending = (start, end, kind, trainer_only)
                if kind == "heading":
                    yield pending
                    pending = None
        number += 1
    if pending:
        yield pending


def _hidden_lines(document: Document) -> frozenset[int]:
    lines: set[int] = set()
    for block in document.walk():
        if block.trainer_only:
            lines.update(range(block.first_line, block.last_line + 1))
    return frozenset(lines)


def _head(block: BlockUse, places: TextPlaces) -> Iterator[Cut]:
    known = BLOCKS.get(block.kind)
    if block.argument and (known.argument is Argument.TITLE if known else block.kind in {"list-table", "table"}):
        start = places.offset(block.argument_span.line, block.argument_span.column)
        yield start, start + len(block.argument), "title", block.trainer_only
    for name in PRINTED_OPTIONS:
        option = block.options.get(name)
        if option and option.value:
            start = places.offset(option.value_span.line, option.value_span.column)
            yield start, start + len(option.value), "option", block.trainer_only


def _cells(places: TextPlaces, number: int, *, trainer_only: bool) -> Iterator[Cut]:
    line, start = places.line(number), places.offset(number)
    if _RULE.fullmatch(line):
        return
    for match in _CELL.finditer(line):
        words = match[0].strip()
        if words:
            at = start + match.start() + len(match[0]) - len(match[0].lstrip())
            yield at, at + len(words), "cell", trainer_only
