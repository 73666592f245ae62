"""THE ONE TABLE of teaching blocks: read by the checker, the directives, the docs and the editor snippets.

A block is written as a colon fence in a session:

    :::{activity} Title of the block
    :name: anchor-of-the-block
    :iuk: 1.1.2, 1.1.3

    Body in Markdown.
    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from curriculum_kit.audience import Audience


class Argument(StrEnum):
    """What stands after the name of a block."""

    TITLE = "title"
    """Free words: the title."""
    WORKSHEET = "worksheet"
    """The id of a worksheet of the module."""
    FACT = "fact"
    """The id of a fact."""


class Counter(StrEnum):
    """Things that are counted by module, in every edition alike."""

    EXERCISE = "exercise"
    WORKSHEET = "worksheet"
    FIGURE = "figure"


class ResponseKind(StrEnum):
    """How a participant answers: `lines 4`, `box 80` (mm), `number rupiah`, `choice`, `ticks`, `table ID`."""

    LINES = "lines"
    BOX = "box"
    NUMBER = "number"
    CHOICE = "choice"
    TICKS = "ticks"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of teaching block. `options` come beside `:name:` and `:iuk:`, which every block may carry."""

    name: str
    label: str
    audience: frozenset[Audience]
    icon: str
    options: tuple[str, ...] = ()
    argument: Argument = Argument.TITLE
    counter: Counter | None = None
    responses: tuple[ResponseKind, ...] = ()
    needs_answer: bool = False
    is_activity_kind: bool = False

    @property
    def trainer_only(self) -> bool:
        """Whether participants may never see it."""
        return Audience.PARTICIPANT not in self.audience

    @property
    def option_names(self) -> tuple[str, ...]:
        """All options the block accepts."""
        return (*COMMON_OPTIONS, *self.options)


COMMON_OPTIONS = ("name", "iuk")
GROUPS = {"pair": "berpasangan", "small": "kelompok kecil", "class": "satu kelas"}
TOPICS = {
    "open": "Membuka sesi",
    "mistakes": "Kesalahan yang sering muncul",
    "support": "Membantu peserta",
    "no-power": "Tanpa listrik atau internet",
    "stretch": "Memperpanjang atau memendekkan",
}
_BOTH = frozenset(Audience)
_TRAINER = frozenset({Audience.TRAINER})
_OPEN = (ResponseKind.LINES, ResponseKind.BOX, ResponseKind.TICKS)
_ALL = tuple(ResponseKind)

BLOCKS: dict[str, Block] = {
    block.name: block
    for block in (
        Block("reference", "Baca Referensi", _BOTH, "reference", is_activity_kind=True),
        Block("reading", "Membaca", _BOTH, "reading", is_activity_kind=True),
        Block("discussion", "Diskusi", _BOTH, "discussion", ("group", "offline"), is_activity_kind=True),
        Block("activity", "Aktivitas", _BOTH, "activity", ("group", "materials", "offline"), is_activity_kind=True),
        Block(
            "check",
            "Pemeriksaan",
            _BOTH,
            "check",
            ("response",),
            responses=_ALL,
            needs_answer=True,
            is_activity_kind=True,
        ),
        Block("reflect", "Pikirkan", _BOTH, "reflect", ("response",), responses=_OPEN, is_activity_kind=True),
        Block("case", "Kasus", _BOTH, "case", ("case",), needs_answer=True),
        Block(
            "exercise",
            "Latihan",
            _BOTH,
            "exercise",
            ("response",),
            counter=Counter.EXERCISE,
            responses=_ALL,
            needs_answer=True,
        ),
        Block("worksheet", "Lembar kerja", _BOTH, "worksheet", argument=Argument.WORKSHEET, counter=Counter.WORKSHEET),
        Block("example", "Contoh", _BOTH, "example"),
        Block("key-points", "Pokok penting", _BOTH, "key-points"),
        Block("tip", "Kiat", _BOTH, "tip"),
        Block("warning", "Awas", _BOTH, "warning"),
        Block("answer", "Jawaban", _TRAINER, "answer", ("key",)),
        Block("trainer-note", "Catatan pelatih", _TRAINER, "trainer-note", ("topic",)),
        Block("fact-history", "Riwayat", _BOTH, "fact-history", argument=Argument.FACT),
    )
}

TASKS = frozenset({"discussion", "activity", "check", "reflect", "case", "exercise", "worksheet"})
"""Blocks in which participants do something. All others are for reading."""

FOREIGN_DIRECTIVES: dict[str, tuple[str, ...]] = {
    "chart": ("name", "bars", "lines"),
    "figure": ("name", "alt", "width", "align", "class"),
    "image": ("alt", "width", "align", "class"),
    "list-table": ("name", "widths", "header-rows", "class", "align"),
    "table": ("name", "widths", "class", "align"),
}
"""Pictures and tables that authors may use, with their allowed options. All other directives are refused.

`chart` is ours (see `curriculum_kit.charts`), the rest is Sphinx's own.
"""

FIGURES = frozenset({"figure", "chart"})
"""What is counted as "Gambar 5.2"."""

ROLES = ("fact", "calc", "case", "term", "ref")
"""Roles that authors may use. `ref` names a block: `latihan-hpp`, or `kwu-05/latihan-hpp` from elsewhere."""
