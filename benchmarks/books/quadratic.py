"""Tagging a document twice as long takes WeasyPrint more than twice as long, and in the end four times.

    python -m benchmarks.books.quadratic [--pages 200]

Each element of the structure tree names its page by `pdf.page_references[number]` (`weasyprint/pdf/tags.py`), and pydyf
makes that tuple of all pages anew each time that it is asked (`PDF.page_references` in `pydyf/__init__.py`): elements
times pages. One tuple, made before the tree is built, would do.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from weasyprint import HTML

_PAGE = '<section style="break-before: page">' + "<p>Satu <b>kata</b> tebal.</p>" * 30 + "</section>"


def tagging(pages: int) -> tuple[float, int, float]:
    """Seconds of a processor that the tags of so many pages take: the document is written with and without them.

    With them, the number of elements, and the seconds that making the tuple takes for all of them.
    """
    document = HTML(string=f"<html lang=id><title>Uji</title><body>{_PAGE * pages}").render()
    found: dict[str, float] = {}

    def look(_: object, pdf: Any) -> None:  # noqa: ANN401 - pydyf has no types
        elements = sum(isinstance(one, dict) and one.get("Type") == "/StructElem" for one in pdf.objects)
        start = time.process_time()
        for _ in range(200):
            _ = pdf.page_references
        found["tuples"] = (time.process_time() - start) / 200 * elements
        found["elements"] = elements

    seconds = []
    for tags in (False, True):
        start = time.process_time()
        document.write_pdf(pdf_tags=tags)
        seconds.append(time.process_time() - start)
    document.write_pdf(pdf_tags=True, finisher=look)
    return seconds[1] - seconds[0], int(found["elements"]), found["tuples"]


def main() -> None:
    """Measure n pages and 2n pages."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=200)
    pages = parser.parse_args().pages
    once, twice = tagging(pages), tagging(2 * pages)
    for count, (seconds, elements, tuples) in ((pages, once), (2 * pages, twice)):
        sys.stdout.write(
            f"{count} pages, {elements} elements: tags {seconds:.2f} s, {tuples:.2f} s of it to list pages\n"
        )
    sys.stdout.write(f"ratio {twice[0] / once[0]:.2f}, of listing pages {twice[2] / once[2]:.2f}\n")


if __name__ == "__main__":
    main()
