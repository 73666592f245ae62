"""The one place to ask for numbers: cells of worksheets, numbers of cases, regulatory facts, and their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.worksheets.check import sheet_addresses
from curriculum_kit.worksheets.figures import Figures
from curriculum_kit.worksheets.layout import Layout, lay_out
from curriculum_kit.worksheets.quantity import Quantity, quantity_text
from curriculum_kit.worksheets.tree import Reference
from curriculum_kit.worksheets.workings import Workings, work_out


@dataclass(frozen=True, slots=True)
class SheetResult:
    """What a sheet comes to: a quantity for every `cell` and `row.column` (blank rows are numbered from 1).

    It holds the key of a practice sheet as well; what participants may see of it is decided by `visible`.
    """

    values: Mapping[str, Quantity]


class Calculator:
    """The numbers of a curriculum on one day. Never raises on authors' mistakes; results are kept."""

    def __init__(self, curriculum: Curriculum, as_of: date) -> None:
        self._curriculum = curriculum
        self._figures = Figures(curriculum, as_of)
        self._workings: dict[str, Workings] = {}
        self._results: dict[tuple[str, str], SheetResult] = {}

    def sheet(self, module_id: str, sheet_id: str) -> SheetResult:
        """All values of a sheet; without values when there is no such sheet."""
        if (module_id, sheet_id) not in self._results:
            layout = self.layout(module_id, sheet_id)
            workings = self.workings(module_id)
            slots = layout.slots.values() if layout else ()
            self._results[module_id, sheet_id] = SheetResult(
                {".".join(slot.key): workings.quantity(sheet_id, slot) for slot in slots}
            )
        return self._results[module_id, sheet_id]

    def value(self, module_id: str, address: str) -> Quantity | None:
        """The cell `sheet-id.cell` or `sheet-id.row.column` of a module; None when there is no such cell."""
        sheet_id, _, cell = address.partition(".")
        return self.sheet(module_id, sheet_id).values.get(cell)

    def case_value(self, address: str) -> Quantity | None:
        """The number `case-id.value` of the story; None when there is none."""
        return self._figures.case(address)

    def number(self, reference: Reference) -> Quantity | None:
        """What `CASE(…)` or `FACT(…)` comes to in a formula; None when there is no such number."""
        find = self._figures.case if reference.home == "CASE" else self._figures.fact_number
        return find(reference.address)

    def fact_text(self, address: str) -> str | None:
        """A fact in words: `id`, `id.tier` or `id.row.column`, each also with `@2024-06-01` behind it.

        `0,5%`, `sampai dengan Rp2.000.000.000`, `0% untuk satu pembayaran sampai dengan Rp500.000 dan 0,3% di
        atasnya`, `18 Oktober 2026`. None when there is no such fact or part, or for a whole table.
        """
        return self._figures.fact_text(address)

    @staticmethod
    def quantity_text(quantity: Quantity) -> str:
        """The quantity as it is printed (see `curriculum_kit.worksheets.quantity.quantity_text`)."""
        return quantity_text(quantity)

    def calc_addresses(self, module_id: str) -> frozenset[str]:
        """All addresses that `value` knows in a module."""
        return sheet_addresses({name: scope.layout for name, scope in self.workings(module_id).scopes.items()})

    def case_addresses(self) -> frozenset[str]:
        """All addresses that `case_value` knows."""
        return self._figures.case_addresses

    def fact_addresses(self) -> frozenset[str]:
        """All addresses of facts and their parts on the day of the calculator (whole tables have no words)."""
        return self._figures.fact_addresses

    def layout(self, module_id: str, sheet_id: str) -> Layout | None:
        """A sheet with the trees of its formulas, for writers of other formats; None when there is no such sheet."""
        scope = self.workings(module_id).scopes.get(sheet_id)
        return scope.layout if scope else None

    def workings(self, module_id: str) -> Workings:
        """All sheets of a module with what was found wrong in them."""
        if module_id not in self._workings:
            module = self._curriculum.modules.get(module_id)
            sheets = module.worksheets if module else {}
            self._workings[module_id] = work_out(
                {sheet_id: lay_out(source.record) for sheet_id, source in sheets.items()},
                self._figures,
                _unreadable(self._curriculum, module_id),
            )
        return self._workings[module_id]


def _unreadable(curriculum: Curriculum, module_id: str) -> frozenset[str]:
    """What formulas may name although its file could not be read (see `curriculum_kit.worksheets.check.Scope`)."""
    found = set()
    for file in curriculum.unreadable:
        folder, _, name = file.removesuffix(".yaml").rpartition("/")
        if file == "facts.yaml":
            found.add("FACT")
        elif folder == "cases":
            found.add(f"CASE {name}")
        elif folder == f"{module_id}/worksheets":
            found.add(f"SHEET {name}")
    return frozenset(found)
