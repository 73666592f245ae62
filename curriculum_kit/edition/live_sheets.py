"""Which worksheets the sessions show and where, and the data of those that participants fill in on screen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.numbering import labelled
from curriculum_kit.source.curriculum import LoadedModule
from curriculum_kit.worksheets.script import live_sheets, sheet_data


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where a sheet is shown first: "Lembar kerja 5.2", and its address from the root of the site."""

    label: str
    address: str


def shown_sheets(module: LoadedModule) -> Mapping[str, SheetPlace]:
    """The worksheets that the sessions of a module show to everybody, in the order in which they come."""
    found: dict[str, SheetPlace] = {}
    for session, block, label, _ in labelled(module):
        if block.sheet in module.worksheets:
            anchor = f"#{block.name}" if block.name else ""
            found.setdefault(block.sheet, SheetPlace(label, f"{module.id}/{session.id}.html{anchor}"))
    return found


def sheet_scripts(context: EditionContext) -> Iterator[tuple[str, str]]:
    """Address and text of the script of every shown sheet of mode `own`: `lembar/<module>/<sheet>.js`."""
    for module in context.curriculum.offered():
        shown = shown_sheets(module)
        for sheet_id in shown:
            if module.worksheets[sheet_id].record.mode != "own":
                continue
            data = sheet_data(context.calculator, module.id, sheet_id)
            needed = live_sheets(context.calculator, module.id, sheet_id)[1:]
            data["from"] = {each: [shown[each].label, shown[each].address] for each in needed if each in shown}
            words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            yield f"lembar/{module.id}/{sheet_id}.js", f"Lembar({words});\n"
