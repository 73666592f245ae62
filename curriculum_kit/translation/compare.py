"""What a text and its translation must have in common: roles, links, numbers, and the shape of the Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from curriculum_kit.source.catalogues import Catalogue, Entry
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.translation.segments import blocks_of

_ROLE = re.compile(r"\{([a-z]+)\}`(?:[^`<]*<([^`>]*)>|([^`]*))`")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|<((?:https?|mailto):[^>\s]+)>")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SHAPED = re.compile(r"^\s*(?:[-*+#>|:`~]|\d+[.)]\s)|\n", re.MULTILINE)
"""What can make more of a text than one paragraph."""


def translated_entries(curriculum: Curriculum) -> Iterator[tuple[Catalogue, Entry]]:
    """The entries of all catalogues that count."""
    for catalogues in curriculum.catalogues.values():
        for catalogue in catalogues.values():
            for entry in catalogue.entries:
                if entry.translation and not entry.is_stale:
                    yield catalogue, entry


def marks_of(text: str) -> Counter[str]:
    """The roles and links of a text by what they name, whatever words stand with them."""
    roles = (f"{{{name}}}`{(explicit or plain).strip()}`" for name, explicit, plain in _ROLE.findall(text))
    links = (f"({first or second})" for first, second in _LINK.findall(text))
    return Counter([*roles, *links])


def numbers_of(text: str) -> Counter[str]:
    """The numbers in a text, outside of roles and links, without the signs that part their digits."""
    rest = _LINK.sub(" ", _ROLE.sub(" ", text))
    return Counter(re.sub(r"[.,:]", "", number) for number in _NUMBER.findall(rest))


def same_shape(text: str, translation: str) -> bool:
    """Whether both are one and the same to the parser but for their words: one paragraph, a list of two items."""
    if not _SHAPED.search(text) and not _SHAPED.search(translation):
        return True
    return list(blocks_of(text)) == list(blocks_of(translation))
