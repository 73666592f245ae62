"""Print HTML becomes tagged, reproducible PDF: `write_pdfs` takes `PdfJob`s and writes their targets.

The way of a job: `render` looks in the cache (`cache`) and hands what is missing to processes (`worker`), where
WeasyPrint sees only the fonts of the books (`fonts`) and the images it may have (`fetcher`), and where its warnings
become problems (`log`, `problems`). Then the result is mended and described (`finish`, `structure`, `fields`).
"""

from __future__ import annotations

from curriculum_kit.pdf.fonts import FAMILY, FontSet, static_fonts
from curriculum_kit.pdf.jobs import PageLabel, PdfJob
from curriculum_kit.pdf.problems import PdfFailed, Problem
from curriculum_kit.pdf.render import write_pdfs

__all__ = ["FAMILY", "FontSet", "PageLabel", "PdfFailed", "PdfJob", "Problem", "static_fonts", "write_pdfs"]
