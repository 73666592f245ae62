"""Why a file is refused, in words."""

from __future__ import annotations

from curriculum_kit.collector.hostile import MAX_OBJECTS, MAX_PAGES
from curriculum_kit.diagnostics import Text, text

MAX_BYTES = 30_000_000
MEGABYTE = 1_000_000
SECONDS = 20
"""The time of the clock that one file may take. A filled book takes one second."""

REASONS: dict[str, Text] = {
    "not-a-file": text("bukan berkas biasa (tautan atau alat)"),
    "unreadable": text("berkas tidak dapat dibuka"),
    "too-large": text("berkas lebih besar dari {limit} MB", limit=MAX_BYTES // MEGABYTE),
    "not-a-pdf": text("bukan PDF"),
    "encrypted": text("PDF terkunci; minta berkas tanpa kata sandi"),
    "broken": text("PDF rusak atau terpotong; minta berkas dikirim lagi"),
    "too-many-objects": text("PDF memuat lebih dari {limit} bagian", limit=MAX_OBJECTS),
    "too-many-pages": text("PDF memuat lebih dari {limit} halaman", limit=MAX_PAGES),
    "too-many-fields": text("PDF memuat terlalu banyak isian"),
    "too-much-text": text("isiannya memuat terlalu banyak teks"),
    "too-deep": text("isi PDF bersarang terlalu dalam"),
    "script": text("PDF memuat program (JavaScript)"),
    "program": text("PDF dapat menjalankan program lain (Launch)"),
    "action": text("PDF dapat mengirim atau membuka berkas lain"),
    "foreign-form": text("PDF memuat formulir jenis lain (XFA)"),
    "attachment": text("PDF memuat berkas lampiran"),
    "media": text("PDF memuat suara atau video"),
    "no-form": text("tidak ada isian; mungkin dicetak menjadi PDF atau diratakan, bukan disimpan"),
    "scan": text("hasil pindaian atau foto, bukan PDF isian; salin jawabannya dengan tangan"),
    "other-form": text("bukan buku kerja atau lembar soal dari kurikulum ini"),
    "too-slow": text("pembacaan memakan lebih dari {seconds} detik", seconds=SECONDS),
    "died": text("pembaca PDF berhenti tiba-tiba; berkas mungkin sengaja dirusak"),
}
"""By the key that travels between processes."""


def of_other_module(module_id: str) -> Text:
    """A book of a module that this curriculum does not have."""
    return text('milik modul "{module}", yang tidak ada di kurikulum ini', module=module_id)


def of_other_sheet(module_id: str, instrument_id: str) -> Text:
    """A question sheet of an instrument that its module does not have any more."""
    return text('lembar soal "{sheet}" tidak ada lagi di modul {module}', sheet=instrument_id, module=module_id)
