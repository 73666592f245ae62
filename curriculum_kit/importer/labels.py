"""What the first words of a box or line say about it: "Latihan 2", "Kasus", "Kunci jawaban"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KINDS = {
    "answer": r"kunci(?: jawaban| latihan| soal)?|jawab(?:an)?|pembahasan|penyelesaian",
    "trainer-note": r"catatan (?:untuk )?(?:pelatih|instruktur|fasilitator|narasumber)|untuk (?:pelatih|instruktur)",
    "case": r"(?:studi )?kasus|cerita|ilustrasi",
    "exercise": r"(?:soal )?latihan(?: soal| mandiri| kelompok)?|tugas(?: teori| praktik| mandiri| kelompok| individu)?"
    r"|soal|lembar (?:kerja|latihan)|praktik",
    "example": r"contoh(?: soal| kasus| perhitungan| hitungan)?",
    "tip": r"kiat|tips?|saran|petunjuk praktis",
    "warning": r"perhatian|awas|peringatan|penting|hati-hati|ingat",
    "discussion": r"(?:bahan )?diskusi(?: kelompok| kelas)?|diskusikan",
    "activity": r"aktivitas|kegiatan(?: kelompok| mandiri| belajar)?|permainan|simulasi|bermain peran",
    "key-points": r"pokok penting|rangkuman|ringkasan|poin penting|simpulan|kesimpulan|intisari",
    "reflect": r"pikirkan|refleksi|renungkan",
    "check": r"pemeriksaan|periksa(?: pemahaman)?|cek pemahaman|uji pemahaman",
    "reference": r"baca referensi|referensi",
    "reading": r"membaca|bacaan",
}
_LABEL = re.compile(
    r"(?P<label>(?:" + "|".join(f"(?P<k{n}>{words})" for n, words in enumerate(_KINDS.values())) + r")"
    r"(?:\s+(?:\d+(?:\.\d+)*|[ivx]+|[a-h])(?![\w]))?)(?P<stop>\s*[:.!?–—-]+(?=\s|$)|\s*$|\s+)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
LONGEST = 90
"""A label with a title is short; a longer line that begins so is a sentence."""
QUESTIONS = frozenset({"exercise", "check", "case"})
"""Blocks that hold an answer."""
_NAMES = tuple(_KINDS)
_CHAPTERS = ("pembahasan", "penyelesaian")
"""As headings these are chapters, not answers."""
_ALWAYS = frozenset({"answer", "trainer-note"})


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of block, the words that say so, and what follows them. `is_clear`: a colon or nothing follows."""

    kind: str
    words: str
    rest: str
    is_clear: bool


def label_of(words: str) -> Label | None:
    """The label that a text begins with, or None."""
    match = _LABEL.match(" ".join(words.split()))
    if match is None:
        return None
    kind = next(_NAMES[n] for n in range(len(_NAMES)) if match[f"k{n}"] is not None)
    clear = bool(match["stop"].strip()) or not match["rest"]
    return Label(kind, match["label"] + match["stop"].rstrip(), match["rest"].strip(), clear)


def heading_label(words: str) -> Label | None:
    """The label of a heading: "Latihan 1 Menghitung HPP", "Kunci jawaban"; not "Contoh usaha yang berhasil di desa"."""
    label = label_of(words)
    if label is None or len(words) > LONGEST:
        return None
    if label.words.lower().startswith(_CHAPTERS):
        return None
    numbered = any(sign.isdigit() for sign in label.words)
    return label if label.is_clear or numbered or label.kind in _ALWAYS else None


def line_label(words: str, *, is_bold: bool) -> Label | None:
    """The label of a line that opens a block without a frame: bold and short, or the beginning of an answer."""
    label = label_of(words)
    if label is None or not label.is_clear:
        return None
    if label.kind in _ALWAYS:
        return label
    short = len(words) <= LONGEST
    return label if short and is_bold else None
