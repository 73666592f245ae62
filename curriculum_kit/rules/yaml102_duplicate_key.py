"""Kunci ditulis dua kali.

Dalam satu kelompok setiap kunci hanya boleh ditulis sekali. Bila ditulis dua kali, tidak jelas nilai mana yang berlaku.

Salah:

```text
--- glossary.yaml
term: omzet
term: penjualan
```

Benar:

```text
--- glossary.yaml
term: omzet
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
