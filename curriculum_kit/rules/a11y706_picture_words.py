"""Teks alternatif yang tidak menolong.

Teks alternatif dibacakan sebagai ganti gambar. Pembaca layar sudah mengatakan bahwa itu gambar, maka jangan mulai
dengan kata "gambar" atau "foto". Tulis isinya dalam satu atau dua kalimat, paling banyak 250 karakter; penjelasan yang
panjang ditulis di dalam teks. Nama berkas bukan teks alternatif.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:alt: Gambar panah dari biaya menuju harga.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:alt: Panah dari biaya menuju harga.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks, is_misread
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING

LONGEST = 250

_OPENING = re.compile(r"(?:(?:ini|sebuah)\s+)?(gambar|foto|ilustrasi)\b", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"\S+\.(?:svg|png|jpe?g|webp|gif)|(?:IMG|DSC|WA|PXL|VID|Screenshot)[-_ ]?\d[\w-]*", re.IGNORECASE
)


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the alternative text of every picture that has one."""
    for module in curriculum.modules.values():
        for session, block in blocks(module):
            alt = block.options.get("alt")
            if block.kind not in {"figure", "image"} or not alt or is_misread(session.document):
                continue
            if message := _message(alt.value, PurePosixPath(block.argument).stem):
                yield context.finding(
                    alt.value_span, message, text("Tulis isi gambar yang penting dalam satu atau dua kalimat.")
                )


def _message(alt: str, stem: str) -> Text | None:
    words = alt.strip()
    if _FILE_NAME.fullmatch(words) or (words == stem and "-" in stem):
        return text('"{alt}" adalah nama berkas, bukan isi gambar', alt=words)
    if opening := _OPENING.match(words):
        return text('teks alternatif tidak perlu dimulai dengan "{word}"', word=opening[0])
    if len(words) > LONGEST:
        return text("teks alternatif ini terlalu panjang: {count} karakter", count=len(words))
    return None
