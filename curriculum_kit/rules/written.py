"""Pieces of text as their authors wrote them, with the signs of Markdown."""

from __future__ import annotations

from curriculum_kit.rules.prose import GONE, THING, Piece


def written(piece: Piece) -> str:
    """The text before it was masked, letter by letter; as it is masked where YAML escapes hide the letters."""
    if len(piece.offsets) != len(piece.text) or not (GONE in piece.text or THING in piece.text):
        return piece.text
    return "".join(piece.places.text[offset] for offset in piece.offsets)
