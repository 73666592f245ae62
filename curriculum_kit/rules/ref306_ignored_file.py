"""Berkas tidak dibaca.

Di setiap folder hanya berkas dan nama tertentu yang dibaca. Berkas lain diabaikan; biasanya namanya atau akhirannya
salah ditulis, misalnya .yml untuk .yaml.

Salah:

```text
+++ cases/wati.yml
name: Wati
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

SEVERITY = Severity.WARNING
