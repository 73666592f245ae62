"""Pembagian dengan nol.

Pembagian dengan nol tidak mempunyai hasil. Jaga pembaginya dengan IF, misalnya IF(hasil > 0, biaya / hasil, 0).

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: unit_cost, label: HPP, type: rupiah, kind: computed, formula: "ROUND(total_cost / (packs - packs), 0)"}
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
