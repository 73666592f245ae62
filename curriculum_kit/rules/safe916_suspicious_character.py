"""Karakter yang menyamar atau tak terlihat.

Karakter tak terlihat atau yang mirip titik dua membuat pembuka blok tampak benar, padahal bukan. Hapus barisnya, lalu
ketik ulang.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
\ua789\ua789\ua789{answer}
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
