"""Tables on which trainers note what they see: checklists and rubrics, row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.guarded import checklist_depth, heads_of, levels_of
from curriculum_kit.importer.markdown import inline
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Cell, Piece, Table
from curriculum_kit.importer.typed import ROOM, bare_words

_COUNTED = re.compile(r"no\.?|nomor|nr\.?")
_PASSED = re.compile(
    r"(?:no\.? ?)?(?:kuk|iuk)|keterangan|catatan|ket\.?|bobot|skor\b.*|nilai\b.*|penilaian|pencapaian|hasil"
)
"""Columns of a checklist that say nothing of what is observed."""
_SCORE = re.compile(r"\d{1,3}")
_NOTE_ROW = re.compile(r"(?:catatan|jumlah|total|rekomendasi|keputusan|nilai|skor)\b.*", re.IGNORECASE)
_FEW = 2


@dataclass(slots=True)
class Criterion:
    """A criterion of a rubric: what is judged, and its levels with their scores; words may be missing."""

    words: str
    levels: list[tuple[int, str]] = field(default_factory=list)


def _plain(words: str) -> str:
    return inline([Piece(words)])


def checklist_of(table: Table, report: Report) -> list[str]:
    """The rows of a checklist in Markdown: what is done, and what is looked at."""
    depth = checklist_depth(table)
    heads = heads_of(table, depth)
    said = " ".join(cell.text for row in table.rows[:depth] for cell in row)
    report.understood(table.number, text("daftar cek menjadi butir penilaian"), said)
    counted = {at for at, head in enumerate(heads) if _COUNTED.fullmatch(head)}
    told = [at for at, head in enumerate(heads) if at not in counted and not _PASSED.fullmatch(head)]
    made = []
    for row in table.rows[depth:]:
        words = [row[at].text for at in told if not ROOM.fullmatch(row[at].text)]
        rest = " ".join(row[at].text for at in range(len(row)) if at not in told and row[at].text)
        if rest:
            report.understood(table.number, text("isi kolom lain pada daftar cek"), rest)
        if not words or (len(words) == 1 and _NOTE_ROW.fullmatch(words[0])):
            report.keep(table.number, " ".join(words))
            continue
        bare = bare_words(words[0])
        if bare != words[0]:
            report.understood(table.number, text("nomor butir dihitung ulang"), words[0][: len(words[0]) - len(bare)])
        made.append(_plain(": ".join([bare.rstrip(".:") if len(words) > 1 else bare, *words[1:]])))
    return made


def rubric_of(table: Table, report: Report) -> list[Criterion]:
    """The criteria of a rubric: levels in columns, or one below the other. Empty where it is neither."""
    columns = levels_of(table)
    made = _across(table, columns, report) if len(columns) >= _FEW else _down(table, report)
    if made:
        report.understood(
            table.number,
            text("tabel rubrik menjadi rubrik penilaian"),
            " ".join(c.text for c in table.rows[0]),
        )
    return made


def _across(table: Table, columns: dict[int, tuple[int, str]], report: Report) -> list[Criterion]:
    """A column for each level."""
    heads = heads_of(table, 1)
    measure = next(at for at, head in enumerate(heads) if at not in columns and not _COUNTED.fullmatch(head))
    scores = [score for score, _ in columns.values()]
    if len(set(scores)) < len(scores) or scores not in (sorted(scores), sorted(scores, reverse=True)):
        scores = list(range(len(columns), 0, -1))
        report.guessed(table.number, text("skor tingkat rubrik diurutkan dari kiri ke kanan, dari yang tertinggi"))
    made = []
    for row in table.rows[1:]:
        if not row[measure].text:
            report.keep(table.number, " ".join(cell.text for cell in row))
            continue
        _tell_rest(row, {measure, *columns}, report, table.number)
        levels = [
            (score, "" if ROOM.fullmatch(row[at].text) else _plain(row[at].text))
            for score, at in zip(scores, columns, strict=True)
        ]
        made.append(Criterion(_plain(row[measure].text), levels))
    return made


def _down(table: Table, report: Report) -> list[Criterion]:
    """A row for each level: the criterion stands once, a column holds the scores."""
    heads = heads_of(table, 1)
    at = next((n for n, head in enumerate(heads) if re.fullmatch(r"(?:skor|nilai|bobot).*", head)), None)
    others = [n for n, head in enumerate(heads) if n != at and not _COUNTED.fullmatch(head)]
    if at is None or len(others) < _FEW:
        return []
    measure, described = others[0], others[1]
    made: list[Criterion] = []
    for row in table.rows[1:]:
        score = _SCORE.fullmatch(row[at].text)
        if score is None or not (row[measure].text or made):
            return []
        if row[measure].text:
            made.append(Criterion(_plain(row[measure].text)))
        made[-1].levels.append((int(score[0]), _plain(row[described].text)))
    if any(not _is_ordered([score for score, _ in each.levels]) for each in made):
        return []
    for row in table.rows[1:]:
        _tell_rest(row, {at, measure, described}, report, table.number)
    return made


def _is_ordered(scores: Sequence[int]) -> bool:
    return len(set(scores)) == len(scores) >= _FEW and scores in (sorted(scores), sorted(scores, reverse=True))


def _tell_rest(row: Sequence[Cell], used: set[int], report: Report, number: int) -> None:
    rest = " ".join(cell.text for at, cell in enumerate(row) if at not in used and cell.text)
    if rest:
        report.dropped(number, text("kolom lain pada rubrik"), rest)
