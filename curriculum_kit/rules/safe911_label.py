"""Penanda atau atribut buatan sendiri.

Penanda `(nama)=` dan atribut `{#nama .kelas}` tidak dipakai: alamat sebuah blok adalah `:name:`-nya, dan tampilan
diatur oleh templat.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
(rujukan)=
Lihat juga {ref}`latihan-hpp`.
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
