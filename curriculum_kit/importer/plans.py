"""The plan of a session from a table. What trainers do must not stand in the text that participants read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.labels import tells_key
from curriculum_kit.importer.markdown import inline
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Cell, Paragraph, Piece, Table, paragraphs_of, words_of

_COLUMNS = {
    "minutes": re.compile(r"(?:alokasi )?(?:waktu|menit|durasi)(?: \(?menit\)?)?"),
    "phase": re.compile(r"tahap(?:an)?|fase|langkah|kegiatan|sesi|materi|isi|pokok bahasan|uraian kegiatan"),
    "method": re.compile(r"metode(?: pembelajaran)?|teknik"),
    "trainer": re.compile(
        r"(?:kegiatan|aktivitas|peran) (?:pelatih|instruktur|fasilitator|pengajar|narasumber|guru|widyaiswara)"
        r"|pelatih|instruktur|fasilitator"
    ),
    "participants": re.compile(r"(?:kegiatan|aktivitas) (?:peserta|siswa|peserta didik)|peserta"),
    "iuk": re.compile(r"iuk|kuk|indikator(?: unjuk kerja)?"),
}
_PHASES = (
    ("opening", re.compile(r"\b(?:pembuka(?:an)?|pendahuluan|awal|apersepsi)\b", re.IGNORECASE)),
    ("closing", re.compile(r"\b(?:penutup(?:an)?|akhir|simpulan)\b", re.IGNORECASE)),
)
_BREAK = re.compile(r"\b(?:istirahat|rehat|ishoma)\b", re.IGNORECASE)
_DOING = re.compile(r"latih|praktik|diskusi|simulasi|permainan|tugas|kerja|demonstrasi|refleksi|berbagi", re.IGNORECASE)
_IUK = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{1,2}\b")
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class Step:
    """A row of a plan, in Markdown where the front matter wants it."""

    phase: str
    minutes: int
    kind: str
    method: str
    trainer: str
    participants: str
    iuk: tuple[str, ...] = ()


def plan_of(table: Table, report: Report) -> list[Step] | None:
    """The steps of a table that is a session plan, or None."""
    found = next(((depth, named) for depth in (1, 2) if _is_plan(named := _named(table, depth))), None)
    if found is None or len(table.rows) <= found[0]:
        return None
    depth, columns = found
    report.leave_pictures([table])
    report.understood(
        table.number,
        text("tabel rencana sesi menjadi rencana di kepala sesi"),
        " ".join(cell.text for row in table.rows[:depth] for cell in row),
    )
    steps = []
    for row in table.rows[depth:]:
        cells = {name: row[at] for name, at in columns.items()}
        spare = " ".join(cell.text for at, cell in enumerate(row) if at not in columns.values() and cell.text)
        if spare:
            report.dropped(table.number, text("kolom lain pada rencana sesi"), spare)
        steps.append(_step(cells, table.number, report))
    return steps


def _named(table: Table, depth: int) -> dict[str, int]:
    """Which column holds what, by a head of one row or of two."""
    columns: dict[str, int] = {}
    for at in range(len(table.rows[0])):
        for row in reversed(table.rows[:depth]):  # the lower of two says more
            words = " ".join(row[at].text.split()).strip(" :").lower()
            name = next((name for name, form in _COLUMNS.items() if form.fullmatch(words)), None)
            if name and name not in columns and at not in columns.values():
                columns[name] = at
    return columns


def _is_plan(columns: dict[str, int]) -> bool:
    return "minutes" in columns and bool({"trainer", "participants"} & set(columns))


def _step(cells: dict[str, Cell], number: int, report: Report) -> Step:
    words = {name: cell.text for name, cell in cells.items()}
    named = words.get("phase", "")
    phase = next((phase for phase, form in _PHASES if form.search(named)), "core")
    minutes = _NUMBER.search(words["minutes"])
    report.understood(number, text("baris rencana sesi"), f"{named} {words['minutes']} {words.get('iuk', '')}")
    method = words.get("method", "")
    if _BREAK.search(f"{named} {method}"):
        said = " ".join(filter(None, (method, words.get("trainer", ""))))
        if said:
            report.understood(number, text("istirahat"), said)
        return Step(phase, int(minutes[0]) if minutes else 0, "break", "", "", _markdown(cells.get("participants")))
    doing = _DOING.search(method or words.get("participants", ""))
    trainer, participants = _markdown(cells.get("trainer")), _markdown(cells.get("participants"))
    if any(tells_key(paragraphs_of(cells[name].blocks)) for name in ("method", "participants") if name in cells):
        trainer, method, participants = " ".join(filter(None, (trainer, inline([Piece(method)]), participants))), "", ""
    return Step(
        phase,
        int(minutes[0]) if minutes else 0,
        "skill" if doing else "knowledge",
        method,
        trainer,
        participants,
        tuple(_IUK.findall(words.get("iuk", ""))),
    )


def _markdown(cell: Cell | None) -> str:
    """The words of a cell as Markdown within a line; a dash alone says that there is nothing."""
    if cell is None or cell.text.strip(" –—-") == "":
        return ""
    pieces: list[Piece] = []
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            pieces += [Piece(" "), *block.pieces] if pieces else block.pieces
            pieces += [Piece(f" {words_of(box)}") for box in block.boxes]
        else:
            pieces.append(Piece(f" {Cell([block]).text}"))
    return inline(pieces)


def iuk_of_step(step: Step, known: Sequence[str], fallback: Sequence[str]) -> list[str]:
    """The IUK of a step that exist and belong to one element; else those of the session."""
    found = [each for each in step.iuk if each in known]
    first = found[0].partition(".")[0] if found else ""
    return [each for each in dict.fromkeys(found) if each.partition(".")[0] == first] or list(fallback)
