"""Karakter yang mirip spasi atau titik dua.

Spasi tak terputus, karakter selebar nol, dan titik dua dari aksara lain tampak biasa, tetapi bukan spasi atau titik dua
dari papan ketik, jadi baris YAML tidak terbaca. Karakter itu biasanya terbawa saat menyalin dari Word atau laman web.
Hapus, lalu ketik ulang.

Salah:

```text
--- kwu-01/module.yaml
status:\u00a0draft
```

Benar:

```text
--- kwu-01/module.yaml
status: draft
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
