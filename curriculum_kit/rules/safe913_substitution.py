"""Tanda {{ }} di dalam teks.

Tanda `{{ }}` tidak diganti dengan apa pun. Angka dan fakta ditulis dengan `{fact}`, `{case}`, atau `{calc}`.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {{ latihan }}.
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
