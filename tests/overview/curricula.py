"""The two curricula whose numbers the tests work out by hand, and changed copies of the small one."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from tests.project import EXAMPLE
from tests.rules.examples import BASE

AS_OF = date(2025, 12, 1)


def example() -> Curriculum:
    return load(EXAMPLE).curriculum


def base() -> Curriculum:
    return load(BASE).curriculum


def changed(folder: Path, *changes: tuple[str, str, str]) -> Curriculum:
    """The base with words (which stand once in their file) replaced: file, right, wrong."""
    root = folder / "modules"
    shutil.copytree(BASE, root)
    for file, right, wrong in changes:
        path = root / file
        words = path.read_text("utf-8")
        assert words.count(right) == 1, f"{right!r} in {file}"
        path.write_text(words.replace(right, wrong), "utf-8")
    return load(root).curriculum


ONE_SESSION = ("programmes/dasar-2jp.yaml", "  - kwu-01/01-biaya\n  - kwu-01/02-hpp\n", "  - kwu-01/01-biaya\n")
"""The programme lists the first session only."""
