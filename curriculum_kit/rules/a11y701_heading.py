"""Judul bagian seperti judul halaman.

Judul halaman sudah tertulis sebagai `title` di kepala sesi. Judul bagian diawali dua tanda # dan satu spasi (`##
Judul`), agar pembaca layar mengenali susunan halaman. Satu tanda # dan garis bawah (=== atau ---) tidak dipakai.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
# Menghitung HPP
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
## Menghitung HPP
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
