"""The head of a session: YAML between two lines of three dashes, at the very beginning of the file."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, text

_FENCE = "---"
_HELP = text('Baris pertama adalah "---", lalu title, objective, dan plan, lalu "---" lagi, lalu isi sesi.')


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML of a session and the lines on which it and the text below it begin."""

    text: str
    first_line: int
    body_line: int


def split_front_matter(file: str, whole: str) -> FrontMatter | Diagnostic:
    """Take the front matter off a session, or say what is wrong with it."""
    lines = whole.split("\n")
    if lines[0].rstrip() != _FENCE:
        start = next((number for number, line in enumerate(lines) if line.strip()), 0)
        if lines[start].strip() == _FENCE:
            return _missing(Span.of_text(file, start + 1, 1, lines[start]), text('"---" harus berada di baris pertama'))
        return _missing(Span(file), text('sesi belum diawali kepala di antara dua baris "---"'))
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), None)
    if end is None:
        return _missing(Span.of_text(file, 1, 1, _FENCE), text('kepala sesi tidak ditutup dengan baris "---"'))
    return FrontMatter("\n".join(lines[1:end]), 2, end + 2)


def _missing(span: Span, message: Text) -> Diagnostic:
    return Diagnostic("REF309", Severity.ERROR, message, _HELP, span)
