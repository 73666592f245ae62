"""What beginners in YAML and Markdown get wrong, and everything that is said about it (see `mistakes.py`)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.rules.examples import BASE, findings
from tests.source.mistakes import MISTAKES, Mistake


def test_the_corpus_is_not_small() -> None:
    assert len(MISTAKES) >= 150


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_named_once_and_at_its_place(mistake: Mistake, tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "modules")
    above = mistake.laid_out(root)
    found = findings(root)
    assert tuple(mistake.said(finding, above) for finding in found) == mistake.expected
    assert len(found) <= 2
    for finding in found:
        lines = (root / finding.span.file).read_text(encoding="utf-8").split("\n")
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert finding.message.format()
        assert finding.help.format()
