"""Peran atau tautan yang hilang, bertambah, atau berubah dalam terjemahan.

Angka cerita, fakta, istilah, dan rujukan datang dari peran seperti `{case}` dan `{term}`. Terjemahan harus memuat peran
yang sama dengan teks aslinya, dengan tujuan yang sama. Urutannya boleh berubah, dan kata yang tampil boleh
diterjemahkan: `{term}` boleh ditulis dengan kata sendiri di depan tujuannya.

Salah:

```text
+++ locale/en.po
msgid "Uang untuk {term}`bahan baku <biaya-bahan>`."
msgstr "Money for raw materials."
```

Benar:

```text
+++ locale/en.po
msgid "Uang untuk {term}`bahan baku <biaya-bahan>`."
msgstr "Money for {term}`raw materials <biaya-bahan>`."
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.translation.compare import marks_of, translated_entries

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare roles and links."""
    for catalogue, entry in translated_entries(curriculum):
        wanted, found = marks_of(entry.text), marks_of(entry.translation)
        span = Span(catalogue.file, entry.line)
        for mark in wanted - found:
            yield context.finding(
                span,
                text("terjemahan tidak memuat {mark}", mark=mark),
                text("Salin bagian itu dari teks aslinya ke tempat yang cocok dalam terjemahan."),
            )
        for mark in found - wanted:
            yield context.finding(
                span,
                text("terjemahan memuat {mark}, yang tidak ada dalam teks aslinya", mark=mark),
                text("Hapus bagian itu, atau tulis seperti dalam teks aslinya."),
            )
