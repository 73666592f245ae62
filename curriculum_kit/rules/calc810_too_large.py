"""Hasil hitungan terlalu besar.

Hasil hitungan harus kurang dari sepuluh pangkat delapan belas. Biasanya ada nol yang berlebih pada salah satu angka.

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: unit_cost, label: HPP, type: rupiah, kind: computed, formula: "total_cost * 1000000000 * 1000000000"}
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
