"""Arti yang hanya ditunjukkan dengan warna.

Buku dicetak hitam-putih, dan sebagian pembaca sulit membedakan warna. Sebutlah bagian gambar atau tabel dengan nama,
nomor, atau letaknya, bukan dengan warnanya saja.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Perhatikan kotak hijau pada gambar.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText

SEVERITY = Severity.WARNING

_COLOURS = r"(?:merah(?:\s+muda)?|hijau|biru|kuning|oranye|jingga|ungu|abu-abu|co?kelat)"
_COLOUR = re.compile(rf"\b{_COLOURS}\b", re.IGNORECASE)
_COLOUR_WORDS = frozenset({
    "merah", "hijau", "biru", "kuning", "oranye", "jingga", "ungu", "abu", "coklat", "cokelat",
})  # fmt: skip
_COLOURED = rf"\s+(?:yang\s+)?(?:(?:ber)?warna(?:nya)?\s+)?{_COLOURS}\b"
_WORDS_OF_THE_PAGE = re.compile(
    rf"\b(?:tulisan|teks|huruf|kata|kalimat|baris|kolom|sel|isian){_COLOURED}", re.IGNORECASE
)
_SHAPES = re.compile(
    rf"\b(?:kotak|garis|batang|balok|bidang|lingkaran|panah|segitiga|bagian|titik|angka){_COLOURED}"
    rf"|\byang\s+(?:ber)?warna\s+{_COLOURS}\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:gambar|tabel|grafik|diagram|bagan|halaman|buku\s+kerja|lembar\s+kerja)\b", re.IGNORECASE)
_WORLD = re.compile(
    r"\b(?:kartu|kemasan|label|spidol|papan|bungkus|plano|kertas|stiker|spanduk|poster|layar|kalender|kaus|kain|cat|tinta"
    r"|pulpen|bolpoin|krayon|warnai|warnailah|mewarnai|logo|merek|cabai|pisang|daun|produk|botol|kotak\s+makan)\b",
    re.IGNORECASE,
)
_OTHER_SIGN = re.compile(
    r"bergaris|putus-putus|arsir|tebal|bernomor|bertanda|bertuliskan|berhuruf|\bnomor\b|paling|sebelah|kiri|kanan|\batas|\bbawah",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look for colours that point at something on the page, and at nothing in the world."""
    if text_.words.isdisjoint(_COLOUR_WORDS):
        return
    for piece in text_.pieces:
        if piece.kind == "option" or piece.official or not _COLOUR.search(piece.text):
            continue
        for sentence in _SENTENCE.finditer(piece.text):
            if _WORLD.search(sentence[0]) or _OTHER_SIGN.search(sentence[0]):
                continue
            pattern = _SHAPES if _PAGE.search(sentence[0]) else None
            match = _WORDS_OF_THE_PAGE.search(sentence[0]) or (pattern.search(sentence[0]) if pattern else None)
            if match:
                start = sentence.start() + match.start()
                yield context.finding(
                    piece.span(start, start + len(match[0])),
                    text('"{words}" hanya dapat dikenali dari warnanya', words=" ".join(match[0].split())),
                    text("Sebutlah juga nama, nomor, atau letaknya: buku dicetak hitam-putih."),
                )
