"""Mends what can be mended without a second thought: the fixes of findings, applied until none is left.

Everything but the mended words stays as it was, letter by letter: comments, line ends, layout.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum_kit.diagnostics import Diagnostic, Fix
from curriculum_kit.rules import run
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory

MAX_ROUNDS = 12
"""A fix can uncover another fault, but not for ever."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending would change: the old and the new text of each changed file, by its path in the curriculum.

    `count` is the number of fixes, `diagnostics` what is still wrong afterwards.
    """

    before: Mapping[str, str]
    after: Mapping[str, str]
    count: int
    diagnostics: tuple[Diagnostic, ...]

    def diff(self, folder: str) -> str:
        """All changes as a unified diff. `folder` is the way to the curriculum."""
        return "".join(
            line if line.endswith("\n") else f"{line}\n"
            for file in sorted(self.after)
            for line in difflib.unified_diff(
                self.before[file].splitlines(keepends=True),
                self.after[file].splitlines(keepends=True),
                f"{folder}/{file}",
                f"{folder}/{file}",
            )
        )


def mend(root: Path, as_of: date, chosen: Callable[[Diagnostic], bool], memory: Memory | None = None) -> Mended:
    """Apply the fixes of all findings that are `chosen`, without writing them. What `memory` holds is not redone."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    count = 0
    diagnostics = _check(root, as_of, after, memory)
    for _ in range(MAX_ROUNDS):
        by_file: dict[str, list[Fix]] = {}
        for diagnostic in filter(chosen, diagnostics):
            if diagnostic.fix:
                by_file.setdefault(diagnostic.fix.span.file, []).append(diagnostic.fix)
        applied = 0
        for file, fixes in by_file.items():
            text = after[file] if file in after else (root / file).read_bytes().decode("utf-8")
            mended, done = applied_to(text, fixes)
            if mended != text:
                before.setdefault(file, text)
                after[file] = mended
                applied += done
        if not applied:
            break
        count += applied
        diagnostics = _check(root, as_of, after, memory)
    return Mended(before, after, count, diagnostics)


def applied_to(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """`text` with the fixes that do not touch each other, and how many these are. Line ends may be of any kind."""
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    starts = [match.start() for match in _LINE.finditer(text)]

    def offset(line: int, column: int) -> int:
        return min(starts[min(line, len(starts)) - 1] + column - 1, len(text))

    changes = {
        (
            offset(fix.span.line, fix.span.column),
            offset(fix.span.end_line or fix.span.line, fix.span.end_column or fix.span.column),
            fix.replacement,
        )
        for fix in fixes
    }
    pieces, at, done = [], 0, 0
    for start, end, replacement in sorted(changes):
        if start < at or (done and start == at == end):
            continue
        pieces += [text[at:start], replacement]
        at = end
        done += 1
    return bom + "".join(pieces) + text[at:], done


def write_mended(root: Path, mended: Mended) -> None:
    """Write the changed files, each whole or not at all."""
    for file, text in mended.after.items():
        path = root / file
        beside = path.with_name(f".{path.name}.ck")
        beside.write_bytes(text.encode("utf-8"))
        beside.chmod(path.stat().st_mode)
        beside.replace(path)


def _check(root: Path, as_of: date, overlay: Mapping[str, str], memory: Memory | None) -> tuple[Diagnostic, ...]:
    loaded = load(root, {file: text.encode("utf-8") for file, text in overlay.items()}, memory)
    return run(loaded.curriculum, loaded.diagnostics, as_of, memory)
