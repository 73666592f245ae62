"""Berkas terpotong oleh ---.

Baris `---` di tengah berkas YAML memotong berkas itu, dan isi di bawahnya tidak akan terbaca. Hapus baris itu, atau
pindahkan isinya ke berkas lain.

Salah:

```text
--- programmes/dasar-2jp.yaml
code: DASAR-2JP
---
version: 0.1.0
```

Benar:

```text
--- programmes/dasar-2jp.yaml
code: DASAR-2JP
version: 0.1.0
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
