"""Lebih dari satu dokumen dalam satu berkas.

Baris `---` di tengah berkas memulai dokumen baru, dan isinya tidak akan terbaca. Satu berkas berisi satu dokumen.

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
