"""What is known of a rendered fragment beside its bytes: enough to number pages, write contents, and link."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """A point: the page, counted from 0 in its fragment, and points from its lower left corner."""

    page: int
    x: float
    y: float


class Mark(NamedTuple):
    """A bookmark; levels count from 1."""

    level: int
    title: str
    place: Place


class Margins(NamedTuple):
    """The margins of a page in points."""

    top: float
    right: float
    bottom: float
    left: float


class Letters(NamedTuple):
    """What a fragment uses of a font: the file of the face, whether all of it, and glyphs with what they stand for."""

    face: str
    whole: bool
    glyphs: dict[int, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """The margins of all pages, places by id, bookmarks, fonts by the name that the content calls them.

    `end` is where the text of the last page ends, in points from the bottom of the page.
    """

    pages: tuple[Margins, ...]
    anchors: dict[str, Place]
    marks: tuple[Mark, ...]
    fonts: dict[str, Letters]
    end: float

    def dumped(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def loaded(cls, text: str) -> Facts:
        """From JSON. Raises `ValueError`, `KeyError` or `TypeError` when it holds something else."""
        data = json.loads(text)
        return cls(
            tuple(Margins(*page) for page in data["pages"]),
            {name: Place(*place) for name, place in data["anchors"].items()},
            tuple(Mark(level, title, Place(*place)) for level, title, place in data["marks"]),
            {
                name: Letters(face, whole, {int(glyph): letter for glyph, letter in glyphs.items()})
                for name, (face, whole, glyphs) in data["fonts"].items()
            },
            float(data["end"]),
        )


class Part(NamedTuple):
    """A rendered fragment: a PDF without its fonts, and what is known of it."""

    pdf: bytes
    facts: Facts
