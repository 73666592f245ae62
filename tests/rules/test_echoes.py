"""One broken file costs nothing but itself: no rule fails, and none blames those who mention what cannot be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.rules.examples import BASE, findings

FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.is_file())
TEXTS = [file for file in FILES if file.endswith((".yaml", ".md"))]


@pytest.fixture
def curriculum(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "modules")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_is_the_only_one_to_be_named(curriculum: Path, file: str) -> None:
    (curriculum / file).write_text("[}", encoding="utf-8")
    found = findings(curriculum)
    assert {finding.span.file for finding in found} == {file}


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".md")])
def test_a_fence_that_is_not_closed_is_the_only_thing_to_be_said(curriculum: Path, file: str) -> None:
    path = curriculum / file
    lines = path.read_text(encoding="utf-8").split("\n")
    last = max(number for number, line in enumerate(lines) if line == ":::")
    path.write_text("\n".join([*lines[:last], *lines[last + 1 :]]), encoding="utf-8")
    assert {finding.code for finding in findings(curriculum)} == {"SAFE904"}


@pytest.mark.parametrize("file", FILES)
def test_no_rule_fails_without_a_file(curriculum: Path, file: str) -> None:
    (curriculum / file).unlink()
    findings(curriculum)


@pytest.mark.parametrize("file", TEXTS)
def test_no_rule_fails_on_half_a_file(curriculum: Path, file: str) -> None:
    path = curriculum / file
    lines = path.read_text(encoding="utf-8").split("\n")
    for end in range(0, len(lines), 11):
        path.write_text("\n".join(lines[:end]), encoding="utf-8")
        findings(curriculum)


def test_no_rule_fails_on_an_empty_folder(tmp_path: Path) -> None:
    assert {finding.code for finding in findings(tmp_path)} == {"REF307"}


@pytest.mark.parametrize("line", range(1, 130, 8))
@pytest.mark.parametrize("file", ["kwu-01/module.yaml", "programmes/dasar-2jp.yaml", "kwu-01/assessment.yaml"])
def test_no_rule_fails_when_a_line_is_missing(curriculum: Path, file: str, line: int) -> None:
    path = curriculum / file
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([*lines[:line], *lines[line + 1 :]]), encoding="utf-8")
    findings(curriculum)
