"""Teks diawali tanda seru.

Dalam berkas YAML kata seperti `!nama` di depan sebuah nilai adalah perintah bagi program. Di sini semua nilai adalah
teks biasa, jadi perintah itu ditolak. Teks yang memang diawali tanda seru diapit tanda kutip.

Salah:

```text
--- programmes/dasar-2jp.yaml
title: !!str Menghitung biaya
```

Benar:

```text
--- programmes/dasar-2jp.yaml
title: Menghitung biaya
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
