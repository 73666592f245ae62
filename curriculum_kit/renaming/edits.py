"""What is to be rewritten: places with their new words, files with their new names. All else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from curriculum_kit.diagnostics import Diagnostic, Fix, Span, Text, text
from curriculum_kit.mending import applied_to
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.text_places import TextPlaces, one_line_end


class Refused(Exception):
    """It cannot be done; `words` say why, `undecided` what the author has to decide first."""

    def __init__(self, words: Text, undecided: Iterable[Diagnostic] = ()) -> None:
        super().__init__(words.format())
        self.words = words
        self.undecided = tuple(undecided)


@dataclass
class Edits:
    """Collects changes. `moves` leads from the old path of a file to the new one; `notes` are for the author."""

    curriculum: Curriculum
    fixes: dict[str, set[Fix]] = field(default_factory=dict)
    moves: dict[str, str] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)

    def add(self, *fixes: Fix) -> None:
        """Note changes of words."""
        for fix in fixes:
            self.fixes.setdefault(fix.span.file, set()).add(fix)

    def replace(self, span: Span, old: str, new: str) -> None:
        """Put `new` in the place of the id or path `old`, which stands at `span`, perhaps in quotation marks.

        Raises `Refused` when it is not written there letter by letter.
        """
        if old == new:
            return
        places = text_of(self.curriculum, span.file)
        start = places.offset(span.line, span.column)
        end = places.offset(span.end_line, span.end_column or 1) if span.end_line else start
        written = places.text[start:end]
        if written.strip("'\"") != old:
            raise Refused(
                text(
                    '"{old}" di {file} baris {line} tidak dapat diganti dengan sendirinya; ubah dahulu dengan tangan',
                    old=old,
                    file=span.file,
                    line=span.line,
                )
            )
        at = start + written.index(old)
        self.add(Fix(places.span(at, at + len(old)), new))


def all_readable(curriculum: Curriculum) -> None:
    """Raise `Refused` when a file cannot be read: what it mentions would keep its old name."""
    for file in sorted(curriculum.unreadable):
        raise Refused(
            text("{file} tidak dapat dibaca, jadi rujukan di dalamnya tidak terlihat; jalankan ck check", file=file)
        )


def text_of(curriculum: Curriculum, file: str) -> TextPlaces:
    """The text of a YAML file or session with its places."""
    return TextPlaces(file, one_line_end(_texts(curriculum)[file]))


@lru_cache(maxsize=2)
def _texts(curriculum: Curriculum) -> Mapping[str, str]:
    sessions = {session.document.file: session.document.text for _, session in curriculum.all_sessions()}
    return {**curriculum.texts, **sessions}


def with_fixes(content: bytes, fixes: Iterable[Fix]) -> bytes:
    """A file with fixes applied. Lines that they bring end as the lines of the file do."""
    words = content.decode("utf-8")
    if "\r\n" in words:
        fixes = [Fix(fix.span, fix.replacement.replace("\n", "\r\n")) for fix in fixes]
    return applied_to(words, fixes)[0].encode("utf-8")
