"""Titik dua pembuka blok kurang.

Blok dibuka dengan tiga titik dua atau lebih. Dengan dua titik dua baris itu menjadi teks biasa, dan seluruh isinya,
misalnya kunci jawaban, tercetak untuk peserta.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
::{answer}
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
