"""What a PDF is made of. Plain data: it is hashed, and sent to the processes that render."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class PageLabel:
    """A new way of numbering pages, as viewers show it: from the page on where the element with id `anchor` begins.

    Viewers then say what the page itself says: "5-12" with the prefix "5-", or "iv" in the style "roman".
    """

    anchor: str
    prefix: str = ""
    style: Literal["decimal", "roman"] = "decimal"
    start: int = 1


@dataclass(frozen=True, slots=True)
class PdfJob:
    """One book to be made.

    `html` is the whole document; its relative addresses begin at the folder `base`. Images may come from inside the
    folders `assets` and from nowhere else. `stylesheets` are CSS texts, in the order of the cascade; the fonts of the
    books need no rule. The PDF is written to `target`.

    With `forms`, `<input>`, `<textarea>` and `<select>` become fields that can be filled in. `as_of` is the only date
    a PDF carries; without it there is none. The outline opens with `outline_levels` levels in sight. `hyphenation` are
    words with hyphens where they may be divided ("bel-ajar"), beside the rules of `curriculum_kit.pdf.hyphenation`.
    """

    html: str
    base: Path
    assets: tuple[Path, ...]
    stylesheets: tuple[str, ...]
    target: Path
    title: str
    language: str = "id"
    forms: bool = False
    labels: tuple[PageLabel, ...] = ()
    as_of: date | None = None
    outline_levels: int = 2
    hyphenation: tuple[str, ...] = ()
