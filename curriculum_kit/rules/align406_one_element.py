"""Satu langkah memuat IUK dari beberapa elemen.

JP setiap elemen dihitung dari menit langkah yang menyebut IUK-nya. Agar menit sebuah langkah jelas milik elemen mana,
semua IUK pada satu langkah harus dari elemen yang sama.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
iuk: [2.1.1, 1.1.1]
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
iuk: [2.1.1]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the IUK of every step."""
    for _, session in curriculum.all_sessions():
        for number, step in enumerate(session.plan.record.plan):
            elements = sorted({iuk.partition(".")[0] for iuk in step.iuk}, key=int)
            if len(elements) > 1:
                yield context.finding(
                    session.plan.places.value("plan", number, "iuk"),
                    text("langkah ini memuat IUK dari elemen {elements}", elements=", ".join(elements)),
                    text("Pecah langkah ini menjadi beberapa langkah, masing-masing untuk satu elemen."),
                )
