"""What a PDF is made of. Plain data: it is hashed, and sent to the processes that render and link.

A book is a row of fragments. A fragment starts a page and knows nothing of its book, so that the same fragment can
stand in several books and is rendered once. What depends on the book is said in two ways:

- `href="ck-place:NAME"` leads to the element with id NAME in whatever fragment of the book, or `elsewhere`.
- `ck-page:NAME` inside an attribute becomes the number of the page of that element, as the book counts: "5-12". Such
  a fragment is rendered after all others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
PLACE = "ck-place"
"""The scheme of links to other fragments."""


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
class MarginText:
    """Words in the margin of pages; `{page}` in them is the number of the page.

    They stand `gap` millimetres away from the text, in letters of `size` points and of a grey from 0 (black) to 1, and
    are broken into lines that take at most the share `width` of the text's width.
    """

    text: str
    place: Corner
    weight: int = 400
    size: float = 8
    grey: float = 0
    gap: float = 4
    width: float = 1


@dataclass(frozen=True, slots=True)
class Ruling:
    """Lines to write on, in the room that a page has left: `gap` millimetres apart, below a word, if three fit.

    They begin `indent` millimetres to the right of the left margin.
    """

    word: str
    gap: float = 9
    indent: float = 0


@dataclass(frozen=True, slots=True)
class PageMargins:
    """What stands in the margins, from the page on where the element with id `anchor` begins.

    With `rest`, the last page of that fragment is ruled below its text.
    """

    anchor: str
    texts: tuple[MarginText, ...] = ()
    rest: Ruling | None = None


@dataclass(frozen=True, slots=True)
class PdfFragment:
    """One part of a book, or a whole one.

    `html` is a whole document; its relative addresses begin at the folder `base`. Images may come from inside the
    folders `assets` and from nowhere else. `stylesheets` are CSS texts, in the order of the cascade; the fonts of the
    books need no rule. `name` is what its problems are told with.

    With `forms`, `<input>`, `<textarea>` and `<select>` become fields that can be filled in. `hyphenation` are words
    with hyphens where they may be divided ("bel-ajar"), beside the rules of `curriculum_kit.pdf.hyphenation`.

    When its last page would be nearly empty, it is laid out once more with the style sheet `closer` after the others,
    and stays so if that saves the page.
    """

    html: str
    base: Path
    assets: tuple[Path, ...]
    stylesheets: tuple[str, ...]
    name: str
    forms: bool = False
    hyphenation: tuple[str, ...] = ()
    closer: str = ""


@dataclass(frozen=True, slots=True)
class PdfBook:
    """A book to be linked from its fragments and written to `target`.

    `elsewhere` are web addresses by id, for places that this book lacks. The first page of `watermark` is drawn below
    each page of its size. `as_of` is the only date a PDF carries; without it there is none. The outline opens with
    `outline_levels` levels in sight. `name` is what problems are told with.

    For a booklet, pages come in multiples of `multiple`: what is missing is added before the last fragment, with the
    margins of `blank`. In a `mirrored` book the margins of every second page are exchanged, and so is what stands in
    them.
    """

    fragments: tuple[PdfFragment, ...]
    target: Path
    title: str
    name: str
    language: str = "id"
    labels: tuple[PageLabel, ...] = ()
    margins: tuple[PageMargins, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    watermark: tuple[PdfFragment, ...] = ()
    as_of: date | None = None
    outline_levels: int = 2
    multiple: int = 1
    blank: PageMargins = PageMargins("")
    mirrored: bool = False
