"""The websites of the real curriculum, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project
from tests.search.engine import ROOT


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with `participant` and `trainer`."""
    project = Project(tmp_path_factory.mktemp("cari"), ROOT / "modules")
    done = project.ck("build", "--only", "site", "--as-of", "2026-01-15")
    assert done.returncode == 0, done.stderr
    return project.folder / "build-partial"
