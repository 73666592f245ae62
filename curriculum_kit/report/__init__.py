"""Findings in the formats that people and programs read. Findings are data; a reporter only writes them down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from curriculum_kit.report import github, json, sarif, text
from curriculum_kit.report.findings import Findings

__all__ = ["FORMATS", "Findings"]

FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": text.write,
    "json": json.write,
    "github": github.write,
    "sarif": sarif.write,
}
