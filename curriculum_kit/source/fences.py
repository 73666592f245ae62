"""Colon fences read from the raw lines: which blocks the author meant, and every way a fence can miss its meaning.

A fence that misses becomes text, and text is printed for participants: an answer key escapes without an error. So the
lines are judged here by what people see in them, and only one spelling is accepted:

    :::{name} Title        three colons or more, the name in braces, perhaps a title
    :::                    as many colons as the block that it closes

The tokenizer's view is compared with this one (`curriculum_kit.source.markdown`): where they differ, that is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import Fault, FaultKind
from curriculum_kit.source.fence_lines import (
    CodeFence,
    Mark,
    code_fence,
    is_bare_option,
    is_option_line,
    is_plain,
    loose_option,
    read_line,
)
from curriculum_kit.source.fence_mending import mended
from curriculum_kit.source.lookalikes import LINE_SEPARATORS, as_seen, code_point, first_unusual

MAX_DEPTH = 8
"""How deep blocks may stand in blocks: an activity, a check, its answer and a figure make four."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A block as the raw lines show it. Lines count from 1 and include both fences."""

    name: str
    first_line: int
    last_line: int
    children: tuple[Fence, ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Fence]]:
        """This block and those inside it, in order, with their depth."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class FenceStructure:
    """The blocks of a text and the faults of its fences."""

    blocks: tuple[Fence, ...]
    faults: tuple[Fault, ...]

    @property
    def explains_structure(self) -> bool:
        """Whether a fault explains that blocks are not what they seem; one about an option does not."""
        return any(fault.kind is not FaultKind.MISPLACED_OPTION for fault in self.faults)


@dataclass(slots=True)
class _Open:
    """A block that is not closed yet. `excused`: a fault has been reported that explains why it will not close."""

    mark: Mark
    line: int
    span: Span
    excused: bool
    children: list[Fence] = field(default_factory=list)


class _Scanner:
    """Goes through the lines once and keeps the open blocks."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.roots: list[Fence] = []
        self.open: list[_Open] = []
        self.code: CodeFence | None = None
        self.in_options = False

    def take(self, number: int, line: str) -> None:
        """Read the next line."""
        after_fence, self.in_options = self.in_options, False
        if self.code is None and is_plain(line):
            return
        separator = LINE_SEPARATORS.search(line)
        if separator:
            self.report(FaultKind.SUSPICIOUS_CHARACTER, number, separator.start(), line[separator.start()], seen=False)
        if self.code:
            self.code = None if self.code.is_closed_by(line) else self.code
            return
        seen = as_seen(line)
        self.code = code_fence(seen)
        if self.code:
            self.report(FaultKind.CODE, number, self.code.column, self.code.word)
            return
        mark = self.judge(number, line, seen, in_options=after_fence)
        if mark is None or mark.is_neutral:
            self.in_options = after_fence and (is_option_line(line) or is_bare_option(line))
            self.check_option(number, line, in_options=after_fence)
        elif mark.closes:
            self.close(number, mark)
        else:
            self.begin(number, mark, follows_options=after_fence)

    def judge(self, number: int, line: str, seen: str, *, in_options: bool) -> Mark | None:
        """What the line means to people, its fault reported."""
        mark = read_line(line, in_options=in_options)
        if seen != line:
            meant = read_line(seen, in_options=in_options)
            if meant and (mark is None or mark.role != meant.role):
                at = first_unusual(line)
                self.report(FaultKind.SUSPICIOUS_CHARACTER, number, at, line[at], seen=False)
                return replace(meant, kind=FaultKind.SUSPICIOUS_CHARACTER)
        if mark and mark.kind is FaultKind.TEXT_AFTER_FENCE and not self.open:
            # There is nothing to close, so it was to be an opening fence.
            mark = replace(mark, kind=FaultKind.MISSING_BRACES, closes=False, name="?")
        if mark and mark.kind:
            related = self.open[-1].span if self.open and mark.closes else None
            self.report(mark.kind, number, mark.column, mark.word, related=related, replacement=mark.replacement)
        return mark

    def check_option(self, number: int, line: str, *, in_options: bool) -> None:
        """`:key: C` in the body is text that everybody can read."""
        loose = None if in_options else loose_option(line)
        if loose:
            self.report(FaultKind.MISPLACED_OPTION, number, loose.start(1), loose[1])

    def begin(self, number: int, mark: Mark, *, follows_options: bool) -> None:
        """Open a block."""
        outer = self.open[-1] if self.open else None
        span = Span.of_text(self.file, number, mark.column + 1, mark.word)
        if mark.kind is None and outer:
            if mark.colons >= outer.mark.colons:
                # Said once for each outer block: when it was simply not closed, every later block repeats the fault.
                if not outer.excused:
                    self.report(FaultKind.INNER_FENCE_TOO_LONG, number, mark.column, mark.word, related=outer.span)
                outer.excused = True
            elif len(self.open) >= MAX_DEPTH:
                self.report(FaultKind.TOO_DEEP, number, mark.column, mark.word)
            elif follows_options:
                self.report(FaultKind.FENCE_IN_OPTIONS, number, mark.column, mark.word)
        self.open.append(_Open(mark, number, span, excused=mark.kind is not None))
        self.in_options = True

    def close(self, number: int, mark: Mark) -> None:
        """Close the block that the colons fit, as the parser would, and say what they do not fit."""
        if not self.open:
            if mark.kind is None:
                self.report(FaultKind.STRAY_FENCE, number, mark.column, mark.word)
            return
        top = self.open[-1]
        if mark.kind is None and mark.colons < top.mark.colons:
            # Most likely the colons of this very block were miscounted: it counts as closed, to say one thing only.
            self.report(FaultKind.STRAY_FENCE, number, mark.column, mark.word, related=top.span)
        elif mark.kind is None and mark.indent != top.mark.indent and not top.excused:
            self.report(FaultKind.MISPLACED_FENCE, number, mark.column, mark.word, related=top.span)
        for _ in range(len(self.open) - 1 - self.closed_by(mark)):
            self.end_unclosed(number - 1, closer=Span.of_text(self.file, number, mark.column + 1, mark.word))
        self.end(number)

    def closed_by(self, mark: Mark) -> int:
        """Index of the open block that the closing fence ends."""
        top = len(self.open) - 1
        if mark.colons <= self.open[top].mark.colons:
            return top
        same = [index for index, block in enumerate(self.open) if block.mark.colons == mark.colons]
        shorter = [index for index, block in enumerate(self.open) if block.mark.colons < mark.colons]
        return max(same) if same else min(shorter)

    def end_unclosed(self, last_line: int, closer: Span | None = None) -> None:
        """End the innermost block, which has no closing fence."""
        block = self.open[-1]
        if not block.excused:
            self.faults.append(Fault(FaultKind.UNCLOSED_FENCE, block.mark.word, block.span, closer))
        self.end(last_line)

    def end(self, last_line: int) -> None:
        """Close the innermost block."""
        block = self.open.pop()
        siblings = self.open[-1].children if self.open else self.roots
        siblings.append(Fence(block.mark.name, block.line, last_line, tuple(block.children)))

    def report(
        self,
        kind: FaultKind,
        number: int,
        column: int,
        word: str,
        *,
        seen: bool = True,
        related: Span | None = None,
        replacement: str | None = None,
    ) -> None:
        """Note a fault. A character that cannot be seen is named instead of shown."""
        span = Span.of_text(self.file, number, column + 1, word)
        self.faults.append(Fault(kind, word if seen else code_point(word), span, related, replacement))


def scan_fences(file: str, lines: Sequence[str], first_line: int = 1) -> FenceStructure:
    """The blocks and fence faults of `lines`, which are numbered from `first_line`."""
    structure = _scan(file, lines, first_line)
    if not structure.faults:
        return structure
    faults = mended(structure.faults, lines, first_line, lambda changed: _scan(file, changed, first_line).faults)
    return FenceStructure(structure.blocks, faults)


def _scan(file: str, lines: Sequence[str], first_line: int) -> FenceStructure:
    scanner = _Scanner(file)
    number = first_line - 1
    for number, line in enumerate(lines, start=first_line):
        scanner.take(number, line)
    while scanner.open:
        scanner.end_unclosed(number)
    return FenceStructure(tuple(scanner.roots), tuple(dict.fromkeys(scanner.faults)))
