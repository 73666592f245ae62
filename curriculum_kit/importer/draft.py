"""One module from one file or from the three books of a unit: its files, with what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curriculum_kit.diagnostics import text
from curriculum_kit.importer import assessment_file, module_file, skeleton
from curriculum_kit.importer.nodes import Node
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.sessions import Session
from curriculum_kit.importer.sorting import Parts, sort_book
from curriculum_kit.importer.store import Store, free, slug
from curriculum_kit.importer.story import Group, Remark, Story, paragraphs_of, words_of
from curriculum_kit.importer.titles import is_general
from curriculum_kit.importer.writing import body

_BOOKS = {
    "information": re.compile(r"buku\s+informasi", re.IGNORECASE),
    "work": re.compile(r"buku\s+kerja", re.IGNORECASE),
    "assessment": re.compile(r"buku\s+penilaian", re.IGNORECASE),
}
_ORDER = ("information", "", "work", "assessment")
_BOOK_NAMES = {"information": "Buku Informasi", "work": "Buku Kerja", "assessment": "Buku Penilaian"}
_COVER = 25
"""How many paragraphs are looked at for the name of the book."""
_LONGEST_BODY = 200_000
"""Bytes of a session: more is not read by the check."""


@dataclass(slots=True)
class Draft:
    """A module to be written: files by their path in the module folder."""

    id: str
    title: str
    files: dict[str, bytes]
    report: Report


def draft(stories: Sequence[tuple[str, Story]], module_id: str, number: int, fallback_title: str = "") -> Draft:
    """A module from files, each with its name."""
    parts = Parts(Report())
    report = parts.report
    books = [(book, name, part) for name, story in stories for book, part in books_in(name, story)]
    for book, name, story in sorted(books, key=lambda each: _ORDER.index(each[0])):
        report.file = name if len(stories) > 1 else ""
        if book:
            report.understood(0, text("dibaca sebagai {book}", book=_BOOK_NAMES[book]))
        for remark in story.remarks:
            report.add(remark.group, remark.number, remark.message, remark.words)
        sort_book(parts, story, book)
    report.file = ""
    named = parts.competence.unit.get("title", "")
    if named and is_general(parts.title):
        report.keep(1, parts.title)
        parts.title = named
    parts.title = parts.title or parts.competence.unit.get("title", "") or fallback_title
    return Draft(module_id, parts.title, _files(parts, module_id, number), report)


def books_in(name: str, story: Story) -> Iterator[tuple[str, Story]]:
    """The books that a file holds: one, or several that begin with their names on lines of their own."""
    starts = {
        book: at
        for at, block in reversed(list(enumerate(story.blocks)))
        for book, form in _BOOKS.items()
        if form.fullmatch(words_of(block))
    }
    if len(starts) < 2:  # noqa: PLR2004 - one book, or none that says so
        yield book_of(name, story), story
        return
    places = sorted((at, book) for book, at in starts.items())
    ends = [at for at, _ in places[1:]] + [len(story.blocks)]
    for n, ((start, book), end) in enumerate(zip(places, ends, strict=True)):
        first = n == 0
        blocks = [*(story.blocks[:start] if first else []), *story.blocks[start + 1 : end]]
        name_line = story.blocks[start]
        told = Remark(Group.UNDERSTOOD, name_line.number, text("nama buku"), words_of(name_line))
        remarks = [*(story.remarks if first else []), told]
        yield book, Story(blocks, story.pictures, remarks, story.title, story.paragraphs)


def book_of(name: str, story: Story) -> str:
    """Which of the three books a file is, by its name or its cover; empty for others."""
    head: list[str] = [name.replace("_", " ").replace("-", " ")]
    for paragraph, _ in zip(paragraphs_of(story.blocks), range(_COVER), strict=False):
        head.append(paragraph.text)
    head.append(story.title)
    for words in head:
        for book, form in _BOOKS.items():
            if form.search(words) and len(words) < 2 * _COVER + len(name):
                return book
    return ""


def _files(parts: Parts, module_id: str, number: int) -> dict[str, bytes]:
    """All files of the module."""
    if not parts.sessions:
        parts.sessions.append(Session(""))
        parts.report.guessed(0, text("tidak ada bagian yang dapat menjadi sesi; dibuat satu sesi kosong"))
    tests = parts.questions.found()
    elements = skeleton.completed(parts.competence.elements)
    names: set[str] = set()
    plans = skeleton.shared_out(elements, len(parts.sessions))
    files: dict[str, bytes] = {}
    ids: list[str] = []
    practised: set[str] = set()
    for at, session in enumerate(parts.sessions):
        for part, nodes in enumerate(_in_parts(session.nodes, parts.store), 1):
            title = session.title if part == 1 else f"{session.title} (bagian {part})".strip()
            session_id = free(f"{len(ids) + 1:02}-{slug(title, 40) or 'sesi'}", names)
            ids.append(session_id)
            head = skeleton.front_matter(session if part == 1 else Session(title), title, elements, plans[at])
            missing = [iuk for iuk in skeleton.iuk_of(elements, plans[at]) if iuk not in practised]
            practised.update(missing)
            written = f"---\n{head}---\n\n{nodes}{skeleton.practice(missing, parts.store)}"
            files[f"sessions/{session_id}.md"] = written.encode()
    files["module.yaml"] = module_file.module(
        parts.title, number, module_id, parts.competence, elements, ids, parts.store, parts.shelf
    ).encode()
    files["assessment.yaml"] = assessment_file.assessment(tests, elements).encode()
    for sheet_id, sheet in parts.store.sheets.items():
        files[f"worksheets/{sheet_id}.yaml"] = skeleton.sheet(sheet).encode()
    for name, data in parts.store.media.items():
        files[f"media/{name}"] = data
    return dict(sorted(files.items()))


def _in_parts(nodes: list[Node], store: Store) -> list[str]:
    """The text of a session, in several parts where it is longer than a file may be."""
    before = set(store.names)
    whole = body(nodes, store)
    if len(whole.encode()) <= _LONGEST_BODY or len(nodes) < 2:  # noqa: PLR2004 - one node cannot be parted
        return [whole]
    store.names.clear()
    store.names.update(before)
    half = len(nodes) // 2
    return [*_in_parts(nodes[:half], store), *_in_parts(nodes[half:], store)]
