"""Which parts of a Word file become sessions: by headings; where there are none, by lines that look like headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.labels import heading_label, line_label
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Paragraph, Story, words_of
from curriculum_kit.importer.styles import TITLE
from curriculum_kit.source.lookalikes import as_seen

_CHAPTER = re.compile(r"(?:bab|bagian|modul|sesi|unit)\s+(?:[ivxlc]+|\d+)\b\s*[.:–-]?\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)]|[IVX]+[.)])\s+")
_SENTENCE_END = (".", ",", ";", "?", "!")
LONGEST_HEADING = 100
_LEAST = 2

ASIDE = {
    "contents": re.compile(r"daftar (?:isi|gambar|tabel|lampiran)"),
    "front": re.compile(
        r"kata pengantar|prakata|referensi|rujukan|pustaka|kepustakaan|glosari(?:um)?|biodata.*|sumber-sumber.*"
        r"|daftar (?:penyusun|pustaka|rujukan.*|referensi|alat.*|bahan.*|istilah|kepustakaan|sumber.*)"
        r"|bibliografi|identitas.*|tim penyusun|ucapan terima kasih"
    ),
    "competence": re.compile(r".*(?:standar kompetensi|skkni|silabus|peta (?:paket|kompetensi)|kurikulum).*"),
    "assessment": re.compile(
        r"(?:penilaian|evaluasi|tes|soal|uji|kuis|pre-?\s?test|post-?\s?test|ujian|asesmen|instrumen|bank soal"
        r"|kunci)\b.*"
    ),
}
"""Parts that are no sessions, by their title."""


@dataclass(slots=True)
class Section:
    """A part of the file under a heading. `aside` names what it is when it is no session."""

    number: int
    title: str
    level: int
    blocks: list[Block] = field(default_factory=list)
    aside: str = ""


@dataclass(slots=True)
class Outline:
    """The title of the file and its sections. `cover` stands before all of them."""

    title: str = ""
    cover: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def outline(story: Story, report: Report) -> Outline:
    """The sections of a file."""
    blocks = list(story.blocks)
    if not any(_headings(blocks)):
        _guess_headings(blocks, report)
    blocks = _merged_chapters(blocks)
    made = Outline()
    for block in list(blocks):
        if isinstance(block, Paragraph) and block.style == TITLE and block.text:
            made.title = f"{made.title} {block.text}".strip()
            blocks.remove(block)
            made.cover += _pictures_of(block)
            report.understood(block.number, text("judul modul"), block.text)
    level, title = _session_level(blocks)
    if title is not None:
        blocks.remove(title)
        made.cover += _pictures_of(title)
        if made.title:
            report.keep(title.number, title.text)
        else:
            made.title = bare_title(title, report)
    at: Section | None = None
    intro: list[Block] = []
    for block in blocks:
        if _begins_section(block, level):
            words = bare_title(block, report)
            at = Section(block.number, words, block.level, list(_pictures_of(block)), aside_of(words))
            made.sections.append(at)
        elif at is not None:
            at.blocks.append(block)
        elif title is not None and block_number(block) > title.number:
            intro.append(block)
        else:
            made.cover.append(block)
    _place_intro(made, intro, level, report)
    made.title = as_seen(made.title or story.title)
    return made


def _begins_section(block: Block, level: int) -> TypeGuard[Paragraph]:
    """Whether a heading begins a section; "Latihan 1" and "Rangkuman" belong to the one before."""
    if not isinstance(block, Paragraph) or not block.level or block.level > level or not block.text:
        return False
    return bool(aside_of(block.text)) or heading_label(block.text) is None


def _place_intro(made: Outline, intro: list[Block], level: int, report: Report) -> None:
    """Text under the only heading of the first level opens the first session; without headings it is the session."""
    if any(isinstance(block, Paragraph) and block.level and heading_label(block.text) for block in intro):
        made.sections.insert(0, Section(block_number(intro[0]), made.title, level, list(intro)))
        return
    sessions = [section for section in made.sections if not section.aside]
    if not sessions and not any(section.aside == "assessment" for section in made.sections):
        blocks, made.cover = [*made.cover, *intro], []
        number = block_number(blocks[0]) if blocks else 1
        made.sections.insert(0, Section(number, "", level, blocks))
    elif intro and sessions:
        sessions[0].blocks[:0] = intro
        report.guessed(
            block_number(intro[0]),
            text('teks sebelum judul pertama ditaruh di awal sesi "{title}"', title=sessions[0].title),
        )
    elif intro:
        made.cover += intro


def aside_of(title: str) -> str:
    """What a section is by its title, when it is no session."""
    words = title.strip().lower()
    return next((name for name, form in ASIDE.items() if form.fullmatch(words)), "")


def bare_title(paragraph: Paragraph, report: Report) -> str:
    """A heading without the number that was typed before it; the kit numbers by itself."""
    words = paragraph.text
    bare = words
    for form in (_CHAPTER, _NUMBERED):
        match = form.match(bare)
        if match and bare[match.end() :].strip():
            bare = bare[match.end() :].strip()
    if bare != words:
        report.understood(
            paragraph.number, text('nomor dihapus dari judul "{title}"', title=bare), words[: len(words) - len(bare)]
        )
    return bare


def block_number(block: Block) -> int:
    """The paragraph at which a block begins."""
    return block.number


def _headings(blocks: list[Block]) -> Iterator[Paragraph]:
    yield from (block for block in blocks if isinstance(block, Paragraph) and block.level and block.text)


def _pictures_of(heading: Paragraph) -> Iterator[Block]:
    """Pictures and boxes that hang at a heading."""
    pictures = [piece for piece in heading.pieces if piece.picture >= 0]
    if pictures or heading.boxes:
        yield Paragraph(heading.number, pictures, boxes=heading.boxes)


def _session_level(blocks: list[Block]) -> tuple[int, Paragraph | None]:
    """The level of the headings that begin sessions, and the only one above them: the title of the module."""
    counts = Counter(heading.level for heading in _headings(blocks))
    if not counts:
        return 1, None
    top = min(counts)
    if counts[top] >= _LEAST or len(counts) == 1:
        return top, None
    only = next(heading for heading in _headings(blocks) if heading.level == top)
    following = min(level for level in counts if level > top)
    return following, only


def _merged_chapters(blocks: list[Block]) -> list[Block]:
    """`BAB I` and the heading below it are one heading."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if (
            isinstance(block, Paragraph)
            and isinstance(last, Paragraph)
            and block.level
            and last.level
            and last.text
            and _CHAPTER.fullmatch(last.text + " ")
            and not _CHAPTER.match(block.text)
        ):
            block.level = last.level
            block.boxes = [*last.boxes, *block.boxes]
            block.pieces = [*last.pieces, type(last.pieces[0])(" "), *block.pieces]
            made[-1] = block
        else:
            made.append(block)
    return made


