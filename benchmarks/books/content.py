"""The books of the real curriculum as HTML: what every tool gets."""

from __future__ import annotations

import multiprocessing
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.curriculum import MODULES
from curriculum_kit.audience import Audience
from curriculum_kit.edition.books import PrintBook, print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments, write_drawings
from curriculum_kit.edition.layout import template_text
from curriculum_kit.edition.runner import render
from curriculum_kit.pdf import PdfBook, static_fonts
from curriculum_kit.publish.books import pdf_book
from curriculum_kit.source.loader import load

AS_OF = date(2026, 1, 15)
SENTENCE = "Satu kalimat lagi."
_LINK = re.compile(r'href="#([^"]+)"')


@dataclass(frozen=True, slots=True)
class Book:
    """A book for a tool that knows nothing of this project: HTML whose pictures stand in the folder `gambar`.

    `edition` stands at the foot of its pages. `edited` says whether it holds the session that is edited.
    """

    name: str
    title: str
    edition: str
    html: str
    css: str
    paper: str
    fields: bool
    edited: bool


@dataclass(frozen=True, slots=True)
class Content:
    """The books for peers, and the same for this project, before and after the edit."""

    books: tuple[Book, ...]
    before: tuple[PdfBook, ...]
    after: tuple[PdfBook, ...]


def content(folder: Path, only: tuple[str, ...], cache: Path) -> Content:
    """The books of these modules and programmes (of all, when none is named). Pictures are put into `folder`.

    `cache` is where fonts are kept.
    """
    editions = list(_editions(folder))
    before = _books(editions, only)
    session = edited_session(only)
    for _, made in editions:
        made.sessions[session] += f"<p>{SENTENCE}</p>"
    after = _books(editions, only)
    faces = font_faces(cache)
    peers = [_book(book, faces, edited=book.html != again.html) for book, again in zip(before, after, strict=True)]
    return Content(tuple(peers), _linked(before, folder), _linked(after, folder))


def edited_session(only: tuple[str, ...]) -> str:
    """The session that is edited: the first of the first module named, which stands in the most books."""
    module = next((scope for scope in only if (MODULES / scope / "module.yaml").is_file()), "kwu-01")
    first = min(path.stem for path in (MODULES / module / "sessions").glob("*.md"))
    return f"{module}/{first}"


def font_faces(cache: Path) -> str:
    """The `@font-face` rules of the books with addresses of files, for renderers that do not know ours."""
    fonts = static_fonts(cache)
    rules = fonts.css
    for name, path in fonts.files.items():
        rules = rules.replace(f"ck-font:{name}", path.resolve().as_uri())
    return rules


def _editions(folder: Path) -> Iterator[tuple[EditionContext, Fragments]]:
    curriculum = load(MODULES).curriculum
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(mp_context=spawn, max_workers=1, max_tasks_per_child=1) as pool:
        for audience in Audience:
            made = pool.submit(_rendered, audience, folder / "scratch").result()
            for original, name in made.pictures.items():
                picture = folder / "gambar" / name
                picture.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(MODULES / original, picture)
            write_drawings(made, folder / "gambar")
            yield EditionContext.of(curriculum, audience, AS_OF), made


def _rendered(audience: Audience, scratch: Path) -> Fragments:
    """The work of a process of its own: docutils keeps its directives per process."""
    return render(EditionContext.of(load(MODULES).curriculum, audience, AS_OF), scratch).books


def _books(editions: list[tuple[EditionContext, Fragments]], only: tuple[str, ...]) -> list[PrintBook]:
    """The books of both audiences, those for both once."""
    found = {}
    for context, made in editions:
        for book in print_books(context, made):
            if not only or book.address.split("/")[1] in only:
                found[book.address] = book
    return list(found.values())


def _linked(books: list[PrintBook], folder: Path) -> tuple[PdfBook, ...]:
    made = (pdf_book(book, folder, folder / "linked" / _name(book)) for book in books)
    return tuple(replace(book, target=book.target.with_suffix(".pdf"), as_of=AS_OF) for book in made)


def _book(book: PrintBook, faces: str, *, edited: bool) -> Book:
    html = _LINK.sub(lambda link: f'href="{book.elsewhere.get(link[1], "#" + link[1])}"', book.html)
    return Book(
        name=_name(book),
        title=book.title,
        edition=book.edition,
        html=html,
        css=faces + "".join(template_text("books", name) for name in book.stylesheets),
        paper=book.info.paper,
        fields=book.info.medium == "form",
        edited=edited,
    )


def _name(book: PrintBook) -> str:
    return "_".join(Path(book.address).with_suffix("").parts[1:])
