"""Lekukan memakai tab.

YAML hanya mengenal spasi sebagai lekukan. Pakai dua spasi untuk setiap tingkat; di VS Code pilih *Convert Indentation
to Spaces*.

Salah:

```
--- glossary.yaml
- id: hpp
\t term: harga pokok produksi
```

Benar:

```
--- glossary.yaml
- id: hpp
  term: harga pokok produksi
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
