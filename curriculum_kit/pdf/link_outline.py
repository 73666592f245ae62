"""The bookmarks of a linked book, nested by their levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from curriculum_kit.pdf.facts import Mark


@dataclass
class _Entry:
    """A bookmark with those below it; the root has level 0 and no mark."""

    level: int
    written: Object
    below: list[_Entry] = field(default_factory=list)


def write_outline(pdf: Pdf, pages: Sequence[Object], marks: Sequence[tuple[int, Mark]], levels: int) -> None:
    """Write bookmarks. Each comes with the first page of its fragment; the first `levels` of them are in sight."""
    if not marks:
        return
    root = _Entry(0, pdf.make_indirect(Dictionary(Type=Name.Outlines)))
    open_entries = [root]
    for start, (level, title, (page, x, y)) in marks:
        while open_entries[-1].level >= level:
            open_entries.pop()
        place = Array([pages[start + page], Name.XYZ, x, y, 0])
        entry = _Entry(level, pdf.make_indirect(Dictionary(Title=String(title), Dest=place)))
        open_entries[-1].below.append(entry)
        open_entries.append(entry)
    root.written.Count = _connect(root, levels)
    pdf.Root.Outlines = root.written


def _connect(parent: _Entry, levels: int) -> int:
    """Write how the entries below one hang together; returns how many show when it is open."""
    shown = len(parent.below)
    for index, entry in enumerate(parent.below):
        entry.written.Parent = parent.written
        if index:
            entry.written.Prev = parent.below[index - 1].written
        if index + 1 < len(parent.below):
            entry.written.Next = parent.below[index + 1].written
        below = _connect(entry, levels - 1)
        if below:
            entry.written.Count = below if levels > 1 else -below
            shown += below if levels > 1 else 0
    if parent.below:
        parent.written.First, parent.written.Last = parent.below[0].written, parent.below[-1].written
    return shown
