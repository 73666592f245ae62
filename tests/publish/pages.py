"""What stands where on the pages of a book, in millimetres from the upper left corner of the page."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

MM = 25.4 / 72
HEAD_AND_FOOT = 21.5
"""Running heads and page numbers stand this near to the edge of an A4 page."""


@dataclass(frozen=True)
class Page:
    """A page: its size, the boxes of its text (left, top, right, bottom), and how many characters have which size."""

    number: int
    width: float
    height: float
    boxes: tuple[tuple[float, float, float, float], ...]
    words: str
    sizes: Counter[float]

    @property
    def body(self) -> tuple[tuple[float, float, float, float], ...]:
        """The boxes without running head and foot."""
        margin = HEAD_AND_FOOT * min(self.width, self.height) / 210
        return tuple(box for box in self.boxes if box[3] > margin and box[1] < self.height - margin)

    @property
    def lines(self) -> int:
        """How many lines of text there are: boxes at one height are one line."""
        return len({round(box[3] / 2) for box in self.body})


def pages(path: Path) -> Iterator[Page]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            edge = page.get_mediabox()[0]  # not 0 on the left pages of booklets
            text = page.get_textpage()
            boxes = []
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                boxes.append(((left - edge) * MM, (height - top) * MM, (right - edge) * MM, (height - bottom) * MM))
            sizes: Counter[float] = Counter()
            for index in range(text.count_chars()):
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
                size = pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d)
                sizes[round(size, 1)] += 1
            yield Page(number, width * MM, height * MM, tuple(boxes), text.get_text_range(), sizes)
    finally:
        document.close()
