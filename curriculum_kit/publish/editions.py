"""The editions of a build: one for each audience and language, where each is published, and how it is made.

Each is made in a process of its own: docutils keeps its directives per process.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
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
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from curriculum_kit.texts import SOURCE_LANGUAGE, speaking
from curriculum_kit.translation import begun, translated


@dataclass(frozen=True, slots=True)
class Edition:
    """Who gets it, and in which language."""

    audience: Audience
    language: str = SOURCE_LANGUAGE

    def folder(self, output: Path) -> Path:
        """The root of its website: that of a translation lies in that of its audience, so that one gate guards both."""
        root = output / self.audience
        return root if self.language == SOURCE_LANGUAGE else root / self.language


def translations(curriculum: Curriculum) -> Mapping[str, frozenset[str]]:
    """The languages that `curriculum.yaml` asks for, each with the modules of which something is translated."""
    asked = curriculum.settings.record.translations if curriculum.settings else ()
    found = {language: begun(curriculum, language) for language in dict.fromkeys(asked)}
    return {language: modules for language, modules in found.items() if modules}


def edition_context(curriculum: Curriculum, audience: Audience, as_of: date, language: str) -> EditionContext:
    """The context of an edition: of the curriculum as it was written, or translated."""
    if language == SOURCE_LANGUAGE:
        return EditionContext.of(curriculum, audience, as_of)
    with speaking(language):
        return EditionContext.of(translated(curriculum, language), audience, as_of)


@dataclass(frozen=True, slots=True)
class EditionParts:
    """What the process of an edition hands back. `names` are those of its books by address (`BookNames`).

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
    """The processes of the editions. They get ready while the curriculum is checked. To be closed."""

    def __init__(self, request: BuildRequest, memories: Memories) -> None:
        """Start as many processes as may work at once."""
        self._request = replace(request, tell=silent)
        self._memories = memories
        self._wanted: tuple[Edition, ...] = ()
        self._afresh = False
        self._pools: dict[Edition, ProcessPoolExecutor] = {}
        self._ordered: dict[Edition, Future[EditionParts]] = {}
        for audience in request.audiences[: request.jobs]:
            self._pool(Edition(audience)).submit(_get_ready)

    def __enter__(self) -> Self:
        """For `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        for pool in self._pools.values():
            pool.shutdown(cancel_futures=True)

    def start(self, wanted: Iterable[Edition], *, afresh: bool = False) -> None:
        """Begin to make these editions; `afresh` with all books, whatever is kept."""
        self._wanted = tuple(wanted)
        self._afresh = afresh
        for edition in self._wanted[: self._request.jobs]:
            self._order(edition)

    def made(self) -> dict[Edition, EditionParts]:
        """The parts of all editions, of which no more than allowed are made at once."""
        found = {}
        for number, edition in enumerate(self._wanted, self._request.jobs):
            found[edition] = self._ordered.pop(edition).result()
            for following in self._wanted[number : number + 1]:
                self._order(following)
        return found

    def _order(self, edition: Edition) -> None:
        self._ordered[edition] = self._pool(edition).submit(
            edition_parts, self._request, edition, self._memories, afresh=self._afresh
        )

    def _pool(self, edition: Edition) -> ProcessPoolExecutor:
        if edition not in self._pools:
            context = multiprocessing.get_context("spawn")
            self._pools[edition] = ProcessPoolExecutor(1, context, initializer=_prepare, initargs=(os.getpid(),))
        return self._pools[edition]


def edition_parts(request: BuildRequest, edition: Edition, memories: Memories, *, afresh: bool) -> EditionParts:
    """The work of one process: load the curriculum, render the edition, lay out the books that have changed."""
    curriculum = load(request.root, memory=memories.reading()).curriculum
    context = edition_context(curriculum, edition.audience, request.as_of, edition.language)
    with speaking(edition.language):
        return _parts(request, context, memories, afresh=afresh)


def _parts(request: BuildRequest, context: EditionContext, memories: Memories, *, afresh: bool) -> EditionParts:
    pages = memories.pages(context.audience, context.curriculum.language)
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
    settings = context.curriculum.settings
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
