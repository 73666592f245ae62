"""Two texts compared word by word, so that a reader sees what was written anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from curriculum_kit.comparison.model import Piece, Sign

_TOKEN = re.compile(r"\S*?\{(?:fact|calc|case|term|ref)\}`[^`]*`\S*|\S+")
"""A word. A role is one word, whatever stands in its backticks."""
ALIKE = 0.5
_EXACT = 4_000_000
"""Pairs of words that are compared without a short cut: two texts of 2,000 words."""
_ISLAND = 2
"""So few equal words between two changes read better as part of the change."""

Shown = Callable[[str], str]
"""How a word is shown: a role as what it prints."""


def as_written(word: str) -> str:
    """A word as it stands in the file."""
    return word


def words_of(text: str) -> list[str]:
    """The words of a text; how they are wrapped does not count."""
    return _TOKEN.findall(text)


def similarity(old: str, new: str) -> float:
    """How much two texts have in common: 0 nothing, 1 everything."""
    return _matcher(words_of(old), words_of(new)).ratio()


def alike(old: str, new: str) -> bool:
    """Whether two texts are versions of one: they have half of their words in common."""
    matcher = _matcher(words_of(old), words_of(new))
    return all(ratio() >= ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def _matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    """What compares two lists of words. In very long ones, words that return all the time are no landmarks."""
    return SequenceMatcher(None, before, after, autojunk=len(before) * len(after) > _EXACT)


def word_diff(old: str, new: str, shown: tuple[Shown, Shown] = (as_written, as_written)) -> tuple[Piece, ...]:
    """What was said and what is said, run by run; nothing when the words are the same.

    `shown` says how the words of the old and of the new text look to readers.
    """
    before, after = words_of(old), words_of(new)
    if before == after:
        return ()
    pieces: list[Piece] = []
    for tag, i, j, k, m in _joined(_matcher(before, after).get_opcodes()):
        if tag == "equal":
            pieces.append(Piece(Sign.SAME, _show(after[k:m], shown[1])))
            continue
        was, now = _show(before[i:j], shown[0]), _show(after[k:m], shown[1])
        if was == now:  # two ways to write what looks the same: show how it is written
            was, now = " ".join(before[i:j]), " ".join(after[k:m])
        pieces += [Piece(sign, words) for sign, words in ((Sign.OLD, was), (Sign.NEW, now)) if words]
    return tuple(pieces)


def whole(sign: Sign, text: str, shown: Shown = as_written) -> tuple[Piece, ...]:
    """A text that is new, gone or moved as a whole."""
    words = _show(words_of(text), shown)
    return (Piece(sign, words),) if words else ()


def _show(words: Sequence[str], shown: Shown) -> str:
    return " ".join(map(shown, words))


Opcode = tuple[str, int, int, int, int]


def _joined(opcodes: Sequence[Opcode]) -> Iterator[Opcode]:
    """The steps from one text to the other; changes that nearly touch are one."""
    open_: Opcode | None = None
    for place, code in enumerate(opcodes):
        tag, i, j, k, m = code
        is_island = tag == "equal" and j - i < _ISLAND and 0 < place < len(opcodes) - 1
        if tag == "equal" and not is_island:
            if open_:
                yield open_
            open_ = None
            yield code
        elif open_:
            open_ = ("replace", open_[1], j, open_[3], m)
        else:
            open_ = ("replace", i, j, k, m)
    if open_:
        yield open_
