"""Findings that authors have looked at and let stand, each with a reason.

The note is a comment on a line of its own, in a YAML file or in the front matter of a session:

    # ck: ignore LANG774: nama permainan ditulis seperti aslinya
    # ck: ignore LANG774 "untung resiko": nama permainan ditulis seperti aslinya

It holds for the file; with words in quotation marks only for findings on lines that hold these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, did_you_mean, text
from curriculum_kit.source.curriculum import Curriculum

MALFORMED, UNUSED, REFUSED = "IGNORE191", "IGNORE192", "IGNORE193"

_COMMENT = re.compile(r"[ \t]*#[ \t]*(?P<sign>ck[ \t]*:[ \t]*ignore\b)(?P<rest>.*)")
_REST = re.compile(
    r"[ \t]+(?P<codes>[A-Z0-9]+\d{3}(?:[ \t]*,[ \t]*[A-Z0-9]+\d{3})*)(?:[ \t]+\"(?P<words>[^\"]+)\")?"
    r"(?P<reason>[ \t]*:[ \t]*\S.*)?.*"
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One code that a file lets stand. `words` is None when it holds for the whole file.

    A note without a reason is reported; it works all the same, so that nothing is said twice.
    """

    code: str
    words: str | None
    span: Span
    has_reason: bool

    def holds_for(self, diagnostic: Diagnostic, lines: list[str]) -> bool:
        """Whether the note speaks about a finding of its file."""
        if diagnostic.code != self.code:
            return False
        first, last = diagnostic.span.line, diagnostic.span.end_line or diagnostic.span.line
        return self.words is None or any(self.words in line for line in lines[first - 1 : last])


def without_ignored(
    curriculum: Curriculum, diagnostics: Iterable[Diagnostic], protected: Mapping[str, bool]
) -> Iterator[Diagnostic]:
    """The findings that nobody let stand, and what is wrong with the notes.

    `protected` says of every code whether its findings always stay.
    """
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_file.setdefault(diagnostic.span.file, []).append(diagnostic)
    for file, whole, noted in _noted_texts(curriculum):
        ignores: list[Ignore] = []
        for found in _notes(file, noted, protected):
            if isinstance(found, Ignore):
                ignores.append(found)
            else:
                yield found
        if not ignores:
            continue
        lines = whole.split("\n")
        used: set[Ignore] = set()
        stay = []
        for diagnostic in by_file.get(file, ()):
            holding = [ignore for ignore in ignores if ignore.holds_for(diagnostic, lines)]
            used.update(holding)
            if not holding:
                stay.append(diagnostic)
        by_file[file] = stay
        yield from (_unused(ignore) for ignore in ignores if ignore.has_reason and ignore not in used)
    for stay in by_file.values():
        yield from stay


def _noted_texts(curriculum: Curriculum) -> Iterator[tuple[str, str, str]]:
    """Every file with its text and the part that is YAML, where it mentions a note at all."""
    for file, whole in curriculum.texts.items():
        if "ignore" in whole:
            yield file, whole, whole
    for _, session in curriculum.all_sessions():
        document = session.document
        front = "\n".join(document.text.split("\n", document.body_line)[: document.body_line - 1])
        if "ignore" in front:
            yield document.file, document.text, front


def _notes(file: str, noted: str, protected: Mapping[str, bool]) -> Iterator[Ignore | Diagnostic]:
    for number, line in enumerate(noted.split("\n"), 1):
        comment = _COMMENT.fullmatch(line)
        if not comment:
            continue
        span = Span.of_text(file, number, comment.start("sign") + 1, line[comment.start("sign") :].rstrip())
        rest = _REST.fullmatch(comment["rest"].rstrip())
        if not rest or not rest["reason"]:
            yield _malformed(span)
        if not rest:
            continue
        for code in re.split(r"[ \t]*,[ \t]*", rest["codes"]):
            at = Span.of_text(file, number, line.index(code, comment.end("sign")) + 1, code)
            refused = _refused(code, at, protected)
            yield refused or Ignore(code, rest["words"], at, has_reason=bool(rest["reason"]))


def _malformed(span: Span) -> Diagnostic:
    return Diagnostic(
        MALFORMED,
        Severity.ERROR,
        text("catatan pengecualian ini tidak menyebut kode dan alasannya"),
        text("Tulis kode, titik dua, lalu alasannya: # ck: ignore LANG774: judul buku dikutip apa adanya."),
        span,
    )


def _unused(ignore: Ignore) -> Diagnostic:
    return Diagnostic(
        UNUSED,
        Severity.WARNING,
        text("pengecualian {code} tidak diperlukan lagi di sini", code=ignore.code),
        text("Tidak ada temuan yang dikecualikan. Hapus kode itu atau seluruh catatannya."),
        ignore.span,
    )


def _refused(code: str, span: Span, protected: Mapping[str, bool]) -> Diagnostic | None:
    if code not in protected:
        return Diagnostic(
            REFUSED,
            Severity.ERROR,
            text('kode "{code}" tidak dikenal{hint}', code=code, hint=did_you_mean(code, protected)),
            text("Salin kodenya dari hasil `ck check`."),
            span,
        )
    if protected[code]:
        return Diagnostic(
            REFUSED,
            Severity.ERROR,
            text("{code} menjaga keamanan jawaban dan tidak dapat dikecualikan", code=code),
            text("Perbaiki temuannya, lalu hapus catatan pengecualian ini."),
            span,
        )
    return None
