"""Tab di awal baris.

Di awal baris berkas YAML hanya mengenal spasi. Ganti tab dengan dua spasi untuk setiap tingkat; di VS Code pilih
*Convert Indentation to Spaces*.

Salah:

```text
--- glossary.yaml
- id: hpp
\t term: harga pokok produksi
```

Benar:

```text
--- glossary.yaml
- id: hpp
  term: harga pokok produksi
```
"""  # noqa: D301 - the tab is written so that it can be seen

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
