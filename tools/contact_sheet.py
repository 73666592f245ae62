"""Draw docs/images/books-contact-sheet.png: one page of each type, from books that were built.

    ck build --only books --module kwu-05
    python tools/contact_sheet.py build-partial

The pages are found by words that stand on them, so that the sheet can be drawn again after any change.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image

TARGET = Path("docs/images/books-contact-sheet.png")
COLUMNS, ROWS = 4, 3
WIDTH, HEIGHT, GAP = 296, 419, 12
"""Pixels: an A4 page at about 36 dpi, and what is between two pages."""

A4_HEIGHT = 841.89
GROUND = (120, 120, 120)
COLOURS = 48


class Shot(NamedTuple):
    """A page: the book below `unduhan/<module>`, words that stand on it, and how many such pages to pass over."""

    book: str
    words: tuple[str, ...]
    skip: int = 0


SHOTS = (
    Shot("participant/{}/buku-kerja.pdf", ("Lembaga pelatihan", "Nama peserta")),
    Shot("participant/{}/buku-kerja.pdf", ("Enam kegiatan belajar",)),
    Shot("participant/{}/buku-kerja.pdf", ("Yang akan Anda pelajari",)),
    Shot("participant/{}/buku-kerja.pdf", ("Aktivitas", "Cara kerja:", "Bahan:")),
    Shot("participant/{}/buku-kerja.pdf", ("Latihan", "Jenis biaya", "Harga satuan")),
    Shot("trainer/{}/buku-pegangan.pdf", ("Rencana sesi", "Kegiatan pelatih")),
    Shot("trainer/{}/buku-pegangan.pdf", ("Catatan pelatih", "Diskusi", "Tanpa listrik")),
    Shot("trainer/{}/buku-pegangan.pdf", ("Silabus:", "Kriteria unjuk kerja")),
    Shot("trainer/{}/buku-penilaian.pdf", ("Soal, kunci, dan jawaban", "KUNCI")),
    Shot("trainer/{}/buku-penilaian.pdf", ("Aturan keputusan", "Tanda tangan:", "Daftar cek")),
    Shot("participant/{}/buku-kerja-a5.pdf", ("Aktivitas", "Cara kerja:", "Bahan:")),
    Shot("participant/{}/buku-kerja.pdf", ("Telepon atau WhatsApp",)),
)


def contact_sheet(build: Path, module: str) -> Image.Image:
    """The sheet. Raises `LookupError` when a book or a page is missing."""
    sheet = Image.new("RGB", (COLUMNS * (WIDTH + GAP) + GAP, ROWS * (HEIGHT + GAP) + GAP), GROUND)
    for place, large in enumerate(drawn(build, module)):
        page = large.resize((large.width // 2, large.height // 2), Image.Resampling.LANCZOS)
        left = GAP + place % COLUMNS * (WIDTH + GAP) + (WIDTH - page.width) // 2
        top = GAP + place // COLUMNS * (HEIGHT + GAP) + (HEIGHT - page.height) // 2
        sheet.paste(page, (left, top))
    return sheet.quantize(COLOURS, dither=Image.Dither.NONE)


def drawn(build: Path, module: str) -> Iterator[Image.Image]:
    """The pages of `SHOTS`, twice as large as they are shown."""
    for shot in SHOTS:
        audience, _, name = shot.book.partition("/")
        path = build / audience / "unduhan" / name.format(module)
        document = pypdfium2.PdfDocument(path)
        try:
            page = list(_pages_with(document, shot.words))[shot.skip]
            scale = min(HEIGHT / A4_HEIGHT, WIDTH / page.get_width())  # A5 looks small beside A4, as it is
            yield page.render(scale=2 * scale).to_pil().convert("RGB")
        except IndexError as error:
            raise LookupError(f"{path}: no page with {shot.words}") from error
        finally:
            document.close()


def _pages_with(document: pypdfium2.PdfDocument, words: tuple[str, ...]) -> Iterator[pypdfium2.PdfPage]:
    for page in document:
        text = page.get_textpage().get_text_range()
        if all(word in text for word in words):
            yield page


def main() -> None:
    """Draw the sheet of the books in a folder of output."""
    build = Path(sys.argv[1] if len(sys.argv) > 1 else "build-partial")
    module = sys.argv[2] if len(sys.argv) > 2 else "kwu-05"  # noqa: PLR2004
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    contact_sheet(build, module).save(TARGET, optimize=True)
    sys.stdout.write(f"{TARGET}: {TARGET.stat().st_size // 1000} KB\n")


if __name__ == "__main__":
    main()
