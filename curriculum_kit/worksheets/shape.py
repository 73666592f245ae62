"""Whether a worksheet is whole: ids, rows, and for every cell what its kind and the mode of the sheet ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum_kit.diagnostics import Text, did_you_mean, text
from curriculum_kit.source.curriculum import Loc
from curriculum_kit.source.schema.worksheet import CellType, Column, FillAnswer, Row, SheetCell, Worksheet
from curriculum_kit.worksheets.layout import MAX_BLANK_ROWS
from curriculum_kit.worksheets.quantity import written_amount


@dataclass(frozen=True, slots=True)
class ShapeFlaw:
    """A fault (CALC808) at `loc`; `first` is where the same name was used before."""

    loc: Loc
    message: Text
    first: Loc | None = None


def shape_flaws(sheet: Worksheet) -> Iterator[ShapeFlaw]:
    """All faults in the shape of a worksheet, in reading order by part: ids, table, cells."""
    yield from _ids(sheet)
    yield from _table(sheet)
    for index, column in enumerate(sheet.columns):
        yield from _column(sheet, column, ("columns", index))
    for index, row in enumerate(sheet.rows):
        yield from _row(sheet, row, ("rows", index))
    for index, cell in enumerate(sheet.cells):
        yield from _cell(sheet, cell, ("cells", index))


def _ids(sheet: Worksheet) -> Iterator[ShapeFlaw]:
    named: dict[str, Loc] = {}
    declared: list[tuple[str, Loc]] = [
        *((column.id, ("columns", index, "id")) for index, column in enumerate(sheet.columns)),
        *((cell.id, ("cells", index, "id")) for index, cell in enumerate(sheet.cells)),
    ]
    for name, loc in declared:
        if name in named:
            message = text('nama "{name}" sudah dipakai; kolom dan sel harus berbeda namanya', name=name)
            yield ShapeFlaw(loc, message, named[name])
        named.setdefault(name, loc)
    rows: dict[str, Loc] = {}
    for index, row in enumerate(sheet.rows):
        loc = ("rows", index, "id")
        if row.id in rows:
            yield ShapeFlaw(loc, text('baris "{name}" sudah ada', name=row.id), rows[row.id])
        rows.setdefault(row.id, loc)


def _table(sheet: Worksheet) -> Iterator[ShapeFlaw]:
    if not sheet.columns and not sheet.cells:
        yield ShapeFlaw(("title",), text("lembar kerja ini tidak memuat kolom atau sel"))
    if sheet.columns and not sheet.rows and sheet.blank_rows is None:
        yield ShapeFlaw(("columns",), text("tabel ini tidak memuat baris: tulis rows atau blank_rows"))
    if sheet.rows and not sheet.columns:
        yield ShapeFlaw(("rows",), text("baris ini tidak memuat kolom: tulis columns"))
    if sheet.blank_rows is None:
        return
    if sheet.rows:
        yield ShapeFlaw(("blank_rows",), text("pilih salah satu: rows atau blank_rows"), ("rows",))
    if sheet.mode != "own":
        yield ShapeFlaw(("blank_rows",), text("blank_rows hanya untuk lembar mode: own"))
    if not sheet.columns:
        yield ShapeFlaw(("blank_rows",), text("baris kosong ini tidak memuat kolom: tulis columns"))
    if sheet.blank_rows > MAX_BLANK_ROWS:
        message = text("{count} baris kosong terlalu banyak; paling banyak {limit}", count=sheet.blank_rows,
                       limit=MAX_BLANK_ROWS)  # fmt: skip
        yield ShapeFlaw(("blank_rows",), message)


def _column(sheet: Worksheet, column: Column, loc: Loc) -> Iterator[ShapeFlaw]:
    yield from _formula_of_kind(column, loc)
    if column.kind == "given" and not sheet.rows and sheet.blank_rows is not None:
        message = text('kolom "{name}" berjenis given, tetapi baris kosong tidak memuat nilai', name=column.id)
        yield ShapeFlaw((*loc, "kind"), message)


def _row(sheet: Worksheet, row: Row, loc: Loc) -> Iterator[ShapeFlaw]:
    columns = {column.id: column for column in reversed(sheet.columns)}
    unknown = [column_id for column_id in row.cells if sheet.columns and column_id not in columns]
    for column_id in unknown:
        hint = did_you_mean(column_id, columns)
        message = text('tidak ada kolom "{name}"{hint}', name=column_id, hint=hint)
        yield ShapeFlaw((*loc, "cells", column_id), message)
    for column in columns.values():
        written = row.cells.get(column.id)
        if written is None:
            is_due = column.kind == "given" or (column.kind == "fill" and sheet.mode != "own")
            if is_due and not unknown:  # a cell under another name is missing under its own
                yield ShapeFlaw((*loc, "id"), _missing(column.kind, f"{row.id}.{column.id}"))
            continue
        at: Loc = (*loc, "cells", column.id)
        if isinstance(written, FillAnswer):
            yield from _answer(sheet, column, written.answer, (*at, "answer"))
        elif column.kind == "given":
            yield from _amount(written, column.type, at)
        else:
            yield ShapeFlaw(at, _value_of_wrong_kind(column))


def _cell(sheet: Worksheet, cell: SheetCell, loc: Loc) -> Iterator[ShapeFlaw]:
    yield from _formula_of_kind(cell, loc)
    if cell.value is not None and cell.kind != "given":
        yield ShapeFlaw((*loc, "value"), _value_of_wrong_kind(cell))
    elif cell.value is not None:
        yield from _amount(cell.value, cell.type, (*loc, "value"))
    elif cell.kind == "given":
        yield ShapeFlaw((*loc, "id"), _missing("given", cell.id))
    if cell.answer is not None:
        yield from _answer(sheet, cell, cell.answer, (*loc, "answer"))
    elif cell.kind == "fill" and sheet.mode != "own":
        yield ShapeFlaw((*loc, "id"), _missing("fill", cell.id))


def _formula_of_kind(declared: Column | SheetCell, loc: Loc) -> Iterator[ShapeFlaw]:
    if declared.kind == "computed" and declared.formula is None:
        yield ShapeFlaw((*loc, "id"), text('"{name}" berjenis computed, tetapi tidak memuat formula', name=declared.id))
    elif declared.kind != "computed" and declared.formula is not None:
        message = text('"{name}" berjenis {kind}: formula hanya untuk computed', name=declared.id, kind=declared.kind)
        yield ShapeFlaw((*loc, "formula"), message)


def _answer(sheet: Worksheet, declared: Column | SheetCell, answer: str, loc: Loc) -> Iterator[ShapeFlaw]:
    if declared.kind != "fill":
        message = text('"{name}" berjenis {kind}: answer hanya untuk fill', name=declared.id, kind=declared.kind)
        yield ShapeFlaw(loc, message)
    elif sheet.mode == "own":
        yield ShapeFlaw(loc, text("lembar mode: own diisi peserta sendiri, jadi tidak ada kunci jawaban"))
    else:
        yield from _amount(answer, declared.type, loc)


def _amount(written: str, type_: CellType, loc: Loc) -> Iterator[ShapeFlaw]:
    if not written.startswith("=") and written_amount(written, type_) is None:
        message = text(
            '"{written}" bukan angka: tulis tanpa Rp, %, dan titik ribuan; desimal dengan titik', written=written
        )
        yield ShapeFlaw(loc, message)


def _missing(kind: str, name: str) -> Text:
    if kind == "given":
        return text('"{name}" berjenis given, tetapi tidak memuat nilai', name=name)
    return text('"{name}" berjenis fill, tetapi tidak memuat answer (kunci jawaban)', name=name)


def _value_of_wrong_kind(declared: Column | SheetCell) -> Text:
    if declared.kind == "computed":
        return text('"{name}" berjenis computed: nilainya dihitung, tidak ditulis', name=declared.id)
    return text('"{name}" berjenis fill: tulis answer, bukan nilai', name=declared.id)
