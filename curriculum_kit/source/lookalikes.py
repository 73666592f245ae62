"""Characters that nobody sees, or that look like a colon, a brace or a backtick: a fence written with them is none.

A line that reads as a fence for people and as plain text for the parser prints an answer for participants. Such
characters come from word processors, phones and web pages, seldom from ill will.
"""

from __future__ import annotations

import re
from unicodedata import category

LINE_SEPARATORS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""Controls, and what Python's `splitlines` takes for a line end but editors and the Markdown parser do not.

MyST splits the body of a block with `splitlines`: behind such a character a fence could open that no line shows.
"""

_LOOKALIKES = {
    ":": "：﹕︓∶ː˸꞉։׃܃܄᛬፡⁚",  # noqa: RUF001
    "::": "∷፥",
    ":::": "⁝⋮⸽",
    "{": "｛﹛❴⦃⦅",  # noqa: RUF001
    "}": "｝﹜❵⦄⦆",  # noqa: RUF001
    "`": "｀ˋ‵",  # noqa: RUF001
    "~": "～∼˜",  # noqa: RUF001
}
_MEANT = {ord(sign): plain for plain, signs in _LOOKALIKES.items() for sign in signs}
# Letters, marks and symbols that take no ink: joiner, Hangul fillers, Braille blank, variation selectors.
_BLANKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


def as_seen(line: str) -> str:
    """`line` as people read it: invisible characters gone, unusual blanks and look-alikes in their plain form."""
    if line.isascii() and line.isprintable():
        return line
    return "".join(_seen(sign) for sign in line)


def first_unusual(line: str) -> int:
    """Where the first character stands that `as_seen` changes."""
    return next((index for index, sign in enumerate(line) if _seen(sign) != sign), 0)


def code_point(sign: str) -> str:
    """The name of a character that cannot be shown: `U+200B`."""
    return f"U+{ord(sign):04X}"


def _seen(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isprintable() or sign == "\t" else ""
    if _BLANKS.match(sign):
        return ""
    kind = category(sign)
    if kind in _UNSEEN:
        return ""
    return " " if kind == "Zs" else _MEANT.get(ord(sign), sign)
