"""Berkas tidak berisi kunci.

Setiap berkas YAML dimulai dengan baris `kunci: nilai`. Berkas kosong, berkas yang hanya berisi kalimat, dan berkas yang
dimulai dengan daftar tidak dapat dibaca.

Salah:

```text
+++ cases/wati.yaml
Wati menenun di rumahnya.
```

Benar:

```text
+++ cases/wati.yaml
name: Wati
town: Lombok
province: "52"
business: Tenun
story: Wati menenun.
values: []
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
