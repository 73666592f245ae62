"""A worksheet laid out for calculation: its formulas, and one slot for every value of the table and below it.

What is wrong with the sheet's shape is said by `curriculum_kit.worksheets.shape`; here it only leaves slots broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curriculum_kit.source.curriculum import Loc
from curriculum_kit.source.schema.worksheet import CellKind, CellType, Column, FillAnswer, Row, SheetCell, Worksheet
from curriculum_kit.worksheets.evaluate import Amount
from curriculum_kit.worksheets.formula import parse
from curriculum_kit.worksheets.quantity import written_amount
from curriculum_kit.worksheets.tree import Flaw, FormulaFlawed, Node

MAX_BLANK_ROWS = 100
"""More blank rows than fit on any page are a slip of the keyboard."""

Key = tuple[str, ...]
"""A slot: `(cell,)` or `(row, column)`."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as written. A column's formula is one object, shared by the slots of all rows.

    `offset` letters of the scalar at `loc` (`=` and blanks) stand before `text`. `name` is the cell or column it
    fills, `in_row` whether columns mean the value of the same row. Without a `tree` the `flaw` says why.
    """

    text: str
    loc: Loc
    offset: int
    name: str
    type: CellType
    kind: CellKind
    in_row: bool
    tree: Node | None = None
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One value. `content` is a formula, a typed amount, or None for a blank; `broken` slots have no value at all."""

    key: Key
    type: CellType
    kind: CellKind
    unit: str | None
    content: Formula | Amount | None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A worksheet with its slots. `locs` says where a column or cell is declared; of equal names the first counts."""

    sheet: Worksheet
    columns: Mapping[str, Column]
    cells: Mapping[str, SheetCell]
    rows: tuple[str, ...]
    slots: Mapping[Key, Slot]
    locs: Mapping[str, Loc] = field(repr=False)

    @property
    def names(self) -> frozenset[str]:
        """The one namespace of columns and cells."""
        return frozenset({*self.columns, *self.cells})

    def declared(self, name: str) -> Column | SheetCell:
        """The column or cell of this name."""
        return self.columns.get(name) or self.cells[name]

    def formulas(self) -> Iterator[Formula]:
        """All formulas, each once, in reading order."""
        seen: set[Loc] = set()
        for slot in self.slots.values():
            if isinstance(slot.content, Formula) and slot.content.loc not in seen:
                seen.add(slot.content.loc)
                yield slot.content


def visible(worksheet: Worksheet, kind: CellKind) -> bool:
    """Whether participants may see the values of cells of this kind; all other cells are blanks to them.

    `practice`: given values only (computed values and the answers of blanks are the key). `own`: given values only
    (the participant fills in the rest; sums are live on screen and blank on paper). `example`: everything.
    """
    return worksheet.mode == "example" or kind == "given"


def lay_out(worksheet: Worksheet) -> Layout:
    """The layout of a worksheet. Never fails: what cannot be read is left broken."""
    columns: dict[str, tuple[int, Column]] = {}
    for index, column in enumerate(worksheet.columns):
        columns.setdefault(column.id, (index, column))
    cells: dict[str, tuple[int, SheetCell]] = {}
    for index, cell in enumerate(worksheet.cells):
        if cell.id not in columns:
            cells.setdefault(cell.id, (index, cell))
    rows: dict[str, tuple[int | None, Row]] = {}
    for index, row in enumerate(worksheet.rows):
        rows.setdefault(row.id, (index, row))
    if not rows:
        blanks = min(worksheet.blank_rows or 0, MAX_BLANK_ROWS)
        rows = {str(number): (None, Row(id="blank")) for number in range(1, blanks + 1)}
    shared = {
        column.id: _formula(column, column.formula, ("columns", index, "formula"), in_row=True)
        for index, column in columns.values()
        if column.kind == "computed" and column.formula
    }
    slots: dict[Key, Slot] = {}
    for row_id, (row_index, row) in rows.items():
        for _, column in columns.values():
            key = (row_id, column.id)
            slots[key] = _row_slot(key, column, row, row_index, shared.get(column.id))
    for index, cell in cells.values():
        slots[(cell.id,)] = _cell_slot(cell, index)
    return Layout(
        worksheet,
        {name: column for name, (_, column) in columns.items()},
        {name: cell for name, (_, cell) in cells.items()},
        tuple(rows),
        slots,
        {name: ("columns", index, "id") for name, (index, _) in columns.items()}
        | {name: ("cells", index, "id") for name, (index, _) in cells.items()},
    )


def _row_slot(key: Key, column: Column, row: Row, row_index: int | None, formula: Formula | None) -> Slot:
    if column.kind == "computed":
        return Slot(key, column.type, "computed", column.unit, formula, broken=formula is None)
    written = row.cells.get(column.id)
    # An answer is a key wherever it stands, even by mistake in a given column.
    kind: CellKind = "fill" if isinstance(written, FillAnswer) else column.kind
    loc: Loc = ("rows", row_index or 0, "cells", column.id)
    if isinstance(written, FillAnswer):
        return _typed_slot(key, column, kind, written.answer, (*loc, "answer"))
    return _typed_slot(key, column, kind, written, loc)


def _cell_slot(cell: SheetCell, index: int) -> Slot:
    if cell.kind == "computed":
        formula = _formula(cell, cell.formula, ("cells", index, "formula"), in_row=False) if cell.formula else None
        return Slot((cell.id,), cell.type, "computed", cell.unit, formula, broken=formula is None)
    field_name, written = ("answer", cell.answer) if cell.kind == "fill" else ("value", cell.value)
    return _typed_slot((cell.id,), cell, cell.kind, written, ("cells", index, field_name))


def _typed_slot(key: Key, declared: Column | SheetCell, kind: CellKind, written: str | None, loc: Loc) -> Slot:
    content: Formula | Amount | None = None
    if written is not None and written.startswith("="):
        content = _formula(declared, written, loc, in_row=isinstance(declared, Column), kind=kind)
    elif written is not None:
        content = written_amount(written, declared.type)
    is_missing = content is None and (kind == "given" or written is not None)
    return Slot(key, declared.type, kind, declared.unit, content, broken=is_missing)


def _formula(
    declared: Column | SheetCell, written: str, loc: Loc, *, in_row: bool, kind: CellKind | None = None
) -> Formula:
    typed = loc[-1] != "formula"
    formula = written[1:].lstrip() if typed else written
    tree: Node | None = None
    flaw: Flaw | None = None
    try:
        tree = parse(formula)
    except FormulaFlawed as flawed:
        flaw = flawed.flaw
    return Formula(
        formula, loc, len(written) - len(formula), declared.id, declared.type, kind or declared.kind, in_row, tree, flaw
    )
