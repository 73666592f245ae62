"""All worksheets of a module worked out together, so that SHEET() and cycles across sheets need no special care."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from curriculum_kit.diagnostics import text
from curriculum_kit.source.curriculum import Loc
from curriculum_kit.worksheets.arrange import arrange
from curriculum_kit.worksheets.check import Scope, check, column_of_sum
from curriculum_kit.worksheets.evaluate import Amount, evaluate, settled
from curriculum_kit.worksheets.figures import Figures
from curriculum_kit.worksheets.guards import Sign, sign, sum_of_signs, unguarded_divisions
from curriculum_kit.worksheets.layout import Formula, Key, Layout, Slot
from curriculum_kit.worksheets.quantity import Quantity
from curriculum_kit.worksheets.tree import Flaw, FormulaFlawed, Name, Node, Reference, walk

COLUMN = "*"
"""Stands for the row in the key of a whole column: `(sheet, "*", column)`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw with the formula and the sheet in which it was found."""

    sheet_id: str
    formula: Formula
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Workings:
    """What the sheets of a module come to. Keys begin with the sheet; slots without a value are not in `values`."""

    scopes: Mapping[str, Scope]
    values: Mapping[Key, Amount]
    findings: Sequence[Finding]
    cycles: Sequence[tuple[Key, ...]]

    def quantity(self, sheet_id: str, slot: Slot) -> Quantity:
        """The value of a slot. A blank without an answer has the amount None, although it counts as 0."""
        amount = None if slot.content is None else self.values.get((sheet_id, *slot.key))
        return Quantity(amount, slot.type, slot.unit)


def work_out(sheets: Mapping[str, Layout], figures: Figures, unreadable: frozenset[str] = frozenset()) -> Workings:
    """Compute all sheets of a module. Mistakes of authors become findings and missing values.

    `unreadable`: see `Scope`.
    """
    scopes = {sheet_id: Scope(sheet_id, sheets, figures, unreadable) for sheet_id in sheets}
    return _Work(scopes, figures).done()


class _Work:
    """The state of one computation."""

    def __init__(self, scopes: Mapping[str, Scope], figures: Figures) -> None:
        self.scopes = scopes
        self.figures = figures
        self.slots: dict[Key, Slot] = {
            (sheet_id, *key): slot for sheet_id, scope in scopes.items() for key, slot in scope.layout.slots.items()
        }
        self.values: dict[Key, Amount] = {}
        self.signs: dict[Key, Sign] = {}
        self.findings: list[Finding] = []
        self.reported: set[tuple[object, ...]] = set()
        self.flawed: set[tuple[str, Loc]] = set()

    def done(self) -> Workings:
        for sheet_id, scope in self.scopes.items():
            for formula in scope.layout.formulas():
                for flaw in check(formula, scope):
                    self.report(sheet_id, formula, flaw)
                    self.flawed.add((sheet_id, formula.loc))
        needs: dict[Key, list[Key]] = {key: [*self.needs(key, slot)] for key, slot in self.slots.items()}
        for sheet_id, scope in self.scopes.items():
            for column in scope.layout.columns:
                needs[sheet_id, COLUMN, column] = [(sheet_id, row, column) for row in scope.layout.rows]
        order, cycles = arrange(needs)
        for key in order:  # in or behind a cycle something needed is never known
            if key in self.slots and all(self.is_known(need) for need in needs[key]):
                self.compute(key, self.slots[key])
        return Workings(self.scopes, self.values, self.findings, cycles)

    def report(self, sheet_id: str, formula: Formula, flaw: Flaw) -> None:
        """Keep a flaw. What a column's formula does wrong in every row is said for the first."""
        place = (sheet_id, formula.loc, flaw.code, flaw.column)
        if place not in self.reported:
            self.reported.add(place)
            self.findings.append(Finding(sheet_id, formula, flaw))

    def needs(self, key: Key, slot: Slot) -> Iterator[Key]:
        """The keys that a slot's formula needs."""
        if not isinstance(slot.content, Formula) or slot.content.tree is None:
            return
        layout = self.scopes[key[0]].layout
        summed = {id(name) for node in walk(slot.content.tree) for name in column_of_sum(node, layout)}
        for node in walk(slot.content.tree):
            if isinstance(node, Name):
                yield (key[0], COLUMN, node.name) if id(node) in summed else place_of(node.name, key, layout)
            elif isinstance(node, Reference) and node.home == "SHEET":
                yield tuple(node.address.split("."))

    def is_known(self, key: Key) -> bool:
        """Whether a key has its value; a whole column when all its rows have."""
        if key in self.slots or COLUMN not in key:
            return key in self.values
        sheet_id, _, column = key
        return all((sheet_id, row, column) in self.values for row in self.scopes[sheet_id].layout.rows)

    def compute(self, key: Key, slot: Slot) -> None:
        if slot.broken:
            return
        if not isinstance(slot.content, Formula):
            blank: Amount = "" if slot.type == "text" else Decimal(0)
            self.values[key] = blank if slot.content is None else slot.content
            return
        formula, tree, scope = slot.content, slot.content.tree, self.scopes[key[0]]
        if tree is None or (key[0], formula.loc) in self.flawed or not all(map(self.has_figure, walk(tree))):
            return
        values = _SlotValues(self, key)
        is_own = scope.layout.sheet.mode == "own"
        if is_own:
            self.signs[key] = sign(tree, values.sign)
            for division in unguarded_divisions(tree, values.sign):
                message = text("pembagi di sini dapat menjadi nol: isian yang kosong dihitung sebagai 0")
                self.report(key[0], formula, Flaw("CALC805", message, division.column, division.length))
        try:
            amount = evaluate(tree, values)
            self.values[key] = amount if isinstance(amount, str) else settled(amount)
        except FormulaFlawed as flawed:
            if is_own and flawed.flaw.code == "CALC805":
                return  # said above, for all fillings
            flaw = flawed.flaw
            self.report(key[0], formula, _in_row(flaw, key[1]) if formula.in_row else flaw)

    def has_figure(self, node: Node) -> bool:
        """Whether a reference to a case or fact has a number; other nodes always do."""
        return not isinstance(node, Reference) or node.home == "SHEET" or self.figure(node) is not None

    def figure(self, reference: Reference) -> Amount | None:
        look_up = self.figures.case if reference.home == "CASE" else self.figures.fact_number
        quantity = look_up(reference.address)
        return quantity.amount if quantity else None


