"""Pembuka blok tidak ditulis dengan benar.

Nama blok ditulis dengan huruf kecil di dalam kurung kurawal, langsung sesudah titik dua. Tanpa kurung kurawal baris itu
bukan pembuka blok, dan isinya tercetak untuk peserta.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:::answer
Jumlah biayanya {calc}`hpp-keripik.total_cost`.
:::
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
:::{answer}
Jumlah biayanya {calc}`hpp-keripik.total_cost`.
:::
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
