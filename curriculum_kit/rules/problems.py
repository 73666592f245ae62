"""What can be wrong with a word that means something elsewhere: a message, and where the nearest known thing stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import Related, Span, Text, did_you_mean, text
from curriculum_kit.rules.reading import can_be_read, closest
from curriculum_kit.source.curriculum import Curriculum


@dataclass(frozen=True, slots=True)
class Problem:
    """A message and where the nearest known thing stands; `missing` is the file without which nothing is known.

    `help` says how to mend it when looking at the spelling does not.
    """

    message: Text
    related: tuple[Related, ...] = ()
    missing: str | None = None
    help: Text | None = None


def no_file(curriculum: Curriculum, kind: Text, word: str, file: str) -> Problem | None:
    """A thing whose file is not there."""
    if not can_be_read(curriculum, file):
        return None
    message = text('{kind} "{word}" tidak ada: belum ada berkas {file}', kind=kind, word=word, file=file)
    return Problem(message, missing=file)


def unknown(kind: Text, word: str, known: Mapping[str, Span]) -> Problem:
    """A thing that is not there, with the nearest one that is."""
    message = text('{kind} "{word}" tidak ada{hint}', kind=kind, word=word, hint=did_you_mean(word, known))
    return Problem(message, closest(word, known))


def not_in(home: str, word: str, known: Collection[str], related: tuple[Related, ...]) -> Problem | None:
    """A part that a thing does not have; None when it has."""
    if word in known:
        return None
    message = text('"{home}" tidak mempunyai "{word}"{hint}', home=home, word=word, hint=did_you_mean(word, known))
    return Problem(message, related)
