"""Formulas in the words of spreadsheet programs: `=SUM(E2:E9)`, `='hpp-keripik'!B12`.

Every worksheet is a sheet of its own, named by its id: the table first, with its heads in one row, then one row for
each cell below the table, its label in column A and its value in column B, under the headings of the sections.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from curriculum_kit.worksheets.evaluate import Amount
from curriculum_kit.worksheets.layout import Formula, Key, Layout
from curriculum_kit.worksheets.tree import Call, Comparison, Name, Negation, Node, Number, Operation, Reference

HEAD = 1
"""The row of the heads where nothing stands above them."""
LETTERS = 26


@dataclass(frozen=True, slots=True)
class Grid:
    """A worksheet on a spreadsheet. `head` is the row of the heads, or of the first section where there is no table."""

    id: str
    layout: Layout
    head: int = HEAD

    def place(self, key: Key) -> tuple[int, int]:
        """Column and row of a slot, both counted from 1."""
        if len(key) > 1:
            return [*self.layout.columns].index(key[1]) + 1, self.layout.rows.index(key[0]) + 1 + self.head
        return 2, self._lines[key[0]]

    def headings(self) -> dict[int, str]:
        """The headings of the sections by row."""
        found = {}
        before = None
        for name, row in self._lines.items():
            title = self.layout.cells[name].section or ""
            if title and title != before:
                found[row - 1] = title
            before = title
        return found

    @property
    def _lines(self) -> dict[str, int]:
        """The rows of the cells below the table: a free row, then every section under its heading."""
        row = self.head + len(self.layout.rows) + 2 if self.layout.columns else self.head
        found = {}
        before = None
        for name, cell in self.layout.cells.items():
            row += 1 if cell.section and cell.section != before else 0
            before = cell.section
            found[name] = row
            row += 1
        return found

    def address(self, key: Key) -> str:
        """`C4`."""
        column, row = self.place(key)
        return f"{_letters(column)}{row}"

    def area(self, column: str) -> str:
        """All rows of a column of the table: `E2:E9`."""
        rows = self.layout.rows
        return f"{self.address((rows[0], column))}:{self.address((rows[-1], column))}"


NumberOf = Callable[[Reference], Amount]
"""What `CASE(…)` and `FACT(…)` come to."""


def spreadsheet_formula(formula: Formula, key: Key, grids: Mapping[str, Grid], sheet: str, number_of: NumberOf) -> str:
    """The formula of the slot `key` of a sheet, with its `=`. A formula without a tree is a ValueError."""
    if formula.tree is None:
        raise ValueError(f"{sheet}.{formula.name}")
    return "=" + _Writer(formula, key, grids, sheet, number_of).words(formula.tree)


@dataclass(frozen=True, slots=True)
class _Writer:
    formula: Formula
    key: Key
    grids: Mapping[str, Grid]
    sheet: str
    number_of: NumberOf

    def words(self, node: Node) -> str:
        match node:
            case Number():
                return _typed(node.value)
            case Name():
                return self._name(node.name)
            case Reference():
                return self._reference(node)
            case Negation():
                return f"(-{self.words(node.operand)})"
            case Operation() | Comparison():
                sign = node.operator if isinstance(node, Operation) else node.relation
                return f"({self.words(node.left)}{sign}{self.words(node.right)})"
            case Call():
                return f"{node.function}({','.join(self._argument(node, each) for each in node.arguments)})"

    def _argument(self, call: Call, node: Node) -> str:
        grid = self.grids[self.sheet]
        is_column = call.function == "SUM" and isinstance(node, Name) and node.name in grid.layout.columns
        return grid.area(node.name) if is_column and isinstance(node, Name) else self.words(node)

    def _name(self, name: str) -> str:
        grid = self.grids[self.sheet]
        in_table = self.formula.in_row and name in grid.layout.columns
        return grid.address((self.key[0], name) if in_table else (name,))

    def _reference(self, reference: Reference) -> str:
        if reference.home == "SHEET":
            sheet, *key = reference.address.split(".")
            return f"'{sheet}'!{self.grids[sheet].address(tuple(key))}"
        return _typed(self.number_of(reference))


def _typed(amount: Amount) -> str:
    if isinstance(amount, Decimal):
        return f"{amount:f}"
    return '"' + amount.replace('"', '""') + '"'


def _letters(column: int) -> str:
    """1 → A, 26 → Z, 27 → AA."""
    words = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        words = chr(ord("A") + rest) + words
    return words
