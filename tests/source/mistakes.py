r"""Reads the corpus of beginners' mistakes, `tests/cases/mistakes/*.txt`: one mistake a file.

    What the author did, in a sentence.

    file in the base curriculum
    - lines as they stand there
    + what the beginner wrote instead
    = line:column CODE, counted from the first of these lines; `mended` behind it when there is a replacement

No line with `=`: the habit is harmless. `\t` and `\u00a0` stand for characters that nobody sees. A finding above the
lines is written with its line in the file: `= file:line:column CODE`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from curriculum_kit.diagnostics import Diagnostic
from tests.rules.examples import BASE

FOLDER = BASE.parent / "mistakes"


class Mistake(NamedTuple):
    """What stands in a file of the base, what the beginner wrote, and what is said about it."""

    name: str
    file: str
    right: str
    wrong: str
    expected: tuple[str, ...]

    def laid_out(self, root: Path) -> int:
        """Write the mistake into a copy of the base. The number of the line before its first one."""
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        assert text.count(f"\n{self.right}") + text.startswith(self.right) == 1, f"{self.name}: not once in the base"
        at = 0 if text.startswith(self.right) else text.index(f"\n{self.right}") + 1
        path.write_text(f"{text[:at]}{self.wrong}{text[at + len(self.right) :]}", encoding="utf-8")
        return text[:at].count("\n")

    def said(self, finding: Diagnostic, above: int) -> str:
        """A finding as the corpus writes it."""
        line = finding.span.line - above
        place = f"{line}:{finding.span.column}" if line > 0 else f"file:{finding.span.line}:{finding.span.column}"
        other = "" if finding.span.file == self.file else f"{finding.span.file} "
        return f"{other}{place} {finding.code}{' mended' if finding.fix else ''}"


def read(path: Path) -> Mistake:
    _, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    file, *lines = rest.rstrip("\n").split("\n")
    sides = {sign: [line[2:] for line in lines if line.startswith(sign)] for sign in "-+="}
    right, wrong = ("".join(f"{_shown(line)}\n" for line in sides[sign]) for sign in "-+")
    return Mistake(path.stem, file, right, wrong, tuple(sides["="]))


def _shown(line: str) -> str:
    return re.sub(r"\\t|\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)) if match[1] else "\t", line)


MISTAKES = [read(path) for path in sorted(FOLDER.glob("*.txt"))]
