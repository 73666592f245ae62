"""A real workbook of the example, made once, and two programs that fill it in and know nothing of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project


@pytest.fixture(scope="session")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fillable workbook of the example. Tests that use it belong to the group "workbook"."""
    project = Project(tmp_path_factory.mktemp("buku"))
    project.build("--only", "books", "--module", "kwu-05", "--audience", "participant")
    return project.folder / "build-partial/participant/unduhan/kwu-05/buku-kerja-isian.pdf"
