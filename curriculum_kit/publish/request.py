"""What a build is asked for and what comes of it. Plain data, which needs neither Sphinx nor WeasyPrint."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.pdf import Progress, Tell


def silent(_: Progress) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build. An empty selection means everything; a selection goes to a folder of its own.

    `tell` hears how far the books are.
    """

    root: Path
    output: Path
    cache: Path
    as_of: date
    jobs: int = 1
    scopes: frozenset[str] = field(default_factory=frozenset)
    audiences: tuple[Audience, ...] = tuple(Audience)
    site: bool = True
    books: bool = True
    tell: Tell = field(default=silent, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of it. `published` is false when errors or leaks stopped the build."""

    diagnostics: tuple[Diagnostic, ...]
    published: bool
    files: int = 0


def available_jobs() -> int:
    """How many processes this machine has room for."""
    return os.cpu_count() or 1
