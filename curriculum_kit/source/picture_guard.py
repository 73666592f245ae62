"""Pictures are looked into before they are copied to a website or drawn into a book.

An SVG must be a still drawing (`svg_guard`); a PNG or JPEG must be one, and not so large that drawing it eats the
memory.
"""

from __future__ import annotations

import struct
from pathlib import PurePosixPath

from curriculum_kit.diagnostics import text
from curriculum_kit.source.path_guard import Refusal
from curriculum_kit.source.svg_guard import check_svg
from curriculum_kit.source.text_files import shown

PICTURES = (".svg", ".png", ".jpg", ".jpeg")
MAX_PIXELS = 40_000_000
HEAD_BYTES = 1024 * 1024
"""How much of a PNG or JPEG must be read to know its size."""

_FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def check_picture(name: str, content: bytes) -> Refusal | None:
    """Why a picture must not be used, or None. Of PNG and JPEG the first `HEAD_BYTES` suffice, of SVG all is needed."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".svg":
        return check_svg(name, content)
    if suffix not in PICTURES:
        return Refusal(
            "SAFE906",
            text('"{file}" bukan gambar yang dapat dipakai', file=shown(name)),
            text("Gambar yang dipakai: {kinds}.", kinds=", ".join(PICTURES)),
        )
    size = pixels(name, content)
    if size is None or not all(size):
        return Refusal(
            "SAFE906",
            text('isi "{file}" bukan gambar {kind}', file=shown(name), kind=suffix.removeprefix(".").upper()),
            text("Simpan ulang gambar dari program gambar; jangan hanya mengganti akhiran namanya."),
        )
    width, height = size
    if width * height > MAX_PIXELS:
        return Refusal(
            "SAFE906",
            text('"{file}" terlalu besar: {width} × {height} piksel', file=shown(name), width=width, height=height),
            text("Kecilkan gambar; lebar 2000 piksel cukup untuk satu halaman A4."),
        )
    return None


def pixels(name: str, content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None when it is none."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".png" and content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png_size(content)
    is_jpeg = suffix in {".jpg", ".jpeg"} and content.startswith(b"\xff\xd8\xff")
    return _jpeg_size(content) if is_jpeg else None


def _png_size(content: bytes) -> tuple[int, int] | None:
    if content[12:16] != b"IHDR" or len(content) < 24:  # noqa: PLR2004 - fixed places in the header
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame header; marker by marker, as the file is built."""
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:  # noqa: PLR2004 - every marker begins so
            return None
        marker = content[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - fill byte
            at += 1
            continue
        if marker in _FRAME_HEADERS:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None
