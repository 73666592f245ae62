"""THE ONE TABLE of books: read by the edition, the build, and the report on what there is to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from curriculum_kit.audience import Audience

BookKind = Literal["buku-pegangan", "buku-pegangan-a5", "buku-kerja", "buku-kerja-a5", "buku-kerja-isian",
                   "buku-penilaian", "lembar-soal", "dokumen-program"]  # fmt: skip
Scope = Literal["module", "programme"]
Medium = Literal["web", "file", "print", "form"]
Paper = Literal["A4", "A5"]


@dataclass(frozen=True, slots=True)
class BookKindInfo:
    """A kind of book: its title, its template, who gets it, for what.

    `each` says that every participant needs a copy on paper; of other books one is enough. A book on A5 is the same
    book as its brother on A4 (`series`), laid out anew by a second style sheet.
    """

    kind: BookKind
    title: str
    purpose: str
    template: str
    audience: frozenset[Audience]
    scopes: frozenset[Scope]
    medium: Medium = "print"
    each: bool = False
    paper: Paper = "A4"

    @property
    def series(self) -> str:
        """The kind whatever the paper and the medium: the class of the book in the style sheets."""
        return self.kind.removesuffix("-a5").removesuffix("-isian")

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """The style sheets in `templates/books`, in the order of the cascade."""
        return ("book.css", "a5.css") if self.paper == "A5" else ("book.css",)


_BOTH: frozenset[Scope] = frozenset({"module", "programme"})
_TRAINER = frozenset({Audience.TRAINER})
_PARTICIPANT = frozenset({Audience.PARTICIPANT})
BOOK_KINDS: tuple[BookKindInfo, ...] = (
    BookKindInfo("buku-kerja", "Buku kerja peserta", "Untuk dicetak dan diisi peserta.", "workbook.html",
                 _PARTICIPANT, _BOTH, each=True),
    BookKindInfo("buku-kerja-a5", "Buku kerja peserta (A5)", "Sama isinya, setengah besarnya, untuk dibawa.",
                 "workbook.html", _PARTICIPANT, frozenset({"module"}), each=True, paper="A5"),
    BookKindInfo("buku-kerja-isian", "Buku kerja peserta (isian)", "Untuk diisi di komputer atau ponsel.",
                 "workbook.html", _PARTICIPANT, frozenset({"module"}), "form"),
    BookKindInfo("buku-pegangan", "Buku pegangan pelatih", "Rencana sesi, catatan pelatih, dan jawaban.",
                 "handbook.html", _TRAINER, _BOTH),
    BookKindInfo("buku-pegangan-a5", "Buku pegangan pelatih (A5)", "Sama isinya, setengah besarnya, untuk dibawa.",
                 "handbook.html", _TRAINER, frozenset({"module"}), paper="A5"),
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
