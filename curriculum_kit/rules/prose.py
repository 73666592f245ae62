"""What people read, piece by piece: paragraphs, list items, table cells, headings, titles and fields of records.

The text of a piece has the length of what the author wrote, so that every letter knows its place. Markup is masked:
`GONE` stands where signs of Markdown stood, `THING` where something stands whose letters are not the author's own
words (a role, an address, a word in italics, which is how foreign words are written).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal, TypeVar

from curriculum_kit.diagnostics import Span
from curriculum_kit.rules.prose_marks import GONE, THING, masked
from curriculum_kit.rules.prose_sessions import session_pieces
from curriculum_kit.rules.reading import is_misread, is_shown
from curriculum_kit.source.curriculum import Curriculum, LoadedSession, Loc, Source
from curriculum_kit.source.model_shape import marked
from curriculum_kit.source.schema.base import Record, TextMark
from curriculum_kit.source.text_places import TextPlaces, one_line_end

__all__ = ["GONE", "THING", "FileText", "Piece", "file_texts"]

R = TypeVar("R", bound=Record)
Kind = Literal["paragraph", "item", "cell", "heading", "title", "option", "field"]

NOT_PROSE = frozenset({
    "acuan", "authors", "house_words", "legal_basis", "media_files", "non_standard", "references", "regulations",
    "search_synonyms", "severity",
})  # fmt: skip
"""Keys below which stand names, titles of others and lists for programs. Nobody reads them as sentences."""
NAMES = frozenset({"abbreviation", "code", "key", "licence", "publisher", "unit"})
"""The same for single values."""
MAX_LETTERS = 8_000
"""A longer piece is no text for people; looking at it would only cost time."""
OFFICIAL_SOURCES = frozenset({"skkni", "skkk", "internasional"})
OFFICIAL_KEYS = frozenset({"title", "kuk", "elements", "variables", "assessment_guide"})

_WORD = re.compile(r"[a-z]+")
_QUOTED = re.compile(r'“[^”]*”|"[^"]*"')


@dataclass(frozen=True)
class Piece:
    """A piece of text.

    `loc` is its path in the record it belongs to, () in the text of a session; there `inside` names the kinds of the
    blocks around it, outer first. `official` marks words that stand in a regulation or standard and are quoted as they
    are: no rule of language speaks about them. `trainer_only` pieces never reach participants.
    """

    places: TextPlaces
    offsets: Sequence[int]
    text: str
    kind: Kind
    trainer_only: bool
    official: bool = False
    loc: Loc = ()
    whole: Span | None = None
    inside: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.places.file

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`; of the whole value where YAML escapes hide its letters."""
        if not self.offsets:
            return self.whole or Span(self.file)
        return self.places.span(self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start])

    def can_be_fixed(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands in the file letter by letter."""
        span = self.span(start, end)
        if not self.offsets or span.line != span.end_line:
            return False
        line = self.places.line(span.line)
        return line[span.column - 1 : (span.end_column or 1) - 1] == self.text[start:end]

    @cached_property
    def unquoted(self) -> str:
        """The text with everything between quotation marks masked: titles and words of others are theirs."""
        return _QUOTED.sub(lambda match: THING * len(match[0]), self.text)


@dataclass(frozen=True)
class FileText:
    """The text of one file. `raw` is what its pieces are cut from; whatever is said of them depends on it alone."""

    file: str
    raw: str
    cut: Callable[[], Iterator[Piece]]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces of the file in reading order."""
        return tuple(self.cut())

    @cached_property
    def lowered(self) -> str:
        """The text of all pieces in lower case: a first look at it spares most rules a second one."""
        return "\n".join([piece.text for piece in self.pieces if not piece.official]).lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in lower case, those between quotation marks among them."""
        return frozenset(_WORD.findall(self.lowered))


def file_texts(curriculum: Curriculum) -> Iterator[FileText]:
    """The text of every file that can be believed."""
    shared: list[Source[Record] | None] = [
        curriculum.settings, *curriculum.programmes.values(), curriculum.facts_source, curriculum.glossary,
        *curriculum.cases.values(), curriculum.centres,
    ]  # fmt: skip
    for source in filter(None, shared):
        yield _of_record(curriculum, source)
    for module in curriculum.modules.values():
        yield _of_record(curriculum, module.source, official=module.record.unit.source in OFFICIAL_SOURCES)
        parts: list[Source[Record] | None] = [module.assessment, *module.worksheets.values()]
        for source in filter(None, parts):
            yield _of_record(curriculum, source)
        for session in module.sessions.values():
            yield FileText(session.document.file, session.document.text, partial(_of_session, session))


def _of_record(curriculum: Curriculum, source: Source[R], *, official: bool = False) -> FileText:
    raw = curriculum.texts.get(source.file, "")
    return FileText(source.file, raw, lambda: _fields(source, TextPlaces(source.file, raw), official=official))


def _of_session(session: LoadedSession) -> Iterator[Piece]:
    document = session.document
    places = TextPlaces(document.file, one_line_end(document.text))
    yield from _fields(session.plan, places)
    if not is_misread(document):
        for start, end, kind, hidden, inside in session_pieces(document, places):
            if end - start <= MAX_LETTERS:
                yield Piece(places, range(start, end), masked(places.text[start:end]), kind, hidden, inside=inside)


def _fields(source: Source[R], places: TextPlaces, *, official: bool = False) -> Iterator[Piece]:
    for loc, value in marked(source.record, TextMark):
        if not isinstance(value, str) or len(value) > MAX_LETTERS or loc[-1] in NAMES or not NOT_PROSE.isdisjoint(loc):
            continue
        span = source.places.value(*loc)
        yield Piece(
            places,
            _aligned(value, places, span),
            masked(one_line_end(value)),
            "field",
            not is_shown(source.record, loc),
            official and not OFFICIAL_KEYS.isdisjoint(loc),
            loc,
            span,
        )


def _aligned(value: str, places: TextPlaces, span: Span) -> Sequence[int]:
    """For every letter of a YAML value the offset where it stands in the file; nothing where escapes hide it.

    YAML folds lines: a blank of the value may be a line end with indentation, and two quotes may mean one.
    """
    at = places.offset(span.line, span.column)
    end = places.offset(span.end_line, span.end_column or 1) if span.end_line else len(places.text)
    raw = places.text
    if raw.startswith(value, at):
        return range(at, at + len(value))
    if raw[at : at + 1] in {">", "|"}:
        at = raw.find("\n", at)
    elif raw[at : at + 1] in {"'", '"'}:
        at += 1
    offsets: list[int] = []
    for letter in value:
        if letter.isspace():
            offsets.append(at)
            while at < end and raw[at].isspace():
                at += 1
            continue
        while at < end and raw[at].isspace():
            at += 1
        if at >= end or raw[at] != letter:
            return ()
        offsets.append(at)
        at += 2 if letter == "'" and raw[at : at + 2] == "''" else 1
    return offsets
