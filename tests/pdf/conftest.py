"""PDFs that several tests look at, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.pdf import PdfJob, write_pdfs
from tests.pdf.sample import LABELS, make_job


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def jobs(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, PdfJob]:
    """The sample book to fill in on screen and for print, written with two workers."""
    folder = tmp_path_factory.mktemp("books")
    made = {
        "form": make_job(folder / "form", forms=True, labels=LABELS),
        "print": make_job(folder / "print", labels=LABELS),
    }
    write_pdfs(list(made.values()), cache=cache, workers=2)
    return made


@pytest.fixture(scope="session")
def form(jobs: dict[str, PdfJob]) -> Path:
    return jobs["form"].target


@pytest.fixture(scope="session")
def book(jobs: dict[str, PdfJob]) -> Path:
    return jobs["print"].target
