"""Which parts of a Word file become sessions: by headings; where there are none, by lines that look like headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.guarded import is_key_title, is_marks_title
from curriculum_kit.importer.labels import heading_label, tells_key
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Paragraph, Piece, Story
from curriculum_kit.importer.styles import TITLE
from curriculum_kit.importer.titles import (
    capitals_in,
    cover_title,
    guess_headings,
    headings,
    merged_chapters,
    speak,
    spoken,
    without_contents,
)
from curriculum_kit.importer.typed import bare_words, chapter_of, name_of
from curriculum_kit.source.lookalikes import as_seen

_LEAST = 2

ASIDE = {
    "contents": re.compile(r"daftar (?:isi|gambar|tabel|lampiran)"),
    "references": re.compile(
        r"(?:daftar )?(?:referensi|rujukan|pustaka|kepustakaan|bacaan)|bibliografi|daftar rujukan.*|sumber-sumber.*"
        r"|daftar sumber.*|sumber (?:pustaka|bacaan|rujukan)|buku (?:referensi|rujukan|sumber)|referensi lain(?:nya)?"
    ),
    "supplies": re.compile(
        r"(?:daftar )?(?:alat|bahan|peralatan|perlengkapan|mesin)(?:(?: dan | ?/ ?| serta |, )(?:alat|bahan|mesin"
        r"|peralatan|perlengkapan|material))*(?: (?:yang (?:digunakan|diperlukan|dibutuhkan)|praktik))?"
    ),
    "writers": re.compile(r"(?:daftar |tim )?(?:penyusun|penulis)(?: modul)?"),
    "front": re.compile(
        r"kata pengantar|prakata|glosari(?:um)?|biodata.*|daftar (?:istilah|ikon|simbol|lambang|singkatan)|identitas.*"
        r"|ucapan terima kasih"
    ),
    "competence": re.compile(r".*(?:standar kompetensi|skkni|silabus|peta (?:paket|kompetensi)|kurikulum).*"),
    "assessment": re.compile(
        r"(?:(?:konsep|pelaksanaan|lembar|materi|perangkat|alat|instrumen) )?(?:penilaian|evaluasi|tes|soal|uji|kuis"
        r"|pre-?\s?test|post-?\s?test|ujian|asesmen|instrumen|bank soal)\b.*"
    ),
}
"""Parts that are no sessions, by their title."""
_KEPT_ASIDE = frozenset({"contents", "references", "writers", "front", "competence"})
_PART = re.compile(
    r"(?:tujuan|alat|bahan|keselamatan|kesehatan dan keselamatan|k3|langkah|prosedur|cara kerja|dasar teori|teori|waktu"
    r"|uraian materi|petunjuk|gambar kerja|tugas|pertanyaan|hasil|kesimpulan|catatan|kriteria)\b.*",
)
"""Parts of one lesson."""
_MANY_PARTS = 3


@dataclass(slots=True)
class Section:
    """A part of the file under a heading. `aside` names what it is when it is no session; `chapter` is its number."""

    number: int
    title: str
    level: int
    blocks: list[Block] = field(default_factory=list)
    aside: str = ""
    chapter: int = 0


@dataclass(slots=True)
class Outline:
    """The title of the file and its sections. `cover` stands before all of them."""

    title: str = ""
    cover: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def outline(story: Story, report: Report) -> Outline:
    """The sections of a file."""
    blocks = without_contents(story.blocks, report)
    if not any(headings(blocks)):
        guess_headings(blocks, report)
    blocks = merged_chapters(blocks)
    capitals = capitals_in(blocks)
    for heading in headings(blocks):
        speak(heading, capitals)
    made = Outline()
    blocks = _without_title(made, blocks, report)
    level, title = _session_level(blocks)
    if title is not None:
        blocks.remove(title)
        made.cover += _pictures_of(title)
        if made.title:
            report.keep(title.number, title.text)
        else:
            made.title = bare_title(title, report)
    intro = _into_sections(made, blocks, level, title.number if title is not None else 0, report)
    if not made.title and made.sections and (named := cover_title(made.cover, report)):
        made.cover.remove(named)
        made.cover[:0] = _pictures_of(named)
        made.title = named.text
    _join_parts(made, report)
    _place_intro(made, intro, level, report)
    made.title = spoken(as_seen(made.title or story.title), capitals)
    return made


def _without_title(made: Outline, blocks: list[Block], report: Report) -> list[Block]:
    """The blocks without those in the style of titles."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.style == TITLE and block.text and not tells_key([block]):
            made.title = f"{made.title} {block.text}".strip()
            made.cover += _pictures_of(block)
            report.understood(block.number, text("judul modul"), block.text)
        else:
            kept.append(block)
    return kept


