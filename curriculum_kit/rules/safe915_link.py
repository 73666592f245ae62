"""Tautan tidak dapat dipakai.

Tautan menuju alamat web (https://…), surel (mailto:…), blok di halaman ini (#nama), atau berkas .md di dalam folder
kurikulum. Tautan ke berkas lain akan menyalin berkas itu ke situs.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga [hasilnya](../assessment.yaml).
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
