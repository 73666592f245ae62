"""Warnings of Sphinx become diagnostics at the author's own file and line, and reach the process that reports them."""

from __future__ import annotations

import pickle
from pathlib import Path

from curriculum_kit.diagnostics import Severity, Span
from curriculum_kit.edition.runner import diagnostics_of
from curriculum_kit.edition.sources import Page


def test_a_warning_points_at_what_the_author_wrote(tmp_path: Path) -> None:
    """The generated page knows for every line where it comes from; the finding survives the way between processes."""
    page = Page("kwu-05/module")
    page.add("# -", "kwu-05/module", 1)
    page.add("\n:::{ck-field} x\n\nTeks\n:::", "kwu-05/module.yaml", 13)
    warning = f"\x1b[31m{tmp_path}/kwu-05/module.md:5: WARNING: sesuatu salah [myst.x]\x1b[39;49;00m\n"
    found_there = pickle.dumps(diagnostics_of(warning, tmp_path, {page.docname: page}))
    [found] = pickle.loads(found_there)  # noqa: S301 - our own bytes
    assert (found.code, found.severity, found.span) == ("BUILD981", Severity.ERROR, Span("kwu-05/module.yaml", 13))
    assert found.message.format() == "teks tidak dapat dirangkai: sesuatu salah [myst.x]"


def test_a_warning_without_a_place_is_not_lost(tmp_path: Path) -> None:
    """It stops the build all the same."""
    [found] = diagnostics_of("WARNING: tanpa tempat\n", tmp_path, {})
    assert (found.code, found.severity) == ("BUILD981", Severity.ERROR)
