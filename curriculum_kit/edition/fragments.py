"""What Sphinx makes of an edition: pieces of HTML, and the pictures that they show. Plain data, without Sphinx."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from curriculum_kit.diagnostics import Diagnostic

CHARTS = "charts"
"""The folder of a module in which its charts are drawn, beside `media`."""


@dataclass(slots=True)
class Fragments:
    """Rendered HTML: sessions by `module/session`, fields by key; pictures as (file below modules/, new name)."""

    sessions: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    drawings: dict[str, str] = field(default_factory=dict)
    """Charts that the text shows: name in the output → SVG."""


@dataclass(frozen=True, slots=True)
class PageParts:
    """What one generated page gives to the website and to the books."""

    website: Fragments
    books: Fragments


@dataclass(frozen=True, slots=True)
class Rendered:
    """What Sphinx made for one audience."""

    website: Fragments
    books: Fragments
    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, parts: Mapping[str, PageParts], diagnostics: tuple[Diagnostic, ...] = ()) -> Rendered:
        """The pages of an edition as one, in the order of their names."""
        pages = [part for _, part in sorted(parts.items())]
        return cls(joined(page.website for page in pages), joined(page.books for page in pages), diagnostics)


def joined(parts: Iterable[Fragments]) -> Fragments:
    """The fragments of many pages as one."""
    whole = Fragments()
    for part in parts:
        whole.sessions |= part.sessions
        whole.fields |= part.fields
        whole.pictures |= part.pictures
        whole.drawings |= part.drawings
    return whole


def write_drawings(fragments: Fragments, folder: Path) -> None:
    """Write the charts into the folder of the pictures."""
    for name, drawing in sorted(fragments.drawings.items()):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(drawing, "utf-8")
