"""Tabel tanpa kepala kolom.

Pembaca layar menyebut kepala kolom sebelum membacakan isi sel. Setiap tabel mempunyai baris kepala, dan setiap kolom
mempunyai nama, juga kolom pertama. Pada `list-table`, baris kepala dinyatakan dengan `:header-rows: 1`.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
| | Jenis |
| --- | --- |
| Upah | Tenaga kerja |

Lihat juga {ref}`latihan-hpp`.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose_sessions import TABLE_RULE
from curriculum_kit.rules.reading import is_misread
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import BlockUse, Document

SEVERITY = Severity.WARNING

_PIPE = re.compile(r"(?<!\\)\|")
_ROW = re.compile(r"\s*[*-]\s+[*-](?P<words>\s.*|$)")
_NEXT = re.compile(r"\s+[*-](?P<words>\s.*|$)")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the tables of all sessions."""
    for _, session in curriculum.all_sessions():
        document = session.document
        if is_misread(document):
            continue
        if "|" in document.text:
            yield from _pipe_tables(document, context)
        for block in document.walk():
            if block.kind == "list-table":
                yield from _list_table(block, document.text.split("\n"), context)


def _pipe_tables(document: Document, context: Context) -> Iterator[Diagnostic]:
    lines = document.text.split("\n")
    for number in range(document.body_line, len(lines)):
        head, rule = lines[number - 1], lines[number]
        if "|" not in rule:
            continue
        pipes = [match.start() for match in _PIPE.finditer(head)]
        if not pipes or not TABLE_RULE.fullmatch(rule) or TABLE_RULE.fullmatch(head):
            continue
        cells = [*pairwise([-1, *pipes, len(head)])]
        cells = cells[1:] if not head[: pipes[0]].strip() else cells
        cells = cells[:-1] if not head[pipes[-1] + 1 :].strip() else cells
        for left, right in cells:
            if not head[left + 1 : right].strip():
                yield _nameless(Span(document.file, number, left + 2, number, right + 1), context)


def _list_table(block: BlockUse, lines: list[str], context: Context) -> Iterator[Diagnostic]:
    option = block.options.get("header-rows")
    heads = int(option.value) if option and option.value.isdecimal() else 0
    if not heads:
        yield context.finding(
            block.span,
            text("tabel ini tidak mempunyai baris kepala"),
            text("Tulis baris :header-rows: 1 di bawah pembuka blok, dan isi baris pertama tabel dengan nama kolom."),
        )
    row = 0
    for number in range(block.body_line, block.last_line):
        line, after = lines[number - 1], lines[number]
        begins = _ROW.fullmatch(line)
        row += bool(begins)
        cell = begins or _NEXT.fullmatch(line)
        ends = _ROW.fullmatch(after) or _NEXT.fullmatch(after) or not after.strip() or number + 1 >= block.last_line
        if row > heads:
            return
        if cell and not cell["words"].strip() and ends:
            yield _nameless(Span(block.span.file, number, len(line) - len(line.lstrip()) + 1), context)


def _nameless(span: Span, context: Context) -> Diagnostic:
    return context.finding(
        span,
        text("kolom ini tidak mempunyai nama"),
        text("Tulis nama kolomnya, misalnya Biaya, Bulan, atau Keterangan."),
    )
