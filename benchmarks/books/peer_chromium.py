"""Chromium without a screen prints the same HTML."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.books.content import Book
from benchmarks.books.measure import Command
from benchmarks.books.peer import pictures
from benchmarks.books.peer_weasyprint import document

_CSS = """
@page { @top-left { content: "%(kind)s"; font: 600 8pt "Plus Jakarta Sans" }
  @bottom-left { content: "%(edition)s"; font: 400 8pt "Plus Jakarta Sans" }
  @bottom-right { content: counter(page); font: 700 10pt "Plus Jakarta Sans" } }
@page cover { @top-left { content: none } @bottom-left { content: none } @bottom-right { content: none } }
.contents a::after, a.page-of::after { content: none !important }
"""


@dataclass(frozen=True, slots=True)
class Chromium:
    """One process of the browser per book."""

    name: str = "Chromium, print to PDF"
    numbers: str = "no"
    lacks: str = "page numbers in contents and text, the session in the running head, fields, PDF/UA"

    def missing(self) -> str:
        """The browser."""
        return "" if shutil.which("chromium") else "chromium"

    def commands(self, books: tuple[Book, ...], folder: Path, workers: int) -> list[Command]:
        """One for each book."""
        del workers
        return [self._command(book, folder) for book in books]

    @staticmethod
    def _command(book: Book, folder: Path) -> Command:
        source, target = folder / f"{book.name}.html", folder / f"{book.name}.pdf"
        css = _CSS % {"kind": book.title.partition(":")[0], "edition": book.edition}
        html = document(book).replace("</head>", f"<style>{book.css}{css}</style></head>")
        source.write_text(html, "utf-8")
        pictures(folder, folder.parent)
        argv = (
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder / book.name}", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            f"--print-to-pdf={target}", source.as_uri(),
        )  # fmt: skip
        return Command(argv, str(folder), {book.name: str(target)})
