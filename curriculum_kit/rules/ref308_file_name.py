"""Nama berkas atau folder tidak dapat dipakai.

Nama berkas atau folder menjadi id isinya, yaitu nama pendek yang dipakai untuk merujuknya. Nama ditulis dengan huruf
kecil, angka, dan tanda hubung, tanpa spasi dan tanpa huruf besar.

Salah:

```text
+++ cases/Ibu_Wati.yaml
name: Wati
town: Lombok
province: "52"
business: Tenun
story: Wati menenun.
values: []
```

Benar:

```text
+++ cases/ibu-wati.yaml
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
