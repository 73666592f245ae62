"""Where the cells of an HTML table stand, and how wide its columns are in Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from curriculum_kit.exporter.word_styles import TEXT_CM

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LETTER_CM, _EDGES_CM = 0.21, 0.5
"""The width of a letter, and the edges of a cell."""


def grid_of(rows: list[HtmlElement]) -> tuple[dict[tuple[int, int], tuple[HtmlElement, int, int]], int]:
    """Where each cell of a table stands, and how many columns there are."""
    taken: set[tuple[int, int]] = set()
    found: dict[tuple[int, int], tuple[HtmlElement, int, int]] = {}
    for row, element in enumerate(rows):
        column = 0
        for cell in _cells(element):
            while (row, column) in taken:
                column += 1
            right, down = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
            found[row, column] = cell, right, down
            taken |= {(row + y, column + x) for y in range(down) for x in range(right)}
            column += right
    return found, max((column + 1 for _, column in taken), default=0)


def widths_of(grid: dict[tuple[int, int], tuple[HtmlElement, int, int]], width: int) -> list[float]:
    """The width of each column in cm: room for its longest word, and the rest by how much stands in it."""
    needed, weights = [_EDGES_CM] * width, [1.0] * width
    for (_, column), (cell, right, _) in grid.items():
        words = cell.text_content().split()
        if right == 1 and words:
            needed[column] = max(needed[column], max(map(len, words)) * _LETTER_CM + _EDGES_CM)
            weights[column] = max(weights[column], len(" ".join(words)) ** 0.5)
    rest = TEXT_CM - sum(needed)
    if rest < 0:
        return [each * TEXT_CM / sum(needed) for each in needed]
    return [each + rest * weight / sum(weights) for each, weight in zip(needed, weights, strict=True)]


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    yield from (cell for cell in row if cell.tag in {"td", "th"})
