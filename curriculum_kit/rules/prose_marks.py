"""Masks the signs of Markdown in a piece of text without changing its length."""

from __future__ import annotations

import re

from curriculum_kit.source.fill_marks import MARK, WORD

GONE = "\u2060"
"""Stands for a sign that is not printed."""
THING = "\ufffc"
"""Stands for each letter of something that is not made of the author's words. A run of them is one word."""

_ROLE_WITH_WORDS = re.compile(r"(\{(?:term|ref)\}`)([^`<]+?)(\s*<[^`>]*>`)")
_ROLE = re.compile(r"\{[a-z-]+\}`[^`]*`")
_CODE = re.compile(r"(`+)[^`]+\1")
_LINK = re.compile(r"(\[)([^\]]*)(\]\([^)]*\))")
_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)[^\s<>)]+>?|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+(?:\.[\w-]+)*\.(?:id|com|org)\b"
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)(\1)", re.DOTALL)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])[^*]+?(?<=\S)\*(?!\*)|(?<![\w_])_(?=[^\s_])[^_]+?(?<=\S)_(?!\w)", re.DOTALL
)
_ESCAPE = re.compile(r"\\(?=[^\w\s])")
_MARKED = re.compile(rf"[{{`\[*_\\@]|//|www\.|\.(?:id|com|org)\b|{WORD}")


def masked(text: str) -> str:
    """The text with signs of Markdown masked."""
    if not _MARKED.search(text):
        return text
    text = MARK.sub(_thing, text)
    text = _ROLE_WITH_WORDS.sub(lambda m: GONE * len(m[1]) + m[2] + GONE * len(m[3]), text)
    text = _ROLE.sub(_thing, text)
    text = _CODE.sub(_thing, text)
    text = _LINK.sub(lambda m: GONE + m[2] + GONE * len(m[3]), text)
    text = _ADDRESS.sub(_thing, text)
    text = _STRONG.sub(lambda m: GONE * 2 + m[2] + GONE * 2, text)
    text = _EMPHASIS.sub(_thing, text)
    return _ESCAPE.sub(GONE, text)


def _thing(match: re.Match[str]) -> str:
    return THING * len(match[0])
