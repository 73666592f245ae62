"""Program berdasarkan TNA tanpa analisis kebutuhan.

Program dengan `basis: tna` disusun dari analisis kebutuhan pelatihan. Cara, tanggal, dan hasil analisis itu dicetak
di dokumen program, jadi harus ditulis.

Salah:

```text
--- programmes/dasar-2jp.yaml
basis: tna
aim: Peserta mampu menghitung {term}`hpp` produknya.
```

Benar:

```text
--- programmes/dasar-2jp.yaml
basis: tna
needs_analysis:
  method: Wawancara calon peserta
  conducted_on: 2025-11-10
  findings:
    - Upah sendiri hampir tidak pernah dihitung.
aim: Peserta mampu menghitung {term}`hpp` produknya.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every programme."""
    for programme in curriculum.programmes.values():
        if programme.record.basis == "tna" and programme.record.needs_analysis is None:
            yield context.finding(
                programme.places.value("basis"),
                text("program berdasarkan TNA belum mempunyai needs_analysis"),
                text("Tulis needs_analysis dengan method, conducted_on, dan findings."),
            )
