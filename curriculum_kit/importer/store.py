"""What a module collects while its files are read: names, pictures, worksheets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from curriculum_kit.importer.story import Picture

_LONGEST = 48


@dataclass(slots=True)
class Store:
    """Names are unique in the module; pictures and worksheets are kept until they are written."""

    names: set[str] = field(default_factory=set)
    media: dict[str, bytes] = field(default_factory=dict)
    sheets: dict[str, dict[str, object]] = field(default_factory=dict)

    def name(self, words: str, fallback: str) -> str:
        """An anchor made of words that no other block has."""
        return free(slug(words) or fallback, self.names)

    def picture(self, picture: Picture) -> str:
        """The file of a picture; the same picture is kept once."""
        for name, data in self.media.items():
            if data == picture.data:
                return name
        name = f"gambar-{len(self.media) + 1:02}{picture.suffix}"
        self.media[name] = picture.data
        return name


def slug(words: str, longest: int = _LONGEST) -> str:
    """Lower-case words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(made) > longest:
        made = made[:longest].rsplit("-", 1)[0].strip("-")
    return made


def snake(words: str, fallback: str, taken: set[str]) -> str:
    """An id that formulas can name and that is not taken yet."""
    made = slug(words, 24).replace("-", "_")
    if not made[:1].isalpha():
        made = fallback
    name, number = made, 2
    while name in taken:
        name, number = f"{made}_{number}", number + 1
    taken.add(name)
    return name


def free(wanted: str, taken: set[str]) -> str:
    """`wanted`, or `wanted-2` …, and from now on taken."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name
