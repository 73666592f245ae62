"""Gambar terlalu berat untuk ponsel.

Banyak peserta membuka situs dengan paket data ponsel. Gambar paling besar 200 KB. Simpan foto sebagai JPEG dengan mutu
sekitar 75, dan gambar garis sebagai SVG.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.

:::{figure} ../media/dapur.jpg
:name: gambar-dapur
:alt: Sari menggoreng keripik di dapur.

Dapur Sari
:::
+++ kwu-01/media/dapur.jpg (1200 × 800 piksel, 350 KB)
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
+++ kwu-01/media/dapur.jpg (1200 × 800 piksel, 150 KB)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.pictures import pictures
from curriculum_kit.rules.size863_too_many_pixels import WIDEST
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING

HEAVIEST = 200
KIB = 1024


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every picture; SIZE863 speaks about those that are heavy because they are too wide."""
    for path, picture in pictures(curriculum):
        if picture.bytes > HEAVIEST * KIB and (picture.width or 0) <= WIDEST:
            size = -(-picture.bytes // KIB)
            yield context.finding(
                Span(path),
                text("gambar ini {size} KB, melewati batas {limit} KB", size=size, limit=HEAVIEST),
                text("Simpan foto sebagai JPEG dengan mutu sekitar 75, atau sederhanakan gambar SVG-nya."),
            )
