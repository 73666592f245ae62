"""Word files that nobody would write: whatever is put together, no word is lost and the check finds no error."""

from __future__ import annotations

import random
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from curriculum_kit.importer import write_module
from curriculum_kit.importer.draft import draft
from curriculum_kit.importer.reader import read
from tests.importer.conftest import Imported
from tests.importer.making import by_hand, p
from tests.importer.ministry_books import SECRET
from tests.importer.seen import seen
from tests.importer.test_hostile import HOSTILE_WORDS
from tests.importer.test_words import errors, lost
from tests.project import Project

LINES = [
    "Latihan 1", "Latihan: hitung biaya.", "Jawaban: B", "Jawaban:", "Kunci jawaban", "Contoh:", "Kasus Bu Sari",
    "Diskusi",
    "Kiat: hemat", "Perhatian", "Rangkuman", "1. Berapa biaya?", "2) Siapa?", "a. satu", "B. dua", "C. tiga", "....",
    "____",
    "BAB I", "BAB II Harga", "1.1 Alur", "Gambar 1. Alur", "Tabel 2", "Tujuan: Peserta mampu berhitung.", "Waktu: 3 JP",
    "Media: papan; spidol",
    "Kode Unit: A.1", "Evaluasi", "Soal", "Daftar Pustaka", "Silabus", "Konteks variabel",
    "Aspek kritis", "• butir", "- butir", "Catatan untuk pelatih", "1. B 2. C", "Penutup", "Kata pengantar", "Tugas",
    "Anda dinyatakan lulus dan tidak gagal.", "Rp5.000 dan 50%", "Harga: Rp 1.000,-", "kata kata", "https://a.example/x",
    f"Jawaban: {SECRET}satu", f"Kunci jawaban: {SECRET}dua", f"Berapa upah? (Jawaban: {SECRET}tiga)",
    f"Kunci Jawaban Latihan: {SECRET}empat", f"Catatan untuk instruktur: {SECRET}lima", f"2. Jawaban: {SECRET}enam",
    f"Contoh jawaban soal 2: {SECRET}tujuh", f"Jawaban yang benar adalah {SECRET}delapan", "Jawab: ..........",
    "a. satu\tb. dua\tc. tiga", "1. Apa? a. satu b. dua", "Kunci pas dan kunci ring", "Rubrik penilaian", "Petunjuk",
    "Daftar Alat dan Bahan", "Daftar Pustaka", "Sari (2020). Roti. Bandung: Contoh.", "Tujuan", "BAB III KUNCI JAWABAN",
    "MENGHITUNG BIAYA", "Lampiran 2. Pedoman penskoran", "Daftar isi", "BAB I Awal ........ 3", "Mengetahui,",
    "Tim penyusun", "Lembar evaluasi", "Menjodohkan", "Buku Kerja", "Buku Informasi", "C.10ROT00.001.1",
    *HOSTILE_WORDS,
]  # fmt: skip
HEADS = [
    ["Elemen Kompetensi", "Kriteria Unjuk Kerja", "Indikator Unjuk Kerja"], ["Elemen", "KUK"], ["No", "Bahan", "Harga"],
    ["No", "Langkah", "Ya", "Tidak"], ["Tahap", "Waktu", "Kegiatan Instruktur", "Kegiatan Peserta"], ["No", "Kunci"],
    ["Soal", "Jawaban"], ["A", "B", "C"],
    ["No", "Aspek", "Skor 3", "Skor 2", "Skor 1"], ["Kriteria", "Deskripsi", "Skor"], ["No", "Pernyataan", "B", "S"],
    ["No", "Nama Alat", "Spesifikasi", "Satuan", "Jumlah"], ["No", "Nama", "Profesi"],
    ["Indikator", "No. KUK", "K", "BK"],
    ["Waktu", ":", "60 menit"], ["Tahap", "Kegiatan", "Instruktur", "Peserta", "Menit"],
]  # fmt: skip


def _look(dice: random.Random) -> str:
    kind = dice.randrange(8)
    if kind == 0:
        return f"<w:outlineLvl w:val='{dice.randrange(4)}'/>"
    if kind == 1:
        return f"<w:numPr><w:ilvl w:val='{dice.randrange(3)}'/><w:numId w:val='1'/></w:numPr>"
    if kind == 2:
        return "<w:pBdr><w:top w:val='single'/><w:bottom w:val='single'/><w:left w:val='single'/></w:pBdr>"
    return ""


def _paragraph(dice: random.Random) -> str:
    made = p(escape(dice.choice(LINES)), _look(dice))
    if dice.random() < 0.05:
        box = (
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{_paragraph(dice)}</w:txbxContent></v:textbox></v:shape>"
        )
        made = made.replace("</w:p>", f"{box}</w:pict></w:r></w:p>")
    return made.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1) if dice.random() < 0.2 else made


def _cell(dice: random.Random, words: str | None = None, depth: int = 0) -> str:
    blocks = p(escape(words)) if words is not None else "".join(_paragraph(dice) for _ in range(dice.randrange(3)))
    if words is None and depth < 2 and dice.random() < 0.1:
        blocks += _table(dice, depth + 1)
    span = f"<w:tcPr><w:gridSpan w:val='{dice.randint(1, 3)}'/></w:tcPr>" if dice.random() < 0.1 else ""
    merge = dice.choice(["<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>"])
    return f"<w:tc>{span or (merge if dice.random() < 0.15 else '')}{blocks or '<w:p/>'}</w:tc>"


def _table(dice: random.Random, depth: int = 0) -> str:
    head = dice.choice(HEADS) if dice.random() < 0.7 else None
    columns = len(head) if head else dice.randint(1, 4)
    rows = "".join(f"<w:tr>{''.join(_cell(dice, word) for word in head)}</w:tr>" for _ in range(1) if head)
    for _ in range(dice.randint(1, 4)):
        rows += f"<w:tr>{''.join(_cell(dice, None, depth) for _ in range(columns))}</w:tr>"
    return f"<w:tbl>{rows}</w:tbl>"


def made(seed: int) -> bytes:
    dice = random.Random(seed)  # noqa: S311 - the same files every time
    parts = (_table(dice) if dice.random() < 0.2 else _paragraph(dice) for _ in range(dice.randint(3, 50)))
    return by_hand("".join(parts) + p("akhir"))


@pytest.mark.parametrize("seed", range(24))
def test_no_word_is_lost_and_nothing_is_refused(seed: int, tmp_path: Path) -> None:
    data = made(seed)
    imported = taken(data, tmp_path)
    assert lost(imported, data) == {}
    assert errors(imported) == []
    assert SECRET not in seen(imported).lower()


def taken(data: bytes, folder: Path) -> Imported:
    project = Project(folder / "kurikulum")
    draft_of = draft([("acak.docx", read(data))], "kwu-06", 6, "acak")
    write_module(draft_of, project.modules, draft_of.report.page("", "kwu-06"))
    return Imported(project, draft_of)
