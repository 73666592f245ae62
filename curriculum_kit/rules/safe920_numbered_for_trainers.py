"""Blok bernomor di dalam blok khusus pelatih.

Latihan, lembar kerja, dan gambar diberi nomor yang sama di semua buku. Bila salah satunya hanya terlihat oleh pelatih,
nomor di buku peserta melompat dan peserta tahu bahwa ada yang disembunyikan.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Alur biaya
:::

::::{trainer-note} Catatan
Tunjukkan gambar ini.

:::{figure} ../media/alur.svg
:name: gambar-pelatih
:alt: Panah.
:::
::::
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Alur biaya
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.blocks import BLOCKS, FIGURES
from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR

NUMBERED = FIGURES | frozenset(block.name for block in BLOCKS.values() if block.counter)


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look for numbered blocks that only trainers see."""
    for module in curriculum.modules.values():
        for _, block in blocks(module):
            if block.kind in NUMBERED and block.trainer_only:
                yield context.finding(
                    block.span,
                    text('blok bernomor "{kind}" berada di dalam blok khusus pelatih', kind=block.kind),
                    text("Pindahkan ke luar blok itu; gambar bagi pelatih memakai blok image (tanpa nomor)."),
                )
