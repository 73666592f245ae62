"""Curricula to rename things in, and what is seen of them from outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from curriculum_kit.renaming import Edits, Kind, outcome
from curriculum_kit.rules import run
from curriculum_kit.rules.reading import named_blocks
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory


def contents(root: Path) -> dict[str, bytes]:
    """Every file with its bytes, and empty folders."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(root.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }


def findings(root: Path, as_of: date, memory: Memory | None = None) -> list[tuple[str, int, int]]:
    """What is said of a curriculum: code and place, without names."""
    loaded = load(root, memory=memory)
    found = run(loaded.curriculum, loaded.diagnostics, as_of, memory)
    return sorted((finding.code, finding.span.line, finding.span.column) for finding in found)


def carried_out(edits: Edits, as_of: date, memory: Memory | None = None) -> None:
    """Write a change, which must bring no new error."""
    result = outcome(edits, as_of, memory)
    assert [(error.code, error.message.format()) for error in result.errors] == []
    result.write()


def things(curriculum: Curriculum) -> dict[Kind, list[str]]:
    """Everything that can be renamed, as the command line names it."""
    modules = curriculum.modules.values()
    glossary = curriculum.glossary
    return {
        Kind.SESSION: [f"{module.id}/{id}" for module in modules for id in module.sessions],
        Kind.MODULE: list(curriculum.modules),
        Kind.BLOCK: [f"{module.id}/{name}" for module in modules for name in named_blocks(module)],
        Kind.FACT: list(curriculum.facts()),
        Kind.TERM: [term.id for term in glossary.record.terms] if glossary else [],
        Kind.WORKSHEET: [f"{module.id}/{id}" for module in modules for id in module.worksheets],
        Kind.CASE: list(curriculum.cases),
    }
