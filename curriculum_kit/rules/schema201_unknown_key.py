"""Kunci tidak dikenal.

Kunci yang salah eja tidak pernah diabaikan diam-diam: isinya akan hilang dari buku. Kunci ditulis dalam bahasa Inggris,
dengan huruf kecil dan garis bawah.

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
