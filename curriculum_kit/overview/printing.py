"""What there is to print for a class: books, copies, and sheets of paper where the number of pages is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from curriculum_kit.audience import Audience
from curriculum_kit.blocks import FIGURES
from curriculum_kit.books import BookKindInfo, Scope, book_address
from curriculum_kit.overview.hours import JP_MINUTES
from curriculum_kit.overview.selections import Part, selections
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession
from curriculum_kit.source.schema.curriculum import Settings
from curriculum_kit.source.timing import Minutes, total_minutes

PICTURES = frozenset({*FIGURES, "image"})
CLASS_SIZE: int = Settings.model_fields["class_size"].default
"""Participants where `curriculum.yaml` does not say, or could not be read."""


@dataclass(frozen=True, slots=True)
class PrintBook:
    """A book with its copies. `pages` is None as long as nobody has built it, `words` as long as nobody counts them.

    `pictures` are the figures, charts and images of its sessions.
    """

    kind: str
    title: str
    scope: str
    address: str
    copies: int
    pages: int | None
    words: int | None
    pictures: int

    @property
    def sheets(self) -> int | None:
        """Sheets of one copy, printed on both sides."""
        return None if self.pages is None else (self.pages + 1) // 2

    @property
    def all_sheets(self) -> int | None:
        """Sheets of all copies."""
        return None if self.sheets is None else self.sheets * self.copies

    @property
    def all_pages(self) -> int | None:
        """Printed pages of all copies."""
        return None if self.pages is None else self.pages * self.copies


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet that participants fill in. It is part of the workbook."""

    module: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PrintScope:
    """A programme or a module: its books, the worksheets in its workbook, and the time that its sessions take."""

    id: str
    title: str
    books: tuple[PrintBook, ...]
    worksheets: tuple[Sheet, ...]
    minutes: Minutes

    @property
    def all_sheets(self) -> int | None:
        """Sheets of all books; None when the pages of one are not known."""
        return _sum(book.all_sheets for book in self.books)

    @property
    def all_pages(self) -> int | None:
        """Printed pages of all copies of all books; None as above."""
        return _sum(book.all_pages for book in self.books)

    @property
    def copies(self) -> int:
        """Copies of all books."""
        return sum(book.copies for book in self.books)


@dataclass(frozen=True, slots=True)
class Printing:
    """The report. A class gets either the books of its programme or those of single modules."""

    class_size: int
    jp_minutes: int
    programmes: tuple[PrintScope, ...]
    modules: tuple[PrintScope, ...]


def printing(
    curriculum: Curriculum, pages: Mapping[str, int], words: Mapping[str, int] = MappingProxyType({})
) -> Printing:
    """What there is to print. `pages` and `words` are those of the books that were built, by address."""
    settings = curriculum.settings
    class_size = settings.record.class_size if settings else CLASS_SIZE
    kinds = curriculum.book_kinds()
    of_programmes = {info.kind for info in kinds if "programme" in info.scopes}

    def books(scope: Scope, id: str, sessions: Iterable[LoadedSession]) -> Iterator[PrintBook]:
        held = tuple(sessions)
        for info in kinds:
            if scope in info.scopes and info.medium == "print" and info.paper == "A4":
                address = book_address(info.kind, id)
                copies = class_size if info.each else 1
                numbers = (pages.get(address), words.get(address), _pictures(info, held))
                yield PrintBook(info.kind, info.title, id, address, copies, *numbers)

    def all_sessions(parts: Iterable[Part]) -> tuple[LoadedSession, ...]:
        return tuple(session for part in parts for session in part.sessions)

    return Printing(
        class_size=class_size,
        jp_minutes=settings.record.jp_minutes if settings else JP_MINUTES,
        programmes=tuple(
            PrintScope(
                selection.id,
                selection.programme.title,
                (
                    *books("programme", selection.id, all_sessions(selection.parts)),
                    *(
                        book
                        for part in selection.parts
                        for book in books("module", part.module.id, part.module.sessions.values())
                        if book.kind not in of_programmes
                    ),
                ),
                tuple(sheet for part in selection.parts for sheet in _sheets(part.module, part.sessions)),
                total_minutes(all_sessions(selection.parts)),
            )
            for selection in selections(curriculum)
        ),
        modules=tuple(
            PrintScope(
                module.id,
                module.record.title,
                tuple(books("module", module.id, module.sessions.values())),
                tuple(_sheets(module, module.sessions.values())),
                total_minutes(module.sessions.values()),
            )
            for module in curriculum.modules.values()
        ),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    """The sum; None when a number is not known."""
    known = list(numbers)
    return None if None in known else sum(number for number in known if number is not None)


def _pictures(info: BookKindInfo, sessions: Iterable[LoadedSession]) -> int:
    """The pictures of the sessions that a book prints: participants do not get those in blocks for trainers."""
    if info.sessions == "none":
        return 0
    kept = (
        block
        for session in sessions
        for block in session.document.blocks
        if info.sessions == "whole" or (info.sessions == "tasks") == block.is_task
    )
    blocks = (part for block in kept for part in block.walk() if part.kind in PICTURES)
    return sum(Audience.TRAINER in info.audience or not block.trainer_only for block in blocks)


def _sheets(module: LoadedModule, sessions: Iterable[LoadedSession]) -> Iterator[Sheet]:
    """The worksheets that blocks show or ask to be filled in, in reading order, each once."""
    for sheet_id in dict.fromkeys(block.sheet for session in sessions for block in session.document.walk()):
        source = module.worksheets.get(sheet_id)
        if source is not None and source.record.mode != "example":
            yield Sheet(module.id, sheet_id, source.record.title)
