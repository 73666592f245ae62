"""Lembar kerja kurang lengkap.

Sel `given` memuat nilai, sel `computed` memuat rumus, dan sel `fill` memuat jawaban pada lembar latihan. Nama kolom dan
sel tidak boleh sama.

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: total_cost, label: Jumlah biaya, type: rupiah, kind: computed}
```

Benar:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: total_cost, label: Jumlah biaya, type: rupiah, kind: computed, formula: SUM(cost)}
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
