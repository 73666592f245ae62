"""All papers of training centres by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.importer import ministry_books as books
from tests.importer import ministry_forms as forms

PAPERS: dict[str, Callable[[Path], bytes]] = {
    made.__name__: made
    for made in (
        books.information_book, books.work_book, books.assessment_book, books.silabus, forms.training_material,
        forms.handout, forms.job_sheet, forms.reviewed, forms.old_module,
    )
}  # fmt: skip
