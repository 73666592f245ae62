"""Terlalu banyak tingkat.

Tidak ada berkas kurikulum yang memerlukan lebih dari dua puluh tingkat kurung atau baris yang menjorok. Biasanya ada
kurung yang salah letak.

Salah:

```text
--- glossary.yaml
see: [[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]
```

Benar:

```text
--- glossary.yaml
see: [omzet]
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
