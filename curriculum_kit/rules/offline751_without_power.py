"""Kegiatan tanpa cadangan bila listrik atau internet padam.

Banyak BLK mengalami listrik padam atau internet putus. Setiap aktivitas dan diskusi menyebut dengan `:offline:` cara
menjalankannya tanpa internet, listrik, atau proyektor, sekalipun jawabannya "tidak perlu listrik".

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:name: klinik-harga
:iuk: 2.1.3
:group: pair
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
:name: klinik-harga
:iuk: 2.1.3
:group: pair
:offline: Dilakukan secara lisan.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks, is_misread
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every activity and discussion."""
    for module in curriculum.modules.values():
        for session, block in blocks(module):
            offline = block.options.get("offline")
            needs = block.kind in {"activity", "discussion"} and not is_misread(session.document)
            if needs and not (offline and offline.value):
                yield context.finding(
                    block.span,
                    text('blok "{kind}" belum menyebut cara tanpa listrik dan internet', kind=block.kind),
                    text(
                        "Tulis caranya di bawah pembuka blok, misalnya :offline: Jawaban ditulis di kertas "
                        "plano, atau :offline: Tidak perlu listrik."
                    ),
                )
