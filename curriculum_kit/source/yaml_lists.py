"""Changes the items of a list in a YAML text and nothing else: comments, quotes and layout stay.

A list is given by the places of its items, as the loader knows them. What comes out is a `Fix`: old place, new text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curriculum_kit.diagnostics import Fix, Span
from curriculum_kit.source.curriculum import Loc, Places
from curriculum_kit.source.text_places import TextPlaces


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the new list: an old one by its number, perhaps with `new` in the place of `old`, or a new one."""

    number: int | None = None
    old: str = ""
    new: str = ""


def list_fix(text: str, places: Places, loc: Loc, items: Sequence[Item]) -> Fix:
    """The change that gives the list at `loc` these items.

    `text` is the file with one kind of line end. Old items keep the comment behind them; lines between items keep
    their place.
    """
    whole = TextPlaces(places.file, text)
    spans: list[Span] = []
    while (*loc, len(spans)) in places.values:
        spans.append(places.values[(*loc, len(spans))])
    at = places.values[loc]
    if whole.text[whole.offset(at.line, at.column)] == "[":
        return _in_brackets(whole, at, spans, items)
    return _in_lines(whole, places, loc, spans, items)


def _in_brackets(whole: TextPlaces, at: Span, spans: Sequence[Span], items: Sequence[Item]) -> Fix:
    line = whole.line(at.line)
    behind = line[(at.end_column or 1) - 1 :] if at.end_line == at.line else "…"
    if not spans and items and (not behind.strip() or behind.strip().startswith("#")):  # room for one item a line
        before = line[: at.column - 1].rstrip()
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        lines = "".join(f"\n{indent}- {item.new}" for item in items)
        comment = f"{line[len(before) : at.column - 1]}{'  ' if behind.strip() else ''}{behind}".rstrip()
        return Fix(Span(at.file, at.line, len(before) + 1, at.line, len(line) + 1), f"{comment}{lines}")
    words = [_written(whole, spans, item) for item in items]
    if not spans or not words:
        return Fix(at, f"[{', '.join(words)}]")
    starts = [whole.offset(span.line, span.column) for span in spans]
    ends = [whole.offset(span.end_line or span.line, span.end_column or 1) for span in spans]
    between = [whole.text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    gaps = [*between[: len(words) - 1], *[", "] * (len(words) - 1 - len(between)), ""]
    inside = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    return Fix(whole.span(starts[0], ends[-1]), inside)


def _in_lines(whole: TextPlaces, places: Places, loc: Loc, spans: Sequence[Span], items: Sequence[Item]) -> Fix:
    """The lines from the first item to the last; `between` are the lines that follow an item without being one."""
    ends = [(span.end_line or span.line) for span in spans]
    starts = [span.line for span in spans]
    chunks = ["\n".join(whole.lines[first - 1 : last]) for first, last in zip(starts, ends, strict=True)]
    between = ["".join(f"\n{line}" for line in whole.lines[end : start - 1]) for end, start in zip(ends, starts[1:])]  # noqa: B905
    if not items:
        key = places.keys[loc]
        line = whole.line(key.end_line or key.line)
        colon = line.index(":", (key.end_column or 1) - 1) + 1
        rest = "\n".join(whole.lines[key.line - 1 : starts[0] - 1])[colon:]
        return Fix(Span(key.file, key.line, colon + 1, ends[-1], len(whole.line(ends[-1])) + 1), f" []{rest}")
    first = whole.line(starts[0])
    dash = first.index("-")
    made = []
    for item in items:
        if item.number is None:
            made.append(f"{first[:dash]}- {item.new}")
        else:
            made.append(_with_new(chunks[item.number], spans[item.number], item))
    gaps = [*between, *[""] * len(made)]
    lines = "".join(f"{chunk}{gap}\n" for chunk, gap in zip(made, gaps, strict=False))
    lines += "".join(gap.removeprefix("\n") + "\n" for gap in between[len(made) :] if gap)
    last = ends[-1]
    return Fix(Span(places.file, starts[0], 1, last, len(whole.line(last)) + 1), lines.removesuffix("\n"))


def _with_new(chunk: str, span: Span, item: Item) -> str:
    start = span.column - 1
    return chunk[:start] + chunk[start:].replace(item.old, item.new, 1) if item.old != item.new else chunk


def _written(whole: TextPlaces, spans: Sequence[Span], item: Item) -> str:
    if item.number is None:
        return item.new
    span = spans[item.number]
    raw = whole.text[whole.offset(span.line, span.column) : whole.offset(span.end_line or 1, span.end_column or 1)]
    return raw.replace(item.old, item.new, 1) if item.old != item.new else raw
