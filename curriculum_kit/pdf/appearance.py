"""The picture of a text field: its first value, drawn in the font of the book.

Viewers draw anew as soon as somebody types. Until then they show this picture, the same in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from curriculum_kit.pdf.charmap import glyphs

_MULTILINE = 1 << 12
_LEADING = 1.25


def draw_text(pdf: Pdf, field: Object, font: Object, size: float) -> None:
    """Give a text field or a choice its picture. `size` is that of the letters, in points."""
    left, bottom, right, top = (float(number) for number in field.Rect)
    width, height = abs(right - left), abs(top - bottom)
    value = _shown(field)
    operators = b""
    if value:
        multiline = bool(int(field.get("/Ff", 0)) & _MULTILINE)
        operators = _operators(str(field.DA), value, font, size, (width, height), multiline=multiline)
    picture = pdf.make_stream(
        b"/Tx BMC\n" + operators + b"EMC\n",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, width, height]),
        Resources=Dictionary(Font=Dictionary({str(field.DA).split()[-3]: font})),
    )
    field.AP = Dictionary(N=picture)


def _shown(field: Object) -> str:
    """The text that a field shows: for a choice, what stands for its value."""
    value = str(field.get("/V", ""))
    options = {str(option[0]): str(option[1]) for option in field.get("/Opt", ())}
    return options.get(value, value)


def _operators(look: str, value: str, font: Object, size: float, box: tuple[float, float], *, multiline: bool) -> bytes:
    """The operators that write a value into a box of some width and height."""
    width, height = box
    codes = glyphs(font)
    widths = _widths(font.DescendantFonts[0].W)
    descriptor = font.DescendantFonts[0].FontDescriptor
    ascent, descent = (float(descriptor[key]) * size / 1000 for key in ("/Ascent", "/Descent"))
    baseline = height - ascent if multiline else (height - ascent - descent) / 2
    lines = _lines(value, width * 1000 / size, {letter: widths.get(code, 0.0) for letter, code in codes.items()})
    written = b""
    for number, line in enumerate(lines if multiline else lines[:1]):
        shown = "".join(f"{codes.get(letter, 0):04x}" for letter in line)
        y = baseline - number * size * _LEADING
        written += b"1 0 0 1 0 %.3f Tm\n<%s> Tj\n" % (y, shown.encode())
    return b"q\n0 0 %.3f %.3f re W n\nBT\n%s\n%sET\nQ\n" % (width, height, look.encode(), written)


def _lines(value: str, width: float, widths: dict[str, float]) -> list[str]:
    """The value broken into lines at spaces; `width` is in thousandths of the letters' size."""
    lines = []
    for paragraph in value.splitlines():
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and sum(widths.get(letter, 0.0) for letter in longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _widths(runs: Object) -> dict[int, float]:
    """The widths of glyphs in thousandths of their size."""
    return dict(_pairs(list(runs)))


def _pairs(runs: list[Object]) -> Iterator[tuple[int, float]]:
    for start, run in zip(runs[::2], runs[1::2], strict=True):
        for offset, width in enumerate(run):
            yield int(start) + offset, float(width)
