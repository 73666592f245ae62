"""The books of a build: those that have changed are made, the others taken from the cache."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.books import BOOK_KINDS
from curriculum_kit.edition.book_names import file_digest
from curriculum_kit.edition.fragments import write_drawings
from curriculum_kit.pdf import PdfBook, kept_pdf, write_pdfs
from curriculum_kit.publish.books import pdf_book
from curriculum_kit.publish.editions import Edition, EditionParts, Editions
from curriculum_kit.publish.memories import Memories
from curriculum_kit.publish.request import BuildRequest
from curriculum_kit.source.memory import Memory
from curriculum_kit.texts import SOURCE_LANGUAGE, speaking

Parts = Mapping[Edition, EditionParts]


def write_books(request: BuildRequest, parts: Parts, staging: Path, memories: Memories, editions: Editions) -> None:
    """Write the books of all audiences into `staging`."""
    known = memories.books()
    if not all(_take(request.cache, part, known, edition.folder(staging)) for edition, part in parts.items()):
        editions.start(parts, afresh=True)  # what was kept is gone
        parts = editions.made()
    with tempfile.TemporaryDirectory(dir=request.cache) as folder:
        same = [has_same_pictures(request.root, part, _base(Path(folder), each)) for each, part in parts.items()]
        named = dict(_to_be_made(parts, Path(folder), staging))
        keys = write_pdfs(tuple(named.values()), cache=request.cache / "pdf", workers=request.jobs, tell=request.tell)
    if all(same):  # else the books are those of other names
        for name, key in zip(named, keys, strict=True):
            known.keep("book", (name,), key)
        known.write()
    for language in {edition.language for edition in parts}:
        _give_workbooks_to_trainers(staging, language)


def _base(folder: Path, edition: Edition) -> Path:
    """Where the pictures of an edition begin: charts have words in them."""
    return folder if edition.language == SOURCE_LANGUAGE else folder / edition.language


def _take(cache: Path, part: EditionParts, known: Memory, folder: Path) -> bool:
    """Write the books of an audience that have not changed; false when one of them is not in the cache any more."""
    printed = {book.address for book in part.printed}
    for address, name in part.names.items():
        if address in printed:
            continue
        key = known.known("book", (name,), str)
        pdf = kept_pdf(cache / "pdf", key) if key else None
        if pdf is None:
            return False
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
    return True


def has_same_pictures(root: Path, part: EditionParts, base: Path) -> bool:
    """Put the pictures of books into `base`; false when somebody has saved one since the books got their names."""
    for original, name in part.books.pictures.items():
        picture = base / "gambar" / name
        picture.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / original, picture)
    write_drawings(part.books, base / "gambar")
    return part.pictures == {
        original: file_digest(base / "gambar" / name) for original, name in part.books.pictures.items()
    }


def _to_be_made(parts: Parts, base: Path, staging: Path) -> Iterator[tuple[str, PdfBook]]:
    """The books that have to be made, by name. `base` is the folder of their pictures."""
    for edition, part in parts.items():
        folder = edition.folder(staging)
        with speaking(edition.language):
            for book in part.printed:
                made = pdf_book(book, _base(base, edition), folder / book.address, part.divided)
                yield part.names[book.address], made


def _give_workbooks_to_trainers(staging: Path, language: str) -> None:
    """Trainers print the books of participants: the trainer site is whole by itself, so it carries copies."""
    public, private = (Edition(audience, language).folder(staging) / "unduhan" for audience in Audience)
    if not (public.exists() and private.exists()):
        return
    wanted = {info.kind for info in BOOK_KINDS if info.for_participants}
    for path in sorted(path for path in public.rglob("*.pdf") if path.stem in wanted):
        target = private / path.relative_to(public)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(path, target)
