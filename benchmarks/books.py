"""How long the books take, as ratios to one plain WeasyPrint document per book with the same HTML.

    python -m benchmarks.books [--only wirausaha-rintisan --only kwu-01] [--runs 3]

The HTML of all books is made first. Then, in turns: each book as one document, in as many processes as ours; ours from
nothing; ours after an edit of one session; ours when nothing has changed. Processor seconds are those of all processes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.curriculum import MODULES
from curriculum_kit.audience import Audience
from curriculum_kit.edition.books import PrintBook, print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments, write_drawings
from curriculum_kit.edition.layout import template_text
from curriculum_kit.edition.runner import render
from curriculum_kit.pdf import PdfBook, static_fonts, write_pdfs
from curriculum_kit.publish.books import pdf_book
from curriculum_kit.source.loader import load

AS_OF = date(2026, 1, 15)
WORKERS = os.cpu_count() or 1
PLAIN_CSS = """
@page { @top-left { content: "%(title)s"; font: 600 8pt "Plus Jakarta Sans" }
  @top-right { content: string(place); font: 400 8pt "Plus Jakarta Sans"; text-align: right }
  @bottom-left { content: "%(edition)s"; font: 400 8pt "Plus Jakarta Sans"; width: 75%% }
  @bottom-right { content: string(prefix) counter(page); font: 700 10pt "Plus Jakarta Sans"; text-align: right } }
@page front { @bottom-right { content: counter(page, lower-roman) } }
@page :nth(1 of open) { counter-reset: page 1 }
section { string-set: prefix attr(data-prefix), place attr(data-place) }
.contents a::after { content: leader(dotted) " " target-counter(attr(href), page) }
a.page-of::after { content: target-counter(attr(href), page) }
"""
"""What the linker draws and writes, as a document does it alone."""

Plain = tuple[str, str, Path, bool]


class Editions:
    """What Sphinx has made for both audiences, and the books in it."""

    def __init__(self, folder: Path, only: list[str]) -> None:
        """Render the editions and put the pictures into `folder`; `only` are the scopes whose books count."""
        self.folder, self.only = folder, only
        curriculum = load(MODULES).curriculum
        self.editions: list[tuple[EditionContext, Fragments]] = []
        with ProcessPoolExecutor(
            mp_context=multiprocessing.get_context("spawn"), max_workers=1, max_tasks_per_child=1
        ) as pool:
            for audience in Audience:
                made = pool.submit(_rendered, audience, folder / "scratch").result()
                self.editions.append((EditionContext.of(curriculum, audience, AS_OF), made))
                for original, name in made.pictures.items():
                    picture = folder / "gambar" / name
                    picture.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(MODULES / original, picture)
                write_drawings(made, folder / "gambar")

    def edit(self, number: int) -> None:
        """Add a sentence to one session, which stands in many books."""
        module = next((one for one in self.only if one.startswith("kwu-")), "kwu-01")
        for _, made in self.editions:
            session = min(name for name in made.sessions if name.startswith(f"{module}/"))
            made.sessions[session] += f"<p>Satu kalimat lagi, nomor {number}.</p>"

    def books(self) -> list[PrintBook]:
        """The HTML of all books, those for both audiences once."""
        found = {}
        for context, made in self.editions:
            for book in print_books(context, made):
                if not self.only or book.address.split("/")[1] in self.only:
                    found[book.address] = book
        return list(found.values())


def _rendered(audience: Audience, scratch: Path) -> Fragments:
    """The work of a process of its own: docutils keeps its directives per process."""
    return render(EditionContext.of(load(MODULES).curriculum, audience, AS_OF), scratch).books


def plain_documents(books: Iterable[PrintBook], folder: Path, fonts: str) -> list[Plain]:
    """The books as documents that need no linker."""
    target = folder / "plain"
    target.mkdir(exist_ok=True)
    found = [_plain(book, fonts, target / f"{number}.pdf") for number, book in enumerate(books)]
    return sorted(found, key=lambda one: -len(one[0]))


def _plain(book: PrintBook, fonts: str, target: Path) -> Plain:
    html = re.sub(r'href="#([^"]+)"', lambda link: f'href="{book.elsewhere.get(link[1], "#" + link[1])}"', book.html)
    if book.draft:
        html = html.replace("<body>", '<body><div class="watermark"></div>')
    css = PLAIN_CSS % {"title": book.info.title, "edition": book.edition}
    return html, f"{fonts}{template_text('books', 'book.css')}{css}", target, book.info.medium == "form"


def write_plain(document: Plain, base: Path) -> None:
    """One book as WeasyPrint makes it."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - in processes of its own
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    html, style, target, forms = document
    fonts = FontConfiguration()
    sheet = CSS(string=style, base_url=str(base), font_config=fonts)
    HTML(string=html, base_url=f"{base}/").write_pdf(
        target, stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=forms
    )


def write_all_plain(documents: list[Plain], base: Path) -> None:
    """All books, in as many processes as ours."""
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"), max_workers=WORKERS) as pool:
        for future in [pool.submit(write_plain, document, base) for document in documents]:
            future.result()


def measured(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the clock and of all processors."""
    before, start = _processor_seconds(), time.perf_counter()
    work()
    return time.perf_counter() - start, _processor_seconds() - before


def _processor_seconds() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main() -> None:
    """Measure in turns, and print the medians with their ratios to plain documents."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", action="append", default=[], help="id of a module or programme")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = folder / "cache"
        editions = Editions(folder, arguments.only)
        fonts = static_fonts(cache)
        faces = fonts.css
        for file, path in fonts.files.items():
            faces = faces.replace(f"ck-font:{file}", path.as_uri())

        def linked() -> list[PdfBook]:
            books = [pdf_book(book, folder, folder / book.address) for book in editions.books()]
            return [replace(book, as_of=AS_OF) for book in books]

        times: dict[str, list[tuple[float, float]]] = {}
        for run in range(arguments.runs):
            documents = plain_documents(editions.books(), folder, faces)
            books = linked()
            shutil.rmtree(cache / "pdf", ignore_errors=True)
            times.setdefault("plain", []).append(measured(partial(write_all_plain, documents, folder)))
            times.setdefault("cold", []).append(measured(partial(write_pdfs, books, cache=cache, workers=WORKERS)))
            editions.edit(run)
            books = linked()
            times.setdefault("edit", []).append(measured(partial(write_pdfs, books, cache=cache, workers=WORKERS)))
            times.setdefault("nothing", []).append(measured(partial(write_pdfs, books, cache=cache, workers=WORKERS)))
            _say(f"{run}: {[(case, round(found[-1][0], 2), round(found[-1][1], 2)) for case, found in times.items()]}")
        _say(f"{len(books)} books, {WORKERS} processes, {arguments.runs} runs: seconds (ratio), processor (ratio)")
        plain = _medians(times["plain"])
        for case, found in times.items():
            wall, processor = _medians(found)
            _say(f"{case:8} {wall:8.2f} ({wall / plain[0]:.2f}) {processor:8.2f} ({processor / plain[1]:.2f})")


def _medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    walls, processors = zip(*times, strict=True)
    return statistics.median(walls), statistics.median(processors)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
