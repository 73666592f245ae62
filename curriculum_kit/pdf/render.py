"""Make the PDFs of a build: fragments are rendered and books linked, except what the cache holds already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf import cache as entries
from curriculum_kit.pdf.cache import Entry
from curriculum_kit.pdf.facts import Facts, Part
from curriculum_kit.pdf.files import digest, write_whole
from curriculum_kit.pdf.fonts import FontSet, static_fonts
from curriculum_kit.pdf.jobs import PdfBook, PdfFragment
from curriculum_kit.pdf.layout import filled, is_late, lay_out, likely_pages, missing_pages
from curriculum_kit.pdf.pool import Pool
from curriculum_kit.pdf.problems import PdfFailed, Problem
from curriculum_kit.pdf.toolchain import versions

_ROUNDS = 6
"""How often fragments that name pages are rendered at most: their own lengths move the pages that they name."""


class Progress(NamedTuple):
    """How far the books are: letters of HTML that are rendered, those known to be wanted so far, and pages made."""

    done: int = 0
    total: int = 0
    pages: int = 0


Tell = Callable[[Progress], None]
"""What is told how far the books are, each time that something is finished."""


def write_pdfs(books: Sequence[PdfBook], *, cache: Path, workers: int, tell: Tell = lambda _: None) -> list[str]:
    """Write the PDF of every book to its target; returns the names under which the cache keeps them (`kept_pdf`).

    `cache` is a folder that survives builds; whatever happens to it changes nothing but time. At most `workers`
    processes work at once; their number changes no byte. `tell` hears how far it is; nothing when all is in the cache.

    Raises `PdfFailed` with all problems of all books, and then writes no target; `EnvironmentTrouble` when a font, a
    package or a system library is missing. Processes are spawned: a script that calls this needs
    `if __name__ == "__main__"`.
    """
    fonts = static_fonts(cache)
    press = _Press(cache, fonts, workers, tell)
    try:
        press.render(one for book in books for one in (*book.watermark, *book.fragments) if not is_late(one))
        wholes = press.complete(books)
        keys = [press.book_key(book) for book in wholes]
        pdfs = press.link(dict(zip(keys, wholes, strict=True)))
        problems = press.problems(wholes, keys)
    finally:
        press.close()
    if problems:
        raise PdfFailed(problems)
    if press.worked:
        entries.prune(cache)
    for book, key in zip(books, keys, strict=True):
        write_whole(book.target, pdfs[key])
    return keys


def kept_pdf(cache: Path, name: str) -> bytes | None:
    """A book that is in the cache, if it is there and whole."""
    entry = entries.find(cache, name)
    return entry.pdf if entry else None


class _Key(NamedTuple):
    """Fragments with the same key are the same: `name` is that of the entry, the rest says where images come from."""

    name: str
    base: Path
    assets: tuple[Path, ...]


class _Made(NamedTuple):
    """A rendered fragment; `identity` stands for its bytes and facts."""

    part: Part
    identity: str


class _Press:
    """One run: what is made so far, and what is wrong."""

    def __init__(self, cache: Path, fonts: FontSet, workers: int, tell: Tell) -> None:
        self.worked = False
        self._tell = tell
        self._progress = Progress()
        self._cache = cache
        self._tools = entries.tools_key(fonts, versions())
        self._pool = Pool(fonts, workers)
        self._keys: dict[PdfFragment, _Key] = {}
        self._made: dict[_Key, _Made] = {}
        self._wrong: dict[_Key | str, Sequence[Problem]] = {}

    def close(self) -> None:
        """End the processes."""
        self._pool.close()

    def render(self, fragments: Iterable[PdfFragment]) -> None:
        """Render fragments, each once."""
        missing = {}
        for fragment in fragments:
            key = self._key(fragment)
            if key not in self._made and key not in self._wrong and key not in missing:
                found = entries.find(self._cache, key.name, fragment)
                if found is None or not self._keep(key, found):
                    missing[key] = fragment
        if not missing:
            return
        from curriculum_kit.pdf import worker  # noqa: PLC0415  # a build without changes needs none of this

        self.worked = True
        # The biggest first, so that none is left for the end.
        order = sorted(missing, key=lambda key: (-len(missing[key].html), key))
        self._advance(total=sum(len(fragment.html) for fragment in missing.values()))
        for key, made in self._pool.run(worker.render, {key: (missing[key],) for key in order}):
            self._advance(done=len(missing[key].html))
            if made is None or made.problems:
                self._wrong[key] = made.problems if made else [Problem(missing[key].name, _LOST)]
                continue
            entry = Entry(made.pdf, made.facts)
            self._store(key.name, entry, made.images)
            if self._keep(key, entry):
                self._advance(pages=len(self._made[key].part.facts.pages))

    def complete(self, books: Sequence[PdfBook]) -> list[PdfBook]:
        """The books with the page numbers that their late fragments name, and these rendered.

        The fragments are laid out, filled in and rendered until their own lengths change nothing more. Whether the
        cache holds something does not matter, so that the result is always the same.
        """
        wholes = list(books)
        waiting = [number for number, book in enumerate(books) if any(map(is_late, book.fragments))]
        for _ in range(_ROUNDS):
            changed = []
            for number in waiting:
                filled_in = self._filled(books[number], wholes[number])
                if filled_in != wholes[number]:
                    wholes[number] = filled_in
                    changed.append(number)
            self.render(one for number in changed for one in wholes[number].fragments)
            waiting = [number for number in changed if self.is_whole(wholes[number])]
        for number in waiting:
            self._wrong[self.book_key(wholes[number])] = [Problem(books[number].name, _RESTLESS)]
        return wholes

    def _filled(self, book: PdfBook, whole: PdfBook) -> PdfBook:
        """A book with page numbers, as far as its pages are known from `whole`."""
        facts = [made.part.facts if (made := self._made.get(self._key(one))) else None for one in whole.fragments]
        lengths = [len(one.pages) if one else likely_pages(of) for one, of in zip(facts, whole.fragments, strict=True)]
        layout = lay_out(book, facts, lengths)
        fragments = list(book.fragments)
        for number, fragment in enumerate(fragments):
            if not is_late(fragment):
                continue
            missing = tuple(missing_pages(fragment, layout))
            if missing:
                self._wrong[self._key(fragment)] = [Problem(book.name, message) for message in missing]
            else:
                fragments[number] = replace(fragment, html=filled(fragment.html, layout))
        return replace(book, fragments=tuple(fragments))

    def is_whole(self, book: PdfBook) -> bool:
        """Whether all fragments of a book are rendered."""
        return all(self._key(one) in self._made for one in (*book.fragments, *book.watermark))

    def link(self, books: Mapping[str, PdfBook]) -> dict[str, bytes]:
        """The PDFs of the books, by key, whose fragments are all rendered."""
        pdfs = {}
        missing = {}
        for key, book in books.items():
            if key in self._wrong or not self.is_whole(book):
                continue
            found = entries.find(self._cache, key)
            if found is None:
                missing[key] = book
                continue
            pdfs[key] = found.pdf
        if not missing:
            return pdfs
        from curriculum_kit.pdf import worker  # noqa: PLC0415  # as above

        self.worked = True
        tasks = {key: (book, self._parts(book.fragments), self._parts(book.watermark)) for key, book in missing.items()}
        order = sorted(tasks, key=lambda key: (-sum(len(part.pdf) for part in tasks[key][1]), key))
        for key, made in self._pool.run(worker.link, {key: tasks[key] for key in order}):
            if made is None or made.problems:
                self._wrong[key] = made.problems if made else [Problem(missing[key].name, _LOST)]
                continue
            self._store(key, Entry(made.pdf, ""), {})
            pdfs[key] = made.pdf
        return pdfs

    def problems(self, books: Iterable[PdfBook], keys: Iterable[str]) -> list[Problem]:
        """All problems in the order of the books."""
        found: list[Problem] = []
        for book, key in zip(books, keys, strict=True):
            for fragment in (*book.watermark, *book.fragments):
                found += self._wrong.get(self._key(fragment), ())
            found += self._wrong.get(key, ())
        return found

    def book_key(self, book: PdfBook) -> str:
        """What the entry of a book is called. Fragments that could not be rendered count by their names."""
        keys = map(self._key, (*book.fragments, *book.watermark))
        parts = [self._made[key].identity if key in self._made else key.name for key in keys]
        return entries.book_key(book, parts, self._tools)

    def _key(self, fragment: PdfFragment) -> _Key:
        if fragment not in self._keys:
            name = entries.key(fragment, self._tools)
            self._keys[fragment] = _Key(name, fragment.base, fragment.assets)
        return self._keys[fragment]

    def _parts(self, fragments: Iterable[PdfFragment]) -> list[Part]:
        return [self._made[self._key(one)].part for one in fragments]

    def _keep(self, key: _Key, entry: Entry) -> bool:
        """Take up a rendered fragment; false when its facts cannot be read."""
        try:
            part = Part(entry.pdf, Facts.loaded(entry.facts))
        except (ValueError, KeyError, TypeError):
            return False
        self._made[key] = _Made(part, digest(entry.facts.encode()) + digest(entry.pdf))
        return True

    def _advance(self, done: int = 0, total: int = 0, pages: int = 0) -> None:
        before = self._progress
        self._progress = Progress(before.done + done, before.total + total, before.pages + pages)
        self._tell(self._progress)

    def _store(self, key: str, entry: Entry, images: dict[str, str]) -> None:
        with suppress(OSError):  # a full or read-only cache is no reason to fail
            entries.store(self._cache, key, entry, images)


_LOST: Text = text("proses pembuat PDF berhenti tiba-tiba; mungkin memori habis")
_RESTLESS: Text = text("nomor halaman berubah setiap kali daftar isi dirangkai")
