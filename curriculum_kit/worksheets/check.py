"""What can be said about a formula without computing it: functions, names, addresses, units, and leaks of keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import did_you_mean, text
from curriculum_kit.worksheets.figures import Figures
from curriculum_kit.worksheets.layout import Formula, Key, Layout, Slot, visible
from curriculum_kit.worksheets.tree import (
    FUNCTIONS,
    MAX_ROUNDING,
    REFERENCES,
    ROUNDINGS,
    Call,
    Flaw,
    FormulaFlawed,
    Name,
    Node,
    Reference,
    walk,
    whole_number,
)
from curriculum_kit.worksheets.units import Dimension, check_fit


@dataclass(frozen=True, slots=True)
class Scope:
    """What a formula can name: the sheet it stands in, its sisters in the module, the cases and facts.

    `unreadable` holds addresses' heads (`CASE sari`, `SHEET id`, `FACT`) whose file has errors of its own: what they
    hold is not known, so nothing is said about it.
    """

    sheet_id: str
    sheets: Mapping[str, Layout]
    figures: Figures
    unreadable: frozenset[str] = frozenset()

    @property
    def layout(self) -> Layout:
        """The sheet of the formula."""
        return self.sheets[self.sheet_id]

    def is_unreadable(self, reference: Reference) -> bool:
        """Whether the file that holds the address has errors of its own."""
        head = reference.address.split(".")[0]
        return not self.unreadable.isdisjoint({reference.home, f"{reference.home} {head}"})

    def slot(self, address: str) -> Slot | None:
        """The slot `sheet.cell` or `sheet.row.column`."""
        sheet_id, *key = address.split(".")
        layout = self.sheets.get(sheet_id)
        return layout.slots.get(tuple(key)) if layout else None


def sheet_addresses(sheets: Mapping[str, Layout]) -> frozenset[str]:
    """All addresses that SHEET() and `{calc}` can name."""
    return frozenset(".".join((sheet_id, *key)) for sheet_id, layout in sheets.items() for key in layout.slots)


def check(formula: Formula, scope: Scope) -> Iterator[Flaw]:
    """All flaws of a formula; units only when everything in it is known."""
    if formula.tree is None:
        if formula.flaw:
            yield formula.flaw
        return
    flaws = [*_flaws(formula.tree, formula, scope)]
    yield from flaws
    references = (node for node in walk(formula.tree) if isinstance(node, Reference))
    if flaws or any(scope.is_unreadable(node) for node in references):
        return
    try:
        check_fit(formula.tree, formula.type, lambda node: _dimension(node, scope))
    except FormulaFlawed as flawed:
        yield flawed.flaw


def leaks(formula: Formula, scope: Scope) -> Iterator[tuple[Flaw, str, Slot]]:
    """Places where a value that participants see is made from a key they must not see.

    Yields the flaw with the sheet and one slot of the key. A computed cell of a practice sheet may use the results
    of another practice sheet: both are keys.
    """
    sheet = scope.layout.sheet
    if formula.tree is None or (sheet.mode == "practice" and not visible(sheet, formula.kind)):
        return
    for node in walk(formula.tree):
        for sheet_id, slot in _used_slots(node, scope):
            if scope.sheets[sheet_id].sheet.mode == "practice" and not visible(scope.sheets[sheet_id].sheet, slot.kind):
                message = text(
                    'peserta akan melihat kunci jawaban: "{name}" memakai hasil latihan "{key}"',
                    name=formula.name,
                    key=".".join((sheet_id, slot.key[-1])),
                )
                column, length = node.column, node.length
                yield Flaw("CALC809", message, column, length), sheet_id, slot
                break


def column_of_sum(node: Node, layout: Layout) -> Iterator[Name]:
    """The arguments of a SUM that mean all values of a column."""
    if isinstance(node, Call) and node.function == "SUM":
        for argument in node.arguments:
            if isinstance(argument, Name) and argument.name in layout.columns:
                yield argument


def _used_slots(node: Node, scope: Scope) -> Iterator[tuple[str, Slot]]:
    layout = scope.layout
    if isinstance(node, Reference) and node.home == "SHEET":
        slot = scope.slot(node.address)
        if slot:
            yield node.address.split(".")[0], slot
    elif isinstance(node, Name) and node.name in layout.cells:
        yield scope.sheet_id, layout.slots[node.name,]
    elif isinstance(node, Name) and node.name in layout.columns:
        keys: Iterator[Key] = ((row, node.name) for row in layout.rows)
        yield from ((scope.sheet_id, layout.slots[key]) for key in keys)


def _flaws(tree: Node, formula: Formula, scope: Scope) -> Iterator[Flaw]:
    layout = scope.layout
    summed = {id(name) for node in walk(tree) for name in column_of_sum(node, layout)}
    for node in walk(tree):
        if isinstance(node, Call):
            yield from _call_flaws(node)
        elif isinstance(node, Reference):
            yield from _reference_flaws(node, scope)
        elif isinstance(node, Name) and node.name not in layout.columns and node.name not in layout.cells:
            message = text(
                'tidak ada kolom atau sel bernama "{name}"{hint}',
                name=node.name,
                hint=did_you_mean(node.name, layout.names),
            )
            yield Flaw("CALC802", message, node.column, node.length)
        elif isinstance(node, Name) and node.name in layout.columns and not formula.in_row and id(node) not in summed:
            message = text('kolom "{name}" di sini hanya dapat dipakai langsung di dalam SUM', name=node.name)
            yield Flaw("CALC802", message, node.column, node.length)


def _call_flaws(node: Call) -> Iterator[Flaw]:
    limits = FUNCTIONS.get(node.function)
    if limits is None:
        hint = did_you_mean(node.function.upper(), {*FUNCTIONS, *REFERENCES})
        message = text('fungsi "{name}" tidak dikenal{hint}', name=node.function, hint=hint)
        yield Flaw("CALC806", message, node.column, node.length)
    elif not limits[0] <= len(node.arguments) <= limits[1]:
        least, most = limits
        message = (
            text("{name} memerlukan {least} bagian, di sini ada {count}", name=node.function, least=least,
                 count=len(node.arguments))
            if least == most
            else text("{name} memerlukan {least} sampai dengan {most} bagian, di sini ada {count}",
                      name=node.function, least=least, most=most, count=len(node.arguments))
        )  # fmt: skip
        yield Flaw("CALC806", message, node.column, node.length)
    elif node.function in ROUNDINGS:
        digits = whole_number(node.arguments[1])
        if digits is None or abs(digits) > MAX_ROUNDING:
            message = text(
                "bagian kedua {name} adalah bilangan bulat dari -{limit} sampai dengan {limit}",
                name=node.function,
                limit=MAX_ROUNDING,
            )
            yield Flaw("CALC806", message, node.arguments[1].column, node.arguments[1].length)


def _reference_flaws(node: Reference, scope: Scope) -> Iterator[Flaw]:
    if scope.is_unreadable(node):
        return
    if node.home == "CASE":
        known, found = scope.figures.case_addresses, scope.figures.case(node.address) is not None
    elif node.home == "SHEET":
        known, found = sheet_addresses(scope.sheets), scope.slot(node.address) is not None
    else:
        known, found = scope.figures.fact_addresses, scope.figures.fact_number(node.address) is not None
        if not found and node.address in known:
            message = text('fakta "{address}" bukan satu angka', address=node.address)
            yield Flaw("CALC807", message, node.column, node.length)
            return
    if not found:
        message = text(
            '{home}: "{address}" tidak ada{hint}',
            home=node.home,
            address=node.address,
            hint=did_you_mean(node.address, _candidates(node.address, known)),
        )
        yield Flaw("CALC807", message, node.column, node.length)


def _candidates(address: str, known: frozenset[str]) -> frozenset[str]:
    """The addresses that may have been meant: those of the same file, else all."""
    head, _, _ = address.partition(".")
    return frozenset(other for other in known if other.partition(".")[0] == head) or known


def _dimension(node: Name | Reference, scope: Scope) -> Dimension:
    if isinstance(node, Name):
        return Dimension(scope.layout.declared(node.name).type)
    if node.home == "SHEET":
        slot = scope.slot(node.address)
        return Dimension(slot.type) if slot else Dimension.NUMBER
    quantity = scope.figures.case(node.address) if node.home == "CASE" else scope.figures.fact_number(node.address)
    return Dimension(quantity.type) if quantity else Dimension.NUMBER
