"""Nilai bukan salah satu pilihan.

Beberapa kunci hanya menerima kata tertentu, misalnya `status` (draft atau approved) dan `kind`. Tulis persis seperti
pilihannya, dalam bahasa Inggris.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: pembukaan
  minutes: 25
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 25
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
