"""MkDocs with mkdocs-to-pdf: a project per book, printed by WeasyPrint.

Of the plugins that print a whole project, it is the one that is kept: mkdocs-with-pdf, which it continues, had its last
release in 2021, and mkdocs-print-site-plugin makes a page that a browser has to print.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.books.content import Book
from benchmarks.books.markdown import markdown
from benchmarks.books.measure import Command
from benchmarks.books.peer import lacking, pictures

_CONFIGURATION = """site_name: {title}
use_directory_urls: false
theme: readthedocs
plugins:
  - to-pdf:
      output_path: book.pdf
      toc_title: Daftar isi
      heading_shift: false
      ordered_chapter_level: 0
"""


@dataclass(frozen=True, slots=True)
class MkDocs:
    """One project and one process per book, with the look of the plugin."""

    environment: Path
    name: str = "MkDocs, mkdocs-to-pdf"
    numbers: str = "its own contents"
    lacks: str = "page numbers in text, tags and fields (the plugin hands WeasyPrint no option)"

    def missing(self) -> str:
        """The packages."""
        return lacking(self.environment, "mkdocs", "mkdocs_to_pdf")

    def commands(self, books: tuple[Book, ...], folder: Path, workers: int) -> list[Command]:
        """One for each book."""
        del workers
        return [self._command(book, folder) for book in sorted(books, key=lambda one: -len(one.html))]

    def _command(self, book: Book, folder: Path) -> Command:
        project = folder / book.name
        pages = project / "docs"
        pictures(pages, folder.parent)
        (pages / "index.md").write_text(markdown(book.html, pages / "sisipan"), "utf-8")
        title = '"' + book.title.replace('"', '\\"') + '"'
        (project / "mkdocs.yml").write_text(_CONFIGURATION.format(title=title), "utf-8")
        argv = (str(self.environment / "bin" / "python"), "-m", "mkdocs", "build", "--quiet", "--site-dir", "hasil")
        return Command(argv, str(project), {book.name: str(project / "hasil" / "book.pdf")})
