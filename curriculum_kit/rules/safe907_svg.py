"""SVG memuat yang tidak boleh ada.

Gambar SVG tidak boleh memuat skrip, teks HTML, atau alamat di luar berkas itu. Simpan sebagai SVG biasa dari program
gambar.

Salah:

```text
+++ kwu-01/media/alur.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
