"""Kunci wajib belum ada.

Beberapa kunci (kata di depan titik dua) harus ada, karena isinya dicetak atau dihitung. Tambahkan baris itu di tempat
yang ditunjuk.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
title: Menghitung HPP
plan:
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
title: Menghitung HPP
objective: Peserta mampu menghitung HPP.
plan:
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
