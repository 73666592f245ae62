"""A rule's page: the docstring of its file, read into title, explanation and examples.

The page is what `ck explain CODE` prints and what the tests run. Its notation:

    Title line.

    What is checked and why, in a few short paragraphs.

    Salah:

    ```text
    --- kwu-01/sessions/01-mulai.md
    iuk: [1.1.9]
    ```

    Benar:

    ```text
    --- kwu-01/sessions/01-mulai.md
    iuk: [1.1.1]
    ```

`--- path` is followed by some lines of that file: the lines under `Benar` stand in the base curriculum of the tests,
and putting those under `Salah` in their place must yield the code. The n-th piece under `Salah` belongs to the n-th
under `Benar`. `+++ path` is followed by a whole file, which is added. Words in parentheses after a path say how the
file is written when lines cannot show it: `(Windows-1252)`, `(60000 kali)`, `(pintasan)`,
`(600 × 400 piksel, 90 KB)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WRONG, RIGHT = "Salah:", "Benar:"
_FENCE = re.compile(r"(`{3,})text")
_LIST = re.compile(r"^\s*(?:[-*]|\d+\.) ", re.MULTILINE)
_HEADER = re.compile(r"(---|\+\+\+) (\S+)(?: \((.+)\))?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of a file in an example; `whole` when they are all its lines; `how` is a special way of writing it."""

    path: str
    lines: tuple[str, ...]
    whole: bool = False
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong and a right version of the same pieces."""

    wrong: tuple[Piece, ...]
    right: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule says about itself."""

    title: str
    explanation: str
    examples: tuple[Example, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the explanation, each on one line unless it is a list. They are what is translated."""
        chunks = [chunk for chunk in self.explanation.split("\n\n") if chunk.strip()]
        return tuple(chunk if _LIST.search(chunk) else " ".join(chunk.split()) for chunk in chunks)


class MalformedPage(ValueError):
    """A docstring that does not follow the notation: a mistake of a developer, found by the tests."""


def parse(docstring: str) -> Page:
    """Read a docstring."""
    title, _, rest = docstring.strip().partition("\n")
    explanation: list[str] = []
    sides: list[tuple[str, tuple[Piece, ...]]] = []
    lines = iter(rest.splitlines())
    for line in lines:
        if line in {WRONG, RIGHT}:
            fence = _FENCE.fullmatch(next((later for later in lines if later), ""))
            if not fence:
                raise MalformedPage(f"no fence after {line!r} in {title!r}")
            body: list[str] = []
            while (inner := next(lines, fence[1])) != fence[1]:
                body.append(inner)
            sides.append((line, _pieces(body)))
        elif sides and line:
            raise MalformedPage(f"text after the examples of {title!r}: {line!r}")
        else:
            explanation.append(line)
    return Page(title.rstrip("."), "\n".join(explanation).strip(), _pairs(title, sides))


def _pieces(lines: list[str]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for line in lines:
        if header := _HEADER.fullmatch(line):
            pieces.append(Piece(header[2], (), whole=header[1] == "+++", how=header[3]))
        elif pieces:
            last = pieces[-1]
            pieces[-1] = Piece(last.path, (*last.lines, line), last.whole, last.how)
        else:
            raise MalformedPage(f"no path above {line!r}")
    return tuple(pieces)


def _pairs(title: str, sides: list[tuple[str, tuple[Piece, ...]]]) -> tuple[Example, ...]:
    names = [name for name, _ in sides]
    if names != [WRONG, RIGHT] * (len(sides) // 2):
        raise MalformedPage(f"examples of {title!r} are not pairs of Salah and Benar")
    pieces = [side for _, side in sides]
    return tuple(Example(wrong, right) for wrong, right in zip(pieces[::2], pieces[1::2], strict=True))
