"""Choice questions as they are read: in the assessment of a module and in the exercises of its sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from curriculum_kit.rules.prose import FileText, Piece
from curriculum_kit.source.curriculum import Loc

_CHOICE = re.compile(r":response:\s*choice\s*")
_FENCE = re.compile(r"\s*:{3,}")


@dataclass
class Choice:
    """A choice question: what is asked, in one or more pieces, and what there is to choose from."""

    stem: list[Piece] = field(default_factory=list)
    options: list[Piece] = field(default_factory=list)


def choices_of(text: FileText) -> Iterator[Choice]:
    """The choice questions of one file in reading order."""
    if text.file.endswith("/assessment.yaml"):
        yield from _of_assessment(text)
    elif text.file.endswith(".md") and ":response:" in text.raw:
        yield from _of_session(text)


def _of_assessment(text: FileText) -> Iterator[Choice]:
    """Pieces of one item begin with the same path: instruments, number, items, number."""
    found: dict[Loc, Choice] = {}
    for piece in text.pieces:
        if piece.loc[2:3] == ("items",):
            choice = found.setdefault(piece.loc[:4], Choice())
            if piece.loc[4:] == ("stem",):
                choice.stem.append(piece)
            elif piece.loc[4:5] == ("options",) and piece.loc[-1] == "text":
                choice.options.append(piece)
    yield from (choice for choice in found.values() if choice.options)


def _of_session(text: FileText) -> Iterator[Choice]:
    """From the line `:response: choice` to the next fence: paragraphs ask, items are options."""
    written = [(piece.span(0, 1).line, piece) for piece in text.pieces if not piece.loc and piece.text]
    lines = text.raw.splitlines()
    for number, line in enumerate(lines, 1):
        if _CHOICE.fullmatch(line):
            fences = (n for n in range(number, len(lines)) if _FENCE.match(lines[n]))
            end = next(fences, len(lines)) + 1
            inside = [piece for at, piece in written if number < at < end and not piece.trainer_only]
            yield Choice(
                [piece for piece in inside if piece.kind == "paragraph"],
                [piece for piece in inside if piece.kind == "item"],
            )
