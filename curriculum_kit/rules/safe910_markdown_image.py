"""Gambar ditulis dengan ![]().

Gambar ditulis dengan blok `figure` atau `image`, yang meminta teks alternatif dan memeriksa berkasnya.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
![Alur](../media/alur.svg)
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
