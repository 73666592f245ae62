"""Berkas di luar folder kurikulum.

Hanya berkas di dalam folder kurikulum yang dibaca. Pintasan ke luar folder, alamat dengan `..` ke luar, dan nama yang
tidak sah di Windows ditolak.

Salah:

```text
+++ cases/wati.yaml (pintasan)
/etc/hostname
```

Benar:

```text
--- cases/sari.yaml
name: Sari
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
