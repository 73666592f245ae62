"""HTML di dalam teks.

HTML tidak dipakai: teks yang disembunyikan dengan HTML tetap ada di halaman peserta. Huruf tebal ditulis `**tebal**`,
huruf miring `*miring*`, daftar dengan `- `.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga <b>latihan HPP</b>.
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
