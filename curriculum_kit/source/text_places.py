"""Offsets in a text and the places that people know: line and column."""

from __future__ import annotations

import re
from bisect import bisect_right

from curriculum_kit.diagnostics import Span

_LINE_ENDS = re.compile(r"\r\n?")


def one_line_end(text: str) -> str:
    """`text` with line feeds only, as the parser sees it."""
    return _LINE_ENDS.sub("\n", text)


class TextPlaces:
    """A text with one kind of line end that knows where its lines begin."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def line(self, number: int) -> str:
        """The line with this number; empty outside of the text."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a place, kept inside the text."""
        start = self._starts[max(0, min(line - 1, len(self.lines)))]
        return min(start + column - 1, len(self.text))

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`."""
        return Span(self.file, *self._place(start), *self._place(max(start, end)))

    def span_in_line(self, number: int, word: str, *, after: int = 0) -> Span:
        """The place of `word` in a line; the line's first character when it is not written there like that."""
        return Span.of_text(self.file, number, max(self.line(number).find(word, after), 0) + 1, word)

    def _place(self, offset: int) -> tuple[int, int]:
        line = min(bisect_right(self._starts, offset), len(self.lines))
        return line, offset - self._starts[line - 1] + 1
