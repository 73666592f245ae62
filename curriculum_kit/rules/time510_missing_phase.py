"""Sesi tanpa pendahuluan, penutup, atau praktik.

Sesi yang berlangsung 90 menit atau lebih dimulai dengan pendahuluan (`phase: opening`), diakhiri dengan penutup
(`phase: closing`), dan memuat paling sedikit satu langkah praktik (`kind: skill`). Pendahuluan menghubungkan sesi
dengan pengalaman peserta; penutup merangkum dan memeriksa hasilnya. Sesi yang lebih pendek boleh lebih ringkas.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
  iuk: [1.1.2]
  method: Latihan
  trainer: Berkeliling dan tanyakan alasannya.
  participants: Mengelompokkan biaya Sari.
  block: latihan-biaya
- phase: core
  minutes: 45
  kind: skill
  iuk: [1.1.2]
  method: Latihan
  participants: Mengelompokkan biaya usaha sendiri.
--- programmes/dasar-2jp.yaml
unit_group: inti
jp: {knowledge: 1, skill: 2}
--- programmes/dasar-2jp.yaml
jp: {knowledge: 1, skill: 2}
sessions:
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
  iuk: [1.1.2]
  method: Latihan
  trainer: Berkeliling dan tanyakan alasannya.
  participants: Mengelompokkan biaya Sari.
  block: latihan-biaya
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

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.session import SessionPlan

SEVERITY = Severity.WARNING

ENOUGH = 90
"""Minutes. A shorter session may do without."""


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every session that is long enough."""
    for _, session in curriculum.all_sessions():
        if session.plan.record.teaching_minutes >= ENOUGH:
            for message, help in _lacks(session.plan.record):
                yield context.finding(session.plan.places.key("plan"), message, help)


def _lacks(plan: SessionPlan) -> Iterator[tuple[Text, Text]]:
    phases = {step.phase for step in plan.plan}
    if "opening" not in phases:
        yield (
            text("sesi ini belum mempunyai pendahuluan"),
            text("Mulailah dengan langkah phase: opening, misalnya bertanya tentang pengalaman peserta."),
        )
    if "closing" not in phases:
        yield (
            text("sesi ini belum mempunyai penutup"),
            text("Akhiri dengan langkah phase: closing, misalnya merangkum dan memeriksa hasil."),
        )
    if not plan.minutes_of("skill"):
        yield (
            text("sesi ini tidak memuat praktik"),
            text("Tambahkan langkah kind: skill, sehingga peserta berlatih dalam sesi ini juga."),
        )
