"""What can be wrong with a book when it becomes a PDF, said in a way that survives the trip between processes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from curriculum_kit.diagnostics import Text
from curriculum_kit.errors import BuildFailed

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one PDF. `book` is the name of its file."""

    book: str
    message: Text

    def __str__(self) -> str:
        return f"{self.book}: {self.message.format()}"


class PdfFailed(BuildFailed):
    """Some PDFs could not be made, or not without flaws. `problems` are all of them, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple({str(problem): problem for problem in problems}.values())
        rest = len(self.problems) - _SHOWN
        shown = " · ".join(str(problem) for problem in self.problems[:_SHOWN])
        super().__init__(f"PDF tidak dapat dibuat: {shown}{f' · dan {rest} masalah lain' if rest > 0 else ''}")
