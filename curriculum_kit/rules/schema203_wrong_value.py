"""Nilai tidak sesuai bentuknya.

Bilangan ditulis tanpa pemisah ribuan dan dengan titik sebagai tanda desimal, tanggal seperti 2025-12-01, jam seperti
"08:00", ya/tidak sebagai `true` atau `false`, dan id dengan huruf kecil serta tanda hubung.

Salah:

```text
--- cases/sari.yaml
- {id: packs, label: Hasil, amount: "40,5", unit: bungkus}
```

Benar:

```text
--- cases/sari.yaml
- {id: packs, label: Hasil, amount: 40, unit: bungkus}
```

Salah:

```text
--- kwu-01/module.yaml
- version: 0.1.0
  date: 1 Desember 2025
```

Benar:

```text
--- kwu-01/module.yaml
- version: 0.1.0
  date: 2025-12-01
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
