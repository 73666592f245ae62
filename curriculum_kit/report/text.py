"""Findings for people at a terminal: place, code and message, the line itself, how to mend it, the other end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.report.findings import Findings

SEVERITIES = {
    Severity.ERROR: text("kesalahan"),
    Severity.WARNING: text("peringatan"),
    Severity.NOTE: text("catatan"),
}
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_BOLD, _DIM = "1", "2"
_WIDTH = 100
"""Columns of a code frame: longer lines are cut around the place."""


def write(findings: Findings) -> str:
    """All findings and, in the last line, their number."""
    lines_of = cache(findings.lines_of)
    parts = [
        "\n".join(_finding(diagnostic, findings, lines_of(diagnostic.span.file))) for diagnostic in findings.diagnostics
    ]
    return "\n\n".join([*parts, summary(findings)]) + "\n"


def summary(findings: Findings) -> str:
    """The last line."""
    if not findings.diagnostics:
        return findings.say(text("Tidak ada temuan."))
    counts = findings.counts
    files = len({diagnostic.span.file for diagnostic in findings.diagnostics})
    return findings.say(
        text(
            "{errors} kesalahan, {warnings} peringatan, {notes} catatan di {files} berkas.",
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            files=files,
        )
    )


def _finding(diagnostic: Diagnostic, findings: Findings, lines: Sequence[str]) -> Iterator[str]:
    paint = _painter(color=findings.color)
    severity = diagnostic.severity
    label = paint(f"{diagnostic.code} {findings.say(SEVERITIES[severity])}:", _COLORS[severity])
    yield f"{paint(_place(diagnostic.span) + ':', _BOLD)} {label} {findings.say(diagnostic.message)}"
    if 0 < diagnostic.span.line <= len(lines):
        source, marks = _frame(lines[diagnostic.span.line - 1], diagnostic.span)
        number = str(diagnostic.span.line)
        gutter = " " * len(number)
        yield f"  {paint(f'{number} |', _DIM)} {source}"
        yield f"  {paint(f'{gutter} |', _DIM)} {paint(marks, _COLORS[severity])}"
    if help_words := findings.say(diagnostic.help):
        yield f"  {paint(findings.say(text('perbaikan:')), _BOLD)} {help_words}"
    for related in diagnostic.related:
        yield f"  {paint(findings.say(text('lihat:')), _BOLD)} {_place(related.span)}: {findings.say(related.message)}"


def _place(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"


def _frame(line: str, span: Span) -> tuple[str, str]:
    """A line, cut to the width around the place, and the marks under it."""
    begin = min(span.column - 1, len(line))
    end = len(line) if span.end_line not in {None, span.line} else (span.end_column or span.column) - 1
    first = max(0, min(begin - _WIDTH // 3, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    cut = line[first : first + _WIDTH]
    end = min(max(end, begin + 1), first + len(cut) + 1)
    # Tabs are kept under the marks, so that they stand below the place whatever the width of a tab.
    padding = "".join("\t" if sign == "\t" else " " for sign in line[first:begin])
    before, after = ("…" if first else ""), ("…" if first + _WIDTH < len(line) else "")
    return f"{before}{cut}{after}", f"{' ' * len(before)}{padding}{'^' * (end - begin)}"


def _painter(*, color: bool) -> Callable[[str, str], str]:
    return (lambda words, code: f"\x1b[{code}m{words}\x1b[0m") if color else (lambda words, _: words)
