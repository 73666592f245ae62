"""Katalog terjemahan yang tidak dapat dibaca.

Terjemahan tersimpan dalam katalog gettext, `locale/en.po`, yang ditulis oleh `ck translate` dan diisi dengan penyunting
katalog, misalnya Poedit. Katalog yang rusak tidak dipakai sama sekali. Setiap teks hanya boleh ada satu kali, dan
bentuk jamak (`msgid_plural`) serta konteks (`msgctxt`) tidak dipakai.

Salah:

```text
+++ locale/en.po
msgid "Jahitan daster"
mgstr "Sewing house dresses"
```

Benar:

```text
+++ locale/en.po
msgid "Jahitan daster"
msgstr "Sewing house dresses"
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
