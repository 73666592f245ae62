"""The editions of a build, each made in a process of its own: docutils keeps its directives per process."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Self

from curriculum_kit.audience import Audience
from curriculum_kit.confinement import ends_with
from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.edition.book_names import BookNames
from curriculum_kit.edition.books import Book, PrintBook, print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.edition.remembered import remembered_edition
from curriculum_kit.publish.memories import Memories
from curriculum_kit.publish.request import BuildRequest, silent
from curriculum_kit.source.loader import load


@dataclass(frozen=True, slots=True)
class EditionParts:
    """What the process of one audience hands back. `names` are those of its books by address (`BookNames`).

    `printed` are the books that may have to be made; the others are known by their names. `pictures` are the digests
    of the pictures that the names stand for, by file, `divided` the words that have hyphens.
    """

    website: Fragments
    books: Fragments
    diagnostics: tuple[Diagnostic, ...]
    names: Mapping[str, str]
    printed: tuple[PrintBook, ...]
    pictures: Mapping[str, str]
    divided: tuple[str, ...]


class Editions:
    """The processes of the audiences. They get ready while the curriculum is checked. To be closed."""

    def __init__(self, request: BuildRequest, memories: Memories) -> None:
        """Start as many processes as may work at once."""
        self._request = replace(request, tell=silent)
        self._memories = memories
        self._afresh = False
        self._pools: dict[Audience, ProcessPoolExecutor] = {}
        self._ordered: dict[Audience, Future[EditionParts]] = {}
        for audience in request.audiences[: request.jobs]:
            self._pool(audience).submit(_get_ready)

    def __enter__(self) -> Self:
        """For `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        for pool in self._pools.values():
            pool.shutdown(cancel_futures=True)

    def start(self, *, afresh: bool = False) -> None:
        """Begin to make the editions; `afresh` with all books, whatever is kept."""
        self._afresh = afresh
        for audience in self._request.audiences[: self._request.jobs]:
            self._ordered[audience] = self._order(audience)

    def made(self) -> dict[Audience, EditionParts]:
        """The parts of all audiences, of which no more than allowed are made at once."""
        return {
            audience: (self._ordered.pop(audience, None) or self._order(audience)).result()
            for audience in self._request.audiences
        }

    def _order(self, audience: Audience) -> Future[EditionParts]:
        return self._pool(audience).submit(edition_parts, self._request, audience, self._memories, afresh=self._afresh)

    def _pool(self, audience: Audience) -> ProcessPoolExecutor:
        if audience not in self._pools:
            context = multiprocessing.get_context("spawn")
            self._pools[audience] = ProcessPoolExecutor(1, context, initializer=_prepare, initargs=(os.getpid(),))
        return self._pools[audience]


def edition_parts(request: BuildRequest, audience: Audience, memories: Memories, *, afresh: bool) -> EditionParts:
    """The work of one process: load the curriculum, render it for one audience, lay out the books that have changed."""
    curriculum = load(request.root, memory=memories.reading()).curriculum
    context = EditionContext.of(curriculum, audience, request.as_of)
    pages = memories.pages(audience)
    rendered = remembered_edition(context, request.cache / "scratch", pages)
    pages.write()
    names: dict[str, str] = {}
    printed: tuple[PrintBook, ...] = ()
    pictures: dict[str, str] = {}
    if request.books and not rendered.diagnostics:
        naming = BookNames(context, rendered.books)
        pictures, known = naming.pictures, memories.books()

        def is_wanted(book: Book) -> bool:
            if request.scopes and book.address.split("/")[1] not in request.scopes:
                return False
            name = names[book.address] = naming.of(book)
            return afresh or known.known("book", (name,), str) is None

        printed = tuple(print_books(context, rendered.books, is_wanted))
    settings = curriculum.settings
    return EditionParts(
        website=rendered.website,
        books=rendered.books,
        diagnostics=rendered.diagnostics,
        names=names,
        printed=printed,
        pictures=pictures,
        divided=settings.record.house_words.divided if settings else (),
    )


def _prepare(parent: int) -> None:
    """End with the build, whatever ends that: nobody else would tell this process to stop waiting."""
    if not ends_with(parent):
        os._exit(1)


def _get_ready() -> None:
    import curriculum_kit.edition.runner  # noqa: F401, PLC0415 - Sphinx takes longest
