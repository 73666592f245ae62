"""Styles and numbering of a Word file: what is a heading, what a list, and with which number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE, CAPTION, CONTENTS = "title", "caption", "contents"

_HEADING = re.compile(r"(?:heading|judul|überschrift|titre|kop)\s*(\d)")
_CONTENTS = re.compile(r"(?:toc|daftar isi|contents|table of figures|daftar gambar|daftar tabel)\b.*")
_CAPTIONS = frozenset({"caption", "keterangan", "keterangan gambar", "illustration", "figure", "tabel", "drawing"})
_NAMED_LISTS = (
    (re.compile(r"(?:list bullet|daftar poin|daftar butir)\s*(\d?)"), "bullet"),
    (re.compile(r"(?:list number|daftar nomor|daftar angka)\s*(\d?)"), "number"),
)
_MARKERS = {
    "bullet": "bullet",
    "none": "",
    "upperLetter": "letter",
    "lowerLetter": "letter",
}
_SIDES = 3
_BODY_TEXT = 9
"""The outline level of what is no heading."""


def on(properties: Element | None, name: str) -> bool | None:
    """Whether a property such as bold is switched on; None where nothing is said."""
    found = properties.find(W + name) if properties is not None else None
    if found is None:
        return None
    return found.get(W + "val", "true") not in {"0", "false", "off", "none"}


def value(properties: Element | None, *path: str) -> str | None:
    """The value of a property, or None."""
    at = properties
    for name in path:
        at = at.find(W + name) if at is not None else None
    return at.get(W + "val") if at is not None else None


@dataclass(slots=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    level: int = 0
    list_id: str = ""
    depth: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: int = 0
    role: str = ""
    marker: str = ""
    nesting: int = 0
    is_framed: bool = False


class Styles:
    """The styles of a file by id."""

    def __init__(self, root: Element | None) -> None:
        self._raw = {each.get(W + "styleId", ""): each for each in root.iter(W + "style")} if root is not None else {}
        self._made: dict[str, Style] = {}
        self.size = 0
        if root is not None:
            defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            self.size = number(value(defaults, "sz"))

    def __call__(self, style_id: str | None) -> Style:
        """The style; one without properties where there is none."""
        if not style_id or style_id not in self._raw:
            return Style()
        if style_id not in self._made:
            self._made[style_id] = Style()  # a style that is based on itself
            self._made[style_id] = self._read(self._raw[style_id])
        return self._made[style_id]

    def _read(self, raw: Element) -> Style:
        based = self(value(raw, "basedOn"))
        paragraph, run = raw.find(W + "pPr"), raw.find(W + "rPr")
        name = (value(raw, "name") or raw.get(W + "styleId") or "").strip().lower()
        bold, italic, hidden = (on(run, each) for each in ("b", "i", "vanish"))
        marker, nesting = next(
            ((marker, number(match[1], 1) - 1) for form, marker in _NAMED_LISTS if (match := form.fullmatch(name))),
            (based.marker, based.nesting),
        )
        return Style(
            name=name,
            level=_level(name, value(paragraph, "outlineLvl"), based.level),
            list_id=value(paragraph, "numPr", "numId") or based.list_id,
            depth=number(value(paragraph, "numPr", "ilvl"), based.depth),
            bold=based.bold if bold is None else bold,
            italic=based.italic if italic is None else italic,
            hidden=based.hidden if hidden is None else hidden,
            size=number(value(run, "sz"), based.size),
            role=_role(name) or based.role,
            marker=marker,
            nesting=nesting,
            is_framed=based.is_framed if framed(paragraph) is None else framed(paragraph) is True,
        )


def framed(properties: Element | None) -> bool | None:
    """Whether a paragraph has a frame; None where nothing is said. A line above or below is no frame."""
    borders = properties.find(W + "pBdr") if properties is not None else None
    if borders is None:
        return None
    sides = {side for side in ("top", "bottom", "left", "right") if value(borders, side) not in {None, "none", "nil"}}
    return len(sides) >= _SIDES


def _level(name: str, outline: str | None, inherited: int) -> int:
    match = _HEADING.fullmatch(name)
    if match:
        return int(match[1])
    if outline is not None:
        level = number(outline, _BODY_TEXT)
        return 0 if level >= _BODY_TEXT else level + 1
    return inherited


def _role(name: str) -> str:
    if name in {"title", "judul"}:
        return TITLE
    if name in _CAPTIONS:
        return CAPTION
    return CONTENTS if _CONTENTS.fullmatch(name) else ""


@dataclass(slots=True)
class Numbering:
    """The lists of a file and how far each has been counted."""

    formats: dict[tuple[str, int], str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """The lists that `numbering.xml` describes."""
        made = cls()
        if root is None:
            return made
        kinds = {each.get(W + "abstractNumId", ""): each for each in root.iter(W + "abstractNum")}
        for each in root.iter(W + "num"):
            list_id = each.get(W + "numId", "")
            kind = kinds.get(value(each, "abstractNumId") or "")
            levels = [*(kind.iter(W + "lvl") if kind is not None else ()), *each.iter(W + "lvl")]
            for level in levels:
                key = (list_id, number(level.get(W + "ilvl")))
                made.formats[key] = value(level, "numFmt") or "decimal"
                made.starts[key] = number(value(level, "start"), 1)
            for override in each.iter(W + "lvlOverride"):
                start = value(override, "startOverride")
                if start is not None:
                    made.starts[list_id, number(override.get(W + "ilvl"))] = number(start, 1)
        return made

    def count(self, list_id: str, depth: int) -> tuple[str, int]:
        """The marker of the next item of a list, and its number."""
        marker = _MARKERS.get(self.formats.get((list_id, depth), "decimal"), "number")
        counts = self.counts[list_id]
        counts[depth] = counts.get(depth, self.starts.get((list_id, depth), 1) - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return marker, counts[depth]


def number(written: str | None, default: int = 0) -> int:
    """A whole number as XML writes it."""
    try:
        return int(written) if written else default
    except ValueError:
        return default
