"""What the first words of a box or line say about it: "Latihan 2", "Kasus", "Kunci jawaban"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from curriculum_kit.importer.guarded import TRAINERS, is_key_title, is_note_title
from curriculum_kit.importer.story import Paragraph
from curriculum_kit.importer.typed import BULLET, LETTER, NUMBER, ROOM, name_of

_KINDS = {
    "answer": r"kunci(?: jawaban| latihan| soal)?|jawab(?:an)?(?:(?: yang)? (?:benar|tepat|diharapkan))?"
    r"|pembahasan|penyelesaian",
    "trainer-note": rf"catatan (?:untuk )?{TRAINERS}|untuk {TRAINERS}",
    "case": r"(?:studi )?kasus|cerita|ilustrasi",
    "exercise": r"(?:soal )?latihan(?: soal| mandiri| kelompok)?|tugas(?: teori| praktik| mandiri| kelompok| individu)?"
    r"|soal(?: (?:latihan|uraian|esai|formatif))?|lembar (?:kerja|latihan)|praktik|pertanyaan|(?:tes|evaluasi) formatif"
    r"|uji kompetensi",
    "example": r"contoh(?: soal| kasus| perhitungan| hitungan)?",
    "tip": r"kiat|tips?|saran|petunjuk praktis",
    "warning": r"perhatian|awas|peringatan|penting|hati-hati|ingat",
    "discussion": r"(?:bahan )?diskusi(?: kelompok| kelas)?|diskusikan",
    "activity": r"aktivitas|kegiatan(?: kelompok| mandiri)?|permainan|simulasi|bermain peran",
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
_TOLD = re.compile(
    r"(?P<label>(?:kunci(?: jawaban)?|jawab(?:an)?)(?:nya)?(?:(?: yang)? (?:benar|tepat|diharapkan))?"
    r" (?:adalah|ialah|yaitu))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What makes "Jawaban yang benar adalah B" an answer without a colon."""
_LONGEST_HEAD = 60
_LONGEST_LINE = 10_000
KEY_INSIDE = re.compile(
    r"(?<=[^\s:])[ \n(\[]+(?=(?:kunci(?:\s+jawaban)?|jawab(?:an)?(?:\s+(?:yang\s+)?benar)?)\s*[:=]\s*[^\s._…])",
    re.IGNORECASE,
)
"""Where a key begins behind the question that it answers."""


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of block, the words that say so, and what follows them. `is_clear`: a colon or nothing follows."""

    kind: str
    words: str
    rest: str
    is_clear: bool


def label_of(words: str) -> Label | None:
    """The label that a text begins with, or None."""
    words = " ".join(words.split())
    match = _LABEL.match(words)
    if match is None:
        return _guarded(words)
    kind = next(_NAMES[n] for n in range(len(_NAMES)) if match[f"k{n}"] is not None)
    if kind == "answer" and (told := _TOLD.match(words)):
        return Label(kind, told["label"], told["rest"].strip(), is_clear=True)
    clear = bool(match["stop"].strip()) or not match["rest"]
    label = Label(kind, match["label"] + match["stop"].rstrip(), match["rest"].strip(), clear)
    return label if clear else _guarded(words) or label


def _guarded(words: str) -> Label | None:
    """A label of what only trainers may see that is told by the words before a colon: "Contoh jawaban soal 1: …"."""
    head, colon, rest = words.partition(":")
    if not colon or len(head) > _LONGEST_HEAD:
        return None
    for kind, is_meant in (("answer", is_key_title), ("trainer-note", is_note_title)):
        if is_meant(head):
            return Label(kind, head + colon, rest.strip(), is_clear=True)
    return None


def tells_key(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether one of these says an answer, a key or a note for trainers, at its beginning or behind a question."""
    said = [paragraph.text for paragraph in paragraphs if paragraph.text]
    for at, words in enumerate(said):
        bare = next((words[match.end() :] for form in (BULLET, NUMBER, LETTER) if (match := form.match(words))), words)
        label = line_label(bare, is_bold=False)
        if label and not all(ROOM.fullmatch(each) for each in (label.rest, *said[at + 1 :])):
            return True
        if KEY_INSIDE.search(words[:_LONGEST_LINE]):
            return True
    return False


def heading_label(words: str) -> Label | None:
    """The label of a heading: "Latihan 1 Menghitung HPP", "d. Kunci jawaban"; not "Contoh usaha di desa"."""
    if len(words) > LONGEST:
        return None
    bare = name_of(words)
    before = words[: len(words) - len(bare)]
    label = label_of(bare)
    if label is not None and label.is_clear and not label.words.lower().startswith(_CHAPTERS):
        return Label(label.kind, before + label.words, label.rest, is_clear=True)
    for kind, is_meant in (("answer", is_key_title), ("trainer-note", is_note_title)):
        if is_meant(bare):
            return Label(kind, words, "", is_clear=True)
    if label is None or label.kind in _ALWAYS:
        return None
    numbered = any(sign.isdigit() for sign in label.words)
    return Label(label.kind, before + label.words, label.rest, label.is_clear) if numbered else None


def line_label(words: str, *, is_bold: bool) -> Label | None:
    """The label of a line that opens a block without a frame: bold and short, or the beginning of an answer."""
    label = label_of(words)
    if label is None or not label.is_clear:
        return None
    if label.kind in _ALWAYS:
        return label
    short = len(words) <= LONGEST
    return label if short and is_bold else None
