"""Tujuan sesi tidak menyebut kemampuan peserta.

Tujuan sesi menyebut apa yang mampu dilakukan peserta sesudah sesi selesai, jadi dimulai dengan *Peserta mampu …* atau
*Peserta dapat …*. Apa yang dilakukan pelatih dan apa yang dibahas tertulis dalam rencana langkahnya.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
objective: Pengenalan jenis biaya.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
objective: Peserta mampu mengelompokkan biaya.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.objectives import VAGUE
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.NOTE

_OPENING = re.compile(r"(?<!\w)peserta(?:\s+\w+){0,2}\s+(?:mampu|dapat|bisa)(?!\w)", re.IGNORECASE)


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Read the objective of every session. One with a vague verb is rewritten anyway (ALIGN410)."""
    for _, session in curriculum.all_sessions():
        objective = session.plan.record.objective
        if not _OPENING.search(objective) and not VAGUE.search(objective):
            yield context.finding(
                session.plan.places.value("objective"),
                text("tujuan sesi ini tidak menyebut apa yang mampu dilakukan peserta"),
                text("Mulailah dengan Peserta mampu … dan sebuah kata kerja yang hasilnya tampak."),
            )
