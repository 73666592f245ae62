"""Where Indonesian words may be divided at the end of a line (EYD V, "Pemenggalan Kata").

Pyphen's patterns do not know the prefixes and suffixes (`pen-ju-alan`, `bel-a-jar`), so books use these rules instead.
They leave out every place that only a dictionary could decide: a wrong division disturbs, a missing one nobody notices.
Exceptions stand in `hyphens.txt`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

VOWELS = "aeiou"
_UNIT = re.compile(r"ng|ny|sy|kh|.")
"""A consonant may be written with two letters."""

_PREFIX_NG = re.compile(r"(?:di|ke|se|mem|pem|ber|ter)?(?:me|pe)(?=ng[aeiou])")
"""meng-ajar, but me-ngarang: before a vowel only a dictionary knows."""

_PREFIX_R = re.compile(r"(?:di|ke|se|me|pe|mem|pem|memb|pemb)?[btp]e(?=r[aeiou])")
"""ber-usaha, but be-rani; mem-per-oleh, but me-me-riksa."""

_PREFIX_OPEN = re.compile(r"(?:di|ke|se|me|pe)(?=[bcdfgjkpst][rl])")
"""ke-prihatin-an, but keb-lat."""

_TAILS = ("nya", "lah", "kah", "pun")


class IndonesianHyphens:
    """Divides Indonesian words."""

    def __init__(self, exceptions: Iterable[str] = ()) -> None:
        """Take words with hyphens ("bel-ajar") as exceptions, beside those of `hyphens.txt`."""
        words = [*_listed(), *exceptions]
        self.exceptions: Mapping[str, tuple[int, ...]] = {
            word.replace("-", ""): _places(word) for word in sorted(words, key=lambda word: len(word.replace("-", "")))
        }
        self._known: dict[str, list[int]] = {}

    def positions(self, word: str) -> list[int]:
        """Where the word may be divided, as counts of letters from its beginning.

        Words with a capital letter are names or abbreviations and stay whole.
        """
        if not word.isalpha() or word != word.lower():
            return []
        if word not in self._known:
            self._known[word] = self._positions(word)
        return list(self._known[word])

    def inserted(self, word: str) -> str:
        """The word with hyphens at all its places."""
        cuts = [0, *self.positions(word), len(word)]
        return "-".join(word[start:end] for start, end in itertools.pairwise(cuts))

    def _positions(self, word: str) -> list[int]:
        places = set(_syllables(word)) - _doubtful(word)
        for part, known in self.exceptions.items():  # the longest last: it decides
            start = word.find(part)
            if start >= 0:
                places -= set(range(start + 1, start + len(part)))
                places |= {start + place for place in known}
        return sorted(places)


def install(exceptions: Iterable[str] = ()) -> None:
    """Make these rules Pyphen's dictionary of Indonesian in this process, for the documents that follow."""
    import pyphen  # noqa: PLC0415  # only processes that render need it

    hyphens = IndonesianHyphens(exceptions)

    class Dictionary:
        """What Pyphen asks a dictionary."""

        def positions(self, word: str) -> list[int]:
            return [pyphen.DataInt(place) for place in hyphens.positions(word)]

    pyphen.hdcache[pyphen.LANGUAGES[pyphen.language_fallback("id")]] = Dictionary()


@cache
def _listed() -> tuple[str, ...]:
    lines = (Path(__file__).parent / "hyphens.txt").read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _places(word: str) -> tuple[int, ...]:
    places, letters = [], 0
    for part in word.split("-")[:-1]:
        letters += len(part)
        places.append(letters)
    return tuple(places)


def _syllables(word: str) -> Iterable[int]:
    """Before the last of the consonants between two vowels; of three or more, after the first. Vowels stay together."""
    consonants: list[int] = []  # where the consonants since the last vowel begin
    seen_vowel = False
    for match in _UNIT.finditer(word):
        if match[0] not in VOWELS:
            consonants.append(match.start())
            continue
        if seen_vowel and consonants:
            eks = len(consonants) > 2 and word[: consonants[2]].endswith("eks")  # noqa: PLR2004 - eks-ternal
            yield consonants[2] if eks else consonants[0] if len(consonants) == 1 else consonants[1]
        consonants, seen_vowel = [], True


def _doubtful(word: str) -> set[int]:
    """Places where the rule for syllables and the limits of prefix and suffix may disagree."""
    found: set[int] = set()
    if prefix := _PREFIX_NG.match(word):
        found |= {prefix.end(), prefix.end() + 2}
    if prefix := _PREFIX_R.match(word):
        found |= {prefix.end(), prefix.end() + 1}
    if prefix := _PREFIX_OPEN.match(word):
        found |= {prefix.end(), prefix.end() + 1}
    stem = next((word.removesuffix(tail) for tail in _TAILS if word.endswith(tail)), word)
    for end in {word, stem}:
        if suffix := re.search(r"(?:ng|ny|sy|kh|[^aeiou])an$", end):  # pelatih-an, pendidik-an, kerja-kan
            after_consonant = end.endswith("kan") and end[-4:-3] not in VOWELS  # tulis-kan
            if not after_consonant:
                found.add(suffix.start())
        suffix = re.search(r"(?:ng|ny|sy|kh|[^aeiou])i$", end)  # kurang-i, awas-i-nya
        if suffix and word.startswith(("me", "di")) and len(word) - suffix.start() > 2:  # noqa: PLR2004 - never cut off
            found.add(suffix.start())
    return found
