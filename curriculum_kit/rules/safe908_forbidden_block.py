"""Blok yang tidak boleh dipakai.

Blok bawaan Sphinx yang membaca berkas lain, menjalankan program, atau menyembunyikan teks tidak boleh dipakai; begitu
juga blok dengan tanda ``` dan teks yang menjorok empat spasi, yang menjadi teks kode.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
::::{only} trainer
Lihat juga {ref}`latihan-hpp`.
::::
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
