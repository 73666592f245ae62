"""Kepala sesi tidak ditemukan.

Berkas sesi dimulai dengan baris `---` pada baris pertama, lalu judul, tujuan, dan rencana langkah, lalu baris `---`
lagi. Di bawahnya barulah isi sesi.

Salah:

```text
--- kwu-01/sessions/02-hpp.md

---
title: Menghitung HPP
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
---
title: Menghitung HPP
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
