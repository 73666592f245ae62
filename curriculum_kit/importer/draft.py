"""One module from one file or from the three books of a unit: which part goes where, and what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer import skeleton
from curriculum_kit.importer.builder import Maker, words_in
from curriculum_kit.importer.competence import Competence
from curriculum_kit.importer.nodes import Node
from curriculum_kit.importer.outline import Section, outline
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.plans import plan_of
from curriculum_kit.importer.questions import Questions
from curriculum_kit.importer.sessions import Session
from curriculum_kit.importer.store import Store, free, slug
from curriculum_kit.importer.story import Block, Paragraph, Story, Table, paragraphs_of
from curriculum_kit.importer.writing import body

_BOOKS = {
    "information": re.compile(r"buku\s+informasi", re.IGNORECASE),
    "work": re.compile(r"buku\s+kerja", re.IGNORECASE),
    "assessment": re.compile(r"buku\s+penilaian", re.IGNORECASE),
}
_ORDER = ("information", "", "work", "assessment")
_COVER = 25
"""How many paragraphs are looked at for the name of the book."""
_OBJECTIVE = re.compile(
    r"tujuan(?:\s+(?:sesi|pembelajaran|pelatihan|umum|khusus|belajar))*\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL
)
_TIME = re.compile(r"(?:alokasi\s+)?waktu\s*:\s*(\d{1,3})\s*(menit|jp)\b.*", re.IGNORECASE | re.DOTALL)
_ROOM = re.compile(r"(?:tata|susunan|penataan)\s+ruang(?:an)?\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_MEDIA = re.compile(r"(?:media|alat bantu|media dan alat bantu)\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_JP_MINUTES = 45
_LONGEST_BODY = 200_000
"""Bytes of a session: more is not read by the check."""


@dataclass(slots=True)
class Draft:
    """A module to be written: files by their path in the module folder."""

    id: str
    title: str
    files: dict[str, bytes]
    report: Report


@dataclass(slots=True)
class _Parts:
    """What was found in all files."""

    report: Report
    store: Store = field(default_factory=Store)
    competence: Competence = field(default_factory=Competence)
    sessions: list[Session] = field(default_factory=list)
    title: str = ""


def draft(stories: Sequence[tuple[str, Story]], module_id: str, number: int, fallback_title: str = "") -> Draft:
    """A module from files, each with its name."""
    report = Report()
    parts = _Parts(report)
    questions = Questions(report)
    books = [(book_of(name, story), name, story) for name, story in stories]
    for book, name, story in sorted(books, key=lambda each: _ORDER.index(each[0])):
        report.file = name if len(stories) > 1 else ""
        if book and len(stories) > 1:
            report.understood(0, text("dibaca sebagai {book}", book=_BOOK_NAMES[book]))
        for remark in story.remarks:
            report.add(remark.group, remark.number, remark.message, remark.words)
        _one(parts, questions, story, book if len(stories) > 1 else "")
    report.file = ""
    parts.title = parts.title or parts.competence.unit.get("title", "") or fallback_title
    return Draft(module_id, parts.title, _files(parts, questions, module_id, number), report)


_BOOK_NAMES = {"information": "Buku Informasi", "work": "Buku Kerja", "assessment": "Buku Penilaian"}


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


def _one(parts: _Parts, questions: Questions, story: Story, book: str) -> None:
    """Put the sections of one file where they belong."""
    report = parts.report
    made = outline(story, report)
    maker = Maker(story, report, parts.store)
    if made.title and not parts.title:
        parts.title = made.title
    elif made.title:
        report.keep(1, made.title)
    cover = parts.competence.take(made.cover, report)
    _keep(report, cover)
    for section in made.sections:
        blocks = parts.competence.take(section.blocks, report)
        if section.aside == "assessment" or book == "assessment":
            questions.read(section.title, section.number, blocks)
            report.leave_pictures(blocks)
        elif section.aside:
            if section.aside == "competence":
                blocks = parts.competence.take_guide(blocks, report)
            if section.aside != "contents" or blocks:
                report.understood(section.number, text("bukan sesi; teksnya disimpan dalam laporan"), section.title)
            _keep(report, blocks)
        else:
            _session(parts, maker, section, blocks, is_addition=book == "work")


def _session(parts: _Parts, maker: Maker, section: Section, blocks: list[Block], *, is_addition: bool) -> None:
    """A section becomes a session; one of the workbook joins the session with the same title."""
    report = parts.report
    same = next((each for each in parts.sessions if is_addition and _same(each.title, section.title)), None)
    session = same or Session(section.title)
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not block.level and not block.boxes and _told(session, block, report):
            continue
        if isinstance(block, Table) and (steps := plan_of(block, report)):
            session.plan += steps
            continue
        kept.append(block)
    nodes = maker.nodes(kept)
    if not session.title and not nodes:
        return
    session.nodes += nodes
    if same is not None:
        report.understood(section.number, text('digabung ke sesi "{title}"', title=same.title), section.title)
        return
    parts.sessions.append(session)
    report.understood(section.number, text("menjadi sesi {number}", number=len(parts.sessions)), section.title)


def _told(session: Session, paragraph: Paragraph, report: Report) -> bool:
    """What a line says about the session as a whole."""
    aim, time = _OBJECTIVE.fullmatch(paragraph.text), _TIME.fullmatch(paragraph.text)
    if aim and not session.objective:
        session.objective = aim[1]
        report.understood(paragraph.number, text("menjadi tujuan sesi"), paragraph.text)
        return True
    if time and not session.minutes:
        session.minutes = int(time[1]) * (_JP_MINUTES if time[2].lower() == "jp" else 1)
        report.understood(paragraph.number, text("menjadi menit rencana sesi"), paragraph.text)
        return True
    room, media = _ROOM.fullmatch(paragraph.text), _MEDIA.fullmatch(paragraph.text)
    if room and not session.room:
        session.room = room[1]
    elif media and not session.media:
        session.media = [each.strip() for each in media[1].split(";") if each.strip()]
    else:
        return False
    report.understood(paragraph.number, text("keterangan sesi untuk pelatih"), paragraph.text)
    return True


def _same(one: str, other: str) -> bool:
    return slug(one) == slug(other) and bool(slug(one))


def _keep(report: Report, blocks: Iterable[Block]) -> None:
    for block in blocks:
        report.keep(block.number, words_in([block]))
    report.leave_pictures(blocks)


def _files(parts: _Parts, questions: Questions, module_id: str, number: int) -> dict[str, bytes]:
    """All files of the module."""
    if not parts.sessions:
        parts.sessions.append(Session(""))
        parts.report.guessed(0, text("tidak ada bagian yang dapat menjadi sesi; dibuat satu sesi kosong"))
    questions.tests = questions.found()
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
    files["module.yaml"] = skeleton.module(
        parts.title, number, module_id, parts.competence, elements, ids, parts.store
    ).encode()
    files["assessment.yaml"] = skeleton.assessment(questions, elements).encode()
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
