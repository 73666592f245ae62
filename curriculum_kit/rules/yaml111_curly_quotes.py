"""Tanda kutip lengkung dari Word.

Tanda kutip lengkung (“ dan ”) biasanya terbawa saat menyalin dari Word. Di berkas YAML tanda itu dianggap huruf biasa:
teks di dalamnya tidak terlindung, dan tandanya ikut tercetak. Ketik ulang dengan tanda kutip lurus. Bila tanda kutip
lengkung memang bagian dari judul, apit seluruhnya dengan tanda kutip tunggal yang lurus: `'“…”'`.

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
