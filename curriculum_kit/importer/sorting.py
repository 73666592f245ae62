"""Where the sections of a file go: to sessions, to the tests, to the lists of module.yaml, or to the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.builder import Maker, words_in
from curriculum_kit.importer.competence import Competence
from curriculum_kit.importer.guarded import is_checklist, is_key_title, is_marks_title, is_rubric
from curriculum_kit.importer.labels import tells_key
from curriculum_kit.importer.nodes import Teaching
from curriculum_kit.importer.outline import Section, aside_of, bare_title, outline
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.plans import plan_of
from curriculum_kit.importer.questions import Questions
from curriculum_kit.importer.sessions import Session
from curriculum_kit.importer.store import Store, slug
from curriculum_kit.importer.story import Block, Box, Paragraph, Story, Table, paragraphs_of, words_of
from curriculum_kit.importer.supplies import Shelf
from curriculum_kit.importer.teaching import hanging
from curriculum_kit.importer.typed import LETTER, name_of
from curriculum_kit.importer.unfolding import unfolded

_LISTED = frozenset({"references", "supplies", "writers"})
_AIM = re.compile(r"tujuan(?: \w+){0,2}", re.IGNORECASE)
_LONG = 80
_LEAST_OPTIONS = 3


@dataclass(slots=True)
class Parts:
    """What was found in all files."""

    report: Report
    store: Store = field(default_factory=Store)
    competence: Competence = field(default_factory=Competence)
    shelf: Shelf = field(default_factory=Shelf)
    sessions: list[Session] = field(default_factory=list)
    questions: Questions = field(init=False)
    title: str = ""

    def __post_init__(self) -> None:
        self.questions = Questions(self.report)


def sort_book(parts: Parts, story: Story, book: str) -> None:
    """Put the sections of one file where they belong; `book` is one of the three, or empty."""
    report = parts.report
    story.blocks = unfolded(story.blocks, report)
    made = outline(story, report)
    maker = Maker(story, report, parts.store)
    if made.title and not parts.title:
        parts.title = made.title
    elif made.title:
        report.keep(1, made.title)
    _keep(report, parts.competence.take(made.cover, report, is_cover=True))
    for section in made.sections:
        blocks = parts.competence.take(section.blocks, report)
        if parts.sessions and is_key_title(section.title) and not any(test.questions for test in parts.questions.tests):
            note = Teaching("trainer-note", "Kunci jawaban", maker.nodes(blocks, inside="trainer-note"))
            parts.sessions[-1].nodes.append(note)
            report.guessed(
                section.number, text("kunci tanpa soal yang dikenal ditaruh dalam catatan pelatih"), section.title
            )
        elif section.aside == "assessment" or book == "assessment":
            parts.questions.read(section.title, section.number, blocks, section.chapter)
            report.leave_pictures(blocks)
        elif section.aside in _LISTED and not _teaches(section):
            report.understood(section.number, text("bukan sesi; isinya masuk ke module.yaml"), section.title)
            _keep(report, parts.shelf.take(section.aside, section.title, blocks, report))
        elif section.aside and section.aside not in _LISTED:
            if section.aside == "competence":
                blocks = parts.competence.take_guide(blocks, report)
            if section.aside != "contents" or blocks:
                report.understood(section.number, text("bukan sesi; teksnya disimpan dalam laporan"), section.title)
            _keep(report, blocks)
        else:
            _session(parts, maker, section, blocks, is_addition=book == "work")


def _teaches(section: Section) -> bool:
    """Whether a chapter *Peralatan* is about them, and no list."""
    if section.aside != "supplies" or section.title.lower().startswith("daftar"):
        return False
    return any(isinstance(block, Paragraph) and len(block.text) > _LONG for block in section.blocks)


def _session(parts: Parts, maker: Maker, section: Section, blocks: list[Block], *, is_addition: bool) -> None:
    """A section becomes a session; one of the workbook joins the session with the same title."""
    report = parts.report
    same = next((each for each in parts.sessions if is_addition and _same(each.title, section.title)), None)
    session = same or Session(section.title)
    chapter = section.chapter or len(parts.sessions) + 1
    nodes = maker.nodes(_Sieve(parts, session, chapter, section.title).sifted(blocks))
    if not nodes and not (session.title and (same or not blocks or session.plan or session.objective)):
        report.understood(section.number, text("bukan sesi; isinya dipindahkan seluruhnya"), section.title)
        return
    session.nodes += nodes
    if same is not None:
        report.understood(section.number, text('digabung ke sesi "{title}"', title=same.title), section.title)
        return
    parts.sessions.append(session)
    report.understood(section.number, text("menjadi sesi {number}", number=len(parts.sessions)), section.title)


@dataclass(slots=True)
class _Sieve:
    """Takes from the blocks of a session what does not belong in its text."""

    parts: Parts
    session: Session
    chapter: int
    title: str
    _has_test: bool = False

    def sifted(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks that make the text."""
        kept: list[Block] = []
        at = 0
        while at < len(blocks):
            block = blocks[at]
            if isinstance(block, Paragraph) and block.level:
                end = _end_of(blocks, at)
                if self._is_taken(block, blocks[at + 1 : end], kept):
                    at = end
                    continue
                self.title, self._has_test = block.text, False
                kept.append(block)
            elif not self._is_told(block, blocks[at - 1] if at else None):
                kept.append(block)
            at += 1
        return kept

    def _is_taken(self, heading: Paragraph, inner: Sequence[Block], kept: list[Block]) -> bool:
        """Whether what stands under a heading goes elsewhere, as a whole."""
        report, words = self.parts.report, heading.text
        kind = aside_of(words)
        if (
            is_marks_title(words)
            or (kind == "assessment" and _tests(inner))
            or (self._has_test and is_key_title(words))
        ):
            self._has_test = True
            report.guessed(
                heading.number,
                text("bagian penilaian di dalam sesi dipindahkan ke assessment.yaml, yang hanya untuk pelatih"),
                words,
            )
            title = bare_title(heading, report)
            use = "" if is_marks_title(words) else "formative"
            self.parts.questions.read(title, heading.number, [*hanging(heading), *inner], self.chapter, use=use)
            report.leave_pictures([heading, *inner])
            return True
        if kind in {"references", "writers"} and inner and not hanging(heading):
            report.understood(heading.number, text("bukan sesi; isinya masuk ke module.yaml"), words)
            kept += self.parts.shelf.take(kind, words, inner, report)
            return True
        if _AIM.fullmatch(name_of(words)) and not self.session.objective and not hanging(heading):
            return self._is_aim(heading, inner)
        return False

    def _is_aim(self, heading: Paragraph, inner: Sequence[Block]) -> bool:
        only = inner[0] if len(inner) == 1 else None
        if not isinstance(only, Paragraph) or only.marker or only.boxes or only.level or not only.text:
            return False
        self.session.objective = only.text
        self.parts.report.understood(heading.number, text("menjadi tujuan sesi"), heading.text)
        return True

    def _is_told(self, block: Block, above: Block | None) -> bool:
        """Whether a line or table says something of the session, or is for trainers."""
        report = self.parts.report
        if isinstance(block, Paragraph):
            return not block.boxes and self.session.is_told(block, report)
        if isinstance(block, Box):
            return False
        if steps := plan_of(block, report):
            self.session.plan += steps
            return True
        if is_checklist(block, self.title) or is_rubric(block):
            report.guessed(
                block.number,
                text("lembar penilaian di dalam sesi dipindahkan ke assessment.yaml, yang hanya untuk pelatih"),
            )
            self.parts.questions.read(name_of(self.title), block.number, [block], self.chapter)
            report.leave_pictures([block])
            return True
        titles = [self.title, words_of(above).strip(" :") if isinstance(above, Paragraph) else ""]
        title = next((each for each in reversed(titles) if aside_of(each) == "supplies"), "")
        if title and not tells_key(paragraphs_of([block])):
            self.parts.shelf.take_table(block, title, report)
        return False


def _end_of(blocks: Sequence[Block], start: int) -> int:
    """Where what stands under a heading ends."""
    heading = blocks[start]
    level = heading.level if isinstance(heading, Paragraph) else 0
    for at in range(start + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, Paragraph) and 0 < block.level <= level:
            return at
    return len(blocks)


def _tests(blocks: Sequence[Block]) -> bool:
    """Whether blocks hold questions with options, or papers for marks."""
    options = [
        block
        for block in blocks
        if isinstance(block, Paragraph) and (LETTER.match(block.text) or block.marker == "letter")
    ]
    if len(options) >= _LEAST_OPTIONS:
        return True
    return any(isinstance(block, Table) and (is_checklist(block) or is_rubric(block)) for block in blocks)


def _same(one: str, other: str) -> bool:
    return slug(one) == slug(other) and bool(slug(one))


def _keep(report: Report, blocks: Iterable[Block]) -> None:
    for block in blocks:
        report.keep(block.number, words_in([block]))
    report.leave_pictures(blocks)
