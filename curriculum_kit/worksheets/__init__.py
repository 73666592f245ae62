"""Worksheets: a small formula language, parsed once to a tree, computed in decimal arithmetic, checked before.

    calculator = Calculator(curriculum, as_of)
    calculator.value("kwu-05", "hpp-keripik.unit_cost")   # Quantity(Decimal("10050"), "rupiah")
    calculator.fact_text("pph-final-rate")                # "0,5%"

`diagnose` yields what is wrong; `visible` says what participants may see of a sheet. Writers of other formats (scripts,
spreadsheets) take the trees from `Calculator.layout`; the language is described in `curriculum_kit.worksheets.formula`,
the meaning of its units in `curriculum_kit.worksheets.units`.
"""

from curriculum_kit.worksheets.diagnosis import diagnose, diagnose_module
from curriculum_kit.worksheets.layout import Formula, Layout, Slot, visible
from curriculum_kit.worksheets.quantity import Quantity, quantity_text
from curriculum_kit.worksheets.sheet import Calculator, SheetResult

__all__ = [
    "Calculator",
    "Formula",
    "Layout",
    "Quantity",
    "SheetResult",
    "Slot",
    "diagnose",
    "diagnose_module",
    "quantity_text",
    "visible",
]
