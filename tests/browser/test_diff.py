"""The page of `ck diff` in a browser and before the HTML checker."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from curriculum_kit.report.diff import written
from tests.browser.sites import node
from tests.comparison.edits import compared
from tests.comparison.test_compare import EDITS
from tests.project import Project
from tests.tools import require_html_checker

KINDS = (
    "minutes of a step",
    "text of a session",
    "an answer",
    "a new exercise",
    "a note in another place",
    "formula of a practice sheet",
    "value and legal basis of a fact",
    "a new practice sheet",
    "a word of the glossary",
)
"""Edits that together show every kind of thing, of state and of mark."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A comparison with many differences, one without any, and one in English."""
    folder = tmp_path_factory.mktemp("diff")

    def edit(project: Project) -> None:
        for kind in KINDS:
            EDITS[kind][0](project)

    many, nothing = compared(folder / "many", edit), compared(folder / "nothing", lambda p: p)
    found = []
    for name, comparison, language in (("many", many, "id"), ("nothing", nothing, "id"), ("english", many, "en")):
        path = folder / f"{name}.html"
        path.write_text(written(comparison, "html", language), "utf-8")
        found.append(path)
    return found


def test_pages_have_no_finding(pages: list[Path]) -> None:
    """axe-core, requests, content security policy, overflow: nothing at 360 and 1280 px, light and dark."""
    assert node("look.mjs", [page.as_uri() for page in pages]) == []


def test_pages_validate(pages: list[Path]) -> None:
    indonesian = [str(page) for page in pages if page.stem != "english"]  # the checker guesses languages by their words
    command = [*require_html_checker(), "--format", "gnu", *indonesian]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
