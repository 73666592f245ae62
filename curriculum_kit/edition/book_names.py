"""What a book is made of, as one short name: a book with the name of an earlier one is that book.

A book depends on everything but the prose of sessions that it does not hold: any page of it may print a number, a label
or a title from anywhere. So an edit of prose changes the names of the books that hold its session, and every other
edit those of all books.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from curriculum_kit.edition.books import Book
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.edition.states import language_state
from curriculum_kit.source.curriculum import Source
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.schema.base import Record


class BookNames:
    """The names of the books of an edition. `fragments` are its rendered texts."""

    def __init__(self, context: EditionContext, fragments: Fragments) -> None:
        """Look at the edition once for all books."""
        self._context = context
        self.pictures = {file: file_digest(context.curriculum.root / file) for file in sorted(fragments.pictures)}
        """The pictures that the books show, by their files, as they were when the names were made."""
        self._around = _digest((*_everything_else(context, fragments), repr(self.pictures)))

    def of(self, book: Book) -> str:
        """The name of a book."""
        return _digest((self._around, book.address, *self._sessions(book)))

    def _sessions(self, book: Book) -> Iterator[str]:
        for module in book.modules:
            for session in module.sessions:
                source = self._context.curriculum.modules[module.id].sessions[session.id]
                yield from (module.id, session.id, source.document.text, session.html)


def _everything_else(context: EditionContext, fragments: Fragments) -> Iterator[str]:
    """All of an edition but the prose of its sessions."""
    curriculum = context.curriculum
    yield from (context.audience.value, context.as_of.isoformat(), language_state(curriculum))
    shared = (curriculum.settings, curriculum.facts_source, curriculum.glossary, curriculum.centres)
    yield from _records(filter(None, shared))
    for sources in (curriculum.programmes, curriculum.cases, curriculum.standards, curriculum.releases):
        yield from _records(sources.values())
    for key, field in sorted(fragments.fields.items()):
        yield from (key, field)
    for part in (fragments.pictures, fragments.drawings):
        yield repr(sorted(part.items()))
    for module in curriculum.modules.values():
        yield from (module.id, repr(sorted(context.anchors[module.id].items())))
        yield from _records(filter(None, (module.source, module.assessment, *module.worksheets.values())))
        for session in module.sessions.values():
            yield from _records([session.plan])
            yield repr([_outline(block) for block in session.document.blocks])
        for sheet_id in module.worksheets:
            yield repr(sorted(context.calculator.sheet(module.id, sheet_id).values.items()))


def _records(sources: Iterable[Source[Record]]) -> Iterator[str]:
    for source in sources:
        yield from (source.file, repr(source.record))


def _outline(block: BlockUse) -> object:
    """A block without its words and places."""
    options = {name: option.value for name, option in block.options.items()}
    children = [_outline(child) for child in block.children]
    return block.kind, block.argument, options, block.trainer_only, block.list_items, children


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(parts: Iterable[str]) -> str:
    hasher = hashlib.sha256()
    for part in parts:
        data = part.encode()
        hasher.update(b"%d:" % len(data) + data)  # each with its length, so that no two lists read the same
    return hasher.hexdigest()
