"""Pengecualian tidak diperlukan lagi.

Catatan `ck: ignore` yang tidak mengecualikan apa pun menyesatkan pembaca, dan kelak dapat menutupi kesalahan baru.
Hapus catatan itu bila temuannya sudah diperbaiki.

Salah:

```text
+++ cases/rahma.yaml
# ck: ignore LANG774: nama permainan ditulis seperti aslinya
name: Rahma
example: true
town: Amuntai, Kalimantan Selatan
province: "63"
business: Daster
story: Rahma menjual kain di samping pasar.
values: []
```

Benar:

```text
+++ cases/rahma.yaml
# ck: ignore LANG774 "untung resiko": nama permainan ditulis seperti aslinya
name: Rahma
example: true
town: Amuntai, Kalimantan Selatan
province: "63"
business: Daster
story: Rahma menamai permainannya untung resiko.
values: []
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.WARNING
