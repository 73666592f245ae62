"""Things that need power or a network, and whether a session says what to do without them."""

from __future__ import annotations

import re

from curriculum_kit.source.curriculum import LoadedSession

_DEVICE = re.compile(
    r"\b(?i:internet|wi-?fi|proyektor|infokus|video|laptop|komputer|youtube|google|powerpoint|salindia|ponsel|gawai"
    r"|telepon\s+pintar|smartphone)\b|\bHP\b|\bLCD\b"
)
_WITHOUT = re.compile(
    r"\b(?:tanpa|bukan|tidak\s+(?:perlu|memerlukan|memakai|menggunakan)|nomor)\s[^.;:]*$", re.IGNORECASE
)


def device_in(words: str) -> str | None:
    """The first device that words name as something to be used."""
    for match in _DEVICE.finditer(words):
        if not _WITHOUT.search(words[: match.start()]):
            return match[0]
    return None


def has_fallback(session: LoadedSession) -> bool:
    """Whether a trainer's note tells how the session runs without power."""
    return any(
        block.kind == "trainer-note" and (topic := block.options.get("topic")) and topic.value == "no-power"
        for block in session.document.walk()
    )