def _guess_headings(blocks: list[Block], report: Report) -> None:
    """Short bold lines and lines such as `BAB I` become headings, larger letters those of the first level."""
    chapters, lines = [], []
    for block in blocks:
        if not isinstance(block, Paragraph) or block.marker or block.style:
            continue
        words = block.text
        if not words or len(words) > LONGEST_HEADING or words.endswith(_SENTENCE_END):
            continue
        if _CHAPTER.match(words) and len(words.split()) <= 12:  # noqa: PLR2004 - a heading is no sentence
            chapters.append(block)
        elif block.is_bold and not words.endswith(":") and line_label(words, is_bold=True) is None:
            lines.append(block)
    largest = max((line.size for line in lines), default=0)
    sizes = {line.size for line in lines}
    for line in chapters:
        line.level = 1
    for line in lines:
        line.level = 1 if not chapters and (len(sizes) == 1 or line.size == largest) else 2
    if chapters:
        _join_names(blocks, chapters)
    for block in _headings(blocks):
        report.guessed(
            block.number, text("tidak memakai gaya judul; dibaca sebagai judul tingkat {level}", level=block.level),
            block.text,
        )  # fmt: skip


def _join_names(blocks: list[Block], chapters: list[Paragraph]) -> None:
    """The bold line right below a lone `BAB I` names the chapter."""
    for chapter in chapters:
        if not _CHAPTER.fullmatch(chapter.text + " "):
            continue
        at = blocks.index(chapter)
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(following, Paragraph) and (following.level or _is_short(following)):
            following.level = 1


def _is_short(paragraph: Paragraph) -> bool:
    words = words_of(paragraph)
    return bool(words) and len(words) <= LONGEST_HEADING and not words.endswith(_SENTENCE_END)
