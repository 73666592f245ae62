"""What only trainers may see, by the words of titles and the columns of tables: keys, notes, marks, checklists.

Where a title can be read both ways, it is taken for the trainers': a designer can show it again, a leak stays.
"""

from __future__ import annotations

import re

from curriculum_kit.importer.story import Table
from curriculum_kit.importer.typed import ROOM, name_of

TRAINERS = r"(?:pelatih|instruktur|fasilitator|narasumber|widyaiswara|pengajar|penilai|asesor|tutor|guru)"
_KEYED = (
    r"(?:jawab\w*|soal|latihan|tugas|tes|uji|kuis|evaluasi|penilaian|pilihan|esai|lembar|asesmen|bab|pre-?test|post-?test"
    r"|kegiatan|no|nomor)"
)
_OWN = r"(?:anda|saya|peserta|kelompok|kamu|siswa)"
KEY_TITLE = re.compile(
    rf"(?:lembar |daftar )?kunci(?:nya)?\s*(?:[\d:.(–-].*)?$|.*\bkunci\s+{_KEYED}\b.*"
    rf"|.*\b(?:pedoman|rambu-rambu|panduan|contoh|alternatif|model|perkiraan|soal dan) jawab(?:an)?\b(?! {_OWN}).*"
    rf"|jawaban\b(?!\s+{_OWN}\b).*|jawab\s*(?:[:.].*)?"
    r"|.*\b(?:pembahasan|penyelesaian) (?:soal|latihan|tugas|tes|kasus|kuis|jawaban|kunci)\b.*",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
"""Titles of keys. "Kunci pas" and "Kompetensi kunci" are none."""
NOTE_TITLE = re.compile(
    r"(?:catatan|panduan|pegangan|petunjuk|arahan|pedoman|saran|pesan|persiapan|peran|khusus|hanya|untuk|bagi|kepada)\s+"
    rf"(?:(?:untuk|bagi|khusus|kepada)\s+)*(?:para\s+)?{TRAINERS}\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Titles of what is said to trainers."""
MARKS_TITLE = re.compile(
    r".*\b(?:daftar (?:cek|centang|simak)|ce[ck]*k?lis|check ?list|rubrik|(?:pedoman|teknik|kriteria) penilaian"
    r"|penskoran|pengamatan sikap|penilaian sikap|instrumen (?:penilaian|asesmen|observasi)|format penilaian"
    r"|lembar (?:evaluasi|penilaian|hasil penilaian))\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Titles of papers on which trainers note what they have seen."""
_OWN_WORDS = re.compile(rf"\b(?:{_OWN}|diri|mandiri|ku)\b", re.IGNORECASE)
YES_NO = (
    frozenset({"ya", "tidak"}), frozenset({"k", "bk"}), frozenset({"kompeten", "belum kompeten"}),
    frozenset({"ya", "tdk"}), frozenset({"ada", "tidak"}), frozenset({"ada", "tidak ada"}),
    frozenset({"memenuhi", "tidak memenuhi"}), frozenset({"tercapai", "belum tercapai"}),
)  # fmt: skip
_ASSESSED = re.compile(
    r"dinilai|diamati|dicek|penilai|pencapaian|unjuk kerja|\biuk\b|\bkuk\b|instruksi|rekomendasi", re.IGNORECASE
)
_LEVEL = re.compile(
    r"(?:(?:skor|nilai|level|tingkat|skala)\s*)?(?P<score>\d{1,3})(?:\s*[-–(:=]?\s*\D*)?"
    r"|(?P<word>(?:sangat |amat )?baik|cukup|(?:sangat )?kurang|memuaskan|perlu bimbingan|sedang)(?:\s*\(?\d*\)?)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:no\.?|nomor)?\s*(?:kriteria|aspek|komponen|indikator|unsur|hal|keterampilan|sikap)\b.*", re.IGNORECASE
)
_FEW = 2
_LONGEST_HEAD = 60


def is_key_title(words: str) -> bool:
    """Whether a title says that keys follow."""
    return KEY_TITLE.fullmatch(name_of(words).strip(" :")) is not None


def is_note_title(words: str) -> bool:
    """Whether a title speaks to trainers."""
    return NOTE_TITLE.fullmatch(name_of(words)) is not None


def is_marks_title(words: str) -> bool:
    """Whether a title names a paper for marks; one that participants keep for themselves is none."""
    return MARKS_TITLE.fullmatch(name_of(words)) is not None and not _OWN_WORDS.search(words)


def heads_of(table: Table, depth: int) -> list[str]:
    """The words of the columns in lower case, from the first rows."""
    return [
        " ".join(" ".join(dict.fromkeys(row[at].text for row in table.rows[:depth])).split()).strip(" :.").lower()
        for at in range(len(table.rows[0]))
    ]


def checklist_depth(table: Table) -> int:
    """How many rows the head of a checklist has: one with columns such as Ya and Tidak; 0 for other tables."""
    for depth in (1, 2, 3):
        if depth < len(table.rows):
            words = {cell.text.strip(" :.").lower() for cell in table.rows[depth - 1]}
            if any(pair <= words for pair in YES_NO):
                return depth
    return 0


def is_checklist(table: Table, title: str = "") -> bool:
    """Whether trainers fill in this checklist. One that speaks to participants about themselves is theirs."""
    depth = checklist_depth(table)
    if not depth:
        return False
    heads = " ".join(heads_of(table, depth))
    rows = " ".join(cell.text for row in table.rows for cell in row)
    return bool(_ASSESSED.search(heads)) or not _OWN_WORDS.search(f"{title} {rows}")


def levels_of(table: Table) -> dict[int, tuple[int, str]]:
    """Which columns of a rubric hold levels: their score, 0 where only a word stands, and that word."""
    found: dict[int, tuple[int, str]] = {}
    if len(table.rows) < _FEW:
        return found
    for at, cell in enumerate(table.rows[0]):
        match = _LEVEL.fullmatch(cell.text.strip(" :."))
        if match and at:
            found[at] = int(match["score"] or 0), cell.text
    return found


def is_rubric(table: Table) -> bool:
    """Whether a table describes levels of something, or gives points for it."""
    heads = heads_of(table, 1)
    has_measure = any(_MEASURE.fullmatch(each) for each in heads)
    if has_measure and len(levels_of(table)) >= _FEW:
        return True
    return has_measure and any(re.fullmatch(r"(?:skor|bobot|nilai)(?: maks\w*)?", each) for each in heads)


def is_for_trainers(table: Table) -> bool:
    """Whether a column tells what trainers do."""
    return any(
        re.fullmatch(rf"(?:(?:kegiatan|aktivitas|peran|tugas|catatan)\s+)?{TRAINERS}", head)
        for depth in (1, 2)
        if depth < len(table.rows)
        for head in (cell.text.strip(" :.").lower() for cell in table.rows[depth - 1])
    )


def has_key_column(table: Table) -> bool:
    """Whether keys or answers stand below, or to the right of, a cell that names them."""
    for n, row in enumerate(table.rows):
        for at, cell in enumerate(row):
            if cell.text and len(cell.text) <= _LONGEST_HEAD and is_key_title(cell.text):
                beside = [*(each[at] for each in table.rows[n + 1 :]), *row[at + 1 : at + 2]]
                if any(not ROOM.fullmatch(each.text) for each in beside if not is_key_title(each.text)):
                    return True
    return False
