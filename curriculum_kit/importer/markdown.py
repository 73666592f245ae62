"""Words of a Word file as Markdown that means exactly these words: whatever could be markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from curriculum_kit.importer.story import Piece, harmless
from curriculum_kit.source.lookalikes import as_seen
from curriculum_kit.source.markdown_tokens import MARKDOWN

_MARKUP = re.compile(r"([\\`*_\[\]<>~|&^$])")
_ADDRESS = re.compile(r"<(?=[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>)")
_TARGET = re.compile(r"\](?=\()")
_ORDINAL = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_OPENING = re.compile(r"^([-+#%:=]|\()")
_SAFE = "/:?#@!$&'*+,;=%-._~"


def escaped(words: str) -> str:
    """Words within a line, without any markup. Braces become round brackets: here they would be roles."""
    words = harmless(as_seen(words))
    words = _TARGET.sub("] ", _ADDRESS.sub("(", words))
    return _MARKUP.sub(r"\\\1", words)


def line_start(line: str) -> str:
    """A line that does not become a list, a heading or an option because of how it begins."""
    line = line.lstrip()
    line = _ORDINAL.sub(r"\1\\\2", line)
    return _OPENING.sub(r"\\\1", line)


def inline(pieces: Iterable[Piece], *, breaks: bool = False) -> str:
    """Pieces as Markdown within a paragraph. With `breaks`, line breaks are kept; otherwise they are blanks.

    Pictures are left out. Where bold or italic letters would not be read as such, they are given up, never words.
    """
    words = [piece for piece in pieces if piece.picture < 0]
    lines: list[list[Piece]] = [[]]
    for piece in words:
        first, *rest = piece.text.split("\n") if breaks else [piece.text.replace("\n", " ")]
        lines[-1].append(_with(piece, first))
        lines += [[_with(piece, part)] for part in rest]
    written = [line_start(_line(line)).strip() for line in lines]
    return "\\\n".join(filter(None, written))


def _with(piece: Piece, words: str) -> Piece:
    return Piece(words, piece.bold, piece.italic, piece.link)


def _line(pieces: Sequence[Piece]) -> str:
    plain = "".join(escaped(piece.text) for piece in pieces)
    if not any(piece.bold or piece.italic or piece.link for piece in pieces):
        return _single(plain)
    formatted = _single("".join(map(_formatted, pieces)))
    return formatted if _reads_as(formatted) == _reads_as(_single(plain)) else _single(plain)


def _formatted(piece: Piece) -> str:
    core = piece.text.strip()
    if not core:
        return piece.text
    before = piece.text[: len(piece.text) - len(piece.text.lstrip())]
    after = piece.text[len(piece.text.rstrip()) :]
    signs = "*" * (2 * piece.bold + piece.italic)
    words = f"{signs}{escaped(core)}{signs}"
    if piece.link:
        words = f"[{words}](<{quote(piece.link, safe=_SAFE)}>)"
    return f"{before}{words}{after}"


def _reads_as(markdown: str) -> str:
    """The words that a reader sees."""
    tokens = MARKDOWN.parseInline(markdown, {})
    children = tokens[0].children or [] if tokens else []
    return _single("".join(child.content for child in children if child.type in {"text", "text_special"}))


def _single(words: str) -> str:
    return re.sub(r"[ \t]+", " ", words)
