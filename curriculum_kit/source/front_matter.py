"""The head of a session: YAML between two lines of three dashes, at the very beginning of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from curriculum_kit.diagnostics import Diagnostic, Fix, Severity, Span, Text, text
from curriculum_kit.source.text_files import shown

_FENCE = "---"
_ABOVE = text('Hapus yang ada di atasnya, sehingga "---" menjadi baris pertama berkas.')
_AROUND = text('Baris pertama adalah "---", lalu title, objective, dan plan, lalu "---" lagi, lalu isi sesi.')
_BELOW = text('Tambahkan baris "---" sesudah baris terakhir plan, di atas isi sesi.')
_BETWEEN = text('Tambahkan baris "---" dan satu baris kosong di atas baris ini.')
_EARLY = text('Hapus baris ini; kepala sesi ditutup "---" berikutnya, sesudah plan.')
_PLAIN = text("Ganti baris itu dengan tiga tanda hubung dari papan tombol, tanpa spasi.")
# What was to be a line of three dashes.
_LIKE_FENCE = re.compile(r"[\s\u200b\ufeff]*(?:-[ -]*-|-|[-‐-―−]*[‐-―−][-‐-―−]*|_{2,}|\*{3,})[\s\u200b]*")  # noqa: RUF001
_KEY = re.compile(r"(?:title|objective|room_layout|media|plan):")
_BODY = re.compile(r"#{2,6} |:{3,}")


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
        return _without_beginning(file, lines)
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), None)
    if end is None:
        return _without_end(file, lines)
    if end + 1 < len(lines) and _KEY.match(lines[end + 1]) and _FENCE in map(str.rstrip, lines[end + 1 :]):
        span = Span.of_text(file, end + 1, 1, lines[end])
        fix = Fix(Span(file, end + 1, 1, end + 2, 1), "")
        return _missing(span, text('baris "---" ini menutup kepala sesi sebelum waktunya'), _EARLY, fix)
    return FrontMatter("\n".join(lines[1:end]), 2, end + 2)


def _without_beginning(file: str, lines: Sequence[str]) -> Diagnostic:
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    first = lines[start]
    span = Span.of_text(file, start + 1, 1, first)
    if first.strip() == _FENCE:
        fix = Fix(Span(file, 1, 1, start + 1, len(first) + 1), _FENCE)
        return _missing(span, text('"---" harus berada di baris pertama'), _ABOVE, fix)
    if first and _LIKE_FENCE.fullmatch(first):
        return _unlike(span, first, Fix(Span(file, 1, 1, start + 1, len(first) + 1), _FENCE))
    has_end = any(line.rstrip() == _FENCE for line in lines[start:])
    fix_ = Fix(Span(file, 1, 1, 1, 1), f"{_FENCE}\n") if _KEY.match(lines[0]) and has_end else None
    return _missing(
        Span(file), text('kepala sesi (title, objective, plan) belum diapit dua baris "---"'), _AROUND, fix_
    )


def _without_end(file: str, lines: Sequence[str]) -> Diagnostic:
    body = next((number for number, line in enumerate(lines) if _BODY.match(line)), None)
    for number, line in enumerate(lines[1:body], 1):
        if line and not line.startswith("  ") and _LIKE_FENCE.fullmatch(line):
            span = Span.of_text(file, number + 1, 1, line)
            return _unlike(span, line, Fix(span, _FENCE))
    if body is None:
        return _missing(Span.of_text(file, 1, 1, _FENCE), text('kepala sesi tidak ditutup dengan baris "---"'), _BELOW)
    fix = Fix(Span(file, body + 1, 1, body + 1, 1), f"{_FENCE}\n\n")
    return _missing(
        Span.of_text(file, body + 1, 1, lines[body]),
        text('kepala sesi belum ditutup dengan "---" sebelum baris ini'),
        _BETWEEN,
        fix,
    )


def _unlike(span: Span, line: str, fix: Fix) -> Diagnostic:
    return _missing(span, text('baris "{line}" seharusnya tiga tanda hubung: "---"', line=shown(line)), _PLAIN, fix)


def _missing(span: Span, message: Text, help: Text, fix: Fix | None = None) -> Diagnostic:
    return Diagnostic("REF309", Severity.ERROR, message, help, span, fix=fix)
