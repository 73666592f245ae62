"""Blok tidak dikenal.

Nama blok ditulis dalam bahasa Inggris, persis seperti dalam daftar blok, misalnya `exercise`, `answer`, `trainer-note`.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:::{activiti} Klinik harga
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
:::{activity} Klinik harga
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
