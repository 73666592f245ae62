"""Running heads, feet, page numbers, watermarks and lines to write on, drawn as artifacts: seen, but not heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Object, Operator, Pdf

from curriculum_kit.pdf.facts import Margins
from curriculum_kit.pdf.jobs import Corner, MarginText, Ruling
from curriculum_kit.pdf.link_fonts import BookFonts

_POINTS_PER_MM = 72 / 25.4
_ASCENT, _DESCENT = 1.038, 0.222
"""How far the lines of the family of the books reach above and below its letters, in ems."""

_LEAST_LINES = 3
_ABOVE_LINES = 8 * _POINTS_PER_MM
"""How far below the text the word of a ruling stands."""
_RULE = 0.2 * _POINTS_PER_MM
_DARK_GREY = 0.349
_WORD_SIZE, _WORD_WEIGHT = 9, 700
_OTHER_SIDE: dict[Corner, Corner] = {
    "top-left": "top-right",
    "top-right": "top-left",
    "bottom-left": "bottom-right",
    "bottom-right": "bottom-left",
}


class Rest(NamedTuple):
    """A page to be ruled from `top` on, in points from the bottom of the page; without it, from its upper margin on."""

    ruling: Ruling
    top: float | None = None


class MarginDrawer:
    """Draws around pages. One for a PDF: pages share what they can."""

    def __init__(self, pdf: Pdf, fonts: BookFonts, watermarks: Sequence[Object]) -> None:
        self._pdf = pdf
        self._fonts = fonts
        self._watermarks = {_size(picture.BBox): picture for picture in watermarks}
        self._before: dict[bool, Object] = {}
        self._drawn: dict[tuple[object, ...], bytes] = {}
        self._used: dict[int, Object] = {}

    def draw(
        self,
        page: Object,
        margins: Margins,
        texts: Sequence[MarginText],
        number: str,
        *,
        mirrored: bool = False,
        rest: Rest | None = None,
    ) -> None:
        """Draw below and around the content of a page. On a mirrored one, left and right change places."""
        size = _size(page.MediaBox)
        if mirrored:
            texts = [replace(text, place=_OTHER_SIDE[text.place]) for text in texts]
            # The paper is moved, not what is on it: places to click, links and boxes of figures stay right.
            shift = _number(margins.left - margins.right)
            left, bottom, right, top = (Decimal(str(edge)) for edge in page.MediaBox)
            page.MediaBox = Array([left + shift, bottom, right + shift, top])
        picture = self._watermarks.get(size)
        if picture is None and not texts and rest is None:
            return
        marked = picture is not None
        if marked not in self._before:
            self._before[marked] = self._pdf.make_stream(_watermark() if marked else b"q")
        if picture is not None:
            page.Resources.XObject["/ck-watermark"] = picture
        operators = [b"Q"]
        for text in texts:
            words = text.text.replace("{page}", number)
            key = (size, margins, text, words)
            if words and key not in self._drawn:
                self._drawn[key] = pikepdf.unparse_content_stream(list(self._text(size, margins, text, words)))
            operators.append(self._drawn.get(key, b""))
        if rest is not None:
            operators.append(pikepdf.unparse_content_stream(list(self._lines_to_write(size, margins, rest))))
        for weight in ({text.weight for text in texts} | {_WORD_WEIGHT}) & self._used.keys():
            page.Resources.Font[f"/ck-{weight}"] = self._used[weight]
        page.Contents = Array([self._before[marked], page.Contents, self._pdf.make_stream(b"\n".join(operators))])

    def _text(
        self, size: tuple[Decimal, Decimal], margins: Margins, text: MarginText, words: str
    ) -> Iterator[ContentStreamInstruction]:
        """The operators of one text."""
        width, height = (float(length) for length in size)
        room = (width - margins.left - margins.right) * text.width
        lines = self._lines(words, text.weight, room / text.size)
        leading = (_ASCENT + _DESCENT) * text.size
        gap = text.gap * _POINTS_PER_MM
        if text.place.startswith("top"):
            y = height - margins.top + gap + _DESCENT * text.size + leading * (len(lines) - 1)
        else:
            y = margins.bottom - gap - _ASCENT * text.size
        yield _operator("BDC", Name.Artifact, Dictionary(Type=Name.Pagination))
        yield _operator("q")
        yield _operator("g", _number(text.grey))
        yield _operator("BT")
        for index, line in enumerate(lines):
            self._used[text.weight], shown, ems = self._fonts.write(text.weight, line)
            x = width - margins.right - ems * text.size if text.place.endswith("right") else margins.left
            yield _operator("Tf", Name(f"/ck-{text.weight}"), _number(text.size))
            yield _operator("Tm", 1, 0, 0, 1, _number(x), _number(y - leading * index))
            yield _operator("TJ", _shown(shown))
        yield _operator("ET")
        yield _operator("Q")
        yield _operator("EMC")

    def _lines_to_write(
        self, size: tuple[Decimal, Decimal], margins: Margins, rest: Rest
    ) -> Iterator[ContentStreamInstruction]:
        """The operators of a ruling; none if there is too little room."""
        width, height = (float(length) for length in size)
        ruling, top = rest
        gap = ruling.gap * _POINTS_PER_MM
        first = (height - margins.top if top is None else top - _ABOVE_LINES) - _ASCENT * _WORD_SIZE
        count = int((first - margins.bottom) / gap)
        if count < _LEAST_LINES:
            return
        left = margins.left + ruling.indent * _POINTS_PER_MM
        self._used[_WORD_WEIGHT], shown, _ = self._fonts.write(_WORD_WEIGHT, ruling.word)
        yield _operator("BDC", Name.Artifact, Dictionary(Type=Name.Layout))
        yield _operator("q")
        yield _operator("g", _number(_DARK_GREY))
        yield _operator("BT")
        yield _operator("Tf", Name(f"/ck-{_WORD_WEIGHT}"), _number(_WORD_SIZE))
        yield _operator("Tm", 1, 0, 0, 1, _number(left), _number(first))
        yield _operator("TJ", _shown(shown))
        yield _operator("ET")
        for line in range(1, count + 1):
            # Areas, as the lines of the text are: strokes are drawn thicker on screens.
            length = width - margins.right - left
            yield _operator("re", _number(left), _number(first - line * gap), _number(length), _number(_RULE))
        yield _operator("f")
        yield _operator("Q")
        yield _operator("EMC")

    def _lines(self, words: str, weight: int, room: float) -> list[str]:
        """Words broken into lines; `room` is in ems."""
        lines: list[str] = []
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._fonts.width(weight, longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


def _watermark() -> bytes:
    return pikepdf.unparse_content_stream([
        _operator("BDC", Name.Artifact, Dictionary(Type=Name.Pagination)),
        _operator("q"), _operator("Do", Name("/ck-watermark")), _operator("Q"), _operator("EMC"), _operator("q"),
    ])  # fmt: skip


def _operator(name: str, *operands: Any) -> ContentStreamInstruction:  # noqa: ANN401  # PDF has operands of many kinds
    return ContentStreamInstruction(operands, Operator(name))


def _shown(parts: Sequence[bytes | int]) -> Array:
    """Codes of glyphs and the distances between them, as the operator TJ wants them."""
    return Array([pikepdf.String(part) if isinstance(part, bytes) else part for part in parts])


def _number(value: float) -> Decimal:
    return Decimal(f"{value:.3f}")


def _size(box: Object) -> tuple[Decimal, Decimal]:
    left, bottom, right, top = (Decimal(str(edge)) for edge in box)
    return round(right - left, 2), round(top - bottom, 2)
