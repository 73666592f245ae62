"""Tag YAML.

Tag (`!nama`) menyuruh program membuat sesuatu dari sebuah nilai. Di sini semua nilai adalah teks biasa, jadi tag
ditolak. Teks yang memang diawali tanda seru diapit tanda kutip.

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
