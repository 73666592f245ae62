"""Teks diawali & atau *.

Dalam berkas YAML `&nama`, `*nama`, dan `<<` berarti menyalin nilai dari tempat lain. Cara itu tidak dipakai di sini:
isinya sulit dibaca orang dan dapat membesar tanpa terlihat. Tulis nilainya di setiap tempat. Teks yang memang diawali &
atau * diapit tanda kutip.

Salah:

```text
--- programmes/dasar-2jp.yaml
title: &judul Menghitung biaya
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
