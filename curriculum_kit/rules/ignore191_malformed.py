"""Catatan pengecualian belum lengkap.

Sebuah temuan boleh dibiarkan bila ada alasannya. Catatannya ditulis pada baris sendiri di berkas YAML atau di kepala
sesi: kode temuan, titik dua, lalu alasannya. Orang lain yang membaca berkas itu perlu tahu mengapa temuan itu
dibiarkan.

Salah:

```text
+++ cases/rahma.yaml
# ck: ignore LANG774
name: Rahma
example: true
town: Amuntai, Kalimantan Selatan
province: "63"
business: Daster
story: Rahma menamai permainannya untung resiko.
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

SEVERITY = Severity.ERROR
