"""Curricula that differ by an edit, compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from curriculum_kit.comparison import Comparison, Side, compare
from curriculum_kit.report.diff import written
from curriculum_kit.report.diff_words import JOINT
from curriculum_kit.source.loader import load
from tests.project import EXAMPLE, Project

DAY = date(2025, 12, 1)
Edit = Callable[[Project], object]


def side(name: str, modules: Path) -> Side:
    """A curriculum in a folder."""
    return Side(name, load(modules).curriculum, DAY)


BEFORE = side("dahulu", EXAMPLE)


def compared(folder: Path, edit: Edit) -> Comparison:
    """The example and what an edit makes of it."""
    project = Project(folder)
    edit(project)
    return compare(BEFORE, side("sekarang", project.modules))


def told(comparison: Comparison, language: str = "id") -> str:
    """The comparison as text, with lines joined that were wrapped, and plain signs between the parts of a place."""
    return " ".join(written(comparison, language=language).replace(JOINT, " > ").split())
