"""Print HTML becomes tagged, reproducible PDF: `write_pdfs` takes `PdfBook`s and writes their targets.

A book is a row of fragments (`jobs`). The way of a fragment: `render` looks in the cache (`cache`) and hands what is
missing to processes (`pool`, `process`, `worker`), where WeasyPrint sees only the fonts of the books (`fonts`) and the
images it may have (`fetcher`), and where its warnings become problems (`log`, `problems`). The result is mended
(`finish`, `structure`, `fields`) and kept with what is known of it (`facts`).

The way of a book: where everything stands follows from the facts (`layout`); fragments that name pages are rendered
last. Then the fragments are linked (`link`, `link_fonts`, `link_margins`, `link_outline`) and the whole is described
(`describe`), in the same processes and with the same cache.
"""

from __future__ import annotations

from curriculum_kit.pdf.fonts import FAMILY, FontSet, static_fonts
from curriculum_kit.pdf.jobs import MarginText, PageLabel, PageMargins, PdfBook, PdfFragment
from curriculum_kit.pdf.problems import PdfFailed, Problem
from curriculum_kit.pdf.render import Progress, Tell, write_pdfs

__all__ = [
    "FAMILY",
    "FontSet",
    "MarginText",
    "PageLabel",
    "PageMargins",
    "PdfBook",
    "PdfFailed",
    "PdfFragment",
    "Problem",
    "Progress",
    "Tell",
    "static_fonts",
    "write_pdfs",
]
