"""Bukan teks UTF-8, atau ada karakter tak terlihat.

Semua berkas teks disimpan sebagai UTF-8, yaitu cara menyimpan huruf yang dipakai VS Code bila tidak diubah. Karakter
yang tidak terlihat, misalnya tanda yang membalik arah tulisan, ditolak: teksnya akan terbaca lain daripada yang tampak.
Biasanya karakter itu terbawa saat menyalin.

Salah:

```text
+++ cases/wati.yaml (Windows-1252)
name: Wati
town: Lombok – Praya
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
