"""The index of a book: in which sessions each word of its glossary stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from curriculum_kit.edition.model import SessionModel
from curriculum_kit.edition.reference import TERM_LINK, TermModel

TAG = re.compile(r"<[^>]+>")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A word of the glossary and the sessions that use it, in the order of the book."""

    term: TermModel
    sessions: tuple[SessionModel, ...]


def term_index(terms: Iterable[TermModel], sessions: Iterable[SessionModel]) -> tuple[IndexEntry, ...]:
    """The entries of the words that some session uses: as a link, or in its text as a whole word."""
    texts = [(session, _words(session.html), frozenset(TERM_LINK.findall(session.html))) for session in sessions]
    entries = []
    for term in terms:
        forms = [re.escape(form) for form in (term.term, term.abbreviation) if form]
        found = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
        places = tuple(session for session, words, linked in texts if term.id in linked or found.search(words))
        if places:
            entries.append(IndexEntry(term, places))
    return tuple(entries)


def _words(text: str) -> str:
    return SPACE.sub(" ", html.unescape(TAG.sub("", text)))
