"""Daftar memakai tanda dari Word.

Butir daftar diawali tanda hubung dan satu spasi. Baris yang diawali bulatan, tanda pisah panjang, atau tanda hubung
tanpa spasi bukan butir: semuanya tercetak menyambung dalam satu paragraf.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
• Pisang
• Upah
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- Pisang
- Upah
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
