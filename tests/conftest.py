"""Fixtures that several folders of tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project

MODULES = Path(__file__).parents[1] / "modules"


@pytest.fixture(scope="session")
def curriculum_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both websites of the sample curriculum, built once. Tests that use it belong to the group "curriculum"."""
    project = Project(tmp_path_factory.mktemp("kurikulum"), MODULES).build("--only", "site", "--as-of", "2026-01-15")
    return project.folder / "build-partial"
