"""Judul di dalam blok khusus pelatih.

Judul bagian (`##`) masuk ke daftar isi, penanda PDF, dan tautan halaman. Judul di dalam blok khusus pelatih dapat
membocorkan isinya; lagi pula blok itu sudah mempunyai judul sendiri.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:topic: support

## Peserta yang sulit membaca

Pasangkan peserta yang sulit membaca dengan temannya.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:topic: support

Pasangkan peserta yang sulit membaca dengan temannya.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the places of headings with those of trainer-only blocks."""
    for _, session in curriculum.all_sessions():
        hidden = [block for block in session.document.walk() if block.trainer_only]
        for heading in session.document.headings:
            if any(block.first_line < heading.span.line <= block.last_line for block in hidden):
                yield context.finding(
                    heading.span,
                    text('judul "{heading}" berada di dalam blok khusus pelatih', heading=heading.text),
                    text("Tulis kata itu dengan huruf tebal, atau jadikan judul bloknya."),
                )
