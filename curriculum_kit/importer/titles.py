"""Titles in files without heading styles: `BAB I`, bold lines, what stands on the cover; and contents typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.guarded import is_key_title
from curriculum_kit.importer.labels import line_label, tells_key
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Paragraph, Piece, paragraphs_of, words_of
from curriculum_kit.importer.typed import CHAPTER, bare_words, name_of

LONGEST_HEADING = 100
_LONGEST_CHAPTER = 12
_SENTENCE_END = (".", ",", ";", "?", "!")
_PAGE = re.compile(r"[\divxlc]{1,6}$", re.IGNORECASE)
_DOTS = " .…_"
_LONGEST_PAGE, _LEAST_DOTS = 6, 4
_MANY_LEADERS = 3
"""A single line with dots before a number may be a place to write."""
_PAGED = re.compile(r"\S.*\s[\divxlc]{1,4}", re.IGNORECASE | re.DOTALL)
CONTENTS_TITLE = re.compile(r"daftar (?:isi|gambar|tabel|lampiran)", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"kata pengantar|prakata|daftar (?:isi|gambar|tabel|lampiran|pustaka|referensi|penyusun|alat|peralatan|bahan)\b.*"
    r"|daftar istilah|glosari(?:um)?|lampiran.*|biodata.*|tim penyusun",
    re.IGNORECASE,
)
"""Titles that stand beside chapters, never in one."""
_NO_TITLE = re.compile(
    r"(?:buku|modul|materi|program|kurikulum|silabus|judul|kode|unit|sub|bidang|sektor|versi|edisi|tahun|disusun|oleh|untuk"
    r"|kementerian|direktorat|dinas|balai|pelatihan|jalan|telp|nama|kelas)\b.*|[^A-Za-z]*|.*[\d@].*",
    re.IGNORECASE,
)
"""What stands on a cover beside the title."""
_NAMED = re.compile(
    r"(?:modul|materi pelatihan|bahan ajar|buku ajar)\s+(?!pelatihan|berbasis|\d|[ivx]+\b)\S.*", re.IGNORECASE
)
_CAPITALS = re.compile(r"\b[^\W\d_]{2,}\b")


def without_contents(blocks: Sequence[Block], report: Report) -> list[Block]:
    """The blocks without the lines of a table of contents: those with dots before a page, and those below its title."""
    kept: list[Block] = []
    is_inside = False
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    is_led = sum(_has_leaders(block.text) for block in paragraphs) >= _MANY_LEADERS
    for block in blocks:
        words = block.text if isinstance(block, Paragraph) and not block.boxes else ""
        if is_inside and not (words and _PAGED.fullmatch(words) and not CHAPTER.fullmatch(words + " ")):
            is_inside = False
        if words and CONTENTS_TITLE.fullmatch(words.strip(" :")):
            is_inside = True
        elif words and (is_inside or (is_led and _has_leaders(words))):
            report.dropped(block.number, text("daftar isi tidak dipindahkan: situs dan buku membuatnya sendiri"), words)
            continue
        kept.append(block)
    return kept


def _has_leaders(words: str) -> bool:
    """Whether dots lead to the number of a page: "Pendahuluan ...... 4"."""
    page = _PAGE.search(words[-_LONGEST_PAGE:])
    head = words[: len(words) - len(page[0])] if page else ""
    dots = head[len(head.rstrip(_DOTS)) :].replace(" ", "").replace("…", "...")
    return len(dots) >= _LEAST_DOTS and len(dots) < len(head)


def headings(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The headings among blocks."""
    yield from (block for block in blocks if isinstance(block, Paragraph) and block.level and block.text)


def guess_headings(blocks: Sequence[Block], report: Report) -> None:
    """Short bold lines and lines such as `BAB I` become headings, larger letters those of the first level."""
    chapters, lines = [], []
    for block in blocks:
        if isinstance(block, Paragraph) and _could_be_title(block):
            if CHAPTER.match(block.text) and len(block.text.split()) <= _LONGEST_CHAPTER:
                chapters.append(block)
            elif block.is_bold and _is_free(block.text):
                lines.append(block)
    outside = [line for line in lines if _OUTSIDE.fullmatch(name_of(line.text)) or _OUTSIDE.fullmatch(line.text)]
    first = min((each.number for each in (*chapters, *outside)), default=0)
    lines = [line for line in lines if line.number >= first]  # what stands before is the cover
    _set_levels(chapters, lines, outside)
    if chapters:
        _join_names(blocks, chapters)
    for block in headings(blocks):
        report.guessed(
            block.number, text("tidak memakai gaya judul; dibaca sebagai judul tingkat {level}", level=block.level),
            block.text,
        )  # fmt: skip


