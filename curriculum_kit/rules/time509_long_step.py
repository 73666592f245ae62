"""Satu langkah lebih lama daripada satu jam.

Langkah yang lama sulit dijaga waktunya: pelatih tidak tahu kapan harus berpindah, dan peserta kehilangan perhatian.
Pecahlah menjadi beberapa langkah yang masing-masing mempunyai hasil, misalnya mengerjakan lalu memeriksa.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 70
--- kwu-01/sessions/01-biaya.md
- phase: closing
  minutes: 20
--- programmes/dasar-2jp.yaml
unit_group: inti
jp: {knowledge: 2, skill: 1}
--- programmes/dasar-2jp.yaml
jp: {knowledge: 2, skill: 1}
sessions:
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 25
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
--- programmes/dasar-2jp.yaml
unit_group: inti
jp: {knowledge: 1, skill: 1}
--- programmes/dasar-2jp.yaml
jp: {knowledge: 1, skill: 1}
sessions:
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.NOTE

LONGEST = 60


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the minutes of every step. How long a break lasts is nobody's business here."""
    for _, session in curriculum.all_sessions():
        for number, step in enumerate(session.plan.record.plan):
            if step.kind != "break" and step.minutes > LONGEST:
                yield context.finding(
                    session.plan.places.value("plan", number, "minutes"),
                    text("langkah ini berlangsung {minutes} menit", minutes=step.minutes),
                    text("Pecah menjadi beberapa langkah, masing-masing paling lama {longest} menit.", longest=LONGEST),
                )
