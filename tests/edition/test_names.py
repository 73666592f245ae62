"""Names of blocks and figures are unique in their module; two modules may use the same ones."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.runner import render
from curriculum_kit.source.loader import load
from tests.rules.examples import BASE


def test_two_modules_may_use_the_same_names(tmp_path: Path) -> None:
    """Nothing is complained of, and each reference leads into the module that it names."""
    root = shutil.copytree(BASE, tmp_path / "modules")
    shutil.copytree(root / "kwu-01", root / "kwu-02")
    session = root / "kwu-01/sessions/01-biaya.md"
    text = session.read_text("utf-8")
    here, there = "{ref}`latihan-hpp`.", "{ref}`latihan-hpp`, {ref}`kwu-02/latihan-hpp`, {ref}`kwu-02/gambar-alur`."
    assert text.count(here) == 1
    session.write_text(text.replace(here, there), "utf-8")
    context = EditionContext.of(load(root).curriculum, Audience.TRAINER, date(2025, 12, 1))
    rendered = render(context, tmp_path / "scratch")
    assert rendered.diagnostics == ()
    html = rendered.website.sessions["kwu-01/01-biaya"]
    for address in (
        "kwu-01/02-hpp.html#latihan-hpp",
        "kwu-02/02-hpp.html#latihan-hpp",
        "kwu-02/01-biaya.html#gambar-alur",
    ):
        assert f'href="../{address}"' in html
    book = rendered.books.sessions["kwu-02/01-biaya"]
    assert 'id="kwu-02--gambar-alur"' in book
    assert "kwu-01" not in book
