"""Jumlah uang atau persentase diketik langsung.

Angka dalam teks berasal dari satu tempat: kasus (`{case}`), fakta (`{fact}`), atau lembar kerja (`{calc}`). Dengan
begitu angka yang sama selalu sama di semua sesi, dan hitungannya tidak dapat keliru. Hanya soal yang boleh memuat angka
sendiri: di dalam latihan, pemeriksaan, kasus, aktivitas, dan diskusi, serta di dalam instrumen penilaian.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Potongannya 7 persen, lihat {fact}`mdr-rate`.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Potongannya {fact}`mdr-rate`.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.fact_amounts import AMOUNT as KNOWN
from curriculum_kit.rules.fact_amounts import known_amounts, typed_amount
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText, Piece

SEVERITY = Severity.WARNING

GIVEN = frozenset({"exercise", "check", "case", "activity", "discussion"})
"""Blocks that may state numbers of their own, which participants then work with."""
SOURCES = ("facts.yaml", "/assessment.yaml")

_AMOUNT = re.compile(
    r"\bRp\.?\s?\d[\d.,]*\d(?:\s(?:ribu|juta|miliar))?|\bRp\.?\s?\d(?:\s(?:ribu|juta|miliar))?"
    r"|(?<![\d.,])\d[\d.,]*\s?(?:%|persen\b)|(?<![\d.,])\d[\d.]*\s(?:(?:ribu|juta|miliar)\s)?rupiah\b"
)


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look for amounts where no exercise gives them. Those of a fact are the business of FACT856."""
    if text_.file.endswith(SOURCES):
        return
    for piece in text_.pieces:
        if piece.official or not GIVEN.isdisjoint(piece.inside):
            continue
        for match in _AMOUNT.finditer(piece.unquoted):
            if not _is_of_a_fact(piece, match.start(), context):
                yield context.finding(
                    piece.span(*match.span()),
                    text('"{words}" diketik langsung', words=match[0]),
                    text("Pakai {case}, {fact}, atau {calc}, atau jadikan angka itu bagian dari soal latihan."),
                )


def _is_of_a_fact(piece: Piece, start: int, context: Context) -> bool:
    match = KNOWN.match(piece.unquoted, start)
    if not match:
        return False
    typed = typed_amount(match)
    of_facts = (known_amounts(fact, number, context.as_of) for number, (fact, _) in enumerate(context.facts))
    return any(key == typed for amounts in of_facts for key, _ in amounts)
