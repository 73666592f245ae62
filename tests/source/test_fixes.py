"""A replacement mends its finding, brings no other, and leaves nothing to replace at its place."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.mending import applied_to
from tests.rules.examples import BASE, findings
from tests.source.mistakes import MISTAKES, Mistake

WITH_FIX = [mistake for mistake in MISTAKES if any(line.endswith(" mended") for line in mistake.expected)]


def kinds(found: tuple[Diagnostic, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message.format()) for finding in found)


@pytest.mark.parametrize("mistake", WITH_FIX, ids=lambda mistake: mistake.name)
def test_a_replacement_mends_its_finding(mistake: Mistake, tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "modules")
    mistake.laid_out(root)
    before = findings(root)
    for finding in before:
        if finding.fix:
            path = root / finding.fix.span.file
            wrong = path.read_bytes()
            path.write_text(applied_to(wrong.decode(), [finding.fix])[0], encoding="utf-8")
            assert path.read_bytes() != wrong
            after = kinds(findings(root))
            assert after < kinds(before)
            assert after[finding.code, finding.message.format()] == 0
            path.write_bytes(wrong)
