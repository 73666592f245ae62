"""What is wrong, where, and what to do: plain data that every stage yields and every report prints.

They are `msgspec` structs because there are many of them: those that say where everything stands are made by the
hundred thousand, and travel between processes and into the cache of the check.

Texts are written in Indonesian, the language of the authors, and translated when they are printed
(`curriculum_kit.texts`). A `Text` keeps its values apart from its wording so that it can be translated late.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeAlias, cast

from msgspec import Struct


class Severity(StrEnum):
    """How much a finding weighs. Errors stop a build; warnings only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Struct, frozen=True, order=True, array_like=True):
    """A place in a source file.

    `file` is relative to the curriculum folder, with forward slashes. Lines and columns count from 1;
    the end is exclusive in its column. A `Span` without an end is a point.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    @classmethod
    def of_text(cls, file: str, line: int, column: int, text: str) -> Span:
        """The place of `text`, which stands on one line and begins at `column`."""
        return cls(file, line, column, line, column + len(text))


Value: TypeAlias = "Text | str | int | float | None"
"""What a text can hold. Anything else is said as `str` says it."""


class Text(Struct, frozen=True, array_like=True):
    """A sentence for people: an Indonesian template with named values, translated when printed."""

    template: str
    values: dict[str, Value] = {}

    def format(self, translate: Callable[[str], str] | None = None) -> str:
        """The sentence, in Indonesian or in the language of `translate` (template in, template out)."""
        template = translate(self.template) if translate else self.template
        values = {
            name: value.format(translate) if isinstance(value, Text) else value for name, value in self.values.items()
        }
        return template.format(**values) if values else template


def text(template: str, /, **values: object) -> Text:
    """Mark an Indonesian template for translation and hold its values (`{name}` in the template)."""
    return Text(template, cast("dict[str, Value]", values))


class Related(Struct, frozen=True, array_like=True):
    """The other end of a finding: where the thing was defined, promised or written first."""

    span: Span
    message: Text


class Fix(Struct, frozen=True, array_like=True):
    """A replacement that mends the finding: the text of `span` becomes `replacement`."""

    span: Span
    replacement: str


class Diagnostic(Struct, frozen=True, array_like=True):
    """One finding.

    `code` is a rule code (FAMILY + three digits, never reused), `message` says what is wrong here with the
    value in it, `help` how this kind is mended.
    """

    code: str
    severity: Severity
    message: Text
    help: Text
    span: Span
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file, place and code, each once."""
    unique = {(d.span.file, d.span.line, d.span.column, d.code, d.message.format()): d for d in diagnostics}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a build must stop."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be, or None."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """`; maksud Anda "x"?` or nothing: appended to messages about unknown names."""
    match = nearest(word, known)
    return text('; maksud Anda "{match}"?', match=match) if match else text("")
