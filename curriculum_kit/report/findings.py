"""What a reporter gets: the findings, and how and where they will be shown."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text
from curriculum_kit.texts import Translate

_TEXT_FILES = (".md", ".yaml", ".yml", ".json")


def no_source(file: str) -> Sequence[str]:  # noqa: ARG001
    """A source of code frames that has none."""
    return ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings to be reported.

    Their files are paths that the reader can open from where they stand (see `openable`). `lines_of` gives the lines
    of a file for code frames.
    """

    diagnostics: tuple[Diagnostic, ...]
    translate: Translate | None = None
    lines_of: Callable[[str], Sequence[str]] = no_source
    color: bool = False

    def say(self, words: Text) -> str:
        """A text in the language of the report."""
        return words.format(self.translate)

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(diagnostic.severity for diagnostic in self.diagnostics)


def openable(diagnostics: Iterable[Diagnostic], root: Path) -> tuple[Diagnostic, ...]:
    """The diagnostics of the curriculum in `root` with paths that open from the current folder."""
    here = Path.cwd()

    def moved(span: Span) -> Span:
        path = (root / span.file).absolute()
        shown = path.relative_to(here) if path.is_relative_to(here) else Path(os.path.relpath(path, here))
        # Far away, an absolute path is shorter to read than a row of "..".
        return replace(span, file=(path if shown.parts[:3] == ("..",) * 3 else shown).as_posix())

    return tuple(
        replace(
            diagnostic,
            span=moved(diagnostic.span),
            related=tuple(replace(related, span=moved(related.span)) for related in diagnostic.related),
            fix=diagnostic.fix and replace(diagnostic.fix, span=moved(diagnostic.fix.span)),
        )
        for diagnostic in diagnostics
    )


def read_lines(file: str) -> Sequence[str]:
    """The lines of a text file, or nothing: a code frame is a courtesy, never a reason to fail."""
    if not file.endswith(_TEXT_FILES):
        return ()
    try:
        return Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
