"""WeasyPrint without this project: every book is one document, in as many processes as ours.

python -m benchmarks.books.peer_weasyprint JOB.json
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.books.content import Book
from benchmarks.books.measure import ROOT, Command

_CSS = """
@page { @top-left { content: "%(kind)s"; font: 600 8pt "Plus Jakarta Sans" }
  @top-right { content: string(place); font: 400 8pt "Plus Jakarta Sans"; text-align: right }
  @bottom-left { content: "%(edition)s"; font: 400 8pt "Plus Jakarta Sans"; width: 75%% }
  @bottom-right { content: counter(page); font: 700 10pt "Plus Jakarta Sans"; text-align: right } }
@page cover { @top-left { content: none } @bottom-left { content: none } @bottom-right { content: none } }
section { string-set: place attr(data-place) }
.contents a::after { content: leader(dotted) " " target-counter(attr(href), page) }
a.page-of::after { content: target-counter(attr(href), page) }
"""
"""What our linker draws and writes, as a document does it alone."""
_WATERMARK = '<div class="watermark"></div>'


@dataclass(frozen=True, slots=True)
class WeasyPrint:
    """One document per book, tagged, with fields where the book has them."""

    name: str = "WeasyPrint, one document per book"
    numbers: str = "contents and text"
    lacks: str = "numbers like 5-12 (a number of pages only); nothing is kept between runs"

    def missing(self) -> str:
        """Never: this project needs it too."""
        return ""

    def commands(self, books: tuple[Book, ...], folder: Path, workers: int) -> list[Command]:
        """One process, and its workers."""
        shares, job = folder / "shares.json", folder / "job.json"
        made = {book.name: str(folder / f"{book.name}.pdf") for book in books}
        documents = [
            (book.name, document(book), book.css + styled(book), made[book.name], str(folder.parent), book.fields)
            for book in sorted(books, key=lambda one: -len(one.html))
        ]
        job.write_text(json.dumps({"workers": workers, "shares": str(shares), "documents": documents}), "utf-8")
        argv = (sys.executable, "-m", __name__, str(job))
        return [Command(argv, str(folder), made, {"PYTHONPATH": str(ROOT)}, str(shares))]


def document(book: Book) -> str:
    """The HTML with its watermark."""
    return book.html.replace("<body>", f"<body>{_WATERMARK}") if "(draf)" in book.edition else book.html


def styled(book: Book) -> str:
    """The styles of running heads and numbers of pages."""
    return _CSS % {"kind": book.title.partition(":")[0], "edition": book.edition}


def write(name: str, html: str, css: str, target: str, base: str, fields: bool) -> tuple[str, float]:  # noqa: FBT001
    """One book, and the seconds of a processor that it took."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - in processes of its own
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    start = time.process_time()
    fonts = FontConfiguration()
    sheet = CSS(string=css, base_url=f"{base}/", font_config=fonts)
    HTML(string=html, base_url=f"{base}/").write_pdf(
        target, stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=fields
    )
    return name, time.process_time() - start


def main() -> None:
    """All books, the longest first."""
    given = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    with ProcessPoolExecutor(given["workers"], multiprocessing.get_context("spawn")) as pool:
        made = [pool.submit(write, *one) for one in given["documents"]]
        seconds = dict(one.result() for one in made)
    Path(given["shares"]).write_text(json.dumps(seconds), "utf-8")


if __name__ == "__main__":
    main()
