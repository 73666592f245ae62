"""The three books of a unit as training centres write them: bold titles, numbers typed by hand, forms in tables.

Every word that only trainers may see begins with `SECRET`.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

SECRET = "zrahasia"  # noqa: S105 - a word to look for
DOTS = "…" * 40


def saved(document: WordFile) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def titled(document: Any, words: str, size: int = 12) -> None:
    run = document.add_paragraph().add_run(words)
    run.bold, run.font.size = True, Pt(size)


def lines(document: Any, *words: str) -> None:
    for each in words:
        document.add_paragraph(each)


def rows(document: WordFile, *cells: str, width: int = 0) -> Any:
    """A table; each row is written with bars between its cells."""
    parted = [row.split("|") for row in cells]
    table = document.add_table(len(parted), width or len(parted[0]), "Table Grid")
    for row, words in zip(table.rows, parted, strict=True):
        for cell, each in zip(row.cells, words, strict=False):
            cell.text = each.strip()
    return table


def cover(document: WordFile, book: str) -> None:
    for words, size in (
        ("MODUL PELATIHAN BERBASIS KOMPETENSI", 18), ("SUB-BIDANG PENGOLAHAN PANGAN", 14), ("MEMBUAT ROTI MANIS", 20),
        ("C.10ROT00.001.1", 14), (book, 22),
    ):  # fmt: skip
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(words)
        run.bold, run.font.size = True, Pt(size)
    lines(document, "Balai Latihan Kerja Contoh", "Jalan Contoh Nomor 1, Pringsewu", "2024")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.sections[0].header.paragraphs[0].text = f"Modul Pelatihan Berbasis Kompetensi\t{book}"
    document.sections[0].footer.paragraphs[0].text = "Judul Modul: Membuat Roti Manis\tVersi: 2024\tHalaman 1 dari 30"


def information_book(_: Path) -> bytes:
    """Buku Informasi of 2013: one chapter for each element with A knowledge, B skills, C attitude."""
    document = Document()
    cover(document, "BUKU INFORMASI")
    titled(document, "KATA PENGANTAR", 14)
    lines(document, "Puji syukur kami panjatkan. Modul ini disusun untuk peserta pelatihan.", "Pringsewu, Januari 2024")
    titled(document, "DAFTAR ISI", 14)
    for words, page in (("KATA PENGANTAR", "2"), ("BAB I PENDAHULUAN", "4"), ("A. Tujuan Umum", "4"),
                        ("BAB II MENYIAPKAN BAHAN", "6")):  # fmt: skip
        document.add_paragraph(f"{words} {'.' * 30} {page}")
    titled(document, "BAB I", 14)
    titled(document, "PENDAHULUAN", 14)
    titled(document, "A. TUJUAN UMUM")
    lines(document, "Setelah mempelajari modul ini peserta mampu membuat roti manis.")
    titled(document, "B. TUJUAN KHUSUS")
    lines(document, "Adapun tujuan mempelajari unit kompetensi ini adalah:", "1. Menyiapkan bahan.", "2. Menguleni.")
    titled(document, "BAB II", 14)
    titled(document, "MENYIAPKAN BAHAN", 14)
    titled(document, "A. Pengetahuan yang Diperlukan dalam Menyiapkan Bahan")
    lines(document, "1. Jenis tepung", "Tepung terigu protein tinggi dipakai untuk roti.", "a. Protein tinggi",
          "b. Protein sedang", "1) Untuk kue", "2) Untuk mi")  # fmt: skip
    rows(document, "No|Jenis tepung|Kadar protein", "1|Tinggi|12–14 persen", "2|Sedang|9–11 persen")
    document.add_paragraph("Tabel 2.1 Jenis tepung terigu")
    titled(document, "B. Keterampilan yang Diperlukan dalam Menyiapkan Bahan")
    lines(document, "1. Menimbang bahan", "2. Mengayak tepung")
    titled(document, "C. Sikap Kerja yang Diperlukan dalam Menyiapkan Bahan")
    lines(document, "Harus bersikap:", "1. Teliti menimbang", "2. Bersih")
    titled(document, "BAB III", 14)
    titled(document, "MENGULENI ADONAN", 14)
    titled(document, "A. Pengetahuan yang Diperlukan")
    lines(document, "Adonan diuleni sampai kalis. Suhu\tdiukur\tdengan termometer.")
    titled(document, "Catatan Instruktur")
    lines(document, f"Sediakan {SECRET}adonan yang sudah kalis sebagai contoh.")
    titled(document, "DAFTAR PUSTAKA", 14)
    titled(document, "A. Buku Referensi")
    lines(document, "1. Tim Penulis Contoh. 2019. Dasar-dasar Membuat Roti. Bandung: Penerbit Contoh.",
          "2. Sari, Dewi (2021). Roti Manis untuk Pemula. Jakarta: Pustaka Contoh.")  # fmt: skip
    titled(document, "B. Referensi Lainnya")
    lines(document, "1. https://contoh.example/roti, diakses 2 Januari 2024")
    titled(document, "DAFTAR PERALATAN/MESIN DAN BAHAN", 14)
    titled(document, "A. Daftar Peralatan/Mesin")
    rows(document, "No.|Nama Peralatan/Mesin|Keterangan", "1.|Timbangan digital|Kapasitas 5 kg", "2.|Mixer spiral|",
         "3.|Oven gas|Dua tingkat")  # fmt: skip
    titled(document, "B. Daftar Bahan")
    rows(document, "No.|Nama Bahan|Spesifikasi|Satuan|Jumlah|Keterangan", "1.|Tepung terigu|Protein tinggi|kg|16|",
         "2.|Ragi|Instan|gram|500|Simpan dingin")  # fmt: skip
    titled(document, "DAFTAR PENYUSUN", 14)
    rows(document, "No.|Nama|Profesi", "1.|Dewi Contoh|Instruktur BLK Contoh", "2.|Budi Contoh|Instruktur")
    return saved(document)


def _theory(document: WordFile, chapter: str) -> None:
    titled(document, "A. Tugas Teori")
    rows(document, "Perintah|:|Jawablah soal di bawah ini", "Waktu Penyelesaian|:|30 menit", "Soal|:|")
    for number, words in ((1, "Sebutkan tiga jenis tepung!"), (2, f"Mengapa {chapter} penting?")):
        lines(document, f"{number}. {words}", "Jawaban:", DOTS, DOTS)
    titled(document, "Lembar Evaluasi Tugas Teori")
    lines(document, "Semua kesalahan harus diperbaiki terlebih dahulu sebelum ditandatangani.")
    rows(document, "No.|Benar|Salah", "1.||", "2.||")
    lines(document, "Apakah semua pertanyaan Tugas Teori dijawab dengan benar dalam waktu yang telah ditentukan?")
    rows(document, "|YA|TIDAK", "Catatan Penilai||")
    rows(document, "|NAMA|TANDA TANGAN", "PESERTA|..........|..........", "PENILAI|..........|..........")


def work_book(_: Path) -> bytes:
    """Buku Kerja of 2013: tasks with room to write, and the checklists that trainers fill in."""
    document = Document()
    cover(document, "BUKU KERJA")
    titled(document, "BAB I", 14)
    titled(document, "PENDAHULUAN", 14)
    lines(document, "Buku kerja ini dipakai bersama buku informasi.")
    titled(document, "BAB II", 14)
    titled(document, "MENYIAPKAN BAHAN", 14)
    _theory(document, "menimbang")
    titled(document, "B. Tugas Praktik")
    lines(document, "1. Elemen Kompetensi\t: Menyiapkan bahan", "2. Waktu Penyelesaian\t: 120 menit",
          "3. Tujuan Penugasan\t: Setelah tugas ini peserta mampu:", "a. Menimbang bahan", "b. Mengayak tepung",
          "4. Daftar Alat/Mesin dan Bahan:")  # fmt: skip
    rows(document, "NO|NAMA BARANG|SPESIFIKASI|KETERANGAN", "A.|ALAT||", "1.|Timbangan|5 kg|", "B.|BAHAN||",
         "1.|Tepung|Protein tinggi|2 kg")  # fmt: skip
    lines(document, "5. Langkah Kerja", "a. Siapkan timbangan.", "b. Timbang tepung 1 kg.")
    titled(document, "6. Daftar Cek Unjuk Kerja Tugas I")
    table = rows(document, "NO|DAFTAR TUGAS/INSTRUKSI|POIN YANG DICEK|PENCAPAIAN||PENILAIAN|", "|||YA|TIDAK|K|BK",
                 f"1.|Menimbang bahan|Berat {SECRET}tepat sampai gram||||", "2.|Mengayak|Bersih||||")  # fmt: skip
    table.cell(0, 3).merge(table.cell(0, 4))
    table.cell(0, 5).merge(table.cell(0, 6))
    for column in (0, 1, 2):
        table.cell(0, column).merge(table.cell(1, column))
    lines(document, "Apakah semua instruksi kerja tugas praktik dilaksanakan dengan benar?")
    titled(document, "C. Pengamatan Sikap Kerja")
    titled(document, "CEKLIS PENGAMATAN SIKAP KERJA")
    rows(document, "Indikator Unjuk Kerja|No. KUK|K|BK|Keterangan", f"1. Harus {SECRET}teliti menimbang|1.1|||",
         "2. Harus bersih|1.2|||", "Catatan:||||")  # fmt: skip
    lines(document, "Tanda Tangan Peserta : ........................", "Tanda Tangan Instruktur : ..................")
    titled(document, "BAB III", 14)
    titled(document, "MENGULENI ADONAN", 14)
    _theory(document, "menguleni")
    titled(document, "Kunci Jawaban Tugas Teori", 14)
    lines(document, f"1. {SECRET}tinggi, sedang, rendah", f"2. Supaya {SECRET}takarannya sama")
    return saved(document)


def assessment_book(_: Path) -> bytes:
    """Buku Penilaian of 2013: a theory test of several forms, a practical test, attitudes, keys in the annex."""
    document = Document()
    cover(document, "BUKU PENILAIAN")
    titled(document, "BAB I", 14)
    titled(document, "PENILAIAN TEORI", 14)
    titled(document, "A. Lembar Penilaian Teori")
    rows(document, "Unit Kompetensi|: Membuat Roti Manis", "Diklat|: Pembuatan Roti", "Waktu|: 60 menit")
    titled(document, "PETUNJUK UMUM")
    lines(document, "1. Jawablah materi tes ini pada lembar jawaban.", "2. Periksa kembali jawaban Anda.")
    titled(document, "I. Pilihan Ganda")
    lines(document, "Pilihlah satu jawaban yang paling benar.")
    for number, stem in ((1, "Tepung untuk roti adalah…"), (2, "Ragi disimpan di…")):
        document.add_paragraph(f"{number}. {stem}")
        document.add_paragraph("a. Protein tinggi\tb. Protein sedang" if number == 1 else "a. Lemari es\tb. Meja")
        document.add_paragraph("c. Protein rendah\td. Maizena" if number == 1 else "c. Oven\td. Jemuran")
    titled(document, "II. Benar Salah")
    rows(document, "No|Pernyataan|B|S", "1|Adonan kalis tidak lengket.||", "2|Oven tidak perlu dipanaskan.||")
    titled(document, "III. Menjodohkan")
    rows(document, "No|Pernyataan|Pilihan", "1|Alat menimbang|a. Oven", "2|Alat memanggang|b. Timbangan")
    titled(document, "IV. Esai")
    lines(document, "1. Jelaskan ciri adonan kalis!", "2. Sebutkan bahan roti manis!")
    titled(document, "B. Lembar Kunci Jawaban")
    lines(document, "Pilihan ganda")
    rows(document, "No. Soal|Kunci Jawaban|Skor", "1|a|10", "2|A|10")
    lines(document, "Esai", f"1. Lentur dan {SECRET}tidak lengket", f"2. Tepung, {SECRET}ragi, gula")
    titled(document, "BAB II", 14)
    titled(document, "PENILAIAN PRAKTIK", 14)
    lines(document, "Judul Unit Kompetensi: Membuat Roti Manis", "Petunjuk", "1. Baca tugas dengan saksama.")
    titled(document, "Skenario")
    lines(document, "Buatlah dua belas roti manis dalam tiga jam.")
    table = rows(document, "NO|DAFTAR TUGAS/INSTRUKSI|POIN YANG DICEK|PENCAPAIAN||PENILAIAN|", "|||YA|TIDAK|K|BK",
                 f"1.|Menguleni|Adonan {SECRET}kalis||||", "2.|Memanggang|Warna kuning merata||||")  # fmt: skip
    table.cell(0, 3).merge(table.cell(0, 4))
    table.cell(0, 5).merge(table.cell(0, 6))
    rows(document, "Kriteria|Skor 3|Skor 2|Skor 1|Bobot", f"Rasa|{SECRET}Manis pas|Kurang manis|Hambar|40",
         "Tekstur|Lembut merata|Agak keras|Keras|60")  # fmt: skip
    titled(document, "BAB III", 14)
    titled(document, "PENILAIAN SIKAP KERJA", 14)
    titled(document, "CEKLIS PENILAIAN SIKAP KERJA")
    rows(document, "INDIKATOR UNJUK KERJA|NO. KUK|K|BK|KETERANGAN", f"1. Harus {SECRET}teliti|1.1|||",
         "2. Harus bersih|1.2|||")  # fmt: skip
    titled(document, "LAMPIRAN 1: KUNCI JAWABAN PENILAIAN TEORI", 14)
    lines(document, f"II. 1. B 2. S {SECRET}benarsalah", f"III. 1. b, 2. a {SECRET}jodoh")
    return saved(document)


def silabus(_: Path) -> bytes:
    """A programme sheet in landscape: the silabus with all its columns and the time in JP."""
    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = (
        document.sections[0].page_height, document.sections[0].page_width,
    )  # fmt: skip
    titled(document, "PROGRAM PELATIHAN BERBASIS KOMPETENSI", 16)
    rows(document, "Judul Program|:|Pembuatan Roti", "Jenjang|:|Tidak berjenjang", "Lama Pelatihan|:|40 JP @45 menit")
    titled(document, "KURIKULUM", 14)
    rows(document, "NO|UNIT KOMPETENSI|KODE UNIT|PERKIRAAN WAKTU PELATIHAN||", "|||Pengetahuan|Keterampilan|Jumlah",
         "I|KELOMPOK UNIT KOMPETENSI||||", "1.1|Membuat Roti Manis|C.10ROT00.001.1|10|30|40")  # fmt: skip
    titled(document, "SILABUS", 14)
    lines(document, "Unit Kompetensi : Membuat Roti Manis", "Kode Unit : C.10ROT00.001.1", "Perkiraan Waktu : 40 JP")
    table = rows(
        document, "ELEMEN KOMPETENSI|KRITERIA UNJUK KERJA|INDIKATOR UNJUK KERJA|MATERI PELATIHAN|||"
        "PERKIRAAN WAKTU PELATIHAN|", "|||PENGETAHUAN (P)|KETERAMPILAN (K)|SIKAP (S)|PENGETAHUAN|KETERAMPILAN",
        "1. Menyiapkan bahan|1.1 Bahan ditimbang sesuai resep.|1.1.1 Dapat menjelaskan jenis tepung (P)\n"
        "1.1.2 Mampu menimbang bahan (K)\n1.1.3 Harus teliti (S)|Jenis tepung\nSatuan berat|Menimbang|Teliti|2|6",
        "|1.2 Tepung diayak.|• Dapat menjelaskan guna ayakan\n• Mampu mengayak\n• Harus bersih|Guna ayakan|Mengayak|"
        "Bersih|1|3",
        "2. Menguleni adonan|2.1 Adonan diuleni sampai kalis.|Dapat menjelaskan ciri kalis|Ciri kalis|Uleni|Sabar|2|8",
        "JUMLAH||||||5|17",
    )  # fmt: skip
    table.cell(0, 3).merge(table.cell(0, 5))
    table.cell(0, 6).merge(table.cell(0, 7))
    for column in (0, 1, 2):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(5, 0).merge(table.cell(5, 5))
    titled(document, "RENCANA PELAKSANAAN PEMBELAJARAN", 14)
    plan = rows(
        document, "TAHAP|KEGIATAN||METODE|MEDIA|WAKTU", "|INSTRUKTUR|PESERTA|||",
        f"Pendahuluan|Membuka dan {SECRET}menyapa|Menjawab salam|Ceramah|Papan tulis|10 menit",
        f"Inti|Memperagakan {SECRET}uleni|Menguleni|Demonstrasi|Mixer|70 menit",
        "Penutup|Merangkum|Bertanya|Tanya jawab||10 menit",
    )  # fmt: skip
    plan.cell(0, 1).merge(plan.cell(0, 2))
    return saved(document)


def contents_field(document: WordFile) -> None:
    """A table of contents that Word has filled in."""
    entries = "".join(
        f"<w:r><w:t>{words}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{page}</w:t></w:r></w:p><w:p>"
        for page, words in enumerate(("Kata Pengantar", "BAB I Adonan", "BAB II Kunci Jawaban"), 1)
    )
    marks = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
    field = (
        f'<w:p>{marks("begin")}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>{marks("separate")}{entries}'
        f"{marks('end')}</w:p>"
    )
    for each in parse_xml(f"<w:body {nsdecls('w')}>{field}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, each)
