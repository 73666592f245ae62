"""Reads the cases in `fixtures/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "fixtures"
_CASE = re.compile(r"(?P<title>[^\n]+)\n\.\n(?P<text>.*?)\n\.\n(?P<expected>.*?)\.(?:\n\n|\n?\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
_CONTROLS = {"t": "\t", "r": "\r", "f": "\f"}


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    expected: tuple[str, ...]
    is_read: bool


def cases(name: str) -> list[Case]:
    content = (FOLDER / name).read_text(encoding="utf-8")
    found = []
    at = 0
    while match := _CASE.match(content, at):
        lines = [_unescape(line) for line in match["expected"].splitlines()]
        expected = tuple(line for line in lines if line != "participants read it")
        found.append(Case(match["title"], _unescape(match["text"]), expected, len(expected) < len(lines)))
        at = match.end()
    assert at == len(content), f"{name}: no case at {content[at : at + 60]!r}"
    return found


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _CONTROLS.get(match[2], match[2]), text)
