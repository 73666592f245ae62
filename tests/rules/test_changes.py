"""What the rules say about small changes of the base curriculum: every place, code and message (cases/changes*.txt)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.rules.examples import BASE, findings

CASES = sorted(BASE.parent.glob("changes*.txt"))


class Change(NamedTuple):
    """A case: words of a file, what stands there instead, and the findings."""

    file: str
    right: str
    wrong: str
    expected: tuple[str, ...]


def read(block: str) -> Change:
    file, *lines = block.split("\n")
    sides = {sign: [line[2:] for line in lines if line.startswith(sign)] for sign in "-+="}
    end = "" if sides["+"] else "\n"
    return Change(file, "\n".join(sides["-"]) + end, "\n".join(sides["+"]), tuple(sides["="]))


CHANGES = [read(block) for case in CASES for block in case.read_text(encoding="utf-8").strip().split("\n\n")[1:]]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.file}: {change.wrong.strip() or 'nothing'}")
def test_change(tmp_path: Path, change: Change) -> None:
    root = shutil.copytree(BASE, tmp_path / "modules")
    path = root / change.file
    text = path.read_text(encoding="utf-8")
    assert text.count(change.right) == 1
    path.write_text(text.replace(change.right, change.wrong), encoding="utf-8")
    found = (f"{f.span.file}:{f.span.line}:{f.span.column} {f.code} {f.message.format()}" for f in findings(root))
    assert tuple(found) == change.expected
