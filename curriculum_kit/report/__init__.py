"""Findings in the formats that people and programs read. Findings are data; a reporter only writes them down."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.report import github, gitlab, json, sarif, text
from curriculum_kit.report.findings import Findings, openable, read_lines
from curriculum_kit.texts import SOURCE_LANGUAGE, translator

__all__ = ["FORMATS", "Findings", "openable", "written"]

FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": text.write,
    "json": json.write,
    "github": github.write,
    "gitlab": gitlab.write,
    "sarif": sarif.write,
}


def written(diagnostics: Iterable[Diagnostic], style: str = "text", language: str = SOURCE_LANGUAGE) -> str:
    """Diagnostics with openable paths in one of the formats, as fits the terminal."""
    color = style == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return FORMATS[style](Findings(tuple(diagnostics), translator(language), read_lines, color=color))
