"""Rumus yang dilihat peserta memakai kunci jawaban.

Hasil lembar latihan (`mode: practice`) adalah kunci jawaban. Lembar yang dilihat peserta, dan nilai yang diberikan
kepada peserta, tidak boleh dihitung dari hasil itu. Pakai angka dari kasus atau dari lembar contoh.

Salah:

```text
--- kwu-01/worksheets/contoh-warung.yaml
cells: {item: Kopi, cost: =SHEET(hpp-keripik.unit_cost)}
```

Benar:

```text
--- kwu-01/worksheets/contoh-warung.yaml
cells: {item: Kopi, cost: 40000}
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
