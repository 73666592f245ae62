"""Fixtures that several folders of tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import Project

MODULES = Path(__file__).parents[1] / "modules"


@pytest.fixture(scope="session", autouse=True)
def _settings_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Builds keep a key among the settings of the user: those of the tests are elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("settings")))
        yield


@pytest.fixture(scope="session")
def curriculum_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both websites of the sample curriculum, built once. Tests that use it belong to the group "curriculum"."""
    project = Project(tmp_path_factory.mktemp("kurikulum"), MODULES).build("--only", "site", "--as-of", "2026-01-15")
    return project.folder / "build-partial"
