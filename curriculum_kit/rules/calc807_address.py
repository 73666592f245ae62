"""Alamat di dalam rumus tidak ada.

CASE(kasus.nilai), FACT(fakta), dan SHEET(lembar.sel) mengambil angka dari tempat lain. Alamatnya harus ada, dan FACT
hanya mengambil satu angka.

Salah:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: packs, label: Hasil, type: number, unit: bungkus, kind: given, value: =CASE(sari.pack)}
```

Benar:

```text
--- kwu-01/worksheets/hpp-keripik.yaml
- {id: packs, label: Hasil, type: number, unit: bungkus, kind: given, value: =CASE(sari.packs)}
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
