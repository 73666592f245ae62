"""Kutip lengkung dari Word.

Kutip lengkung (“ dan ”) biasanya terbawa saat menyalin dari Word. Bagi YAML kutip itu huruf biasa: teks di dalamnya
tidak terlindung, dan kutipnya ikut tercetak. Ketik ulang dengan kutip lurus. Bila kutip lengkung memang bagian dari
judul, apit seluruhnya dengan kutip lurus tunggal: `'“…”'`.

Salah:

```text
--- cases/sari.yaml
province: “18”
```

Benar:

```text
--- cases/sari.yaml
province: "18"
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
