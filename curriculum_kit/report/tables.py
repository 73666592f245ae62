"""Tables of text that fit a terminal: columns stand under each other, long cells continue on the next line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

WIDTH = 100
"""Columns that a report takes at most."""
_GAP = "  "
_LONGEST_WORD = 32
"""A word that is longer may be broken, so that one address does not squeeze all other columns."""


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> str:
    """A table with a rule under its headings. Columns in `right` hold numbers: they end under each other."""
    widths = _widths([headings, *rows])
    lines = [*_lines(headings, widths, right), _GAP.join("-" * width for width in widths)]
    for row in rows:
        lines += _lines(row, widths, right)
    return "\n".join(lines)


def shortened(words: str, length: int) -> str:
    """The beginning of words that are too long, cut between two words."""
    if len(words) <= length:
        return words
    return f"{words[: length - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"


def filled(words: str, indent: str = "") -> str:
    """A paragraph in lines that fit; all lines but the first are indented."""
    return "\n".join(wrap(words, WIDTH, subsequent_indent=indent, break_on_hyphens=False))


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The widths of the columns: as wide as their cells, the widest narrowed until all fit."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    floors = [min(_longest_word(column), _LONGEST_WORD) for column in columns]
    room = WIDTH - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        spare = [width if width > floor else 0 for width, floor in zip(widths, floors, strict=True)]
        if not any(spare):
            break
        widths[spare.index(max(spare))] -= 1
    return widths


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split(" ")), default=0)


def _lines(row: Sequence[str], widths: Sequence[int], right: Collection[int]) -> Iterator[str]:
    cells = [_cell(cell, width) for cell, width in zip(row, widths, strict=True)]
    for pieces in zip_longest(*cells, fillvalue=""):
        line = (
            piece.rjust(width) if number in right else piece.ljust(width)
            for number, (piece, width) in enumerate(zip(pieces, widths, strict=True))
        )
        yield _GAP.join(line).rstrip()


def _cell(words: str, width: int) -> list[str]:
    indent = " " * (len(words) - len(words.lstrip(" ")))
    return wrap(words, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
