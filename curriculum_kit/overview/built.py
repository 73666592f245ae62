"""The pages and words of the books that a build has made. The only part of the overview that opens files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from curriculum_kit.audience import Audience

_WORD = re.compile(r"\w*[^\W\d_]\w*")
"""What holds a letter: numbers and lines of points are no words."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: the day it holds for (empty without a build), and pages and words by address of the book.

    `folder` is the name of the folder. Words are only counted when they are asked for.
    """

    as_of: str = ""
    pages: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    folder: str = ""


def last_built(folders: Iterable[Path], *, with_words: bool = False) -> Built:
    """The first of these folders in which there are books."""
    found = (built_books(folder, with_words=with_words) for folder in folders)
    return next((built for built in found if built.pages), Built())


def built_books(folder: Path, *, with_words: bool = False) -> Built:
    """Count the pages of the books that the manifest of a build lists. What is missing or broken is left out."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        files, as_of = list(manifest["files"]), str(manifest["as_of"])
    except (OSError, ValueError, KeyError, TypeError):
        return Built()
    pages: dict[str, int] = {}
    words: dict[str, int] = {}
    for audience in Audience:
        for file in files:
            site, _, address = str(file).partition("/")
            if site == audience and address.endswith(".pdf") and address not in pages:
                number = _pages(folder / site / address)
                if number:
                    pages[address] = number
                    words |= {address: _words(folder / site / address)} if with_words else {}
    return Built(as_of, pages, words, folder.name)


def _pages(path: Path) -> int | None:
    import pikepdf  # noqa: PLC0415 - slow to import, and needed only after a build

    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except (OSError, pikepdf.PdfError):
        return None


def _words(path: Path) -> int:
    """The words on all pages, with headings and page numbers in letters, as PDFium takes them out of the book."""
    import pypdfium2  # noqa: PLC0415 - as above

    document = pypdfium2.PdfDocument(path)
    count = 0
    for page in document:
        text = page.get_textpage()
        count += len(_WORD.findall(text.get_text_bounded()))
        text.close()
        page.close()
    document.close()
    return count
