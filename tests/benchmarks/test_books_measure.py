"""What a command costs is what all its processes cost."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.books.measure import Command, measured

WORK = """
import time
while time.process_time() < {seconds}:
    pass
"""
LEAVING = f"""
import subprocess, sys
subprocess.Popen([sys.executable, "-c", {WORK.format(seconds=0.4)!r}], start_new_session=True)
"""
HOLDING = f"""
held = bytearray(80_000_000)
{WORK.format(seconds=1.5)}
"""


def python(code: str, folder: Path, *, makes: dict[str, str], shares: str = "") -> Command:
    return Command((sys.executable, "-c", code), str(folder), makes, {}, shares)


def test_seconds_of_commands_and_books(tmp_path: Path) -> None:
    made = tmp_path / "a.pdf"
    made.touch()
    commands = [python(WORK.format(seconds=0.3), tmp_path, makes={name: str(made)}) for name in "ab"]
    cost = measured(commands, workers=2)
    assert cost.failures == ()
    assert sorted(cost.books) == ["a", "b"]
    assert all(seconds >= 0.3 for seconds in cost.books.values())
    assert cost.processors >= sum(cost.books.values())


def test_processes_that_outlive_their_command_are_counted(tmp_path: Path) -> None:
    cost = measured([python(LEAVING, tmp_path, makes={})], workers=1)
    assert cost.processors >= 0.4


def test_memory_is_that_of_the_processes_together(tmp_path: Path) -> None:
    cost = measured([python(HOLDING, tmp_path, makes={}), python(HOLDING, tmp_path, makes={})], workers=2)
    assert cost.memory > 150_000_000


def test_a_command_that_makes_nothing_has_failed(tmp_path: Path) -> None:
    cost = measured([python("print('kertas habis')", tmp_path, makes={"a": str(tmp_path / "a.pdf")})], workers=1)
    assert "kertas habis" in cost.failures[0]
    assert "['a']" in cost.failures[0]


def test_a_command_that_ends_badly_has_failed(tmp_path: Path) -> None:
    cost = measured([python("raise SystemExit(3)", tmp_path, makes={})], workers=1)
    assert ": 3, []" in cost.failures[0]


def test_a_command_may_tell_what_its_books_took(tmp_path: Path) -> None:
    told = tmp_path / "shares.json"
    code = f"open({str(told)!r}, 'w').write({json.dumps({'a': 1.5, 'b': 2.5})!r})"
    cost = measured([python(code, tmp_path, makes={}, shares=str(told))], workers=1)
    assert cost.books == {"a": 1.5, "b": 2.5}
