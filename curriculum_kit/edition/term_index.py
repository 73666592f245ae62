"""The index of a book: in which sessions each word of its glossary stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from curriculum_kit.edition.model import SessionModel
from curriculum_kit.edition.reference import TERM_LINK, TermModel

TAG = re.compile(r"<[^>]+>")
SPACE = re.compile(r"\s+")
_ALIKE = str.maketrans("\u0130\u0131", "ii")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A word of the glossary and the sessions that use it, in the order of the book."""

    term: TermModel
    sessions: tuple[SessionModel, ...]


def term_index(terms: Iterable[TermModel], sessions: Iterable[SessionModel]) -> tuple[IndexEntry, ...]:
    """The entries of the words that some session uses: as a link, or in its text as a whole word."""
    texts = [(session, _text(session.html)) for session in sessions]
    entries = []
    for term in terms:
        forms = tuple(form for form in (term.term, term.abbreviation) if form)
        places = tuple(session for session, text in texts if term.id in text.linked or text.has(forms))
        if places:
            entries.append(IndexEntry(term, places))
    return tuple(entries)


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a session, and the same in small letters; the terms that it links to."""

    words: str
    small: str
    linked: frozenset[str]

    def has(self, forms: tuple[str, ...]) -> bool:
        """Whether one of these stands there as a whole word, in letters of any size."""
        # To look for a plain string is a hundred times as quick, and most terms are not in most sessions.
        return any(_small(form) in self.small for form in forms) and _pattern(forms).search(self.words) is not None


@lru_cache(maxsize=1024)
def _text(html_text: str) -> _Text:
    words = SPACE.sub(" ", html.unescape(TAG.sub("", html_text)))
    return _Text(words, _small(words), frozenset(TERM_LINK.findall(html_text)))


def _small(text: str) -> str:
    """Letters that are the same for a pattern that ignores case are the same here."""
    return text.translate(_ALIKE).lower().casefold()


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
