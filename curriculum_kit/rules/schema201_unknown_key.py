"""Kunci tidak dikenal.

Kunci ialah kata di depan titik dua, misalnya `title` pada `title: Mengenal biaya`. Isi kunci yang salah eja tidak
sampai ke buku, jadi ejaannya selalu diperiksa. Kunci ditulis dalam bahasa Inggris, dengan huruf kecil dan garis bawah.

Pesan temuan menyebut kunci yang paling mirip saja. Semua kunci ditawarkan VS Code beserta penjelasannya: jalankan
`ck schema` sekali, lalu tekan Ctrl+Spasi di tempat kunci itu akan ditulis.

Salah:

```text
--- kwu-01/module.yaml
titel: Menghitung biaya dan HPP
version: 0.1.0
```

Benar:

```text
--- kwu-01/module.yaml
title: Menghitung biaya dan HPP
version: 0.1.0
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
