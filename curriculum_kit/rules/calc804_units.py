"""Satuan tidak cocok.

Rupiah hanya dapat ditambah atau dibandingkan dengan rupiah, dan hasil rumus harus sesuai dengan jenis selnya.

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: unit_cost, label: HPP, type: rupiah, kind: computed, formula: "total_cost + packs"}
```

Benar:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: unit_cost, label: HPP, type: rupiah, kind: computed, formula: "ROUND(total_cost / packs, 0)"}
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
