"""Urutan tahap sesi terbalik.

Sebuah sesi berjalan dari pendahuluan (`opening`), kegiatan inti (`core`), ke penutup (`closing`). Tahap yang sudah
selesai tidak kembali lagi, karena tabel rencana sesi disusun menurut tahap.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 25
  kind: knowledge
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 20
  kind: skill
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 25
  kind: knowledge
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING

PHASES = ("opening", "core", "closing")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Find the first step of every session whose phase is over already."""
    for _, session in curriculum.all_sessions():
        places = session.plan.places
        for number, (before, step) in enumerate(pairwise(session.plan.record.plan), 1):
            if PHASES.index(step.phase) < PHASES.index(before.phase):
                yield context.finding(
                    places.value("plan", number, "phase"),
                    text('tahap "{phase}" ditulis sesudah tahap "{before}"', phase=step.phase, before=before.phase),
                    text("Urutkan langkahnya: opening, lalu core, lalu closing."),
                    related=[Related(places.value("plan", number - 1, "phase"), text("tahap sebelumnya ada di sini"))],
                )
                break  # the steps after it are out of order for the same cause
