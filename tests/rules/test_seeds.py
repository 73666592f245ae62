"""Every rule finds a fault that is sown into the real curriculum, and nothing else is said (cases/seeds/*.txt)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.rules import rules, run
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory
from tests.rules.seeds import SEEDS, Seed, said

MODULES = Path(__file__).parents[2] / "modules"
AS_OF = date(2026, 1, 15)
WITHOUT_SEED = {
    "BUILD981": "comes from building, not from checking",
    "BUILD982": "comes from following the links of what was built",
    "LEAK971": "comes from looking through what was built",
    "YAML107": "a file that is too large is refused before it is read (SAFE906)",
}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the curriculum, and beside it the memory of a check."""
    root = shutil.copytree(MODULES, tmp_path_factory.mktemp("seeds") / "modules")
    memory = _memory(root)
    assert _findings(root, memory) == []
    memory.write()
    return root


def test_without_a_seed_nothing_is_found(root: Path) -> None:
    assert _findings(root, _memory(root)) == []


def test_every_rule_has_a_seed() -> None:
    assert {seed.code for seed in SEEDS} == rules().keys() - WITHOUT_SEED


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_the_seed_is_found_and_nothing_else_is_said(root: Path, seed: Seed) -> None:
    with seed.sown(root) as expected:
        assert {line.rpartition(" ")[2] for line in expected} == {seed.code}
        assert _findings(root, _memory(root)) == sorted(expected)


def _memory(root: Path) -> Memory:
    return Memory(root.parent / "memory")


def _findings(root: Path, memory: Memory) -> list[str]:
    loaded = load(root, memory=memory)
    return sorted(map(said, run(loaded.curriculum, loaded.diagnostics, AS_OF, memory)))
