"""Why a Word file is refused, in words."""

from __future__ import annotations

from curriculum_kit.diagnostics import Text, text

MEGABYTE = 1_000_000
MAX_BYTES = 60 * MEGABYTE
MAX_UNPACKED = 250 * MEGABYTE
MAX_XML = 40 * MEGABYTE
MAX_PARTS = 3_000
MAX_PARAGRAPHS = 60_000
SECONDS = 60
"""The time of the clock that one file may take. A book of a hundred pages takes one second."""


class Refuse(Exception):
    """The file is not read on. `reason` is a key of `REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


REASONS: dict[str, Text] = {
    "not-a-file": text("bukan berkas biasa (tautan atau alat)"),
    "unreadable": text("berkas tidak dapat dibuka"),
    "too-large": text("berkas lebih besar dari {limit} MB", limit=MAX_BYTES // MEGABYTE),
    "not-docx": text("bukan berkas Word (.docx); buka di Word atau LibreOffice, lalu simpan sebagai .docx"),
    "old-word": text("berkas Word lama (.doc); buka di Word atau LibreOffice, lalu simpan sebagai .docx"),
    "odt": text("berkas LibreOffice (.odt); buka di LibreOffice, lalu simpan sebagai .docx"),
    "rtf": text("berkas RTF; buka di Word atau LibreOffice, lalu simpan sebagai .docx"),
    "pdf": text("berkas PDF; yang dapat dibaca hanya berkas Word asalnya (.docx)"),
    "locked": text("berkas terkunci dengan kata sandi; simpan tanpa kata sandi"),
    "broken": text("berkas rusak atau terpotong; simpan ulang dari Word"),
    "too-many-parts": text("berkas memuat lebih dari {limit} bagian", limit=MAX_PARTS),
    "bomb": text("isi berkas menjadi terlalu besar saat dibuka; kecilkan gambarnya di Word, lalu simpan ulang"),
    "unsafe-name": text(
        "susunan berkas tidak seperti buatan Word (nama bagian menunjuk ke luar); simpan ulang dari Word"
    ),
    "link": text("susunan berkas tidak seperti buatan Word (ada pintasan ke berkas lain); simpan ulang dari Word"),
    "double": text("susunan berkas tidak seperti buatan Word (dua bagian bernama sama); simpan ulang dari Word"),
    "macro": text("berkas memuat program (makro); simpan sebagai .docx biasa"),
    "entities": text("berkas memuat bagian (DTD) yang tidak pernah ditulis Word; simpan ulang dari Word"),
    "too-deep": text("tabel atau kotak di dalam berkas bersarang terlalu dalam; sederhanakan susunannya"),
    "too-many-paragraphs": text(
        "berkas memuat lebih dari {limit} paragraf; bagi menjadi beberapa berkas", limit=MAX_PARAGRAPHS
    ),
    "empty": text("berkas tidak memuat teks"),
    "too-slow": text("pembacaan memakan lebih dari {seconds} detik; bagi menjadi beberapa berkas", seconds=SECONDS),
    "died": text("pembaca berhenti tiba-tiba; berkas mungkin sengaja dirusak"),
}
"""By the key that travels between processes."""
