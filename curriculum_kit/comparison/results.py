"""What worksheets come to: results that change, whether the sheet itself changed or a number that it uses."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from curriculum_kit.comparison.model import Detail, Piece, Sign, State, said
from curriculum_kit.comparison.records import View, record_details, whole_details
from curriculum_kit.comparison.wording import Shown
from curriculum_kit.diagnostics import text
from curriculum_kit.overview.snapshot import KEYS_OF_SHEETS
from curriculum_kit.source.schema.worksheet import FillAnswer, Worksheet
from curriculum_kit.worksheets import Calculator, Formula, Layout, visible

SheetPath = tuple[str, str]
"""Module and sheet."""


def sheet_details(old: Worksheet | None, new: Worksheet, shown: tuple[Shown, Shown]) -> Iterator[Detail]:
    """What was written differently: formulas, given values, keys, labels; of a new sheet everything."""
    practice = "practice" in {new.mode, old.mode if old else ""}

    def hides(record: BaseModel, name: str, value: object) -> bool:
        is_key = name in KEYS_OF_SHEETS or isinstance(value, FillAnswer)
        return practice and not isinstance(record, Worksheet) and (is_key or str(value).startswith("="))

    if old is None:
        return whole_details(new, View(hides, shown))
    return record_details(old, new, View(hides, shown), without=frozenset({"title"}))


def result_details(old: Calculator, new: Calculator, was: SheetPath, now: SheetPath) -> Iterator[Detail]:
    """The computed values that differ. Typed values are told where they were written."""
    before, layout = old.layout(*was), new.layout(*now)
    if before is None or layout is None:
        return
    values, results = old.sheet(*was).values, new.sheet(*now).values
    for key, slot in layout.slots.items():
        other = before.slots.get(key)
        address = ".".join(key)
        if other is None or not (isinstance(slot.content, Formula) and isinstance(other.content, Formula)):
            continue
        words = old.quantity_text(values[address]), new.quantity_text(results[address])
        if words[0] != words[1]:
            pieces = tuple(Piece(sign, w) for sign, w in zip((Sign.OLD, Sign.NEW), words, strict=True) if w)
            hidden = not visible(layout.sheet, slot.kind)
            where = (text("hasil"), said(_label(layout, key)))
            yield Detail(where, State.CHANGED, pieces, hidden, short=True)


def _label(layout: Layout, key: tuple[str, ...]) -> str:
    """What a value is called: its cell, or its row and column."""
    label = layout.declared(key[-1]).label
    if len(key) == 1:
        same = [cell for cell in layout.sheet.cells if cell.label == label]
        section = layout.cells[key[0]].section
        return f"{section}: {label}" if section and len(same) > 1 else label
    row = next((row for row in layout.sheet.rows if row.id == key[0]), None)
    typed = (layout.slots[key[0], column] for column in layout.columns)
    name = next((str(slot.content) for slot in typed if slot.type == "text" and isinstance(slot.content, str)), "")
    return f"{(name if row else '') or key[0]}, {label}"
