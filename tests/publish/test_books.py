"""The books of the example as fragments to be linked."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.edition.books import print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.runner import render
from curriculum_kit.pdf import PdfBook
from curriculum_kit.publish.books import pdf_book
from curriculum_kit.source.loader import load
from tests.project import EXAMPLE

pytestmark = pytest.mark.xdist_group("build")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfBook]:
    """All books of the trainers by name."""
    folder = tmp_path_factory.mktemp("books")
    context = EditionContext.of(load(EXAMPLE).curriculum, Audience.TRAINER, date(2025, 12, 1))
    made = print_books(context, render(context, folder / "scratch").books)
    found = (pdf_book(book, folder, folder / "out" / book.address) for book in made)
    return {book.name: book for book in found}


def test_a_session_is_the_same_in_the_books_of_its_module_and_of_a_programme(books: dict[str, PdfBook]) -> None:
    def shared(name: str) -> set[str]:
        return {one.html for one in books[name].fragments if ' class="chapter session' in one.html}

    programme = next(name for name in books if name.endswith("buku-pegangan.pdf") and not name.startswith("kwu"))
    assert len(shared("kwu-05/buku-pegangan.pdf")) > 1
    assert shared("kwu-05/buku-pegangan.pdf") <= shared(programme)


def test_every_page_number_and_place_is_in_the_book_or_on_the_website(books: dict[str, PdfBook]) -> None:
    for book in books.values():
        html = "".join(one.html for one in book.fragments)
        ids = set(re.findall(r'\sid="([^"]+)"', html))
        assert set(re.findall(r"ck-page:([\w.-]+)", html)) <= ids
        assert set(re.findall(r'href="ck-place:([^"]+)"', html)) <= ids | {name for name, _ in book.elsewhere}
        assert {one.anchor for one in (*book.labels, *book.margins)} <= ids


def test_only_fragments_that_name_pages_depend_on_the_book(books: dict[str, PdfBook]) -> None:
    late = {one.name.partition("#")[2] for book in books.values() for one in book.fragments if "ck-page:" in one.html}
    assert late == {"daftar-isi", "kwu-05"}  # the last lists the question sheets


def test_covers_have_bare_margins_and_openers_no_place(books: dict[str, PdfBook]) -> None:
    margins = {
        one.anchor: {text.place: text.text for text in one.texts} for one in books["kwu-05/buku-pegangan.pdf"].margins
    }
    assert margins["depan"] == margins["belakang"] == {}
    assert set(margins["kwu-05"]) == set(margins["cara"]) == {"top-left", "bottom-left", "bottom-right"}
    session = next(texts for name, texts in margins.items() if name.startswith("kwu-05--"))
    assert session["top-left"] == "Buku pegangan pelatih"
    assert session["top-right"].startswith("Sesi ")
    assert session["bottom-right"] == "{page}"
    assert "versi" in session["bottom-left"]


def test_drafts_have_a_watermark_for_upright_pages_and_for_those_that_lie(books: dict[str, PdfBook]) -> None:
    for book in books.values():
        feet = {text.text for margins in book.margins for text in margins.texts if text.place == "bottom-left"}
        assert feet
        assert len(book.watermark) == (2 if all("(draf" in foot for foot in feet) else 0)


def test_the_pages_of_the_style_sheet_are_left_to_the_linker() -> None:
    """Margin boxes in it would be drawn a second time."""
    css = Path(EXAMPLE).parents[2].joinpath("templates/books/book.css").read_text("utf-8")
    assert not re.search(r"@(?:top|bottom)-|target-counter|string-set", css)
