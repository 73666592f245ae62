"""docs/how-to/starting.md, command by command."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.test_new import fill, findings
from tests.project import Project

PAGE = (Path(__file__).parents[1] / "docs" / "how-to" / "starting.md").read_text("utf-8")
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]


@pytest.mark.slow
def test_every_command_of_the_page_does_what_the_page_says(tmp_path: Path) -> None:
    project = Project.of(tmp_path)
    for line in COMMANDS:
        words = shlex.split(line)
        if words[0] == "cd":
            project = Project.of(project.folder / words[1])
            continue
        assert words[0] == "ck"
        if "--strict" in words or words[1] == "build":  # by now the author has filled in everything
            fill(project.modules)
        done = project.ck(*words[1:])
        assert done.returncode == 0, done.stdout + done.stderr
        if project.modules.is_dir():  # a module without sessions is told to get one
            assert {finding.code for finding in findings(project.modules)} <= {"FILL881", "ALIGN402"}, line
    assert sorted(path.stem for path in (project.modules / "boga-01" / "sessions").iterdir()) == [
        "01-menyiapkan-dagangan",
        "02-mengenal-pelanggan",
    ]
    for output in ("participant/index.html", "participant/unduhan/boga-01/buku-kerja.pdf"):
        assert f"build/{output}" in PAGE
        assert (project.output / output).is_file()


def test_the_page_names_every_file_that_a_new_curriculum_has(tmp_path: Path) -> None:
    Project.of(tmp_path).ck("new", "curriculum", "--yes")
    named = set(re.findall(r"`([\w./]+)`", PAGE.partition("| written | is |")[2].partition("\n\n")[0]))
    assert {path.name for path in tmp_path.iterdir()} <= {name.split("/")[0] for name in named}
