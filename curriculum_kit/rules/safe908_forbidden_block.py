"""Blok yang tidak boleh dipakai.

Beberapa blok yang dikenal dari program lain tidak boleh dipakai di sini, yaitu yang membaca berkas lain, menjalankan
program, atau menyembunyikan teks; begitu juga blok dengan tanda ``` dan teks yang menjorok empat spasi, yang tercetak
apa adanya.

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
