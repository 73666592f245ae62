"""What there is to print for a class: books, copies, and sheets of paper where the number of pages is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.books import BOOK_KINDS, BookKindInfo, Scope, book_address
from curriculum_kit.overview.selections import selections
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession
from curriculum_kit.source.schema.curriculum import Settings

CLASS_SIZE: int = Settings.model_fields["class_size"].default
"""Participants where `curriculum.yaml` does not say, or could not be read."""


@dataclass(frozen=True, slots=True)
class PrintBook:
    """A book with its copies. `pages` is None as long as nobody has built it."""

    kind: str
    title: str
    scope: str
    address: str
    copies: int
    pages: int | None

    @property
    def sheets(self) -> int | None:
        """Sheets of one copy, printed on both sides."""
        return None if self.pages is None else (self.pages + 1) // 2

    @property
    def all_sheets(self) -> int | None:
        """Sheets of all copies."""
        return None if self.sheets is None else self.sheets * self.copies


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet that participants fill in. It is part of the workbook."""

    module: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PrintScope:
    """A programme or a module: its books, and the worksheets in its workbook."""

    id: str
    title: str
    books: tuple[PrintBook, ...]
    worksheets: tuple[Sheet, ...]

    @property
    def all_sheets(self) -> int | None:
        """Sheets of all books; None when the pages of one are not known."""
        sheets = [book.all_sheets for book in self.books]
        return None if None in sheets else sum(number for number in sheets if number is not None)


@dataclass(frozen=True, slots=True)
class Printing:
    """The report. A class gets either the books of its programme or those of single modules."""

    class_size: int
    programmes: tuple[PrintScope, ...]
    modules: tuple[PrintScope, ...]


def printing(curriculum: Curriculum, pages: Mapping[str, int]) -> Printing:
    """What there is to print. `pages` are the pages of the books that were built, by address."""
    settings = curriculum.settings
    class_size = settings.record.class_size if settings else CLASS_SIZE

    def books(scope: Scope, id: str) -> Iterator[PrintBook]:
        for info in BOOK_KINDS:
            if scope in info.scopes and info.medium == "print" and info.paper == "A4":
                yield _book(info, id, class_size, pages)

    return Printing(
        class_size=class_size,
        programmes=tuple(
            PrintScope(
                selection.id,
                selection.programme.title,
                (
                    *books("programme", selection.id),
                    *(
                        book
                        for part in selection.parts
                        for book in books("module", part.module.id)
                        if "programme" not in _info(book.kind).scopes
                    ),
                ),
                tuple(sheet for part in selection.parts for sheet in _sheets(part.module, part.sessions)),
            )
            for selection in selections(curriculum)
        ),
        modules=tuple(
            PrintScope(
                module.id,
                module.record.title,
                tuple(books("module", module.id)),
                tuple(_sheets(module, module.sessions.values())),
            )
            for module in curriculum.modules.values()
        ),
    )


def _info(kind: str) -> BookKindInfo:
    return next(info for info in BOOK_KINDS if info.kind == kind)


def _book(info: BookKindInfo, scope_id: str, class_size: int, pages: Mapping[str, int]) -> PrintBook:
    address = book_address(info.kind, scope_id)
    return PrintBook(info.kind, info.title, scope_id, address, class_size if info.each else 1, pages.get(address))


def _sheets(module: LoadedModule, sessions: Iterable[LoadedSession]) -> Iterator[Sheet]:
    """The worksheets that blocks show or ask to be filled in, in reading order, each once."""
    for sheet_id in dict.fromkeys(block.sheet for session in sessions for block in session.document.walk()):
        source = module.worksheets.get(sheet_id)
        if source is not None and source.record.mode != "example":
            yield Sheet(module.id, sheet_id, source.record.title)
