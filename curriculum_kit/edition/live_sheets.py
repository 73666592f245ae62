"""Which worksheets the sessions show and where, and the data of those that participants fill in on screen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.numbering import COUNTER_LABELS, counter_of
from curriculum_kit.source.curriculum import LoadedModule
from curriculum_kit.source.document import BlockUse
from curriculum_kit.worksheets.script import live_sheets, sheet_data


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where a sheet is shown first: "Lembar kerja 5.2", and its address from the root of the site."""

    label: str
    address: str


def shown_sheets(module: LoadedModule) -> Mapping[str, SheetPlace]:
    """The worksheets that the sessions of a module show to everybody, in the order in which they come."""
    found: dict[str, SheetPlace] = {}
    tally: dict[str, int] = {}
    for session in module.sessions.values():
        for block in session.document.walk():
            counter = counter_of(block)
            words = COUNTER_LABELS[counter] if counter else ""
            tally[words] = tally.get(words, 0) + 1
            sheet_id = _sheet_of(block)
            if sheet_id in module.worksheets and sheet_id not in found:
                anchor = f"#{block.name}" if block.name else ""
                found[sheet_id] = SheetPlace(
                    f"{words} {module.record.number}.{tally[words]}", f"{module.id}/{session.id}.html{anchor}"
                )
    return found


def write_sheet_scripts(context: EditionContext, out: Path) -> None:
    """Write `lembar/<module>/<sheet>.js` for every shown sheet of mode `own`."""
    for module in context.curriculum.modules.values():
        shown = shown_sheets(module)
        for sheet_id in shown:
            if module.worksheets[sheet_id].record.mode != "own":
                continue
            data = sheet_data(context.calculator, module.id, sheet_id)
            needed = live_sheets(context.calculator, module.id, sheet_id)[1:]
            data["from"] = {each: [shown[each].label, shown[each].address] for each in needed if each in shown}
            target = out / "lembar" / module.id / f"{sheet_id}.js"
            target.parent.mkdir(parents=True, exist_ok=True)
            words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            target.write_text(f"Lembar({words});\n", "utf-8")


def _sheet_of(block: BlockUse) -> str:
    """The worksheet that a block shows; nothing for other blocks."""
    if block.kind == "worksheet":
        return block.argument or ""
    response = block.options["response"].value.split() if "response" in block.options else []
    return response[1] if len(response) > 1 and response[0] == "table" else ""
