"""Titles of blocks are Markdown within a line, as the check reads them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.runner import render
from curriculum_kit.source.loader import load
from tests.project import Project


def test_roles_and_emphasis_in_a_title_are_rendered(tmp_path: Path) -> None:
    """A role in a title is what it is everywhere else, and never its own source."""
    title = "Menghitung *HPP* untuk {case}`sari.packs_per_batch`"
    project = Project(tmp_path).edit(
        "kwu-05/sessions/02-menghitung-hpp.md", "{exercise} HPP dan harga jual keripik Sari", "{exercise} " + title
    )
    context = EditionContext.of(load(project.modules).curriculum, Audience.PARTICIPANT, date(2025, 12, 1))
    rendered = render(context, tmp_path / "scratch")
    assert rendered.diagnostics == ()
    html = "".join(rendered.website.sessions.values())
    assert "</b> Menghitung <em>HPP</em> untuk" in html
    assert '<span class="block-title">Menghitung <em>HPP</em> untuk' in "".join(rendered.books.sessions.values())
    assert "{case}" not in html


@pytest.mark.parametrize("audience", list(Audience))
def test_how_to_do_without_power_is_printed_for_trainers(tmp_path: Path, audience: Audience) -> None:
    context = EditionContext.of(load(Project(tmp_path).modules).curriculum, audience, date(2025, 12, 1))
    rendered = render(context, tmp_path / "scratch")
    for fragments in (rendered.website, rendered.books):
        html = "".join(fragments.sessions.values())
        assert ("Tanpa listrik atau internet:" in html) is (audience is Audience.TRAINER)
        assert "block-activity" in html


def test_books_say_how_long_a_block_takes(tmp_path: Path) -> None:
    """From the session plan, beside who works and with what; the website has the plan itself."""
    context = EditionContext.of(load(Project(tmp_path).modules).curriculum, Audience.PARTICIPANT, date(2025, 12, 1))
    rendered = render(context, tmp_path / "scratch")
    book, web = (fragments.sessions["kwu-05/01-mengenal-biaya"] for fragments in (rendered.books, rendered.website))
    activity = book[book.index('id="kwu-05--aktivitas-kartu-biaya"') :]
    assert "<b>Waktu:</b> 20\N{NO-BREAK SPACE}menit" in activity[: activity.index('class="block-body"')]
    assert "<b>Waktu:</b>" not in web
