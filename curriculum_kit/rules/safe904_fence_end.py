"""Blok tidak tertutup dengan benar.

Setiap blok ditutup dengan baris yang hanya berisi titik dua, sebanyak pembukanya, di awal baris. Blok yang tidak
tertutup menelan teks di bawahnya atau melepaskan isinya.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Berapa harga jual Anda?
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Berapa harga jual Anda?
:::
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
