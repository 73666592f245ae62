"""The tasks of VS Code run the commands that exist, and its problems are the findings of the check."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from curriculum_kit.cli import COMMANDS
from curriculum_kit.editor.settings import merged
from curriculum_kit.editor.tasks import tasks
from tests.project import Project

TASKS = {task["label"]: task for task in tasks("modules")["tasks"]}
SEVERITIES = {"error", "warning", "info"}


@pytest.mark.parametrize("label", TASKS)
def test_a_task_runs_a_command_when_somebody_asks_for_it(label: str) -> None:
    task = TASKS[label]
    assert task["command"] == "ck"
    assert task["args"][:2] in [[name, "modules"] for name in COMMANDS]
    assert "runOptions" not in task


def test_every_finding_is_a_problem_at_its_place(tmp_path: Path) -> None:
    session = "kwu-05/sessions/01-mengenal-biaya.md"
    project = Project(tmp_path)
    project.edit(session, "objective: Peserta mampu", "objective: LENGKAPI (tujuan) dan").edit(
        session, "[1.1.1]", "[9.9.9]"
    )
    found = json.loads(project.ck("check", "--format", "json", "--as-of", "2025-12-01").stdout)
    printed = project.ck("check", "--as-of", "2025-12-01").stdout.splitlines()
    seen = []
    for matcher in TASKS["ck: periksa"]["problemMatcher"]:
        pattern = matcher["pattern"]
        for line in printed:
            if match := re.match(pattern["regexp"], line):
                place = (match[pattern["file"]], int(match[pattern["line"]]), int(match[pattern["column"]]))
                seen.append((*place, match[pattern["code"]], matcher["severity"]))
    assert {severity for *_, severity in seen} == SEVERITIES
    assert len(seen) == len(found["diagnostics"])
    assert all((tmp_path / file).is_file() for file, *_ in seen)


def test_a_task_that_a_team_has_changed_stays() -> None:
    theirs = {"version": "2.0.0", "tasks": [{"label": "ck: periksa", "command": "make", "args": ["check"]}]}
    joined = json.loads(merged(json.dumps(theirs), tasks("modules")) or "")
    assert joined["tasks"][0] == theirs["tasks"][0]
    assert [task["label"] for task in joined["tasks"]] == list(TASKS)
