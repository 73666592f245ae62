"""The curriculum as it stands on disk, read or checked with what has been remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum_kit.diagnostics import Diagnostic, has_errors
from curriculum_kit.rules import run
from curriculum_kit.rules.frame import WORDS
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.fingerprint import fingerprint
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import memory_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check says about a state of the folder. `digest` tells states apart; None where that cannot be."""

    digest: bytes | None
    diagnostics: tuple[Diagnostic, ...]

    def is_of_same_state(self, other: Checked) -> bool:
        """Whether nothing has changed in between."""
        return self is other or (self.digest is not None and self.digest == other.digest)

    @property
    def is_good(self) -> bool:
        """Whether an edition can be made from it."""
        return not has_errors(self.diagnostics)


class Checker:
    """Checks a curriculum again and again."""

    def __init__(self, root: Path, as_of: date) -> None:
        """Nothing is read yet."""
        self.root = root
        self._as_of = as_of
        self._words: tuple[bytes | None, ...] | None = None

    def look(self) -> Iterator[Checked]:
        """Check what is there: once; or twice, first without the rules about words, when all texts must be read again.

        Raises `EnvironmentTrouble` when the folder is gone.
        """
        memory = memory_of(self.root)
        digest, texts = fingerprint(self.root) or (None, {})
        loaded = load(self.root, memory=memory, contents=texts)
        words = tuple(texts.get(file) for file in WORDS)
        if self._words not in {None, words}:
            yield Checked(digest, run(loaded.curriculum, loaded.diagnostics, self._as_of, memory, texts=False))
        self._words = words
        yield Checked(digest, run(loaded.curriculum, loaded.diagnostics, self._as_of, memory))
        memory.write()


def read(root: Path) -> tuple[bytes | None, Curriculum]:
    """The curriculum as it is now, with the digest of the folder."""
    digest, texts = fingerprint(root) or (None, {})
    return digest, load(root, memory=memory_of(root), contents=texts).curriculum