class _SlotValues:
    """What names come to in the formula of one slot (`curriculum_kit.worksheets.evaluate.Values`)."""

    def __init__(self, work: _Work, key: Key) -> None:
        self.work = work
        self.key = key
        self.layout = work.scopes[key[0]].layout

    def name(self, name: str) -> Amount:
        return self.work.values[place_of(name, self.key, self.layout)]

    def column(self, name: str) -> Sequence[Amount] | None:
        if name not in self.layout.columns:
            return None
        return [self.work.values[self.key[0], row, name] for row in self.layout.rows]

    def reference(self, reference: Reference) -> Amount:
        if reference.home == "SHEET":
            return self.work.values[tuple(reference.address.split("."))]
        amount = self.work.figure(reference)
        if amount is None:
            raise LookupError(reference.address)
        return amount

    def sign(self, node: Name | Reference, *, summed: bool = False) -> Sign:
        """What is certain about a name, whatever is filled in (`curriculum_kit.worksheets.guards.SignOf`)."""
        if isinstance(node, Reference):
            is_sheet = node.home == "SHEET"
            return self.sign_at(tuple(node.address.split("."))) if is_sheet else _sign_of_amount(self.reference(node))
        if summed and node.name in self.layout.columns:
            return sum_of_signs(self.sign_at((self.key[0], row, node.name)) for row in self.layout.rows)
        return self.sign_at(place_of(node.name, self.key, self.layout))

    def sign_at(self, key: Key) -> Sign:
        return self.work.signs[key] if key in self.work.signs else _sign_of_amount(self.work.values[key])


def place_of(name: str, key: Key, layout: Layout) -> Key:
    """The key of a name in the formula of the slot `key`: of the same row for a column."""
    return (*key[:2], name) if name in layout.columns else (key[0], name)


def _sign_of_amount(amount: Amount) -> Sign:
    return Sign.UNKNOWN if isinstance(amount, str) else Sign.of(amount)


def _in_row(flaw: Flaw, row: str) -> Flaw:
    message = text('{message} pada baris "{row}"', message=flaw.message, row=row)
    return Flaw(flaw.code, message, flaw.column, flaw.length)
