"""Word files as modules: `ck import` makes a first draft of a module folder and says what became of every paragraph.

The way of a file: `isolated` hands it to a process of its own, where `archive` refuses what no honest Word file holds
and `reader` makes a plain story of it. `unfolding` parts what was typed in one line, `outline` finds the sections, and
`sorting` sends each where it belongs: `competence` takes the elements, `questions` the tests, `supplies` the lists,
`builder` the sessions; `guarded` and `labels` know what only trainers may see. `draft` makes the files, and `places`
keeps the report. The folder appears whole or not at all.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.importer.draft import Draft, draft
from curriculum_kit.importer.isolated import read_file
from curriculum_kit.importer.refusals import REASONS, SECONDS, Refuse

__all__ = ["Draft", "Refused", "free_module", "import_files", "write_module"]

REPORTS = "laporan-impor"
"""The folder beside the curriculum where reports are kept: no file of a module, and never published."""
_MODULE = re.compile(r"(?P<head>[a-z0-9-]*?)(?P<number>\d{1,3})")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why."""

    file: str
    reason: Text


def import_files(paths: Sequence[Path], module_id: str, number: int, seconds: float = SECONDS) -> Draft | Refused:
    """A draft from one file, or from the books of one unit. Never raises because of a file; each may take `seconds`."""
    stories = []
    for path in paths:
        try:
            stories.append((shown(path), read_file(path, seconds)))
        except Refuse as refused:
            return Refused(shown(path), REASONS[refused.reason])
    return draft(stories, module_id, number, paths[0].stem.replace("_", " ").replace("-", " "))


def shown(path: Path) -> str:
    """A file as it is named to people, without characters that steer terminals."""
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def free_module(modules: Path) -> tuple[str, int]:
    """The id and the number of the next module: `kwu-12` and 12 after `kwu-11`."""
    found = _numbered(modules)
    number, head, width = found[-1] if found else (0, "modul-", 2)
    return f"{head}{number + 1:0{width}}", number + 1


def number_of(module_id: str, modules: Path) -> int:
    """The number of a module that is to have this id: that in the id, where no other module has it, else the next."""
    match = _MODULE.fullmatch(module_id)
    number = int(match["number"]) if match else 0
    taken = {each for each, _, _ in _numbered(modules)}
    return number if number and number not in taken else free_module(modules)[1]


def _numbered(modules: Path) -> list[tuple[int, str, int]]:
    """The modules whose ids end in a number: the number, what stands before it, and how many digits it has."""
    return sorted(
        (int(match["number"]), match["head"], len(match["number"]))
        for path in modules.iterdir()
        if (path / "module.yaml").is_file() and (match := _MODULE.fullmatch(path.name))
    )


def write_module(made: Draft, modules: Path, report_page: str) -> tuple[Path, Path]:
    """Write the module folder, whole or not at all, and the report. Raises `EnvironmentTrouble`."""
    target = modules / made.id
    page = modules.resolve().parent / REPORTS / f"{made.id}.md"
    try:
        with tempfile.TemporaryDirectory(prefix=".impor-", dir=modules.resolve().parent) as folder:
            staged = Path(folder, made.id)
            for name, data in made.files.items():
                path = staged / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            page.parent.mkdir(exist_ok=True)
            page.write_text(report_page, "utf-8")
            os.rename(staged, target)  # noqa: PTH104 - fails where something stands already
    except OSError as error:
        page.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(
            text("{file} tidak dapat ditulis: {reason}", file=target, reason=reason).format()
        ) from error
    return target, page
