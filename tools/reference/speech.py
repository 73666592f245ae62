"""The language of the reference, and the little Markdown that its pages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from curriculum_kit.diagnostics import Text
from curriculum_kit.texts import translator

Language = Literal["en", "id"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Speaks one language: words of the program through its catalogue, words of the pages as they are given."""

    language: Language

    def say(self, words: str) -> str:
        """Indonesian words of the program, in the language of the page."""
        translate = translator(self.language)
        return translate(words) if translate else words

    def of(self, words: Text) -> str:
        """The same for a `Text`."""
        return words.format(translator(self.language))

    def pick(self, english: str, indonesian: str) -> str:
        """Words that only the page says."""
        return english if self.language == "en" else indonesian


def plain(words: str) -> str:
    """Words of the program as Markdown: what looks like a role, a tag or emphasis is none."""
    parts = re.split(r"(`+[^`]*`+)", words)
    return "".join(part if at % 2 else re.sub(r"([<>{}\[\]*_\\])", r"\\\1", part) for at, part in enumerate(parts))


def code(words: object) -> str:
    """Code within a line, whatever stands in it."""
    text = str(words)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if text.startswith("`") or text.endswith("`") else f"{fence}{text}{fence}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, and an empty line; nothing at all without rows."""
    cells = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    if cells:
        yield f"| {' | '.join(heads)} |"
        yield f"|{'---|' * len(heads)}"
        yield from (f"| {' | '.join(row)} |" for row in cells)
        yield ""


def block(language: str, lines: Iterable[str]) -> Iterator[str]:
    """A code block that is closed by nothing in it, and an empty line."""
    body = [line.rstrip() for line in lines]
    ticks = max((len(run) for line in body for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, ticks + 1)
    yield f"{fence}{language}"
    yield from body
    yield fence
    yield ""


def paragraphs(words: str) -> Iterator[str]:
    """Words of the program as paragraphs."""
    for paragraph in words.split("\n\n"):
        yield plain(" ".join(paragraph.split()))
        yield ""


def listing(names: Iterable[str]) -> str:
    """Names of things in code, separated by commas."""
    return ", ".join(code(name) for name in names)
