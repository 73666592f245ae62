"""Runs the program inside the test process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from curriculum_kit.cli import main
from tests.rules.examples import BASE


class Result(NamedTuple):
    """What a run of the program left."""

    code: int
    out: str
    err: str


Ck = Callable[..., Result]


@pytest.fixture
def ck(capsys: pytest.CaptureFixture[str]) -> Ck:
    """`ck` with words as arguments."""

    def run(*words: str) -> Result:
        with pytest.raises(SystemExit) as left:
            main.main(words)
        captured = capsys.readouterr()
        return Result(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a curriculum in `modules/`, to work in."""
    shutil.copytree(BASE, tmp_path / "modules")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(project: Path, file: str, right: str, wrong: str) -> None:
    """Replace words that stand once in a file."""
    path = project / "modules" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), encoding="utf-8")
