"""The websites of the sample curriculum."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sites(curriculum_sites: Path) -> Path:
    """The folder with `participant` and `trainer`."""
    return curriculum_sites
