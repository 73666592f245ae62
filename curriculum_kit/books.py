"""THE ONE TABLE of books: read by the edition, the build, and the report on what there is to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from curriculum_kit.audience import Audience

BookKind = Literal["buku-pegangan", "buku-kerja", "buku-kerja-isian", "buku-penilaian", "lembar-soal",
                   "dokumen-program"]  # fmt: skip
Scope = Literal["module", "programme"]
Medium = Literal["web", "file", "print", "form"]


@dataclass(frozen=True, slots=True)
class BookKindInfo:
    """A kind of book: its title, its template, who gets it, for what.

    `each` says that every participant needs a copy on paper; of other books one is enough.
    """

    kind: BookKind
    title: str
    purpose: str
    template: str
    audience: frozenset[Audience]
    scopes: frozenset[Scope]
    medium: Medium = "print"
    each: bool = False


_BOTH: frozenset[Scope] = frozenset({"module", "programme"})
_TRAINER = frozenset({Audience.TRAINER})
_PARTICIPANT = frozenset({Audience.PARTICIPANT})
BOOK_KINDS: tuple[BookKindInfo, ...] = (
    BookKindInfo("buku-kerja", "Buku kerja peserta", "Untuk dicetak dan diisi peserta.", "workbook.html",
                 _PARTICIPANT, _BOTH, each=True),
    BookKindInfo("buku-kerja-isian", "Buku kerja peserta (isian)", "Untuk diisi di komputer atau ponsel.",
                 "workbook.html", _PARTICIPANT, frozenset({"module"}), "form"),
    BookKindInfo("buku-pegangan", "Buku pegangan pelatih", "Rencana sesi, catatan pelatih, dan jawaban.",
                 "handbook.html", _TRAINER, _BOTH),
    BookKindInfo("buku-penilaian", "Buku penilaian", "Instrumen, kunci, rubrik, dan lembar hasil.",
                 "assessment.html", _TRAINER, _BOTH),
    BookKindInfo("lembar-soal", "Lembar soal", "Lembar soal tanpa kunci, untuk diperbanyak.", "questions.html",
                 _TRAINER, frozenset({"module"}), each=True),
    BookKindInfo("dokumen-program", "Dokumen program", "Kurikulum, silabus, alat dan bahan, serta daftar hadir.",
                 "programme.html", frozenset(Audience), frozenset({"programme"})),
)  # fmt: skip


def book_address(kind: BookKind, scope_id: str) -> str:
    """Where a book is published, from the root of the site. Part of the contract."""
    return f"unduhan/{scope_id}/{kind}.pdf"
