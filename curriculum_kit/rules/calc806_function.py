"""Fungsi tidak dikenal atau bagiannya keliru.

Fungsi yang ada: SUM, ROUND, ROUNDUP, MIN, MAX, dan IF, ditulis dengan huruf besar.

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: unit_cost, label: HPP, type: rupiah, kind: computed, formula: "BULAT(total_cost / packs, 0)"}
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
