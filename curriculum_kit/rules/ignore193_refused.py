"""Temuan ini tidak dapat dikecualikan.

Temuan yang menjaga jawaban dan keamanan tidak dapat dibiarkan, dan kode yang tidak dikenal tidak mengecualikan apa
pun. Perbaiki temuannya, atau betulkan kodenya.

Salah:

```text
+++ cases/rahma.yaml
# ck: ignore SAFE909: tidak apa-apa
# ck: ignore LANG774 "Apotik Sehat": nama toko ditulis seperti pada papannya
name: Rahma
example: true
town: Amuntai, Kalimantan Selatan
province: "63"
business: Daster
story: Rahma menjual kain di samping Apotik Sehat.
values: []
```

Benar:

```text
+++ cases/rahma.yaml
# ck: ignore LANG774 "Apotik Sehat": nama toko ditulis seperti pada papannya
name: Rahma
example: true
town: Amuntai, Kalimantan Selatan
province: "63"
business: Daster
story: Rahma menjual kain di samping Apotik Sehat.
values: []
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
