"""Kalimat terlalu panjang.

Banyak peserta jarang membaca teks panjang. Kalimat untuk peserta paling banyak 25 kata. Kalimat untuk pelatih, uraian
gambar, serta kalimat dalam module.yaml dan program paling banyak 35 kata. Bagilah kalimat yang panjang menjadi dua,
atau ubahlah menjadi daftar.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Sekali produksi Sari menghasilkan {case}`sari.packs` yang dijual di pasar, di warung tetangga, dan kepada teman-temannya
di pengajian, padahal {term}`Omzet <omzet>` yang diterimanya dari semua tempat itu belum berarti laba.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Sekali produksi Sari menghasilkan {case}`sari.packs`. {term}`Omzet <omzet>` belum berarti laba.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText, Piece
from curriculum_kit.rules.sentences import judged, sentences, word_count

SEVERITY = Severity.WARNING

MOST_FOR_PARTICIPANTS = 25
MOST_FOR_TRAINERS = 35


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Count the words of every sentence. Where there are few blanks there are few words."""
    for piece in judged(text_of_file):
        if piece.text.count(" ") + piece.text.count("\n") < MOST_FOR_PARTICIPANTS:
            continue
        most = MOST_FOR_PARTICIPANTS if _is_read_by_participants(piece) else MOST_FOR_TRAINERS
        for start, end in sentences(piece.text):
            blanks = piece.text.count(" ", start, end) + piece.text.count("\n", start, end)
            count = word_count(piece.text[start:end]) if blanks >= most else 0
            if count > most:
                yield context.finding(
                    piece.span(start, start + len(piece.text[start:end].rstrip())),
                    text("kalimat ini terdiri atas {count} kata; paling banyak {most}", count=count, most=most),
                    text("Bagilah kalimat ini menjadi dua, atau tulis sebagai daftar."),
                )


def _is_read_by_participants(piece: Piece) -> bool:
    """Whether a piece is text for participants and neither a formal description nor the words for a picture."""
    is_formal = piece.file.endswith("module.yaml") or piece.file.startswith("programmes/")
    return not (piece.trainer_only or is_formal or piece.kind == "option")
