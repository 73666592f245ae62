"""What the rules of language share: the pieces they judge, words, sentences, and how a word is mended.

A rule first takes a look at a whole file (`FileText.words`, `FileText.lowered`), which is cheap, and only then at its
pieces. Spelling is judged in `Piece.unquoted`, since titles and words of others are spelt as they spelt them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from curriculum_kit.diagnostics import Fix
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import GONE, THING, FileText, Piece
from curriculum_kit.source.schema.curriculum import Term

TITLES = frozenset({"heading", "title"})
"""Kinds of pieces in which every word may begin with a capital."""
NOT_WORDS = frozenset({"formula", "id"})
"""Keys of values that only programs read."""
ENDINGS = ("", "nya", "ku", "mu", "lah", "kah", "pun")
"""What is written together with the word before it."""

_NUMBER = re.compile(r"=.*|[-\d.,]+")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_STOP = re.compile(rf"[.?!]+[\"”’)\]*{GONE}]*\s+(?![a-z])")
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:no|hlm|tgl|jl|bpk|sdr|kec|kab|prov|telp|rp|dr|mis|[a-z])|\.[a-z])\.", re.IGNORECASE
)
_OPENING = f' \n\t"“(*{GONE}'
_LONGEST_ABBREVIATION = 6
_NEAR = 40


def judged(text: FileText) -> Iterator[Piece]:
    """The pieces that are sentences or words of the author: no words of a standard, no formulas, no bare numbers."""
    for piece in text.pieces:
        if not piece.official and not (piece.loc and _is_value(piece)):
            yield piece


def _is_value(piece: Piece) -> bool:
    return piece.loc[-1] in NOT_WORDS or _NUMBER.fullmatch(piece.text) is not None


def accepted(context: Context) -> frozenset[str]:
    """The words that `curriculum.yaml` accepts, in lower case; of names with several words also each of them."""
    return _lowered(context.house_words)


@lru_cache(maxsize=8)
def _lowered(words: frozenset[str]) -> frozenset[str]:
    whole = {word.lower() for word in words}
    return frozenset(whole.union(*(word.split() for word in whole)))


def glossary_forms(context: Context) -> dict[str, Term]:
    """The forms, in lower case, that the glossary calls non-standard, with their terms."""
    return {form.lower(): term for term in context.terms for form in term.non_standard}


def with_endings(words: Mapping[str, str]) -> dict[str, str]:
    """Wrong and right words, also with `-nya`, `-lah` and the like."""
    return {wrong + ending: right + ending for wrong, right in words.items() for ending in ENDINGS}


def listed_words(text: FileText, words: Collection[str], context: Context) -> Iterator[tuple[Piece, re.Match[str]]]:
    """The words of a text, outside of quotation marks, that stand in a list (a set or dict in lower case)."""
    wanted = {word for word in text.words if word in words} - accepted(context)
    if not wanted:
        return
    for piece in judged(text):
        for match in _WORD.finditer(piece.unquoted):
            if match[0].lower() in wanted:
                yield piece, match


def like(model: str, word: str) -> str:
    """A word with the capitals of another."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if model[:1].isupper() else word


def mend(piece: Piece, start: int, end: int, replacement: str) -> Fix | None:
    """The replacement of some words, where they stand in the file as they are."""
    return Fix(piece.span(start, end), replacement) if piece.can_be_fixed(start, end) else None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a piece begin and end. The point of an abbreviation ends none."""
    start = 0
    for match in _STOP.finditer(text):
        if text[match.start()] == "." and _is_abbreviated(text, match.start()):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _is_abbreviated(text: str, point: int) -> bool:
    before = text[max(0, point - _LONGEST_ABBREVIATION) : point + 1]
    return any(match.end() == len(before) for match in _ABBREVIATION.finditer(before))


def is_name(piece: Piece, at: int) -> bool:
    """Whether the word at this place may be a name: it has a capital inside a sentence that is no heading."""
    return piece.text[at].isupper() and piece.kind not in TITLES and not _begins_sentence(piece.text, at)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - _NEAR) : at].rstrip(_OPENING)
    return not before or before[-1] in ".?!:"


def word_count(text: str) -> int:
    """How many words a sentence has. What stands for something (a fact, an address) is one."""
    return sum(1 for word in text.replace(GONE, "").split() if any(c.isalnum() or c == THING for c in word))
