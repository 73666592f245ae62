"""Worksheets and charts as they are printed: with their instructions, and charts drawn from the same numbers."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.edition.books import print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import write_drawings
from curriculum_kit.edition.runner import Rendered, render
from curriculum_kit.source.loader import load
from curriculum_kit.website import Site
from tests.project import Project

SESSION = "kwu-05/sessions/02-menghitung-hpp.md"
CHART = """

:::{chart} hpp-keripik
:name: grafik-bahan
:bars: unit_price

Harga bahan *Sari*
:::
"""


@pytest.fixture(scope="module", params=list(Audience), ids=lambda audience: audience.value)
def edition(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[EditionContext, Rendered]:
    folder = tmp_path_factory.mktemp("edition")
    project = Project(folder)
    text = (project.modules / SESSION).read_text("utf-8")
    project.write(SESSION, text + CHART)
    context = EditionContext.of(load(project.modules).curriculum, request.param, date(2025, 12, 1))
    rendered = render(context, folder / "scratch")
    assert rendered.diagnostics == ()
    return context, rendered


def test_instructions_stand_above_the_sheet_and_not_above_its_key(
    edition: tuple[EditionContext, Rendered],
) -> None:
    context, rendered = edition
    page = Site(context, rendered.website).html("kwu-05/02-menghitung-hpp.html")
    book = next(book.html for book in print_books(context, rendered.books) if "kwu-05/buku-kerja.pdf" in book.address or
                "kwu-05/buku-pegangan.pdf" in book.address)  # fmt: skip
    for html in (page, book):
        title, instructions = (
            html.index('class="sheet-title">HPP dan harga jual keripik Sari'),
            html.index('<div class="instructions">'),
        )
        assert title < instructions < html.index("<table", title)
        shown = html.count('<div class="instructions">')
        assert shown == html.count('<div class="sheet"')  # a key has the class as well, and none
        # A worksheet block says the title itself.
        assert len(re.findall(r"[> ]HPP dan harga jual usaha saya<", html)) == 1


def test_a_chart_is_a_numbered_figure_with_its_numbers_in_words(
    edition: tuple[EditionContext, Rendered], tmp_path: Path
) -> None:
    _, rendered = edition
    for fragments in (rendered.website, rendered.books):
        html = fragments.sessions["kwu-05/02-menghitung-hpp"]
        assert "gambar/kwu-05/grafik/grafik-bahan.svg" in html
        assert 'alt="Grafik batang. Pisang kepok Rp5.000, Minyak goreng Rp18.000' in html
        assert "Gambar 5.2 </span>Harga bahan <em>Sari</em>" in html.replace("\N{NO-BREAK SPACE}", " ")
        write_drawings(fragments, tmp_path)
        assert "Rp5.000</text>" in (tmp_path / "kwu-05/grafik/grafik-bahan.svg").read_text("utf-8")
