"""Rumus berputar.

Sebuah nilai tidak dapat dihitung dari dirinya sendiri, baik langsung maupun lewat rumus lain.

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: total_cost, label: Jumlah biaya, type: rupiah, kind: computed, formula: unit_cost * 2}
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
