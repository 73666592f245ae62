"""Jamak dinyatakan dua kali.

Kata para, banyak, beberapa, dan sejumlah sudah berarti lebih dari satu, jadi kata sesudahnya tidak perlu diulang: para
peserta, banyak buku, atau cukup buku-buku.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Banyak teman-teman menitip kepadanya.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Banyak teman menitip kepadanya.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import judged

SEVERITY = Severity.WARNING

_PLURALS = ("para", "banyak", "beberapa", "sejumlah", "berbagai")
_NOUNS = """
alat anak angka bagian bahan bapak barang benda biaya buah buku cara catatan contoh data daerah desa dokumen foto gambar
guru harga hal ibu instruktur istilah jawaban jenis kartu karyawan kata kegiatan kelompok keluarga konsumen kota langkah
lembaga masalah mesin metode modal negara nama orang pabrik pedagang pegawai pekerja pelaku pelanggan pelatih pembeli
pemasok pemuda pengusaha penjual pengrajin perajin perempuan pertanyaan peserta petani produk remaja resep rumah saran
siswa soal tamu teman tempat tetangga toko tugas tukang unsur usaha warga warung wilayah
"""
_COUNTED = frozenset(_NOUNS.split())
"""Nouns whose doubling is a plural, other than `oleh-oleh`, `undang-undang` or `rata-rata`."""
_TWICE = re.compile(rf"(?<![\w-])({'|'.join(_PLURALS)})\s+([^\W\d_]+)-\2(?:nya)?(?![\w-])", re.IGNORECASE)


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look for doubled nouns behind words that already mean several."""
    if "-" not in text_of_file.lowered or text_of_file.words.isdisjoint(_PLURALS):
        return
    for piece in judged(text_of_file):
        for match in _TWICE.finditer(piece.unquoted) if "-" in piece.text else ():
            if match[2].lower() in _COUNTED:
                yield context.finding(
                    piece.span(*match.span()),
                    text('"{words}" menyatakan jamak dua kali', words=" ".join(match[0].split())),
                    text('Tulis "{one}" atau "{other}".', one=f"{match[1]} {match[2]}", other=f"{match[2]}-{match[2]}"),
                )
