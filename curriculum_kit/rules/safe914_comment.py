"""Komentar di dalam teks.

Baris yang diawali `%` tidak tercetak, tetapi ikut tersimpan. Catatan bagi pelatih ditulis dalam `trainer-note`.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
% kunci: B
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
