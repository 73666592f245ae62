"""One edit that mends a fence: tried on the lines, and kept only when the fault is gone and no other has come.

Colons can be miscounted on either side. Which side is wrong shows when one of them is changed: the right change leaves
nothing to complain about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import Fault, FaultKind
from curriculum_kit.source.fence_lines import is_option_line, meant_block, read_line
from curriculum_kit.source.lookalikes import as_seen

_WORD = re.compile(r"(:*)[\s{(\[<]*([A-Za-z][A-Za-z0-9 _-]*?)?[\s})\]>]*")
_COUNTS = range(3, 7)
_TRIED = 4
"""How many faults of a text are tried to be mended: a hostile file shall cost no more than an honest one."""

Scan = Callable[[Sequence[str]], tuple[Fault, ...]]
Edit = tuple[Span, str]


def mended(faults: tuple[Fault, ...], lines: Sequence[str], first_line: int, scan: Scan) -> tuple[Fault, ...]:
    """The faults, with an edit where one mends them, and without those that this edit mends as well."""
    echoes: set[Fault] = set()
    found: list[Fault] = []
    for number, fault in enumerate(faults):
        if fault in echoes:
            continue
        changed = fault
        for span, replacement in _edits(fault, lines, first_line) if number < _TRIED else ():
            left = scan(_applied(lines, first_line, span, replacement))
            kept = {_key(other) for other in left}
            if _key(fault) not in kept and len(left) < len(faults) and kept <= {_key(other) for other in faults}:
                echoes |= {other for other in faults[number + 1 :] if _key(other) not in kept}
                changed = replace(fault, replacement=replacement, mend=span)
                break
        found.append(changed)
    return tuple(found)


def _key(fault: Fault) -> tuple[FaultKind, int, str]:
    return fault.kind, fault.span.line, fault.word


def _edits(fault: Fault, lines: Sequence[str], first_line: int) -> Iterator[Edit]:
    """What could mend a fault, the likeliest first."""
    span, line = fault.span, lines[fault.span.line - first_line]
    if fault.kind is FaultKind.SHORT_FENCE:
        yield from _with_more_colons(fault)
    elif fault.kind is FaultKind.INNER_FENCE_TOO_LONG and fault.related:
        outer = _written(fault.related, lines, first_line)
        colons, rest = _parted(fault.word)
        yield from ((span, ":" * count + rest) for count in range(len(_parted(outer)[0]) - 1, 2, -1))
        yield fault.related, f":{colons}{_parted(outer)[1]}"
    elif fault.kind is FaultKind.STRAY_FENCE and fault.related:
        yield span, _parted(_written(fault.related, lines, first_line))[0]
    elif fault.kind is FaultKind.MISPLACED_FENCE and not line[: span.column - 1].strip(" "):
        yield Span(span.file, span.line, 1, span.line, span.column), ""
    elif fault.kind is FaultKind.SUSPICIOUS_CHARACTER:
        yield from _plain_spelling(fault, line)
    elif fault.kind is FaultKind.MISPLACED_OPTION:
        yield from _without_blank_lines(fault, lines, first_line)


def _with_more_colons(fault: Fault) -> Iterator[Edit]:
    match = _WORD.fullmatch(fault.word)
    name = meant_block(match[2].strip().lower()) if match and match[2] else ""
    if match and (name or not match[2]):
        yield from ((fault.span, ":" * count + (f"{{{name}}}" if name else "")) for count in _COUNTS)


def _plain_spelling(fault: Fault, line: str) -> Iterator[Edit]:
    """The fence of a line as people see it."""
    seen = as_seen(line)
    mark = read_line(seen)
    if mark is None or mark.column:
        return
    meant = mark.replacement or mark.word
    rest = seen[len(mark.word) :]
    if line.endswith(rest):
        yield Span(fault.span.file, fault.span.line, 1, fault.span.line, len(line) - len(rest) + 1), meant


def _without_blank_lines(fault: Fault, lines: Sequence[str], first_line: int) -> Iterator[Edit]:
    """An option moved up to the fence or the options above it."""
    at = above = fault.span.line - first_line
    while above > 0 and not lines[above - 1].strip():
        above -= 1
    head = lines[above - 1] if above else ""
    mark = read_line(head)
    if above < at and ((mark and mark.name and not mark.kind) or is_option_line(head)):
        yield Span(fault.span.file, first_line + above, 1, fault.span.line, 1), ""


def _parted(word: str) -> tuple[str, str]:
    rest = word.lstrip(":")
    return word[: len(word) - len(rest)], rest


def _written(span: Span, lines: Sequence[str], first_line: int) -> str:
    return lines[span.line - first_line][span.column - 1 : (span.end_column or 1) - 1]


def _applied(lines: Sequence[str], first_line: int, span: Span, replacement: str) -> list[str]:
    start, end = span.line - first_line, (span.end_line or span.line) - first_line
    last = lines[end][(span.end_column or 1) - 1 :]
    changed = f"{lines[start][: span.column - 1]}{replacement}{last}"
    return [*lines[:start], changed, *lines[end + 1 :]]
