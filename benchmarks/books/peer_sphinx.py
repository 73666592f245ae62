"""Sphinx-SimplePDF: a Sphinx project per book, printed by WeasyPrint."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from benchmarks.books.content import Book
from benchmarks.books.markdown import parts
from benchmarks.books.measure import Command
from benchmarks.books.peer import lacking, pictures

_CONF = """project = {title!r}
language = "id"
extensions = ["myst_parser", "sphinx_simplepdf"]
suppress_warnings = ["myst", "toc"]
simplepdf_file_name = "book.pdf"
simplepdf_weasyprint_flags = {flags!r}
"""
_INDEX = """# {title}

```{{toctree}}
:maxdepth: 2

{pages}
```
"""


@dataclass(frozen=True, slots=True)
class SphinxSimplePdf:
    """One project and one process per book, with its own theme; WeasyPrint is asked for tags and fields."""

    environment: Path
    name: str = "Sphinx-SimplePDF"
    numbers: str = "its own contents"
    lacks: str = "page numbers in text, several books from one project"

    def missing(self) -> str:
        """The packages."""
        return lacking(self.environment, "sphinx_simplepdf", "myst_parser")

    def commands(self, books: tuple[Book, ...], folder: Path, workers: int) -> list[Command]:
        """One for each book."""
        del workers
        return [self._command(book, folder) for book in sorted(books, key=lambda one: -len(one.html))]

    def _command(self, book: Book, folder: Path) -> Command:
        project = folder / book.name
        pictures(project, folder.parent)
        flags = ["--pdf-variant", "pdf/ua-1", *(["--pdf-forms"] if book.fields else [])]
        (project / "conf.py").write_text(_CONF.format(title=book.title, flags=flags), "utf-8")
        pages = {f"bagian-{number:03}": part for number, part in enumerate(parts(book.html, project / "sisipan"))}
        for name, part in pages.items():
            (project / f"{name}.md").write_text(part, "utf-8")
        (project / "index.md").write_text(_INDEX.format(title=book.title, pages="\n".join(pages)), "utf-8")
        programs = self.environment / "bin"
        argv = (str(programs / "python"), "-m", "sphinx", "-E", "-q", "-b", "simplepdf", ".", "hasil")
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        return Command(argv, str(project), {book.name: str(project / "hasil" / "book.pdf")}, {"PATH": path})
