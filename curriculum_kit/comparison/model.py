"""What a comparison holds: plain data for reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from curriculum_kit.books import BookKind, book_address
from curriculum_kit.diagnostics import Text

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(words: str) -> str:
    """Words without characters that would steer a terminal or turn lines around."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", words)


class State(StrEnum):
    """What has become of a thing, or of a part of it."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CHANGED = "changed"


class Sign(StrEnum):
    """What has become of some words."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words."""

    sign: Sign
    words: str

    def __post_init__(self) -> None:
        """What would steer a terminal or turn lines around is shown as a mark."""
        object.__setattr__(self, "words", harmless(self.words))


@dataclass(frozen=True, slots=True)
class Detail:
    """One part of a thing that differs.

    `where` leads to it, outer before inner. `pieces` are its words; of a `short` value such as a number they are what
    it was and what it is. What is `for_trainers` reaches no participant.
    """

    where: tuple[Text, ...]
    state: State
    pieces: tuple[Piece, ...] = ()
    for_trainers: bool = False
    short: bool = False

    def side(self, sign: Sign) -> str:
        """The words as they were (`Sign.OLD`) or are (`Sign.NEW`)."""
        return " ".join(piece.words for piece in self.pieces if piece.sign in {Sign.SAME, sign})


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said of the thing as a whole."""

    words: Text
    for_trainers: bool = False


@dataclass(frozen=True, slots=True, order=True)
class BookRef:
    """A book: its kind, the module or programme that it is of, and what it is called.

    `instrument` is the id of the one that it holds, where each has a book of its own.
    """

    kind: BookKind
    scope: str
    title: str
    instrument: str = ""

    @property
    def address(self) -> str:
        """Where it is published, from the root of the site."""
        return book_address(self.kind, self.scope, self.instrument)


@dataclass(frozen=True, slots=True)
class Touched:
    """What has to be built, read or printed again: pages of the two websites, and books."""

    pages: frozenset[str] = frozenset()
    trainer_pages: frozenset[str] = frozenset()
    books: frozenset[BookRef] = frozenset()

    def __or__(self, other: Touched) -> Touched:
        """Both together."""
        return Touched(self.pages | other.pages, self.trainer_pages | other.trainer_pages, self.books | other.books)

    @property
    def only_for_trainers(self) -> frozenset[str]:
        """The pages that change on the trainer site only."""
        return self.trainer_pages - self.pages

    def is_in(self, module_id: str) -> bool:
        """Whether anything of a module is among it."""
        pages = self.pages | self.trainer_pages
        return any(page.startswith(f"{module_id}/") for page in pages) or any(
            book.scope == module_id for book in self.books
        )


@dataclass(frozen=True, slots=True)
class Thing:
    """A session, worksheet, fact or whatever has a name, and what differs in it. `file` is where it stands."""

    kind: str
    id: str
    title: Text
    file: str
    state: State
    sentences: tuple[Sentence, ...] = ()
    details: tuple[Detail, ...] = ()
    touched: Touched = Touched()

    @property
    def for_trainers(self) -> bool:
        """Whether nothing of it is news for participants."""
        return only_for_trainers(self.sentences, self.details)


@dataclass(frozen=True, slots=True)
class Part:
    """A module, or what all modules share (then `id` is empty)."""

    id: str
    title: Text
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole. `old` and `new` name the two states; `unread` are files that could not be read in one of them.

    `form_only` are files that differ without a difference in what they say: comments, line ends, spaces.
    """

    old: str
    new: str
    parts: tuple[Part, ...]
    form_only: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def things(self) -> tuple[Thing, ...]:
        """All things that differ."""
        return tuple(thing for part in self.parts for thing in part.things)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.parts or self.form_only or self.unread)

    @property
    def touched(self) -> Touched:
        """All pages and books."""
        return together(thing.touched for thing in self.things)

    def of_module(self, module_id: str) -> Comparison:
        """Only a module, and what reaches it."""
        parts = []
        for part in self.parts:
            reaching = tuple(thing for thing in part.things if thing.touched.is_in(module_id))
            if part.id == module_id:
                parts.append(part)
            elif not part.id and reaching:
                parts.append(Part(part.id, part.title, reaching))
        folder = f"{module_id}/"
        return Comparison(
            self.old,
            self.new,
            tuple(parts),
            tuple(file for file in self.form_only if file.startswith(folder)),
            tuple(file for file in self.unread if file.startswith(folder)),
        )


def together(several: Iterable[Touched]) -> Touched:
    """The union."""
    found = Touched()
    for each in several:
        found |= each
    return found


def only_for_trainers(sentences: Sequence[Sentence], details: Sequence[Detail]) -> bool:
    """Whether there is something to say, and none of it is news for participants."""
    marks = [sentence.for_trainers for sentence in sentences] + [detail.for_trainers for detail in details]
    return bool(marks) and all(marks)


def said(words: object) -> Text:
    """Words of the curriculum itself, the same in every language."""
    return Text("{words}", {"words": str(words)})
