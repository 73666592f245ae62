"""Gambar terlalu lebar.

Satu halaman A4 yang dicetak sebaik-baiknya memerlukan 2480 piksel. Gambar yang lebih lebar hanya memberatkan buku dan
situs, tanpa menjadi lebih jelas. Kecilkan dengan program gambar sebelum disimpan dalam folder media.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.

:::{figure} ../media/dapur.jpg
:name: gambar-dapur
:alt: Sari menggoreng keripik di dapur.

Dapur Sari
:::
+++ kwu-01/media/dapur.jpg (4000 × 3000 piksel, 900 KB)
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
+++ kwu-01/media/dapur.jpg (1200 × 900 piksel, 150 KB)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.pictures import pictures
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING

WIDEST = 2480


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every picture that has pixels."""
    for path, picture in pictures(curriculum):
        if picture.width and picture.width > WIDEST:
            yield context.finding(
                Span(path),
                text("lebar gambar ini {width} piksel, melewati batas {limit}", width=picture.width, limit=WIDEST),
                text("Kecilkan gambar; lebar 1200 piksel cukup untuk hampir semua gambar."),
            )
