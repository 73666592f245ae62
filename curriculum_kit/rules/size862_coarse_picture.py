"""Gambar terlalu kasar untuk dicetak.

Di buku, gambar selebar halaman berukuran 160 mm. Agar tidak kabur, setiap 25,4 mm memerlukan 150 piksel, yaitu 945
piksel untuk gambar selebar halaman. Pakailah gambar yang lebih besar, atau perkecil cetakannya dengan `:width:`.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.

:::{figure} ../media/dapur.jpg
:name: gambar-dapur
:alt: Sari menggoreng keripik di dapur.
:width: 80%

Dapur Sari
:::
+++ kwu-01/media/dapur.jpg (600 × 400 piksel, 90 KB)
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
+++ kwu-01/media/dapur.jpg (1200 × 800 piksel, 150 KB)
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.pictures import shown_pictures
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import BlockUse

SEVERITY = Severity.WARNING

TEXT_WIDTH = 160
"""Millimetres."""
INCH = 25.4
DOTS = 150
"""The fewest dots per inch."""

_PIXEL = INCH / 96
_UNITS = {"%": TEXT_WIDTH / 100, "mm": 1.0, "cm": 10.0, "in": INCH, "px": _PIXEL, "": _PIXEL}
_WIDTH = re.compile(r"(\d+(?:\.\d+)?)\s*(%|mm|cm|in|px|)")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the pixels of pictures with the width at which they are printed."""
    for block, path, picture in shown_pictures(curriculum):
        width = _printed(block, picture.width) if picture.width else None
        if picture.width is None or width is None or picture.width >= int(width / INCH * DOTS):
            continue
        option = block.options.get("width")
        yield context.finding(
            option.value_span if option else block.argument_span,
            text(
                "gambar selebar {pixels} piksel dicetak selebar {width} mm, jadi akan tampak kabur",
                pixels=picture.width,
                width=round(width),
            ),
            text(
                "Pakai gambar yang lebarnya paling sedikit {needed} piksel, atau tulis :width: {share}%.",
                needed=round(width / INCH * DOTS),
                share=int(picture.width / DOTS * INCH / TEXT_WIDTH * 100),
            ),
            related=[Related(Span(path), text("gambarnya ada di sini"))],
        )


def _printed(block: BlockUse, pixels: int) -> float | None:
    """The width in print in millimetres; None when `:width:` has a unit that depends on something else."""
    option = block.options.get("width")
    if option is None:
        return min(pixels * _PIXEL, TEXT_WIDTH)
    match = _WIDTH.fullmatch(option.value.strip())
    return min(float(match[1]) * _UNITS[match[2]], TEXT_WIDTH) if match else None
