"""Blok tidak dikenal.

Nama blok ditulis dalam bahasa Inggris, persis seperti ini: `reference`, `reading`, `discussion`, `activity`, `check`,
`reflect`, `case`, `exercise`, `worksheet`, `example`, `key-points`, `tip`, `warning`, `answer`, `trainer-note`,
`fact-history`; untuk gambar dan tabel `figure`, `image`, `list-table`, `table`.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:::{activiti} Klinik harga
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
:::{activity} Klinik harga
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
