"""Titik dua blok dalam terlalu banyak.

Blok luar dibuka dengan titik dua lebih banyak daripada blok di dalamnya, misalnya `::::{exercise}` di luar dan
`:::{answer}` di dalam. Bila sama banyak, penutup blok dalam menutup blok luar, dan sisanya keluar dari bloknya.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:::{exercise} HPP keripik
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
::::{exercise} HPP keripik
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
