"""Pictures of a Word file, drawn anew so that a phone can show them and nothing else comes along."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.importer.story import Picture

MAX_PIXELS = 40_000_000
LONGEST_SIDE = 1600
"""Enough for the width of a page in print."""
MAX_BYTES = 400_000
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_QUALITY = 85
_VECTOR_MARKS = (b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00")
"""How EMF and the two forms of WMF begin."""
_FEW_COLOURS = 256


def usable(data: bytes) -> Picture | Text:
    """A picture as PNG or JPEG of sensible size, or why it cannot be used."""
    if data.startswith(_VECTOR_MARKS):
        return text("gambar EMF/WMF tidak dapat dipakai; simpan gambar itu sebagai PNG")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    return text("gambar terlalu besar: {width} × {height} piksel", width=opened.width,
                                height=opened.height)  # fmt: skip
                return _drawn(opened)
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return text("gambar tidak dikenal atau terlalu besar")
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, ArithmeticError, IndexError, TypeError):
        return text("gambar rusak")


def _drawn(opened: Image.Image) -> Picture:
    """Drawn anew: without metadata, on white, no larger than needed."""
    is_photo = opened.format == "JPEG"
    image = opened.convert("RGBA")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    page = Image.new("RGB", image.size, "white")
    page.paste(image, mask=image.getchannel("A"))
    if not is_photo:
        data = _saved(page, "PNG")
        if len(data) <= MAX_BYTES:
            return Picture(data, ".png")
        few = page.quantize(_FEW_COLOURS)
        data = _saved(few, "PNG")
        if len(data) <= MAX_BYTES:
            return Picture(data, ".png")
    data = _saved(page, "JPEG")
    for side in (LONGEST_SIDE * 3 // 4, LONGEST_SIDE // 2):
        if len(data) > MAX_BYTES:
            page.thumbnail((side, side))
            data = _saved(page, "JPEG")
    return Picture(data, ".jpg")


def _saved(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    if kind == "PNG":
        image.save(file, kind, optimize=True)
    else:
        image.save(file, kind, quality=_QUALITY, progressive=True)
    return file.getvalue()