def _set_levels(chapters: Sequence[Paragraph], lines: Sequence[Paragraph], outside: Sequence[Paragraph]) -> None:
    sizes = {line.size for line in lines}
    top = max((chapter.size for chapter in chapters), default=0) or max(sizes, default=0)
    smaller = any(line.size < top for line in lines)
    for line in chapters:
        line.level = 1
    for line in lines:
        is_top = smaller and line.size >= top
        line.level = 1 if line in outside or is_top or (not chapters and len(sizes) == 1) else 2


def _could_be_title(block: Paragraph) -> bool:
    words = block.text
    if block.marker or block.style or not words or len(words) > LONGEST_HEADING:
        return False
    return not words.endswith(_SENTENCE_END)


def _is_free(words: str) -> bool:
    """Whether a bold line opens no block of its own."""
    if words.endswith(":"):
        return False
    return line_label(words, is_bold=True) is None or (words.isupper() and is_key_title(words))


def _join_names(blocks: Sequence[Block], chapters: Sequence[Paragraph]) -> None:
    """The bold line right below a lone `BAB I` names the chapter."""
    for chapter in chapters:
        if not CHAPTER.fullmatch(chapter.text + " "):
            continue
        at = next(n for n, block in enumerate(blocks) if block is chapter)
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(following, Paragraph) and (following.level or _is_short(following)):
            following.level = 1


def _is_short(paragraph: Paragraph) -> bool:
    words = words_of(paragraph)
    return bool(words) and len(words) <= LONGEST_HEADING and not words.endswith(_SENTENCE_END)


def merged_chapters(blocks: Sequence[Block]) -> list[Block]:
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
            and CHAPTER.fullmatch(last.text + " ")
            and not CHAPTER.match(block.text)
        ):
            block.level = last.level
            block.boxes = [*last.boxes, *block.boxes]
            block.pieces = [*last.pieces, Piece(" "), *block.pieces]
            made[-1] = block
        else:
            made.append(block)
    return made


def cover_title(blocks: Sequence[Block], report: Report) -> Paragraph | None:
    """The line of a cover that names what is taught: the largest of those that say nothing else."""
    lines = [
        block
        for block in blocks
        if isinstance(block, Paragraph)
        and block.is_bold
        and _is_short(block)
        and not _NO_TITLE.fullmatch(block.text)
        and not tells_key([block])
    ]
    largest = max((line.size for line in lines), default=0)
    found = next((line for line in lines if line.size == largest), None)
    found = found or next(
        (block for block in blocks if isinstance(block, Paragraph) and _NAMED.fullmatch(block.text)), None
    )
    if found is not None:
        report.guessed(found.number, text("baris sampul dibaca sebagai judul modul"), found.text)
    return found


def is_general(title: str) -> bool:
    """Whether a title names a kind of paper, and not what it teaches."""
    return _NO_TITLE.fullmatch(title) is not None and _NAMED.fullmatch(title) is None


def capitals_in(blocks: Sequence[Block]) -> frozenset[str]:
    """Words that stand in capitals within ordinary text: abbreviations."""
    found: set[str] = set()
    for paragraph in paragraphs_of(blocks):
        words = _CAPITALS.findall(paragraph.text)
        loud = {word for word in words if word.isupper()}
        if len(loud) * 2 < len(words):
            found |= loud
    return frozenset(found)


def spoken(title: str, capitals: frozenset[str]) -> str:
    """A title in capitals as it is written in a sentence; abbreviations stay."""
    if not title.isupper() or len(_CAPITALS.findall(title)) < 2:  # noqa: PLR2004 - one word may be an abbreviation
        return title
    said = _CAPITALS.sub(lambda match: match[0] if match[0] in capitals else match[0].lower(), title)
    return said[:1].upper() + said[1:]


def speak(heading: Paragraph, capitals: frozenset[str]) -> None:
    """Write a heading in capitals as in a sentence; its chapter and number stay as they are."""
    words = heading.text
    bare = bare_words(words)
    said = spoken(bare, capitals)
    if said != bare:
        pictures = [piece for piece in heading.pieces if piece.picture >= 0]
        heading.pieces = [Piece(words[: len(words) - len(bare)] + said), *pictures]
