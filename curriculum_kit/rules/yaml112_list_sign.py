"""Butir daftar tidak diawali tanda hubung dan spasi.

Setiap butir daftar dalam YAML diawali tanda hubung dan satu spasi. Bulatan, tanda pisah panjang, dan nomor dari Word
tidak dikenal, begitu pula tanda hubung tanpa spasi: semua barisnya terbaca sebagai satu kalimat panjang.

Salah:

```text
--- kwu-01/module.yaml
sessions:
  • 01-biaya
  • 02-hpp
```

Benar:

```text
--- kwu-01/module.yaml
sessions:
  - 01-biaya
  - 02-hpp
```

Salah:

```text
--- glossary.yaml
  -id: hpp
    term: harga pokok produksi
```

Benar:

```text
--- glossary.yaml
  - id: hpp
    term: harga pokok produksi
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
