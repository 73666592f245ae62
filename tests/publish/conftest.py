"""The books of the example, built once for all tests that look at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project
from tests.publish.pages import Page, pages


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The example with a link from one session to the other, its books built."""
    project = Project(tmp_path_factory.mktemp("pdf"))
    before = "## Uang hasil jualan pergi ke mana?\n"
    link = "Hitungannya ada pada [sesi yang *kedua*](02-menghitung-hpp.md).\n"
    return project.edit("kwu-05/sessions/01-mengenal-biaya.md", before, f"{before}\n{link}").build("--only", "books")


@pytest.fixture(scope="session")
def pdfs(example: Project) -> list[Path]:
    """All PDFs of the example."""
    found = sorted(example.folder.rglob("build-partial/**/*.pdf"))
    assert len(found) >= 9
    return found


@pytest.fixture(scope="session")
def leaves(pdfs: list[Path]) -> dict[Path, list[Page]]:
    """The pages of every book, once each: trainers have copies of the workbooks."""
    own = [path for path in pdfs if not (path.name.startswith("buku-kerja") and "trainer" in path.parts)]
    return {path: list(pages(path)) for path in own}
