"""Texts that fell back to the language they were written in know it until they are laid out.

A value of a record is an `Untranslated` string. Passages of Markdown stand between two brackets that no author uses:
they are punctuation, so that the signs of Markdown beside them mean what they meant. Layout turns both into markup.
"""

from __future__ import annotations

OPENING, CLOSING = "\N{TOP LEFT HALF BRACKET}", "\N{TOP RIGHT HALF BRACKET}"


class Untranslated(str):
    """A text in the language of the source, where another was asked for."""

    __slots__ = ()


def bracketed(words: str) -> str:
    """A passage of Markdown with the marks around it."""
    return f"{OPENING}{words}{CLOSING}"
