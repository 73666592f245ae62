"""Jangkar atau alias YAML.

Jangkar (`&nama`), alias (`*nama`), dan kunci gabungan (`<<`) tidak dipakai: isinya sulit dibaca orang dan dapat
membesar tanpa terlihat. Tulis nilainya di setiap tempat.

Salah:

```text
--- programmes/dasar-2jp.yaml
title: &judul Menghitung biaya
```

Benar:

```text
--- programmes/dasar-2jp.yaml
title: Menghitung biaya
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
