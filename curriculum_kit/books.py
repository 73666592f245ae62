"""THE ONE TABLE of books: read by the edition, the build, and the report on what there is to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from curriculum_kit.audience import Audience

BookKind = Literal["buku-pegangan", "buku-pegangan-a5", "buku-informasi", "buku-kerja", "buku-kerja-a5",
                   "buku-kerja-isian", "buku-penilaian", "lembar-soal", "lembar-soal-isian",
                   "dokumen-program"]  # fmt: skip
Scope = Literal["module", "programme"]
Medium = Literal["web", "file", "print", "form"]
Paper = Literal["A4", "A5"]
FormatProfile = Literal["kepdirjen-771-2023", "kep181-2013", "custom"]
"""The regulation whose form the books follow: `format_profile` in `curriculum.yaml`."""
SessionText = Literal["none", "whole", "reading", "tasks"]
"""How much of a session a book prints: all, what people read, or what they do (`curriculum_kit.blocks.TASKS`)."""


CLOSER = "closer.css"
"""The style sheet in `templates/books` for sections whose last page would be nearly empty."""


@dataclass(frozen=True, slots=True)
class BookKindInfo:
    """A kind of book under some profiles: its title, its template, who gets it, for what.

    A kind has one line for each template; no two lines of a kind share a profile. `each` says that every participant
    needs a copy on paper; of other books one is enough. A book on A5 is the same book as its brother on A4 (`series`),
    laid out anew by a second style sheet. With `by_instrument` there is a book for each written instrument of a module,
    so that a test that comes later is not handed out with the first.
    """

    kind: BookKind
    title: str
    purpose: str
    template: str
    audience: frozenset[Audience]
    scopes: frozenset[Scope]
    profiles: frozenset[FormatProfile]
    medium: Medium = "print"
    each: bool = False
    sessions: SessionText = "none"
    paper: Paper = "A4"
    by_instrument: bool = False

    @property
    def for_participants(self) -> bool:
        """Whether it is made for participants only. Trainers get a copy of it."""
        return Audience.TRAINER not in self.audience

    @property
    def series(self) -> str:
        """The kind whatever the paper and the medium: the class of the book in the style sheets."""
        return self.kind.removesuffix("-a5").removesuffix("-isian")

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """The style sheets in `templates/books`, in the order of the cascade."""
        return ("book.css", "a5.css") if self.paper == "A5" else ("book.css",)


_MODULE: frozenset[Scope] = frozenset({"module"})
_BOTH: frozenset[Scope] = frozenset({"module", "programme"})
_TRAINER = frozenset({Audience.TRAINER})
_PARTICIPANT = frozenset({Audience.PARTICIPANT})
_LEGACY: frozenset[FormatProfile] = frozenset({"kep181-2013"})
_CURRENT: frozenset[FormatProfile] = frozenset({"kepdirjen-771-2023", "custom"})
_ALL = _LEGACY | _CURRENT
BOOK_KINDS: tuple[BookKindInfo, ...] = (
    BookKindInfo("buku-informasi", "Buku informasi", "Bacaan peserta untuk satu unit kompetensi.", "information.html",
                 _PARTICIPANT, _MODULE, _LEGACY, each=True, sessions="reading"),
    BookKindInfo("buku-kerja", "Buku kerja peserta", "Untuk dicetak dan diisi peserta.", "workbook.html",
                 _PARTICIPANT, _BOTH, _CURRENT, each=True, sessions="whole"),
    BookKindInfo("buku-kerja-a5", "Buku kerja peserta (A5)", "Sama isinya, setengah besarnya, untuk dibawa.",
                 "workbook.html", _PARTICIPANT, _MODULE, _CURRENT, each=True, sessions="whole", paper="A5"),
    BookKindInfo("buku-kerja", "Buku kerja", "Tugas peserta, untuk dicetak dan diisi.", "workbook-legacy.html",
                 _PARTICIPANT, _MODULE, _LEGACY, each=True, sessions="tasks"),
    BookKindInfo("buku-kerja-isian", "Buku kerja peserta (isian)", "Untuk diisi di komputer atau ponsel.",
                 "workbook.html", _PARTICIPANT, _MODULE, _CURRENT, "form", sessions="whole"),
    BookKindInfo("buku-kerja-isian", "Buku kerja (isian)", "Tugas peserta, untuk diisi di komputer atau ponsel.",
                 "workbook-legacy.html", _PARTICIPANT, _MODULE, _LEGACY, "form", sessions="tasks"),
    BookKindInfo("buku-pegangan", "Buku pegangan pelatih", "Rencana sesi, catatan pelatih, dan jawaban.",
                 "handbook.html", _TRAINER, _BOTH, _ALL, sessions="whole"),
    BookKindInfo("buku-pegangan-a5", "Buku pegangan pelatih (A5)", "Sama isinya, setengah besarnya, untuk dibawa.",
                 "handbook.html", _TRAINER, _MODULE, _ALL, sessions="whole", paper="A5"),
    BookKindInfo("buku-penilaian", "Buku penilaian", "Instrumen, kunci, rubrik, dan lembar hasil.",
                 "assessment.html", _TRAINER, _BOTH, _CURRENT),
    BookKindInfo("buku-penilaian", "Buku penilaian", "Penilaian teori, praktik, dan sikap kerja, serta kuncinya.",
                 "assessment-legacy.html", _TRAINER, _MODULE, _LEGACY),
    BookKindInfo("lembar-soal", "Lembar soal", "Lembar soal tanpa kunci, untuk diperbanyak.", "questions.html",
                 _TRAINER, _MODULE, _ALL, each=True),
    BookKindInfo("lembar-soal-isian", "Lembar soal (isian)", "Tes tanpa kunci, untuk diisi di komputer atau ponsel.",
                 "questions-form.html", _TRAINER, _MODULE, _ALL, "form", by_instrument=True),
    BookKindInfo("dokumen-program", "Dokumen program", "Kurikulum, silabus, alat dan bahan, serta daftar hadir.",
                 "programme.html", frozenset(Audience), frozenset({"programme"}), _ALL),
)  # fmt: skip


def book_kinds(profile: FormatProfile) -> tuple[BookKindInfo, ...]:
    """The kinds of books under a profile, in the order in which they are offered; each kind once."""
    return tuple(info for info in BOOK_KINDS if profile in info.profiles)


def book_address(kind: BookKind, scope_id: str, instrument_id: str = "") -> str:
    """Where a book is published, from the root of the site. Part of the contract.

    `instrument_id` belongs to the kinds of which there is one for each instrument.
    """
    return f"unduhan/{scope_id}/{'-'.join(filter(None, (kind, instrument_id)))}.pdf"
