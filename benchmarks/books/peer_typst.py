"""Typst, from markup converted from the same HTML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.books.content import Book
from benchmarks.books.measure import Command
from benchmarks.books.peer import lacking, pictures
from benchmarks.books.typst_markup import typst

_PROGRAM = """import sys, typst
source, target, fonts = sys.argv[1:]
compiler = typst.Compiler(source, font_paths=[fonts], ignore_system_fonts=True)
compiler.compile(output=target, format="pdf", pdf_standards=["ua-1"])
"""


@dataclass(frozen=True, slots=True)
class Typst:
    """One process per book, written as PDF/UA-1. The conversion is not timed."""

    environment: Path
    fonts: Path
    name: str = "Typst"
    numbers: str = "contents and text"
    lacks: str = "fields; HTML and CSS shared with the sites: every template would be written twice"

    def missing(self) -> str:
        """The package."""
        return lacking(self.environment, "typst")

    def commands(self, books: tuple[Book, ...], folder: Path, workers: int) -> list[Command]:
        """One for each book."""
        del workers
        pictures(folder, folder.parent)
        program = folder / "compile.py"
        program.write_text(_PROGRAM, "utf-8")
        made = []
        for book in sorted(books, key=lambda one: -len(one.html)):
            source, target = folder / f"{book.name}.typ", folder / f"{book.name}.pdf"
            markup = typst(book.html, book.title, book.edition, book.paper, folder / f"{book.name}-gambar")
            source.write_text(markup, "utf-8")
            argv = (str(self.environment / "bin" / "python"), str(program), str(source), str(target), str(self.fonts))
            made.append(Command(argv, str(folder), {book.name: str(target)}))
        return made
