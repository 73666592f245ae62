"""Temuan ini tidak dapat dikecualikan.

Temuan yang menjaga jawaban dan keamanan tidak dapat dibiarkan, dan kode yang tidak dikenal tidak mengecualikan apa
pun. Perbaiki temuannya, atau betulkan kodenya.

Salah:

```text
+++ cases/rahma.yaml
# ck: ignore SAFE909: tidak apa-apa
# ck: ignore LANG774 "untung resiko": nama permainan ditulis seperti aslinya
name: Rahma
example: true
town: Amuntai, Kalimantan Selatan
province: "63"
business: Daster
story: Rahma menamai permainannya untung resiko.
values: []
```

Benar:

```text
+++ cases/rahma.yaml
# ck: ignore LANG774 "untung resiko": nama permainan ditulis seperti aslinya
name: Rahma
example: true
town: Amuntai, Kalimantan Selatan
province: "63"
business: Daster
story: Rahma menamai permainannya untung resiko.
values: []
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
