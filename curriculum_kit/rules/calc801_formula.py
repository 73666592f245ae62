"""Rumus tidak terbaca.

Rumus memuat bilangan, + - * /, kurung, perbandingan, nama kolom dan sel, serta fungsi. Desimal ditulis dengan titik.

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: unit_cost, label: HPP, type: rupiah, kind: computed, formula: "ROUND(total_cost / packs, 0"}
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
