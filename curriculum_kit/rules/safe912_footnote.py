"""Catatan kaki.

Catatan kaki tercetak di luar bloknya. Keterangan di dalam `answer` atau `trainer-note` akan sampai kepada peserta.
Tulis keterangannya di dalam kalimat.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga latihan HPP.[^1]

[^1]: Ada di sesi kedua.
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
