"""Gambar tanpa teks alternatif.

Teks alternatif (`:alt:`) dibacakan oleh pembaca layar dan tampil bila gambar tidak dapat dimuat. Tulis apa yang
diperlihatkan gambar dan apa yang penting darinya, dalam satu atau dua kalimat.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
:name: gambar-alur
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
:name: gambar-alur
:alt: Panah dari biaya menuju harga.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks, is_misread
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every picture, also in trainer-only blocks: trainers may be blind."""
    for module in curriculum.modules.values():
        for session, block in blocks(module):
            alt = block.options.get("alt")
            if block.kind in {"figure", "image"} and not (alt and alt.value) and not is_misread(session.document):
                yield context.finding(
                    block.span,
                    text('gambar "{file}" belum mempunyai teks alternatif', file=block.argument),
                    text(
                        "Jelaskan isi gambar pada baris :alt: di bawah pembuka blok, misalnya :alt: Panah dari "
                        "biaya menuju harga."
                    ),
                )