def _into_sections(made: Outline, blocks: list[Block], level: int, title: int, report: Report) -> list[Block]:
    """Part the blocks at headings. Returns what stands below the title, at paragraph `title`, before all sections."""
    at: Section | None = None
    intro: list[Block] = []
    for block in blocks:
        if _begins_section(block, level):
            words = bare_title(block, report)
            chapter = chapter_of(block.text)
            at = Section(block.number, words, block.level, list(_pictures_of(block)), aside_of(words), chapter)
            made.sections.append(at)
        elif at is not None:
            at.blocks.append(block)
        elif title and block_number(block) > title:
            intro.append(block)
        else:
            made.cover.append(block)
    return intro


def _begins_section(block: Block, level: int) -> TypeGuard[Paragraph]:
    """Whether a heading begins a section; "Latihan 1" and "Rangkuman" belong to the one before."""
    if not isinstance(block, Paragraph) or not block.level or block.level > level or not block.text:
        return False
    return bool(aside_of(block.text)) or heading_label(block.text) is None


def _join_parts(made: Outline, report: Report) -> None:
    """A sheet whose sections are the parts of one lesson (aim, steps, questions) is one session."""
    sessions = [section for section in made.sections if not section.aside]
    parts = [section for section in sessions if _PART.fullmatch(name_of(section.title).lower())]
    if len(parts) < _MANY_PARTS or len(parts) * 2 < len(sessions):
        return
    first = made.sections[0]
    joined = Section(first.number, made.title, first.level)
    for section in made.sections:
        if section.aside in _KEPT_ASIDE:
            continue
        if section.title:
            joined.blocks.append(Paragraph(section.number, [Piece(section.title)], level=section.level + 1))
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.level:
                block.level += 1
        joined.blocks += section.blocks
    made.sections = [joined, *(section for section in made.sections if section.aside in _KEPT_ASIDE)]
    report.guessed(first.number, text("bagian-bagian satu lembar kerja dibaca sebagai satu sesi"))


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
    words = name_of(title.strip()).lower()
    found = next((name for name, form in ASIDE.items() if form.fullmatch(words)), "")
    return found or ("assessment" if is_key_title(words) or is_marks_title(words) else "")


def bare_title(paragraph: Paragraph, report: Report) -> str:
    """A heading without the number that was typed before it; the kit numbers by itself."""
    words = paragraph.text
    bare = bare_words(words)
    if bare != words:
        report.understood(
            paragraph.number, text('nomor dihapus dari judul "{title}"', title=bare), words[: len(words) - len(bare)]
        )
    return bare


def block_number(block: Block) -> int:
    """The paragraph at which a block begins."""
    return block.number


def _pictures_of(heading: Paragraph) -> Iterator[Block]:
    """Pictures and boxes that hang at a heading."""
    pictures = [piece for piece in heading.pieces if piece.picture >= 0]
    if pictures or heading.boxes:
        yield Paragraph(heading.number, pictures, boxes=heading.boxes)


def _session_level(blocks: list[Block]) -> tuple[int, Paragraph | None]:
    """The level of the headings that begin sessions, and the only one above them: the title of the module."""
    counts = Counter(heading.level for heading in headings(blocks))
    if not counts:
        return 1, None
    top = min(counts)
    only = next(heading for heading in headings(blocks) if heading.level == top)
    if counts[top] >= _LEAST or len(counts) == 1 or heading_label(only.text):
        return top, None
    following = min(level for level in counts if level > top)
    return following, only
