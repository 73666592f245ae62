"""Rujukan di dalam kalimat tidak dikenal.

Ada lima rujukan yang dapat ditulis di dalam kalimat: `{fact}`, `{calc}`, `{case}`, `{term}`, dan `{ref}`, masing-masing
langsung diikuti isinya di antara dua tanda petik terbalik (di papan ketik biasanya di kiri angka 1).

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {reff}`latihan-hpp`.
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
