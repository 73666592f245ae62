"""Berkas YAML tidak terbaca.

Berkas YAML terdiri atas baris `kunci: nilai`, misalnya `title: Mengenal biaya`. Sesudah titik dua ada satu spasi; baris
yang setingkat diawali spasi yang sama banyaknya; teks yang memuat titik dua dan spasi, tanda kurung, atau diawali tanda
khusus diapit tanda kutip.

Salah:

```text
--- kwu-01/module.yaml
title: Menghitung biaya: dan HPP
version: 0.1.0
```

Benar:

```text
--- kwu-01/module.yaml
title: Menghitung biaya dan HPP
version: 0.1.0
```

Salah:

```text
--- glossary.yaml
- id: hpp
  term:harga pokok produksi
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
