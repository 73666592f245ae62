"""PDFs that several tests look at, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.pdf import PdfBook, write_pdfs
from tests.pdf.sample import LABELS, make_book, split_book


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, PdfBook]:
    """The sample book to fill in on screen and for print, whole and linked, written with two workers."""
    folder = tmp_path_factory.mktemp("books")
    made = {
        "form": make_book(folder / "form", forms=True, labels=LABELS),
        "print": make_book(folder / "print", labels=LABELS),
        "linked": split_book(folder / "linked", forms=True),
    }
    write_pdfs(list(made.values()), cache=cache, workers=2)
    return made


@pytest.fixture(scope="session")
def form(books: dict[str, PdfBook]) -> Path:
    return books["form"].target


@pytest.fixture(scope="session")
def book(books: dict[str, PdfBook]) -> Path:
    return books["print"].target


@pytest.fixture(scope="session")
def linked(books: dict[str, PdfBook]) -> Path:
    return books["linked"].target
