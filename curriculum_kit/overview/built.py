"""The pages of the books that a build has made. The only part of the overview that opens files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from curriculum_kit.audience import Audience


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: the day it holds for (empty without a build), and pages by address of the book."""

    as_of: str = ""
    pages: dict[str, int] = field(default_factory=dict)


def built_books(folder: Path) -> Built:
    """Count the pages of the books that the manifest of a build lists. What is missing or broken is left out."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        files, as_of = list(manifest["files"]), str(manifest["as_of"])
    except (OSError, ValueError, KeyError, TypeError):
        return Built()
    pages: dict[str, int] = {}
    for audience in Audience:
        for file in files:
            site, _, address = str(file).partition("/")
            if site == audience and address.endswith(".pdf") and address not in pages:
                number = _pages(folder / site / address)
                pages |= {address: number} if number else {}
    return Built(as_of, pages)


def _pages(path: Path) -> int | None:
    import pikepdf  # noqa: PLC0415 - slow to import, and needed only after a build

    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except (OSError, pikepdf.PdfError):
        return None
