"""Marks of places that are still to be filled: `LENGKAPI (judul modul)`, in a text or behind `#` in a comment.

`ck new` writes them, anybody may; `ck check` lists them (FILL881), and no rule of language reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.text_places import TextPlaces, one_line_end

WORD = "LENGKAPI"
MARK = re.compile(rf"\b{WORD}\b(?:\s*\((?P<what>[^()]*)\))?")
"""The word, and in parentheses what belongs in its place. A text may be folded between them."""


@dataclass(frozen=True, slots=True)
class FillMark:
    """A mark: what belongs there (empty when it does not say), and its place."""

    what: str
    span: Span


def fill_marks(file: str, text: str) -> Iterator[FillMark]:
    """All marks of a file, comments included."""
    if WORD not in text:
        return
    places = TextPlaces(file, one_line_end(text))
    for match in MARK.finditer(places.text):
        yield FillMark(" ".join((match["what"] or "").split()).replace(" # ", " "), places.span(*match.span()))
