"""A worksheet as plain data for the browser, which computes it with `templates/website/static/lembar.js`.

Formulas become nested lists, the operator or function first. A text is a number, an integer the place of a name among
the columns and then the cells of the sheet; `["@", "sheet.cell"]` is a cell of another sheet that is filled in as well,
`["'", "words"]` a text. What does not depend on the participant (cases, facts, other sheets) stands there as its
number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from curriculum_kit.worksheets.evaluate import Amount
from curriculum_kit.worksheets.layout import Formula, Layout, Slot
from curriculum_kit.worksheets.sheet import Calculator
from curriculum_kit.worksheets.tree import (
    ROUNDINGS,
    Call,
    Comparison,
    Name,
    Negation,
    Node,
    Number,
    Operation,
    Reference,
    walk,
    whole_number,
)

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"


def sheet_data(calculator: Calculator, module_id: str, sheet_id: str) -> dict[str, Json]:
    """A sheet of mode `own` and all such sheets that its formulas need, by id.

    Every sheet has `columns` (id, type, unit, formula), the ids of its `rows`, single `cells` (like columns) and the
    `given` values by `row.column` or `cell`. What is neither given nor a formula is filled in. Raises `ValueError`
    for a sheet of another mode: its formulas may be a key.
    """
    sheets = {each: _sheet(calculator, module_id, each) for each in live_sheets(calculator, module_id, sheet_id)}
    return {"module": module_id, "sheet": sheet_id, "sheets": dict(sheets)}


def live_sheets(calculator: Calculator, module_id: str, sheet_id: str) -> list[str]:
    """The sheet and all sheets of mode `own` that it needs, directly or through others."""
    found = [sheet_id]
    for each in found:  # grows while it is read
        for address in _addresses(_own(calculator, module_id, each)):
            other = address.split(".")[0]
            if other not in found and _is_own(calculator, module_id, other):
                found.append(other)
    return found


def tree_data(tree: Node, names: Sequence[str], reference: Callable[[Reference], Json]) -> Json:
    """A formula as nested lists. `names` are those of columns and cells, `reference` gives what is elsewhere."""

    def data(*parts: Node) -> list[Json]:
        return [tree_data(part, names, reference) for part in parts]

    found: Json
    match tree:
        case Number():
            found = f"{tree.value:f}"
        case Name():
            found = names.index(tree.name)
        case Reference():
            found = reference(tree)
        case Negation():
            found = ["-", *data(tree.operand)]
        case Operation() | Comparison():
            found = [tree.operator if isinstance(tree, Operation) else tree.relation, *data(tree.left, tree.right)]
        case Call() if tree.function in ROUNDINGS:
            found = [tree.function, *data(tree.arguments[0]), whole_number(tree.arguments[1]) or 0]
        case Call():
            found = [tree.function, *data(*tree.arguments)]
    return found


def _sheet(calculator: Calculator, module_id: str, sheet_id: str) -> Json:
    layout = _own(calculator, module_id, sheet_id)
    values = calculator.sheet(module_id, sheet_id).values

    def formula_of(slot: Slot | None) -> Json:
        if slot is None or slot.kind != "computed" or not isinstance(slot.content, Formula) or not slot.content.tree:
            return ""
        return tree_data(slot.content.tree, names, lambda reference: _reference(reference, calculator, module_id))

    names = [*layout.columns, *layout.cells]
    first = layout.rows[0] if layout.rows else ""
    return {
        "columns": [
            [column.id, column.type, column.unit or "", formula_of(layout.slots.get((first, column.id)))]
            for column in layout.columns.values()
        ],
        "rows": [*layout.rows],
        "cells": [
            [cell.id, cell.type, cell.unit or "", formula_of(layout.slots[cell.id,])] for cell in layout.cells.values()
        ],
        "given": {
            address: _words(values[address].amount)
            for address in (".".join(slot.key) for slot in layout.slots.values() if slot.kind == "given")
        },
    }


def _own(calculator: Calculator, module_id: str, sheet_id: str) -> Layout:
    layout = calculator.layout(module_id, sheet_id)
    if layout is None or layout.sheet.mode != "own":
        raise ValueError(f"{module_id}/{sheet_id}")
    return layout


def _is_own(calculator: Calculator, module_id: str, sheet_id: str) -> bool:
    layout = calculator.layout(module_id, sheet_id)
    return layout is not None and layout.sheet.mode == "own"


def _addresses(layout: Layout) -> Iterator[str]:
    for formula in layout.formulas():
        if formula.kind == "computed" and formula.tree:
            for node in walk(formula.tree):
                if isinstance(node, Reference) and node.home == "SHEET":
                    yield node.address


def _reference(reference: Reference, calculator: Calculator, module_id: str) -> Json:
    if reference.home != "SHEET":
        quantity = calculator.number(reference)
    elif _is_own(calculator, module_id, reference.address.split(".")[0]):
        return ["@", reference.address]
    else:
        quantity = calculator.value(module_id, reference.address)
    amount = quantity.amount if quantity else None
    return ["'", amount] if isinstance(amount, str) else _words(amount)


def _words(amount: Amount | None) -> str:
    """An amount without a loss; nothing, such as an empty blank, counts as 0."""
    return amount if isinstance(amount, str) else f"{amount or 0:f}"
