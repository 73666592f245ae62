"""A curriculum into which files are imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from curriculum_kit.importer import Draft, import_files, write_module
from tests.project import Project


@dataclass
class Imported:
    """What was imported, and where it lies."""

    project: Project
    made: Draft

    @property
    def folder(self) -> Path:
        return self.project.modules / self.made.id

    @property
    def report(self) -> str:
        return (self.project.folder / "laporan-impor" / f"{self.made.id}.md").read_text("utf-8")

    def text(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")

    def sessions(self) -> str:
        return "\n".join(path.read_text("utf-8") for path in sorted((self.folder / "sessions").iterdir()))


def bring_in(tmp_path: Path, *files: tuple[str, bytes]) -> Imported:
    tmp_path.mkdir(exist_ok=True)
    project = Project(tmp_path / "kurikulum")
    paths = []
    for name, data in files:
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    made = import_files(paths, "kwu-06", 6)
    assert isinstance(made, Draft), made
    write_module(made, project.modules, made.report.page("", "kwu-06"))
    return Imported(project, made)


@pytest.fixture
def importing(tmp_path: Path):  # noqa: ANN201 - a function
    return lambda *files: bring_in(tmp_path, *files)
