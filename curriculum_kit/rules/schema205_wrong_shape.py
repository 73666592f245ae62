"""Daftar, baris kunci, atau satu nilai tertukar.

Sebuah kunci berisi satu nilai, sebuah daftar, atau baris `kunci: nilai` di bawahnya. Daftar ditulis `[satu, dua]` atau
dengan `- ` pada setiap baris.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
iuk: 1.1.2
method: Latihan
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
iuk: [1.1.2]
method: Latihan
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
